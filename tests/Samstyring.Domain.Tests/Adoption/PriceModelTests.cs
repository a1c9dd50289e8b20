using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Tests.Adoption;

public sealed class PriceModelTests
{
    private static PriceComponent Part(PriceKind kind, PriceBasis basis, decimal? kroner, int? from = null, int? below = null, string? starts = null, string? ends = null) => new()
    {
        Kind = kind,
        Basis = basis,
        Amount = kroner,
        FromInhabitants = from,
        BelowInhabitants = below,
        Starts = starts,
        Ends = ends,
        Provenance = new("000", "2026", Certainty.Stated),
    };

    /// <summary>Published prices of 2021 (norway/conventions.md §5): by size once, 500 kroner a month and 0.125 kroner per inhabitant a month.</summary>
    private static readonly PriceComponent[] Digiorden =
    [
        Part(PriceKind.OneOff, PriceBasis.Fixed, 25_000, below: 5_000), Part(PriceKind.OneOff, PriceBasis.Fixed, 40_000, 5_000, 10_000), Part(PriceKind.OneOff, PriceBasis.Fixed, 60_000, 10_000),
        Part(PriceKind.Monthly, PriceBasis.Fixed, 500), Part(PriceKind.Monthly, PriceBasis.PerInhabitant, 0.125m),
    ];

    [Theory]
    [InlineData(4_999, 25_000_00)]
    [InlineData(5_000, 40_000_00)]
    [InlineData(9_373, 40_000_00)]
    [InlineData(10_000, 60_000_00)]
    public void A_step_is_for_its_size(int population, long oneOff)
    {
        var price = PriceModel.For(Digiorden, population, new(1, population), 2027);

        Assert.Equal((oneOff, (6_000_00L) + (long)Math.Round(population * 0.125m * 12 * 100, MidpointRounding.AwayFromZero), true), (price.OneOff, price.Yearly, price.IsKnown));
    }

    [Fact]
    public void The_published_price_for_flekkefjord_is_that_of_the_mockup() =>
        Assert.Equal(20_059_50L, PriceModel.For(Digiorden, 9_373, new(1, 9_373), 2027).Yearly);

    [Fact]
    public void A_shared_sum_is_shared_whole()
    {
        PriceComponent[] shared = [Part(PriceKind.Yearly, PriceBasis.SharedByInhabitants, 1_000)];
        int[] populations = [1_000, 3_000, 6_000];

        Assert.Equal(1_000_00L, PriceModel.YearlyIncome(shared, populations, 2027));
        Assert.Equal([100_00L, 300_00, 600_00], populations.Select(p => PriceModel.For(shared, p, new(3, 10_000), 2027).Yearly));
        Assert.Equal(333_33L, PriceModel.For([Part(PriceKind.Yearly, PriceBasis.SharedEqually, 1_000)], 5, new(3, 10_000), 2027).Yearly);
    }

    [Fact]
    public void What_is_unknown_is_not_zero_and_the_sum_is_the_least_it_can_be()
    {
        var price = PriceModel.For([Part(PriceKind.Yearly, PriceBasis.Fixed, null), Part(PriceKind.Yearly, PriceBasis.Fixed, 10), Part(PriceKind.PerUse, PriceBasis.Fixed, 3)], 100, new(1, 100), 2027);

        Assert.Equal((10_00L, false, true), (price.Yearly, price.IsKnown, price.HasAny));
        Assert.Equal(new long?[] { null, 10_00, null }, price.Lines.Select(l => l.Amount));
        Assert.Equal(40_00L, PriceModel.For([Part(PriceKind.Yearly, PriceBasis.Fixed, 10), Part(PriceKind.PerUse, PriceBasis.Fixed, 3)], 100, new(1, 100), 2027, uses: 10).Yearly);
    }

    [Fact]
    public void A_price_holds_in_its_years()
    {
        PriceComponent[] prices = [Part(PriceKind.Yearly, PriceBasis.Fixed, 10, ends: "2026-12-31"), Part(PriceKind.Yearly, PriceBasis.Fixed, 12, starts: "2027-01-01")];

        Assert.Equal([10_00L, 12_00], new[] { 2026, 2027 }.Select(year => PriceModel.For(prices, 100, new(1, 100), year).Yearly));
    }

    [Fact]
    public void Nobody_pays_for_fewer_than_one_or_for_less_than_nobody()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PriceModel.For(Digiorden, -1, new(1, 1), 2027));
        Assert.Throws<ArgumentOutOfRangeException>(() => PriceModel.For(Digiorden, 1, new(0, 1), 2027));
    }

    [Fact]
    public void One_more_never_makes_it_dearer() => Prop.ForAll<(int Base, int Own, int Others, int More)>(drawn =>
    {
        var (own, others, more) = (1 + Math.Abs(drawn.Own % 100_000), 1 + Math.Abs(drawn.Others % 300), 1 + Math.Abs(drawn.More % 50));
        PriceComponent[] prices =
        [
            Part(PriceKind.Yearly, PriceBasis.SharedEqually, Math.Abs(drawn.Base % 1_000_000)), Part(PriceKind.Monthly, PriceBasis.SharedByInhabitants, Math.Abs(drawn.Base % 70_000)), Part(PriceKind.Yearly, PriceBasis.PerInhabitant, 1.5m),
        ];
        return PriceModel.For(prices, own, new(others + more, own + ((others + more) * 5_000L)), 2027).Yearly <= PriceModel.For(prices, own, new(others, own + (others * 5_000L)), 2027).Yearly;
    }).QuickCheckThrowOnFailure();
}
