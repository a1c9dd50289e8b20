using Samstyring.Analysis.Adoption.Spread;

namespace Samstyring.Analysis.Tests.Adoption.Spread;

public sealed class SpreadOracleTests
{
    /// <summary>From the authors' own file of known answers (Random123, <c>kat_vectors</c>, philox4x32 with ten rounds): counter, key, words.</summary>
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000_00000000ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffff_fffffffful, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0x299f31d0_a4093822ul, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Random_words_are_those_that_the_authors_publish(uint a, uint b, uint c, uint d, ulong seed, uint first, uint second, uint third, uint fourth)
    {
        var random = new Philox(seed);

        var sixteen = random.Draw(System.Runtime.Intrinsics.Vector512.Create(a), b, c, d);

        Assert.Equal((first, second, third, fourth), random.Draw(a, b, c, d));
        Assert.Equal((first, second, third, fourth), (sixteen.First[0], sixteen.Second[7], sixteen.Third[8], sixteen.Fourth[15]));
    }

    /// <summary>More runs than fill whole tiles, few members and many, with everything on.</summary>
    [Theory, InlineData(1, 12, 8, 1), InlineData(2, 40, 20, 100), InlineData(3, 357, 40, 130), InlineData(4, 60, 12, 64), InlineData(5, 357, 24, 65), InlineData(6, 90, 40, 300)]
    public void The_simulation_counts_what_the_oracle_counts(int seed, int members, int quarters, int runs)
    {
        var model = SpreadSketch.Model(SpreadSketch.Members(members, seed), SpreadSketch.Scenario(quarters, seed));

        AssertSame(model, runs, (ulong)seed);
    }

    /// <summary>Neighbours in use are counted in bytes; who has more than a byte can count has a row of its own.</summary>
    [Fact]
    public void A_member_with_more_neighbours_than_a_byte_holds_counts_as_the_oracle_does()
    {
        var members = SpreadSketch.Members(400, 8);
        SpreadMember[] star = [.. members.Select((member, i) => member with { Neighbours = i == 0 ? [.. Enumerable.Range(1, 399)] : [.. member.Neighbours.Where(other => other != 0), 0] })];

        AssertSame(SpreadSketch.Model(star, SpreadSketch.Scenario(16, 8)), 70, 8);
    }

    /// <summary>The first borders on the last, the second on the last but one: what a member changes is far from where the simulation is at work.</summary>
    [Fact]
    public void Neighbours_far_apart_count_as_the_oracle_does()
    {
        SpreadMember[] folded = [.. SpreadSketch.Members(300, 9).Select((member, i) => member with { Neighbours = [299 - i, (i + 150) % 300] })];

        AssertSame(SpreadSketch.Model(folded, SpreadSketch.Scenario(20, 9)), 130, 9);
    }

    [Fact]
    public void Cooperations_and_networks_whose_members_are_spread_out_count_as_the_oracle_does()
    {
        SpreadMember[] spread = [.. SpreadSketch.Members(300, 10).Select((member, i) => member with { Cooperation = i % 60, Network = i % 7 })];

        AssertSame(SpreadSketch.Model(spread, SpreadSketch.Scenario(20, 10)), 130, 10);
    }

    /// <summary>The vendors have more customers than they install, so that it matters in most quarters who is first.</summary>
    [Theory, InlineData(0), InlineData(1), InlineData(3)]
    public void Long_queues_count_as_the_oracle_does(int capacity)
    {
        var scenario = SpreadSketch.Scenario(24, 11) with { VendorCapacity = [capacity, capacity, 2 * capacity] };

        AssertSame(SpreadSketch.Model(SpreadSketch.Members(300, 11), scenario), 130, 11);
    }

    [Fact]
    public void One_thread_and_two_count_the_same()
    {
        var model = SpreadSketch.Model(SpreadSketch.Members(100, 7), SpreadSketch.Scenario(20, 7));

        var (one, two) = (SpreadSimulation.Tally(model, 1_000, 42, 1, null, default), SpreadSimulation.Tally(model, 1_000, 42, 2, null, default));

        Assert.Equal(one.MemberInUse, two.MemberInUse);
        Assert.Equal(one.Reached, two.Reached);
        Assert.All(Enumerable.Range(0, 20), quarter => Assert.Equal(one.Result[quarter].Percentiles(), two.Result[quarter].Percentiles()));
    }

    private static void AssertSame(SpreadModel model, int runs, ulong seed)
    {
        var tallies = SpreadSimulation.Tally(model, runs, seed, 2, null, default);
        var result = new SpreadResult(model, tallies, runs, seed);
        var oracle = new SpreadOracle(model, seed);
        OracleRun[] expected = [.. Enumerable.Range(0, runs).Select(oracle.Run)];

        Assert.Equal(
            Enumerable.Range(0, model.Scenario.Quarters).SelectMany(quarter => Enumerable.Range(0, model.Members.Count).Select(i => expected.Count(run => run.InUseAt[i] == quarter))),
            tallies.MemberInUse);
        foreach (var quarter in result.Quarters)
        {
            Assert.Equal(Percentiles(expected.Select(run => (double)run.Decided[quarter.Quarter])), quarter.Decided);
            Assert.Equal(Percentiles(expected.Select(run => (double)run.InUse[quarter.Quarter])), quarter.InUse);
            AssertNear(Percentiles(expected.Select(run => (double)run.Inhabitants[quarter.Quarter])), quarter.Inhabitants, tallies.Inhabitants[quarter.Quarter].Coarseness);
            AssertNear(Percentiles(expected.Select(run => (double)run.Sharers[quarter.Quarter])), tallies.Sharers[quarter.Quarter].Percentiles(), tallies.Sharers[quarter.Quarter].Coarseness);
            AssertNear(Percentiles(expected.Select(run => run.Result[quarter.Quarter])), quarter.OwnerResult, tallies.Result[quarter.Quarter].Coarseness + 1);
        }

        Assert.All(result.Arrivals, arrival => Assert.Equal(expected.Count(run => run.InUse[^1] < arrival.Municipalities) / (double)runs, arrival.NotWithinHorizon));
        Assert.All(result.Arrivals, arrival => Assert.Equal(Median(expected, arrival.Municipalities), arrival.P50));
    }

    private static int? Median(OracleRun[] runs, int municipalities)
    {
        int[] quarters = [.. runs.Select(run => Array.FindIndex(run.InUse, count => count >= municipalities)).Select(quarter => quarter < 0 ? int.MaxValue : quarter).Order()];
        var median = quarters[(int)Math.Ceiling(0.5 * quarters.Length) - 1];
        return median == int.MaxValue ? null : median;
    }

    private static SpreadPercentiles Percentiles(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(At(0.1), At(0.25), At(0.5), At(0.75), At(0.9));

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    private static void AssertNear(SpreadPercentiles expected, SpreadPercentiles found, double distance)
    {
        Assert.InRange(found.P10, expected.P10 - distance, expected.P10 + distance);
        Assert.InRange(found.P25, expected.P25 - distance, expected.P25 + distance);
        Assert.InRange(found.P50, expected.P50 - distance, expected.P50 + distance);
        Assert.InRange(found.P75, expected.P75 - distance, expected.P75 + distance);
        Assert.InRange(found.P90, expected.P90 - distance, expected.P90 + distance);
    }
}
