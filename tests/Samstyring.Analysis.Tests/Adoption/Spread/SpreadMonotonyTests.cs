using Samstyring.Analysis.Adoption.Spread;

namespace Samstyring.Analysis.Tests.Adoption.Spread;

/// <summary>What never slows the spread: in every single run, for every single municipality, not only on average.</summary>
public sealed class SpreadMonotonyTests
{
    private const int Runs = 40;

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Another_that_decides_slows_nobody(int seed)
    {
        var (members, scenario) = Case(seed);
        var joined = Array.FindIndex(members, member => member is { IsEligible: true, Step: SpreadStep.Informed });
        SpreadMember[] more = [.. members.Select((member, i) => i == joined ? member with { Step = SpreadStep.InUse } : member)];

        AssertNobodyLater(SpreadSketch.Model(more, scenario), SpreadSketch.Model(members, scenario), seed);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void A_higher_price_quickens_nobody(int seed)
    {
        var (members, scenario) = Case(seed);
        var dearer = scenario with { SharedBase = scenario.SharedBase * 1.5, PriceChanges = [.. scenario.PriceChanges.Select(change => change with { Factor = change.Factor * 1.2 })] };
        SpreadMember[] dear = [.. members.Select(member => member with { YearlyCost = member.YearlyCost * 1.1, OneOffCost = member.OneOffCost * 1.3 })];

        AssertNobodyLater(SpreadSketch.Model(members, scenario), SpreadSketch.Model(members, dearer), seed);
        AssertNobodyLater(SpreadSketch.Model(members, scenario), SpreadSketch.Model(dear, scenario), seed);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Law_and_subsidy_slow_nobody(int seed)
    {
        var (members, scenario) = Case(seed);
        var without = scenario with { LegalForceFrom = null, Deadline = null, Subsidy = null };

        AssertNobodyLater(SpreadSketch.Model(members, without with { LegalForceFrom = 5 }), SpreadSketch.Model(members, without), seed);
        AssertNobodyLater(SpreadSketch.Model(members, without with { Deadline = 9 }), SpreadSketch.Model(members, without), seed);
        AssertNobodyLater(SpreadSketch.Model(members, without with { Subsidy = new(2, 6, 0.5, 10_000) }), SpreadSketch.Model(members, without), seed);
    }

    /// <summary>With limited capacity one more customer may push another back, but where peers weigh nothing, no decision is later and no fewer are installed.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Behind_a_vendor_with_limits_a_lower_price_gives_no_fewer(int seed)
    {
        var (members, scenario) = Case(seed);
        var limited = scenario with { VendorCapacity = [1, 2, 1], InstalledToInUse = new(1, 0) };
        var parameters = SpreadParameters.Default with { Neighbours = 0, Network = 0, Cooperation = 0, Vendor = 0 };
        var (cheap, dear) = (new SpreadOracle(SpreadSketch.Model(members, limited, parameters), 3), new SpreadOracle(SpreadSketch.Model(members, limited with { SharedBase = limited.SharedBase * 3 }, parameters), 3));

        Assert.All(Enumerable.Range(0, Runs).Select(run => (Cheap: cheap.Run(run), Dear: dear.Run(run))), pair =>
        {
            Assert.All(pair.Cheap.DecidedAt.Zip(pair.Dear.DecidedAt), quarters => Assert.True(quarters.First <= quarters.Second));
            Assert.All(pair.Cheap.InUse.Zip(pair.Dear.InUse), counts => Assert.True(counts.First >= counts.Second));
        });
    }

    private static (SpreadMember[] Members, SpreadScenario Scenario) Case(int seed) => (SpreadSketch.Members(80, seed), SpreadSketch.Scenario(16, seed) with { VendorCapacity = [] });

    /// <summary>By the oracle, which gives every run, and counts what the simulation counts; and by the simulation's own counts.</summary>
    private static void AssertNobodyLater(SpreadModel sooner, SpreadModel later, int seed)
    {
        var (soonerOracle, laterOracle) = (new SpreadOracle(sooner, (ulong)seed), new SpreadOracle(later, (ulong)seed));
        var difference = 0;
        foreach (var run in Enumerable.Range(0, Runs))
        {
            var (one, other) = (soonerOracle.Run(run), laterOracle.Run(run));
            Assert.All(one.DecidedAt.Zip(other.DecidedAt), quarters => Assert.True(quarters.First <= quarters.Second));
            Assert.All(one.InUseAt.Zip(other.InUseAt), quarters => Assert.True(quarters.First <= quarters.Second));
            difference += one.InUse.Sum() - other.InUse.Sum();
        }

        Assert.True(difference > 0, "The case shows no difference at all.");
        var (soonerResult, laterResult) = (SpreadSimulation.Run(sooner, Runs, (ulong)seed, 1), SpreadSimulation.Run(later, Runs, (ulong)seed, 1));
        Assert.All(Enumerable.Range(0, sooner.Members.Count), member => Assert.True(soonerResult.Probability(member, 15) >= laterResult.Probability(member, 15)));
    }
}
