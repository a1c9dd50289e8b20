using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Domain.Tests.Organisations;

public sealed class NetworkFeesTests
{
    private static readonly Provenance Origin = new("test", "2026", Certainty.Stated);

    private static readonly FeeMember[] Members = [new("4207", "42", 9_373), new("4204", "42", 119_287), new("1101", "11", 15_001)];

    private static readonly FeeRates Rates = new(Base: 20_000, PerInhabitant: 3.875m, CountyBase: 150_000, CountyPerInhabitant: 0.125m);

    [Fact]
    public void A_fee_is_a_base_and_so_much_for_each_inhabitant_and_the_county_has_a_rule_of_its_own()
    {
        var rates = FeeRates.Of([Fee(NetworkFeeKind.Base, 10_000), Fee(NetworkFeeKind.PerInhabitant, 2.50m), Fee(NetworkFeeKind.CountyBase, 50_000)], 2026);

        Assert.Equal((10_000 + (9_200 * 2.50m), 50_000m), (rates.OfMunicipality(9_200)!.Value, rates.OfCounty(300_000)!.Value));
    }

    [Fact]
    public void The_rate_that_began_last_holds_and_one_that_is_over_does_not()
    {
        NetworkFee[] fees = [Fee(NetworkFeeKind.Base, 1, "2024"), Fee(NetworkFeeKind.Base, 2, "2026"), Fee(NetworkFeeKind.Base, 3, "2027"), Fee(NetworkFeeKind.PerInhabitant, 4, "2020", "2025")];

        Assert.Equal([(1, 4m), (2m, null), (3m, null)], new[] { 2025, 2026, 2028 }.Select(year => (FeeRates.Of(fees, year).Base, FeeRates.Of(fees, year).PerInhabitant)));
    }

    [Fact]
    public void A_fee_without_a_rate_is_unknown_and_not_nothing()
    {
        var none = FeeRates.Of([], 2026);

        var table = FeeRules.Of(Members, none, new(none, [], Growth: 0, KeepsTotal: true));

        Assert.All(table.Members, line => Assert.Equal((null, null, null), (line.Now, line.Then, line.Change)));
        Assert.Equal((null, null), (table.TotalNow, table.TotalThen));
    }

    [Fact]
    public void A_line_is_rounded_once_half_away_from_zero()
    {
        var table = FeeRules.Of(Members, Rates, new(Rates, [], Growth: 0, KeepsTotal: false));

        // 20 000 + 9 373 × 3.875 = 56 320.375; 150 000 + 128 660 × 0.125 = 166 082.50.
        Assert.Equal((5_632_038L, 5_632_038L, 0L), (table.Members[0].Now, table.Members[0].Then, table.Members[0].Change));
        Assert.Equal([("11", 15_187_513L), ("42", 16_608_250L)], table.Counties.Select(line => (line.Key, line.Now!.Value)));
        Assert.Equal(table.Members.Concat(table.Counties).Sum(line => line.Now!.Value), table.TotalNow);
    }

    [Fact]
    public void A_member_that_leaves_pays_nothing_and_its_county_pays_for_those_that_are_left()
    {
        var table = FeeRules.Of(Members, Rates, new(Rates, ["4204", "1101"], Growth: 10, KeepsTotal: false));

        Assert.Equal((null, null, -table.Members[1].Now), (table.Members[1].PopulationThen, table.Members[1].Then, table.Members[1].Change));
        Assert.Equal((10_310, 5_995_125L), (table.Members[0].PopulationThen!.Value, table.Members[0].Then!.Value));
        Assert.Equal((10_310, null), (table.Counties.Single(c => c.Key == "42").PopulationThen!.Value, table.Counties.Single(c => c.Key == "11").Then));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(-50)]
    public void Those_that_stay_can_pay_together_what_all_pay_today(int growth)
    {
        var table = FeeRules.Of(Members, Rates, new(Rates, ["4207"], growth, KeepsTotal: true));

        // Each of the nine fees, five now and four then, is rounded by half an øre at most.
        Assert.InRange(table.TotalThen!.Value - table.TotalNow!.Value, -4, 4);
    }

    private static NetworkFee Fee(NetworkFeeKind kind, decimal amount, string? starts = null, string? ends = null) => new() { Kind = kind, Amount = amount, Starts = starts, Ends = ends, Provenance = Origin };
}
