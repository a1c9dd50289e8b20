using System.Runtime.InteropServices;

namespace Samstyring.Analysis.Networks;

/// <summary>What the searches from some of the nodes add up to, for each node.</summary>
internal sealed class PathSums(int nodes)
{
    /// <summary>Shares of shortest paths that go through the node and end at another.</summary>
    public double[] Through { get; } = new double[nodes];

    /// <summary>Lengths of the shortest paths to the node, in the units of <see cref="Arcs"/>.</summary>
    public double[] Length { get; } = new double[nodes];

    /// <summary>Searched nodes that a path leads from.</summary>
    public int[] Reached { get; } = new int[nodes];

    public void Add(PathSums other)
    {
        for (var i = 0; i < Through.Length; i++)
        {
            Through[i] += other.Through[i];
            Length[i] += other.Length[i];
            Reached[i] += other.Reached[i];
        }
    }
}

/// <summary>
/// Finds all shortest paths from one node after another and adds up what goes through each node, as in U. Brandes, «A Faster Algorithm for
/// Betweenness Centrality» (2001), with the nodes that paths go on to in one row in place of lists of predecessors. Where
/// ties differ these are found on the way back, when all distances are known. One for each thread.
/// </summary>
internal sealed class PathSearch(Arcs arcs)
{
    private const long NotReached = long.MaxValue;

    private const int NoSteps = -1;

    /// <summary>2^512. The number of paths doubles with every diamond that follows another, and soon passes what a double holds.</summary>
    private const double Many = 1.3407807929942597e154;

    /// <summary>What is kept of a node together, as it is read together.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct State
    {
        public long Distance;

        /// <summary>The number of shortest paths from the source, divided by <see cref="Many"/> as often as <see cref="Scale"/> says.</summary>
        public double Paths;

        /// <summary>What one path through the node carries to it and beyond: (1 + dependency) / paths.</summary>
        public double Carried;

        public int Scale;
    }

    private readonly State[] _states = NewStates(arcs.Nodes);
    private readonly int[] _order = new int[arcs.Nodes];

    /// <summary>Distances again, where all ties are equal: most arcs need to know only these, and they fit in the nearest cache.</summary>
    private readonly int[] _steps = NewSteps(arcs.Nodes);

    /// <summary>Where all ties are equal: the nodes that shortest paths go on to, for one node after another in the order found, and where those of each begin.</summary>
    private readonly int[] _next = new int[arcs.Target.Length];
    private readonly int[] _firstNext = new int[arcs.Nodes + 1];
    private readonly PriorityQueue<int, long> _queue = new();

    /// <summary>Adds all paths from a node to the sums.</summary>
    public void AddFrom(int source, PathSums sums)
    {
        _states[source] = new() { Distance = 0, Paths = 1 };
        _steps[source] = 0;
        var found = arcs.AreEqual ? BySteps(source) : ByLength(source);
        for (var i = found - 1; i > 0; i--)
        {
            var node = _order[i];
            ref var state = ref _states[node];
            var dependency = state.Paths * (arcs.AreEqual ? BeyondBySteps(i, state.Scale) : BeyondByLength(node));
            state.Carried = (1 + dependency) / state.Paths;
            sums.Through[node] += dependency;
            sums.Length[node] += state.Distance;
            sums.Reached[node]++;
        }

        for (var i = 0; i < found; i++)
        {
            _states[_order[i]].Distance = NotReached;
            _steps[_order[i]] = NoSteps;
        }
    }

    private static State[] NewStates(int nodes)
    {
        var states = new State[nodes];
        Array.Fill(states, new() { Distance = NotReached });
        return states;
    }

    private static int[] NewSteps(int nodes)
    {
        var steps = new int[nodes];
        Array.Fill(steps, NoSteps);
        return steps;
    }

    /// <returns>How many nodes were found; they stand in the order of their distance.</returns>
    private int BySteps(int source)
    {
        var (states, steps, successors) = (_states, _steps, _next);
        _order[0] = source;
        var (found, count) = (1, 0);
        for (var next = 0; next < found; next++)
        {
            var node = _order[next];
            _firstNext[next] = count;
            var from = Settle(node);
            var through = steps[node] + 1;
            foreach (var target in arcs.Target.AsSpan(arcs.First[node]..arcs.First[node + 1]))
            {
                if (steps[target] == NoSteps)
                {
                    ref var to = ref states[target];
                    (to.Distance, to.Paths, to.Scale) = (through, from.Paths, from.Scale);
                    steps[target] = through;
                    _order[found++] = target;
                    successors[count++] = target;
                }
                else if (steps[target] == through)
                {
                    AddPaths(ref states[target], from);
                    successors[count++] = target;
                }
            }
        }

        _firstNext[found] = count;
        return found;
    }

    /// <inheritdoc cref="BySteps"/>
    private int ByLength(int source)
    {
        var found = 0;
        _queue.Enqueue(source, 0);
        while (_queue.TryDequeue(out var node, out var distance))
        {
            if (distance > _states[node].Distance)
            {
                continue; // A shorter way was found after this one was queued.
            }

            _order[found++] = node;
            var from = Settle(node);
            for (var arc = arcs.First[node]; arc < arcs.First[node + 1]; arc++)
            {
                var target = arcs.Target[arc];
                ref var to = ref _states[target];
                var through = distance + arcs.Length[arc];
                if (through < to.Distance)
                {
                    (to.Distance, to.Paths, to.Scale) = (through, from.Paths, from.Scale);
                    _queue.Enqueue(target, through);
                }
                else if (through == to.Distance)
                {
                    AddPaths(ref to, from);
                }
            }
        }

        return found;
    }

    private double BeyondBySteps(int place, int scale)
    {
        var states = _states;
        double sum = 0;
        foreach (var target in _next.AsSpan(_firstNext[place].._firstNext[place + 1]))
        {
            sum += Carried(states[target], scale);
        }

        return sum;
    }

    private double BeyondByLength(int node)
    {
        var from = _states[node];
        double sum = 0;
        for (var arc = arcs.First[node]; arc < arcs.First[node + 1]; arc++)
        {
            ref readonly var to = ref _states[arcs.Target[arc]];
            if (to.Distance == from.Distance + arcs.Length[arc])
            {
                sum += Carried(to, from.Scale);
            }
        }

        return sum;
    }

    /// <summary>All paths to the node are counted: its number is final, and made small enough to go on with.</summary>
    private State Settle(int node)
    {
        ref var state = ref _states[node];
        if (state.Paths > Many)
        {
            state.Paths /= Many;
            state.Scale++;
        }

        return state;
    }

    private static void AddPaths(ref State to, in State from)
    {
        if (to.Scale == from.Scale)
        {
            to.Paths += from.Paths;
        }
        else if (to.Scale > from.Scale)
        {
            to.Paths += Scaled(from.Paths, to.Scale - from.Scale);
        }
        else
        {
            to.Paths = from.Paths + Scaled(to.Paths, from.Scale - to.Scale);
            to.Scale = from.Scale;
        }
    }

    private static double Carried(in State to, int scale) => to.Scale == scale ? to.Carried : Scaled(to.Carried, to.Scale - scale);

    /// <summary>Divided by 2^512 this often; nothing is left of it after the first.</summary>
    private static double Scaled(double value, int times) => times == 1 ? value / Many : 0;
}
