using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Tests.Adoption.Spread;

public sealed class SpreadModelTests
{
    private static readonly SpreadMember Good = new() { Population = 1_000 };

    public static TheoryData<string, string, string?, SpreadMember> BadMembers => new()
    {
        { "spread.population", "members[1].population", "-5", Good with { Population = -5 } },
        { "spread.population", "members[1].population", "0", Good with { Population = 0 } },
        { "spread.out-of-range", "members[1].weight", "0", Good with { Weight = 0 } },
        { "spread.out-of-range", "members[1].step", "77", Good with { Step = (SpreadStep)77 } },
        { "spread.out-of-range", "members[1].reachedQuarter", "0", Good with { ReachedQuarter = 0 } },
        { "spread.out-of-range", "members[1].network", "-1", Good with { Network = -1 } },
        { "spread.out-of-range", "members[1].cooperation", "-2", Good with { Cooperation = -2 } },
        { "spread.out-of-range", "members[1].vendor", "-3", Good with { Vendor = -3 } },
        { "spread.kroner", "members[1].yearlyBenefit", "NaN", Good with { YearlyBenefit = double.NaN } },
        { "spread.kroner", "members[1].oneOffCost", "-1", Good with { OneOffCost = -1 } },
        { "spread.kroner", "members[1].yearlyCost", "Infinity", Good with { YearlyCost = double.PositiveInfinity } },
        { "spread.unknown-neighbour", "members[1].neighbours[1]", "2", Good with { Neighbours = [0, 2] } },
        { "spread.unknown-neighbour", "members[1].neighbours[0]", "-1", Good with { Neighbours = [-1] } },
        { "spread.own-neighbour", "members[1].neighbours[0]", "1", Good with { Neighbours = [1] } },
        { "spread.neighbour-twice", "members[1].neighbours", null, Good with { Neighbours = [0, 0] } },
    };

    public static TheoryData<string, string, string, SpreadScenario> BadScenarios => new()
    {
        { "spread.out-of-range", "scenario.quarters", "0", new() { Quarters = 0 } },
        { "spread.out-of-range", "scenario.quarters", "201", new() { Quarters = 201 } },
        { "spread.out-of-range", "scenario.firstQuarterOfYear", "5", new() { FirstQuarterOfYear = 5 } },
        { "spread.kroner", "scenario.sharedBase", "NaN", new() { SharedBase = double.NaN } },
        { "spread.out-of-range", "scenario.legalForceFrom", "40", new() { LegalForceFrom = 40 } },
        { "spread.out-of-range", "scenario.deadline", "-1", new() { Deadline = -1 } },
        { "spread.out-of-range", "scenario.subsidy.toQuarter", "3", new() { Subsidy = new(4, 3, 0.5) } },
        { "spread.share", "scenario.subsidy.share", "1.5", new() { Subsidy = new(4, 5, 1.5) } },
        { "spread.kroner", "scenario.subsidy.amount", "-1", new() { Subsidy = new(4, 5, 0, -1) } },
        { "spread.out-of-range", "scenario.priceChanges[1].fromQuarter", "4", new() { PriceChanges = [new(4, 1), new(4, 2)] } },
        { "spread.factor", "scenario.priceChanges[0].factor", "NaN", new() { PriceChanges = [new(4, double.NaN)] } },
        { "spread.out-of-range", "scenario.vendorCapacity[1]", "-1", new() { VendorCapacity = [null, -1] } },
        { "spread.out-of-range", "scenario.decidedToProcured.minimumQuarters", "-1", new() { DecidedToProcured = new(-1, 0) } },
        { "spread.lead-time", "scenario.installedToInUse.meanExtraQuarters", "NaN", new() { InstalledToInUse = new(0, double.NaN) } },
        { "spread.share", "scenario.owner.shareOfYearly", "2", new() { Owner = new() { ShareOfYearly = 2 } } },
    };

    [Theory, MemberData(nameof(BadMembers))]
    public void A_member_that_cannot_be_is_refused_with_its_place(string code, string field, string? value, SpreadMember member) =>
        AssertRefused(new(code, field, value), SpreadModel.Create([Good, member], new(), SpreadParameters.Default));

    [Theory, MemberData(nameof(BadScenarios))]
    public void A_scenario_that_cannot_be_is_refused_with_its_place(string code, string field, string value, SpreadScenario scenario) =>
        AssertRefused(new(code, field, value), SpreadModel.Create([Good], scenario, SpreadParameters.Default));

    /// <summary>They would let a higher price or another's adoption turn the spread the wrong way.</summary>
    [Fact]
    public void Weights_that_would_turn_a_factor_round_are_refused()
    {
        foreach (var factor in Enum.GetValues<SpreadFactor>().Where(SpreadParameters.IsNeverNegative))
        {
            AssertRefused(new("spread.weight", $"parameters.{char.ToLowerInvariant($"{factor}"[0])}{$"{factor}"[1..]}", "-0.1"), SpreadModel.Create([Good], new(), SpreadParameters.Default.With(factor, -0.1)));
        }

        AssertRefused(new("spread.weight", "parameters.baseline", "NaN"), SpreadModel.Create([Good], new(), new() { Baseline = double.NaN }));
        AssertRefused(new("spread.weight", "parameters.size", "31"), SpreadModel.Create([Good], new(), new() { Size = 31 }));
        AssertRefused(new("spread.out-of-range", "parameters.yearsOfOneOff", "0"), SpreadModel.Create([Good], new(), new() { YearsOfOneOff = 0 }));
    }

    [Fact]
    public void Every_reason_is_given_at_once()
    {
        Assert.False(SpreadModel.Create([Good with { Population = -1, Weight = 0 }], new() { Quarters = -1 }, new() { Vendor = -1 }).IsAccepted(out _, out var refusal));
        Assert.Superset(new HashSet<string?> { "members[0].population", "members[0].weight", "scenario.quarters", "parameters.vendor" }, refusal.Reasons.Select(reason => reason.Field).ToHashSet());
    }

    [Fact]
    public void Nobody_to_spread_to_is_refused()
    {
        AssertRefused(new("spread.members", "members", "0"), SpreadModel.Create([], new(), SpreadParameters.Default));
        AssertRefused(new("spread.nobody-eligible", "members"), SpreadModel.Create([Good with { IsEligible = false }], new(), SpreadParameters.Default));
    }

    [Fact]
    public void The_extremes_that_are_accepted_are_simulated()
    {
        SpreadMember rich = Good with { Population = 1, YearlyBenefit = SpreadModel.MostKroner, YearlyCost = SpreadModel.MostKroner, OneOffCost = SpreadModel.MostKroner, Weight = SpreadModel.MostInhabitants };
        SpreadMember[] members = [rich, rich with { Population = SpreadModel.MostInhabitants, YearlyBenefit = -SpreadModel.MostKroner, Weight = 1 }];
        var scenario = new SpreadScenario { Quarters = SpreadModel.MostQuarters, SharedBase = SpreadModel.MostKroner, Deadline = 100, InstalledToInUse = new(SpreadModel.MostQuarters, SpreadModel.MostQuarters) };

        var result = SpreadSimulation.Run(SpreadSketch.Model(members, scenario, SpreadParameters.Default with { NetBenefit = SpreadModel.HighestWeight, Baseline = -SpreadModel.HighestWeight }), 100, 1, 1);

        Assert.Equal(2, result.Quarters[100].Decided.P10);
        Assert.Equal(0, result.Quarters[^1].InUse.P90);
    }

    private static void AssertRefused(Reason expected, Outcome<SpreadModel> outcome)
    {
        Assert.False(outcome.IsAccepted(out _, out var refusal));
        Assert.Contains(expected, refusal.Reasons);
    }
}
