namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>How far the solution has spread at a goal in each of the same runs, for one choice after another of whom to ask.</summary>
internal sealed class SpreadTrial(SpreadPlan plan, SpreadGoal goal, int runs, ulong seed, int threads, CancellationToken stop)
{
    private readonly SpreadTile[] _tiles = [.. Enumerable.Range(0, Math.Min(threads, ((runs - 1) / SpreadLanes.Count) + 1)).Select(_ => new SpreadTile(plan, seed))];

    /// <returns>By run: municipalities in use, or inhabitants.</returns>
    public long[] Of(IReadOnlyList<int> asked)
    {
        var outcomes = new long[runs];
        var next = -1;
        Parallel.For(0, _tiles.Length, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = threads }, worker =>
        {
            for (var first = SpreadLanes.Count * Interlocked.Increment(ref next); first < runs; first = SpreadLanes.Count * Interlocked.Increment(ref next))
            {
                _tiles[worker].Run(first, Math.Min(SpreadLanes.Count, runs - first), goal.Quarter + 1, asked, tallies: null, stop);
                Note(_tiles[worker].Sums, first, outcomes);
            }
        });
        return outcomes;
    }

    private void Note(SpreadLanes sums, int first, long[] outcomes)
    {
        for (var lane = 0; lane < SpreadLanes.Count; lane++)
        {
            var run = first + SpreadLanes.RunOf(lane);
            if (run < runs)
            {
                outcomes[run] = goal.CountsInhabitants ? sums.Inhabitants[lane] : sums.InUse[lane];
            }
        }
    }
}
