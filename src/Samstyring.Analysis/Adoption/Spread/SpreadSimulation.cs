namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>How a common solution spreads: many runs of a <see cref="SpreadModel"/>, the same for the same seed on any number of threads.</summary>
public static class SpreadSimulation
{
    public const int MostRuns = 1_000_000;

    /// <summary>
    /// Takes time in proportion to runs × members × quarters, and memory that does not grow with the runs. Scenarios stand side by side when they are run
    /// with the same seed: then their draws are common, and only what differs between the scenarios makes a difference.
    /// </summary>
    /// <param name="runs">From 1 to <see cref="MostRuns"/>.</param>
    /// <param name="threads">How many to use at most. It does not show in the result.</param>
    /// <param name="progress">Is told how many runs are done, never fewer than last time. Called from the threads that run, one at a time.</param>
    /// <param name="stop">Is looked at each quarter of every 64 runs.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many runs or threads.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static SpreadResult Run(SpreadModel model, int runs, ulong seed, int threads, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs, MostRuns);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return new(model, Tally(model, runs, seed, threads, progress, stop), runs, seed);
    }

    internal static SpreadTallies Tally(SpreadModel model, int runs, ulong seed, int threads, IProgress<int>? progress, CancellationToken stop)
    {
        var total = new SpreadTallies(model.Plan);
        var (tiles, next, done) = ((runs + SpreadLanes.Count - 1) / SpreadLanes.Count, -1, 0);
        Parallel.For(0, Math.Min(threads, tiles), new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = threads }, _ =>
        {
            var (tile, tallies) = (new SpreadTile(model.Plan, seed), new SpreadTallies(model.Plan));
            for (var first = SpreadLanes.Count * Interlocked.Increment(ref next); first < runs; first = SpreadLanes.Count * Interlocked.Increment(ref next))
            {
                var count = Math.Min(SpreadLanes.Count, runs - first);
                tile.Run(first, count, model.Scenario.Quarters, [], tallies, stop);
                lock (total)
                {
                    progress?.Report(done += count);
                }
            }

            lock (total)
            {
                total.Add(tallies);
            }
        });
        return total;
    }
}
