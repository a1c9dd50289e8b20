namespace Samstyring.Analysis.Networks;

/// <summary>How central a node is.</summary>
/// <param name="Degree">Ends of ties at the node, in and out; a tie to itself counts two.</param>
/// <param name="Betweenness">The share, 0 to 1, of the shortest paths between all ordered pairs of others that go through the node; where a pair has
/// several, each counts its part (Freeman's, divided by (n − 1)(n − 2)). Paths prefer strong ties: a tie of strength w is 1/w long.</param>
/// <param name="Closeness">(r/d)(r/(n − 1)), where r others have a path to the node and d is the sum of their distances (S. Wasserman and K. Faust, 1994):
/// 0 where nobody has. Between 0 and the strength of the strongest tie.</param>
/// <param name="Component">The number, from 1, of the part of the network that hangs together with the node, whatever the direction of ties.</param>
public sealed record NodeMeasures(string Id, int Degree, double Betweenness, double Closeness, int Component);

/// <summary>Who is central in a network, and what holds it together. The same to the last digit on any number of cores.</summary>
/// <param name="Nodes">In the order of the graph.</param>
/// <param name="ArticulationPoints">Nodes without which a component falls apart, in the order of the graph. Directed ties count as ties both ways here.</param>
/// <param name="Bridges">Edges without which a component falls apart, likewise.</param>
public sealed record NetworkMeasures(IReadOnlyList<NodeMeasures> Nodes, IReadOnlyList<string> ArticulationPoints, IReadOnlyList<NetworkEdge> Bridges)
{
    /// <summary>Takes time in proportion to nodes × edges, on all cores.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static NetworkMeasures Of(NetworkGraph graph, CancellationToken stop = default)
    {
        var (betweenness, closeness) = Centrality.Of(graph, [.. Enumerable.Range(0, graph.Nodes.Count)], Environment.ProcessorCount, stop);
        var connectivity = new Connectivity(graph);
        var degree = new int[graph.Nodes.Count];
        foreach (var node in graph.From.Concat(graph.To))
        {
            degree[node]++;
        }

        return new(
            [.. graph.Nodes.Select((id, i) => new NodeMeasures(id, degree[i], betweenness[i], closeness[i], connectivity.Component[i]))],
            [.. graph.Nodes.Where((_, i) => connectivity.IsArticulationPoint[i])],
            [.. graph.Edges.Where((_, i) => connectivity.IsBridge[i])]);
    }
}
