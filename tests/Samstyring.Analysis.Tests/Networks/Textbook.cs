using Samstyring.Analysis.Networks;

namespace Samstyring.Analysis.Tests.Networks;

/// <summary>
/// The measures as a textbook has them, written before the fast ones and kept to check them against, in tests and in the benchmark. Searches follow
/// the two algorithms of U. Brandes, «A Faster Algorithm for Betweenness Centrality», Journal of Mathematical Sociology 25 (2001), with its lists of
/// predecessors, queue and stack; what cuts a network is found by taking each node and each edge away. ByDefinition checks this in turn.
/// </summary>
internal sealed class Textbook
{
    private readonly int _nodes;
    private readonly List<(int Node, double Distance)>[] _out;

    public Textbook(NetworkGraph graph)
    {
        _nodes = graph.Nodes.Count;
        _out = [.. Enumerable.Range(0, _nodes).Select(_ => new List<(int, double)>())];
        var numbers = Numbers(graph);
        foreach (var ((from, to), distance) in Distances(graph).OrderBy(tie => (numbers[tie.Key.From], numbers[tie.Key.To])))
        {
            _out[numbers[from]].Add((numbers[to], distance));
        }

        HasOneDistance = _out.SelectMany(ties => ties).Select(tie => tie.Distance).Distinct().Count() <= 1;
    }

    /// <summary>Whether all ties are as strong, so that steps can be counted.</summary>
    public bool HasOneDistance { get; }

    /// <summary>The distance from a node to another by the strongest direct tie. A node's tie to itself leads nowhere.</summary>
    public static Dictionary<(string From, string To), double> Distances(NetworkGraph graph) =>
        graph.Edges.SelectMany(e => e.IsDirected ? new[] { (e.From, e.To, e.Weight) } : [(e.From, e.To, e.Weight), (e.To, e.From, e.Weight)])
            .Where(arc => arc.Item1 != arc.Item2)
            .GroupBy(arc => (From: arc.Item1, To: arc.Item2))
            .ToDictionary(arcs => arcs.Key, arcs => 1 / arcs.Max(arc => arc.Weight));

    /// <returns>The betweenness of each node, normalised, and its closeness, summed over paths from these nodes only.</returns>
    public (double[] Betweenness, double[] Closeness) Centrality(IEnumerable<int> sources)
    {
        var betweenness = new double[_nodes];
        var distances = new double[_nodes];
        var reached = new int[_nodes];
        foreach (var source in sources)
        {
            var found = HasOneDistance ? ByQueue(source) : ByDistance(source);
            var dependency = new double[_nodes];
            while (found.Order.TryPop(out var w))
            {
                foreach (var v in found.Predecessors[w])
                {
                    dependency[v] += found.Paths[v] / found.Paths[w] * (1 + dependency[w]);
                }

                if (w != source)
                {
                    betweenness[w] += dependency[w];
                    distances[w] += found.Distance[w];
                    reached[w]++;
                }
            }
        }

        return (
            [.. betweenness.Select(sum => _nodes > 2 ? sum / ((double)(_nodes - 1) * (_nodes - 2)) : 0)],
            [.. distances.Zip(reached, (sum, r) => r > 0 ? r / sum * r / (_nodes - 1) : 0)]);
    }

    /// <returns>For each node the lowest number of a node it is tied to, directly or through others, whatever the direction.</returns>
    public static int[] Components(int nodes, IReadOnlyCollection<(int From, int To)> ties)
    {
        int[] lowest = [.. Enumerable.Range(0, nodes)];
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (from, to) in ties)
            {
                var low = Math.Min(lowest[from], lowest[to]);
                changed |= lowest[from] != low || lowest[to] != low;
                (lowest[from], lowest[to]) = (low, low);
            }
        }

        return lowest;
    }

    /// <returns>The nodes without which the rest falls into more parts than there were.</returns>
    public static IReadOnlyList<string> ArticulationPoints(NetworkGraph graph)
    {
        var before = Components(graph.Nodes.Count, Ties(graph)).Distinct().Count();
        return [.. graph.Nodes.Where((_, v) =>
            Components(graph.Nodes.Count, [.. Ties(graph).Where(t => t.From != v && t.To != v)]).Where((_, node) => node != v).Distinct().Count() > before)];
    }

    /// <returns>The edges without which there are more parts than there were.</returns>
    public static IReadOnlyList<NetworkEdge> Bridges(NetworkGraph graph)
    {
        var before = Components(graph.Nodes.Count, Ties(graph)).Distinct().Count();
        return [.. graph.Edges.Where((_, e) => Components(graph.Nodes.Count, [.. Ties(graph).Where((_, other) => other != e)]).Distinct().Count() > before)];
    }

    public static IReadOnlyList<(int From, int To)> Ties(NetworkGraph graph)
    {
        var numbers = Numbers(graph);
        return [.. graph.Edges.Select(e => (numbers[e.From], numbers[e.To]))];
    }

    private static Dictionary<string, int> Numbers(NetworkGraph graph) => graph.Nodes.Select((id, i) => (id, i)).ToDictionary(node => node.id, node => node.i, StringComparer.Ordinal);

    private sealed record Search(double[] Distance, double[] Paths, List<int>[] Predecessors, Stack<int> Order);

    private Search Begin(int source)
    {
        Search search = new(new double[_nodes], new double[_nodes], [.. Enumerable.Range(0, _nodes).Select(_ => new List<int>())], []);
        Array.Fill(search.Distance, double.PositiveInfinity);
        search.Distance[source] = 0;
        search.Paths[source] = 1;
        return search;
    }

    /// <summary>Brandes' first algorithm: breadth first.</summary>
    private Search ByQueue(int source)
    {
        var search = Begin(source);
        Queue<int> queue = new([source]);
        while (queue.TryDequeue(out var v))
        {
            search.Order.Push(v);
            foreach (var (w, distance) in _out[v])
            {
                if (double.IsPositiveInfinity(search.Distance[w]))
                {
                    queue.Enqueue(w);
                    search.Distance[w] = search.Distance[v] + distance;
                }

                if (search.Distance[w] == search.Distance[v] + distance)
                {
                    search.Paths[w] += search.Paths[v];
                    search.Predecessors[w].Add(v);
                }
            }
        }

        return search;
    }

    /// <summary>The same for distances that differ, by Dijkstra with a sorted set for the queue.</summary>
    private Search ByDistance(int source)
    {
        var search = Begin(source);
        SortedSet<(double Distance, int Node)> queue = [(0, source)];
        while (queue.Count > 0)
        {
            var (_, v) = queue.Min;
            queue.Remove(queue.Min);
            search.Order.Push(v);
            foreach (var (w, distance) in _out[v])
            {
                var through = search.Distance[v] + distance;
                if (through < search.Distance[w])
                {
                    queue.Remove((search.Distance[w], w));
                    queue.Add((through, w));
                    search.Distance[w] = through;
                    search.Paths[w] = 0;
                    search.Predecessors[w].Clear();
                }

                if (through == search.Distance[w])
                {
                    search.Paths[w] += search.Paths[v];
                    search.Predecessors[w].Add(v);
                }
            }
        }

        return search;
    }
}
