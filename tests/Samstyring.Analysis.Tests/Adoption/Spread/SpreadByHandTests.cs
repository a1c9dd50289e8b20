using Samstyring.Analysis.Adoption.Spread;

namespace Samstyring.Analysis.Tests.Adoption.Spread;

/// <summary>Cases small enough for the probabilities to be reckoned by hand. The seed is fixed, so that what is within four standard errors once is so always.</summary>
public sealed class SpreadByHandTests
{
    private const int Runs = 100_000;

    private static readonly SpreadMember Alone = new() { Population = 10_000 };

    [Theory, InlineData(0.05), InlineData(0.3)]
    public void One_alone_waits_geometrically(double chance)
    {
        var result = Run([Alone], SpreadSketch.AtOnce with { Quarters = 12 }, SpreadSketch.Chance(chance));

        Assert.All(Enumerable.Range(0, 12), quarter => AssertChance(1 - Math.Pow(1 - chance, quarter + 1), result.Probability(0, quarter)));
        Assert.Equal((int)Math.Ceiling(Math.Log(0.5) / Math.Log(1 - chance)) - 1 is var median && median < 12 ? median : null, result.Arrivals[0].P50);
        AssertChance(Math.Pow(1 - chance, 12), result.Arrivals[^1].NotWithinHorizon);
    }

    /// <summary>p: the chance alone; r: the chance with the other in use.</summary>
    [Fact]
    public void The_second_of_two_is_quicker_when_the_first_has_it()
    {
        var (p, weight) = (0.1, 2.0);
        var r = 1 / (1 + (Math.Exp(-weight) * (1 - p) / p));
        SpreadMember[] pair = [Alone with { Neighbours = [1] }, Alone with { Neighbours = [0] }];

        var result = Run(pair, SpreadSketch.AtOnce with { Quarters = 3 }, SpreadSketch.Chance(p) with { Neighbours = weight });

        // After two quarters: in the first, or not then and in the second with the chance that the other's state gives.
        var two = p + ((1 - p) * ((p * r) + ((1 - p) * p)));
        // After three: not in the first two, and the third depends on when the other came.
        var noneYet = (1 - p) * (1 - p);
        var stillOutOtherIn = ((1 - p) * p * (1 - r)) + (noneYet * (1 - p) * p);
        var three = two + (stillOutOtherIn * r) + (noneYet * noneYet * p);
        AssertChance(p, result.Probability(0, 0));
        AssertChance(two, result.Probability(0, 1));
        AssertChance(three, result.Probability(1, 2));
    }

    /// <summary>Every kind of peer adds its weight × the share of the others in use: one of two, so half.</summary>
    [Theory, InlineData(SpreadFactor.Neighbours), InlineData(SpreadFactor.Network), InlineData(SpreadFactor.Cooperation), InlineData(SpreadFactor.Vendor)]
    public void Half_the_peers_in_use_give_half_the_weight(SpreadFactor factor)
    {
        SpreadMember member = Alone with { Network = 7, Cooperation = 7, Vendor = 7 };
        SpreadMember[] members = [member with { Neighbours = [1, 2] }, member with { Step = SpreadStep.InUse, Neighbours = [0] }, member with { Step = SpreadStep.Declined, Neighbours = [0] }];

        var result = Run(members, SpreadSketch.AtOnce with { Quarters = 1 }, SpreadSketch.Chance(0.2).With(factor, 3));

        AssertChance(1 / (1 + (4 * Math.Exp(-1.5))), result.Probability(0, 0));
        Assert.Equal(1, result.Probability(1, 0));
        Assert.Equal(0, result.Probability(2, 0));
    }

    /// <summary>Own 12,000 and the whole base alone, half of it when the other has decided: 10,000 inhabitants, 0.5 for each krone of each.</summary>
    [Theory, InlineData(false, 1 / 10_000.0 * (60_000 - 12_000 - 40_000 - 5_000)), InlineData(true, 1 / 10_000.0 * (60_000 - 12_000 - 20_000 - 5_000))]
    public void The_price_is_that_of_one_more(bool hasOther, double kroner)
    {
        SpreadMember[] members =
        [
            Alone with { YearlyBenefit = 60_000, YearlyCost = 12_000, OneOffCost = 20_000 },
            Alone with { Step = hasOther ? SpreadStep.InUse : SpreadStep.Declined },
        ];

        var result = Run(members, SpreadSketch.AtOnce with { Quarters = 1, SharedBase = 40_000 }, SpreadSketch.Chance(0.2) with { NetBenefit = 0.5 });

        AssertChance(1 / (1 + (4 * Math.Exp(-0.5 * kroner))), result.Probability(0, 0));
    }

    [Fact]
    public void Season_law_subsidy_size_and_step_add_their_weights()
    {
        var parameters = SpreadSketch.Chance(0.1) with { BudgetSeason = 0.4, LegalForce = 0.8, Subsidy = 0.3, Size = 0.5, Considering = 0.6, Unaware = -0.7 };
        SpreadMember[] members = [Alone, Alone with { Population = 27_183 }, Alone with { Step = SpreadStep.Considering }, Alone with { Step = SpreadStep.Unaware }];

        var result = Run(members, SpreadSketch.AtOnce with { Quarters = 1, FirstQuarterOfYear = 4, LegalForceFrom = 0, Subsidy = new(0, 0, 0) }, parameters);

        Assert.All(new[] { 0, 0.5, 0.6, -0.7 }.Index(), addition => AssertChance(1 / (1 + (9 * Math.Exp(-1.5 - addition.Item))), result.Probability(addition.Index, 0)));
    }

    [Fact]
    public void A_subsidy_of_the_whole_cost_is_as_no_cost()
    {
        SpreadMember[] members = [Alone with { OneOffCost = 400_000 }];
        var scenario = SpreadSketch.AtOnce with { Quarters = 2, Subsidy = new(1, 1, 0.5, 200_000) };

        var result = Run(members, scenario, SpreadSketch.Chance(0.5) with { NetBenefit = 0.1 });

        var first = 1 / (1 + Math.Exp(1));
        AssertChance(first, result.Probability(0, 0));
        AssertChance(first + ((1 - first) / 2), result.Probability(0, 1));
    }

    /// <summary>Minimum 1 and one more on average, so that each quarter after the first it is over with a chance of a half.</summary>
    [Fact]
    public void Lead_times_are_a_minimum_and_a_geometric_wait()
    {
        var scenario = SpreadSketch.AtOnce with { Quarters = 6, InstalledToInUse = new(1, 1) };

        var result = Run([Alone with { Step = SpreadStep.Installed, ReachedQuarter = -3 }, Alone with { Step = SpreadStep.Installed }, Alone with { Step = SpreadStep.Procured }], scenario, SpreadSketch.Chance(0.1));

        Assert.All(Enumerable.Range(0, 6), quarter => AssertChance(1 - Math.Pow(0.5, quarter + 1), result.Probability(0, quarter)));
        Assert.All(Enumerable.Range(0, 6), quarter => AssertChance(1 - Math.Pow(0.5, quarter + 1), result.Probability(1, quarter)));
        Assert.All(Enumerable.Range(0, 6), quarter => AssertChance(1 - Math.Pow(0.5, quarter), result.Probability(2, quarter)));
    }

    [Fact]
    public void A_vendor_installs_so_many_a_quarter_and_all_come_in_turn()
    {
        var scenario = SpreadSketch.AtOnce with { Quarters = 5, Deadline = 0, VendorCapacity = [2] };

        var result = Run([.. Enumerable.Repeat(Alone with { Vendor = 0 }, 7)], scenario, SpreadSketch.Chance(0.1));

        Assert.Equal([2, 4, 6, 7, 7], result.Quarters.Select(quarter => quarter.InUse.P10));
        Assert.Equal([2, 4, 6, 7, 7], result.Quarters.Select(quarter => quarter.InUse.P90));
        Assert.All(Enumerable.Range(0, 7), member => AssertChance(2 / 7.0, result.Probability(member, 0)));
        Assert.Equal([1, 2, 3], result.Arrivals.Select(arrival => arrival.P50));
    }

    [Fact]
    public void Those_who_said_no_wait_for_the_law_and_at_the_deadline_all_have_decided()
    {
        SpreadMember[] members = [Alone with { Step = SpreadStep.Declined }, Alone with { Step = SpreadStep.ManualEnough }, Alone];

        var result = Run(members, SpreadSketch.AtOnce with { Quarters = 5, LegalForceFrom = 2, Deadline = 4 }, SpreadSketch.Chance(0.2));

        Assert.All(new[] { 0, 1 }, member => Assert.Equal(0, result.Probability(member, 1)));
        Assert.All(new[] { 0, 1 }, member => AssertChance(0.2, result.Probability(member, 2)));
        Assert.All(Enumerable.Range(0, 3), member => Assert.Equal(1, result.Probability(member, 4)));
    }

    /// <summary>Two decide at once: 1,000 and 3,000 a year and a base of 8,000, half as much again from the second quarter.</summary>
    [Fact]
    public void The_owner_earns_what_the_members_pay_and_spends_what_it_costs()
    {
        SpreadMember[] members = [Alone with { YearlyCost = 1_000, OneOffCost = 500 }, Alone with { Population = 30_000, YearlyCost = 3_000, OneOffCost = 700, Weight = 3 }];
        var scenario = SpreadSketch.AtOnce with
        {
            Quarters = 2,
            Deadline = 0,
            SharedBase = 8_000,
            PriceChanges = [new(1, 1.5)],
            Owner = new() { ShareOfYearly = 0.5, ShareOfOneOff = 0.25, YearlyCost = 400, YearlyCostPerMember = 100, OneOffCostPerMember = 50 },
        };

        var result = Run(members, scenario, SpreadSketch.Chance(0.1));

        var first = (((0.5 * 12_000) - 600) / 4) + (0.25 * 1_200) - 100;
        var second = first + (((0.5 * 1.5 * 12_000) - 600) / 4);
        Assert.InRange(result.Quarters[0].OwnerResult.P50, first - 3, first + 3);
        Assert.InRange(result.Quarters[1].OwnerResult.P50, second - 5, second + 5);
        Assert.Equal(0, result.PricedMember);
        Assert.Equal([(1_000 + (8_000 / 5.0)) / 10_000, 1.5 * (1_000 + (8_000 / 5.0)) / 10_000], result.Quarters.Select(quarter => quarter.PricePerInhabitant.P50));
        Assert.Equal(40_000, result.Quarters[0].Inhabitants.P50, 10.0);
    }

    private static SpreadResult Run(SpreadMember[] members, SpreadScenario scenario, SpreadParameters parameters) =>
        SpreadSimulation.Run(SpreadSketch.Model(members, scenario, parameters), Runs, seed: 11, threads: 2);

    /// <summary>Four standard errors, and what the steps of chances are apart.</summary>
    private static void AssertChance(double expected, double found)
    {
        var distance = (4 * Math.Sqrt(expected * (1 - expected) / Runs)) + (0.0005 * expected);
        Assert.InRange(found, expected - distance, expected + distance);
    }
}
