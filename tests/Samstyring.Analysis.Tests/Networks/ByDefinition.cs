using Samstyring.Analysis.Networks;

namespace Samstyring.Analysis.Tests.Networks;

/// <summary>
/// Betweenness and closeness word by word from their definitions (L. C. Freeman 1977; S. Wasserman and K. Faust 1994): every path without a
/// repeated node is walked, the shortest are kept. For a handful of nodes only.
/// </summary>
internal static class ByDefinition
{
    public static (double[] Betweenness, double[] Closeness) Centrality(NetworkGraph graph)
    {
        var n = graph.Nodes.Count;
        var betweenness = new double[n];
        var closeness = new double[n];
        for (var t = 0; t < n; t++)
        {
            double sum = 0, reached = 0;
            for (var s = 0; s < n; s++)
            {
                if (s != t && ShortestPaths(graph, s, t) is (var length, { Count: > 0 } paths))
                {
                    (sum, reached) = (sum + length, reached + 1);
                    foreach (var between in paths.SelectMany(path => path[1..^1]))
                    {
                        betweenness[between] += 1.0 / paths.Count / ((n - 1) * (n - 2));
                    }
                }
            }

            closeness[t] = reached > 0 ? reached / (n - 1) * (reached / sum) : 0;
        }

        return (betweenness, closeness);
    }

    private static (double Length, List<int[]> Paths) ShortestPaths(NetworkGraph graph, int source, int target)
    {
        var distances = Textbook.Distances(graph);
        var (best, paths) = (double.PositiveInfinity, new List<int[]>());
        Walk([source], 0);
        return (best, paths);

        void Walk(int[] path, double length)
        {
            if (path[^1] == target)
            {
                if (length < best)
                {
                    paths.Clear();
                    best = length;
                }

                if (length == best)
                {
                    paths.Add(path);
                }

                return;
            }

            for (var next = 0; next < graph.Nodes.Count; next++)
            {
                if (!path.Contains(next) && distances.TryGetValue((graph.Nodes[path[^1]], graph.Nodes[next]), out var distance) && length + distance <= best)
                {
                    Walk([.. path, next], length + distance);
                }
            }
        }
    }
}
