using Samstyring.Analysis.Adoption.Spread;

namespace Samstyring.Analysis.Tests.Adoption.Spread;

public sealed class SpreadSimulationTests
{
    private static readonly SpreadModel Model = SpreadSketch.Model(SpreadSketch.Members(60, 1), SpreadSketch.Scenario(20, 1));

    [Fact]
    public void The_same_seed_gives_the_same_and_another_seed_another()
    {
        Assert.Equal(SpreadSimulation.Run(Model, 200, 1, 1).Quarters, SpreadSimulation.Run(Model, 200, 1, 2).Quarters);
        Assert.NotEqual(SpreadSimulation.Run(Model, 200, 1, 1).Quarters, SpreadSimulation.Run(Model, 200, 2, 1).Quarters);
    }

    [Fact]
    public void Scenarios_with_the_same_seed_differ_only_by_what_differs()
    {
        var scenario = SpreadSketch.Scenario(20, 1) with { LegalForceFrom = null, Deadline = null };
        var members = SpreadSketch.Members(60, 1);
        var (without, with) = (SpreadSimulation.Run(SpreadSketch.Model(members, scenario), 300, 9, 2), SpreadSimulation.Run(SpreadSketch.Model(members, scenario with { LegalForceFrom = 12 }), 300, 9, 2));

        Assert.Equal(without.Quarters.Take(12), with.Quarters.Take(12));
        Assert.True(with.Quarters[^1].Decided.P50 > without.Quarters[^1].Decided.P50);
    }

    [Fact]
    public void Shares_never_fall_and_nobody_who_cannot_use_it_does()
    {
        var result = SpreadSimulation.Run(Model, 200, 1, 2);

        Assert.All(result.Quarters.Zip(result.Quarters.Skip(1)), pair => Assert.True(pair.First.InUse.P50 <= pair.Second.InUse.P50 && pair.First.Decided.P10 <= pair.Second.Decided.P10));
        Assert.All(Enumerable.Range(0, 60).Where(i => !Model.Members[i].IsEligible), member => Assert.Equal(0, result.Probability(member, 19)));
        Assert.Equal(Model.Members.Count(member => member.IsEligible), result.EligibleMunicipalities);
        Assert.All(result.Quarters, quarter => Assert.InRange(quarter.Decided.P90, 0, result.EligibleMunicipalities));
    }

    [Fact]
    public void What_is_assumed_is_named()
    {
        Assert.Equal(
            ["spread.default.baseline", "spread.default.neighbours", "spread.default.network", "spread.default.cooperation", "spread.default.vendor", "spread.default.size", "spread.default.netBenefit", "spread.default.budgetSeason", "spread.default.legalForce", "spread.default.subsidy", .. SpreadAssumptions.OfTheModel],
            SpreadSimulation.Run(Model, 1, 1, 1).Assumptions);
        var fitted = SpreadSketch.Model(Model.Members, parameters: SpreadParameters.Default with { Fitted = [SpreadFactor.Baseline, SpreadFactor.Size] });
        Assert.DoesNotContain("spread.default.size", SpreadSimulation.Run(fitted, 1, 1, 1).Assumptions);
    }

    [Theory, InlineData(1), InlineData(2)]
    public void Progress_is_told_run_by_run_and_ends_at_all(int threads)
    {
        var progress = new Noted<int>();

        SpreadSimulation.Run(Model, 200, 1, threads, progress);

        Assert.Equal(progress.Values.Order(), progress.Values);
        Assert.Equal(200, progress.Values[^1]);
        Assert.Equal(4, progress.Values.Count);
    }

    /// <summary>At a report of progress, so that it is in the middle of the work.</summary>
    [Theory, InlineData(1), InlineData(2)]
    public void It_stops_when_asked_to(int threads)
    {
        using var stop = new CancellationTokenSource();
        var progress = new Noted<int> { Then = _ => stop.Cancel() };

        Assert.Throws<OperationCanceledException>(() => SpreadSimulation.Run(Model, SpreadSimulation.MostRuns, 1, threads, progress, stop.Token));

        Assert.InRange(progress.Values.Count, 1, threads);
    }

    [Fact]
    public void Memory_does_not_grow_with_the_runs()
    {
        SpreadSimulation.Run(Model, 64, 1, 1);

        Assert.InRange(Allocated(64 * 200), 0, Allocated(64) * 1.2);

        static double Allocated(int runs)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            SpreadSimulation.Run(Model, runs, 1, threads: 1);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Runs_and_threads_out_of_range_are_bugs()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SpreadSimulation.Run(Model, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpreadSimulation.Run(Model, SpreadSimulation.MostRuns + 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpreadSimulation.Run(Model, 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpreadSimulation.Run(Model, 1, 1, 1).Probability(60, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpreadSimulation.Run(Model, 1, 1, 1).Probability(0, 20));
    }
}

/// <summary>Progress as it is told, at once and on the thread that tells.</summary>
internal sealed class Noted<T> : IProgress<T>
{
    public List<T> Values { get; } = [];

    public Action<T>? Then { get; init; }

    public void Report(T value)
    {
        Values.Add(value);
        Then?.Invoke(value);
    }
}
