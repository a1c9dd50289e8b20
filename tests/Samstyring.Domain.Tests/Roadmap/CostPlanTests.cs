using Samstyring.Domain.Adoption;
using Samstyring.Domain.Roadmap;
using static Samstyring.Domain.Tests.Roadmap.RoadmapFacts;

namespace Samstyring.Domain.Tests.Roadmap;

public sealed class CostPlanTests
{
    private static readonly Adopters Ten = new(10, 90_000);

    /// <summary>Digiorden in Flekkefjord (9 373 inhabitants), by the published prices of 2021: 40 000 kr once, 500 kr and 0,125 kr an inhabitant each month.</summary>
    private static readonly PriceComponent[] Digiorden = [PriceOf(PriceKind.OneOff, 40_000), PriceOf(PriceKind.Monthly, 500), PriceOf(PriceKind.Monthly, 0.125m, PriceBasis.PerInhabitant)];

    [Fact]
    public void What_is_paid_once_is_paid_in_the_first_year_and_what_comes_again_each_year()
    {
        var cost = CostPlan.Of(Id, new(2027, IsNew: true), Digiorden, 9_373, Ten, 2027);

        // 12 · 500 kr and 12 · 0,125 kr · 9 373.
        const long Yearly = 600_000 + 1_405_950;
        Assert.Equal([4_000_000 + Yearly, Yearly, Yearly, Yearly], cost.Years.Select(y => y.Least));
        Assert.All(cost.Years, y => Assert.True(y.IsWhole));
    }

    [Fact]
    public void What_begins_later_costs_nothing_before_and_what_is_in_use_has_paid_what_is_paid_once()
    {
        Assert.Equal([0, 0, 4_600_000, 600_000], CostPlan.Of(Id, new(2029, IsNew: true), Digiorden[..2], 9_373, Ten, 2027).Years.Select(y => y.Least));
        Assert.Equal([600_000, 600_000, 600_000, 600_000], CostPlan.Of(Id, new(0, IsNew: false), Digiorden[..2], 9_373, Ten, 2027).Years.Select(y => y.Least));
    }

    [Fact]
    public void An_amount_that_nobody_has_published_is_unknown_and_makes_the_sum_the_least_it_can_be()
    {
        var part = CostPlan.Of(Id, new(2027, IsNew: true), [PriceOf(PriceKind.Yearly, 1), PriceOf(PriceKind.PerUse, amount: null)], 5_000, Ten, 2027);
        var nothing = CostPlan.Of(Id, new(2027, IsNew: true), [PriceOf(PriceKind.Yearly, amount: null)], 5_000, Ten, 2027);
        var noPrice = CostPlan.Of(Id, new(2028, IsNew: true), [], 5_000, Ten, 2027);

        Assert.All(part.Years, y => Assert.Equal((100, false), (y.Least, y.IsWhole)));
        Assert.All(nothing.Years, y => Assert.Equal((null, false), (y.Least, y.IsWhole)));
        Assert.Equal([0, null, null, null], noPrice.Years.Select(y => y.Least));
        Assert.Equal([(100L, false), (100, false), (100, false), (100, false)], CostPlan.Sum([part, nothing, noPrice], 2027).Select(y => (y.Least!.Value, y.IsWhole)));
    }

    [Fact]
    public void A_price_that_ends_is_unknown_after_its_end_and_one_that_is_only_paid_once_costs_nothing_after_it()
    {
        Assert.Equal([100, 100, null, null], CostPlan.Of(Id, new(0, IsNew: false), [PriceOf(PriceKind.Yearly, 1, ends: "2028")], 5_000, Ten, 2027).Years.Select(y => y.Least));
        Assert.Equal([(200L, true), (0, true), (0, true), (0, true)], CostPlan.Of(Id, new(2027, IsNew: true), [PriceOf(PriceKind.OneOff, 2)], 5_000, Ten, 2027).Years.Select(y => (y.Least!.Value, y.IsWhole)));
    }

    [Fact]
    public void A_shared_price_is_unknown_until_somebody_has_the_solution()
    {
        PriceComponent[] shared = [PriceOf(PriceKind.Yearly, 10, PriceBasis.SharedEqually), PriceOf(PriceKind.Yearly, 1)];

        Assert.Equal([(200L, true), (200, true), (200, true), (200, true)], CostPlan.Of(Id, new(2027, IsNew: true), shared, 9_000, Ten, 2027).Years.Select(y => (y.Least!.Value, y.IsWhole)));
        Assert.Equal([(100L, false), (100, false), (100, false), (100, false)], CostPlan.Of(Id, new(2027, IsNew: true), shared, 9_000, adopters: null, 2027).Years.Select(y => (y.Least!.Value, y.IsWhole)));
    }

    [Fact]
    public void No_costs_sum_to_nothing() => Assert.All(CostPlan.Sum([], 2027), y => Assert.Equal((0, true), (y.Least, y.IsWhole)));
}
