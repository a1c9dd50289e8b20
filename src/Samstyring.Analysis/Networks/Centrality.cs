namespace Samstyring.Analysis.Networks;

/// <summary>Betweenness and closeness, searched for on all cores.</summary>
internal static class Centrality
{
    /// <summary>
    /// The searches are dealt out to this many sums, which are then added in order: floating-point sums depend on their order, and so would
    /// the last digit on the number of cores.
    /// </summary>
    private const int Parts = 32;

    /// <param name="sources">The nodes to search from: all of them for the measures themselves.</param>
    /// <param name="cores">How many to use at most. It does not show in the result.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static (double[] Betweenness, double[] Closeness) Of(NetworkGraph graph, IReadOnlyList<int> sources, int cores, CancellationToken stop)
    {
        var arcs = Arcs.Of(graph);
        var parts = new PathSums[Math.Min(Parts, Math.Max(1, sources.Count))];
        Parallel.For(
            0, parts.Length, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = cores }, () => new PathSearch(arcs),
            (part, _, search) =>
            {
                parts[part] = new(arcs.Nodes);
                for (var i = part; i < sources.Count; i += parts.Length)
                {
                    stop.ThrowIfCancellationRequested();
                    search.AddFrom(sources[i], parts[part]);
                }

                return search;
            },
            _ => { });
        foreach (var part in parts.Skip(1))
        {
            parts[0].Add(part);
        }

        return (Betweenness(parts[0], arcs.Nodes), Closeness(parts[0], arcs));
    }

    private static double[] Betweenness(PathSums sums, int nodes)
    {
        var pairs = (double)(nodes - 1) * (nodes - 2);
        return [.. sums.Through.Select(through => nodes > 2 ? through / pairs : 0)];
    }

    private static double[] Closeness(PathSums sums, Arcs arcs) =>
        [.. sums.Length.Zip(sums.Reached, (length, reached) => reached == 0 ? 0 : reached / (length / arcs.UnitsOfOne) * reached / (arcs.Nodes - 1))];
}
