using System.Globalization;
using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Networks;

/// <summary>A tie between two nodes.</summary>
/// <param name="Weight">The strength of the tie, from <see cref="NetworkGraph.WeakestTie"/> to <see cref="NetworkGraph.StrongestTie"/>: the
/// higher, the closer the two are. Not a distance.</param>
/// <param name="IsDirected">Whether the tie leads from <paramref name="From"/> to <paramref name="To"/> only. Otherwise it leads both ways.</param>
public sealed record NetworkEdge(string From, string To, double Weight = 1, bool IsDirected = false);

/// <summary>
/// Nodes and the ties between them, checked and numbered in the order given. Several ties may join the same two nodes, a tie may join a node to
/// itself, and directed ties may stand beside others.
/// </summary>
public sealed class NetworkGraph
{
    /// <summary>Strengths outside these bounds would leave distances too coarse to compare: see <see cref="Arcs"/>.</summary>
    public const double WeakestTie = 0.000_001;

    public const double StrongestTie = 1_000_000;

    private NetworkGraph(IReadOnlyList<string> nodes, IReadOnlyList<NetworkEdge> edges, int[] from, int[] to) => (Nodes, Edges, From, To) = (nodes, edges, from, to);

    public IReadOnlyList<string> Nodes { get; }

    public IReadOnlyList<NetworkEdge> Edges { get; }

    /// <summary>The number of the node that each edge begins at.</summary>
    internal int[] From { get; }

    /// <summary>The number of the node that each edge ends at.</summary>
    internal int[] To { get; }

    /// <returns>The graph, or every reason against it. The field of a reason is its place, such as <c>edges[3].from</c>; its value is what stood there.</returns>
    public static Outcome<NetworkGraph> Create(IEnumerable<string> nodes, IEnumerable<NetworkEdge> edges)
    {
        IReadOnlyList<string> ids = [.. nodes];
        IReadOnlyList<NetworkEdge> ties = [.. edges];
        List<Reason> reasons = [];
        Dictionary<string, int> numbers = new(ids.Count, StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i].Length == 0)
            {
                reasons.Add(new("network.node-without-id", Place("nodes", i)));
            }
            else if (!numbers.TryAdd(ids[i], i))
            {
                reasons.Add(new("network.node-twice", Place("nodes", i), ids[i]));
            }
        }

        for (var i = 0; i < ties.Count; i++)
        {
            reasons.AddRange(Against(ties[i], Place("edges", i), numbers));
        }

        return reasons is [] ? new NetworkGraph(ids, ties, [.. ties.Select(t => numbers[t.From])], [.. ties.Select(t => numbers[t.To])]) : new Refusal(reasons);
    }

    private static IEnumerable<Reason> Against(NetworkEdge edge, string place, Dictionary<string, int> numbers)
    {
        if (!numbers.ContainsKey(edge.From))
        {
            yield return new("network.unknown-node", place + ".from", edge.From);
        }

        if (!numbers.ContainsKey(edge.To))
        {
            yield return new("network.unknown-node", place + ".to", edge.To);
        }

        if (edge.Weight is not (>= WeakestTie and <= StrongestTie))
        {
            yield return new("network.weight", place + ".weight", edge.Weight.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Place(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
