namespace Samstyring.Analysis.Networks;

/// <summary>
/// What hangs together, and what alone holds it together, with directed ties taken as ties both ways. One walk in depth (J. Hopcroft and R. Tarjan,
/// Communications of the ACM 16, 1973), with a stack of its own: a long row of nodes must not end the program's.
/// </summary>
internal sealed class Connectivity
{
    private readonly NetworkGraph _graph;
    private readonly int[] _first;
    private readonly int[] _edges;
    private readonly int[] _next;
    private readonly int[] _entered;
    private readonly int[] _lowest;
    private readonly int[] _cameBy;
    private readonly Stack<int> _path = new();
    private int _clock;

    public Connectivity(NetworkGraph graph)
    {
        var nodes = graph.Nodes.Count;
        (_graph, _entered, _lowest, _cameBy) = (graph, new int[nodes], new int[nodes], new int[nodes]);
        (Component, IsArticulationPoint, IsBridge) = (new int[nodes], new bool[nodes], new bool[graph.Edges.Count]);
        (_first, _edges) = EdgesOfNodes(graph);
        _next = [.. _first];
        var components = 0;
        for (var node = 0; node < nodes; node++)
        {
            if (_entered[node] == 0)
            {
                Walk(node, ++components);
            }
        }
    }

    /// <summary>The number of each node's component, from 1 in the order of the nodes.</summary>
    public int[] Component { get; }

    /// <summary>Whether a component falls apart without the node.</summary>
    public bool[] IsArticulationPoint { get; }

    /// <summary>Whether a component falls apart without the edge. Of two edges between the same nodes neither is one.</summary>
    public bool[] IsBridge { get; }

    private static (int[] First, int[] Edges) EdgesOfNodes(NetworkGraph graph)
    {
        var first = new int[graph.Nodes.Count + 1];
        foreach (var node in graph.From.Concat(graph.To))
        {
            first[node + 1]++;
        }

        for (var node = 0; node < graph.Nodes.Count; node++)
        {
            first[node + 1] += first[node];
        }

        var (edges, free) = (new int[first[^1]], first[..^1]);
        for (var edge = 0; edge < graph.Edges.Count; edge++)
        {
            edges[free[graph.From[edge]]++] = edge;
            edges[free[graph.To[edge]]++] = edge;
        }

        return (first, edges);
    }

    private void Walk(int root, int component)
    {
        const int None = -1;
        var branches = 0;
        Enter(root, None, component);
        while (_path.TryPeek(out var node))
        {
            if (_next[node] < _first[node + 1])
            {
                Follow(node, _edges[_next[node]++], component);
                continue;
            }

            _path.Pop();
            if (_path.TryPeek(out var parent))
            {
                _lowest[parent] = Math.Min(_lowest[parent], _lowest[node]);
                IsBridge[_cameBy[node]] = _lowest[node] > _entered[parent];
                IsArticulationPoint[parent] |= parent != root && _lowest[node] >= _entered[parent];
                branches += parent == root ? 1 : 0;
            }
        }

        IsArticulationPoint[root] = branches > 1;
    }

    private void Enter(int node, int edge, int component)
    {
        _entered[node] = _lowest[node] = ++_clock;
        _cameBy[node] = edge;
        Component[node] = component;
        _path.Push(node);
    }

    private void Follow(int node, int edge, int component)
    {
        if (edge == _cameBy[node])
        {
            return;
        }

        var other = _graph.From[edge] == node ? _graph.To[edge] : _graph.From[edge];
        if (_entered[other] == 0)
        {
            Enter(other, edge, component);
        }
        else
        {
            _lowest[node] = Math.Min(_lowest[node], _entered[other]);
        }
    }
}
