namespace Samstyring.Analysis.Networks;

/// <summary>
/// A graph as paths see it: for each node the nodes that one step leads to, in order, with the length of the step. A tie that is not directed is a
/// step each way; of several ties the same way only the strongest counts; a tie from a node to itself leads nowhere.
/// <para>
/// The distance over a tie of strength w is 1/w. Lengths are distances in whole units, so that sums are exact: three steps of 1/3 are as long as one of
/// 1, and what is equally long is found to be so whatever the order of adding. The unit divides the distance over the strongest tie by 232,792,560, the least
/// number that all of 1 to 22 divide; it is coarser only where the longest path would not fit in 63 bits.
/// </para>
/// </summary>
internal sealed class Arcs
{
    private const double FinestUnits = 232_792_560;

    private const double LongestPath = 1L << 62;

    private Arcs(int[] first, int[] target, long[] length, double unitsOfOne, bool areEqual) =>
        (First, Target, Length, UnitsOfOne, AreEqual) = (first, target, length, unitsOfOne, areEqual);

    /// <summary>Where the arcs of each node begin; those of the last end at the last number.</summary>
    public int[] First { get; }

    public int[] Target { get; }

    public long[] Length { get; }

    /// <summary>Units in a distance of 1.</summary>
    public double UnitsOfOne { get; }

    /// <summary>Whether every length is 1.</summary>
    public bool AreEqual { get; }

    public int Nodes => First.Length - 1;

    public static Arcs Of(NetworkGraph graph)
    {
        var nodes = graph.Nodes.Count;
        var (keys, weights) = Sorted(graph);
        var first = new int[nodes + 1];
        var target = new int[keys.Length];
        var count = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (i > 0 && keys[i] == keys[i - 1])
            {
                weights[count - 1] = Math.Max(weights[count - 1], weights[i]);
                continue;
            }

            target[count] = (int)(keys[i] % nodes);
            weights[count] = weights[i];
            first[(int)(keys[i] / nodes) + 1] = ++count;
        }

        for (var node = 1; node <= nodes; node++)
        {
            first[node] = Math.Max(first[node], first[node - 1]);
        }

        var (length, unitsOfOne, areEqual) = Measure(weights.AsSpan(0, count), nodes);
        return new(first, target[..count], length, unitsOfOne, areEqual);
    }

    /// <returns>The steps as from × nodes + to, in order, and the strength of each.</returns>
    private static (long[] Keys, double[] Weights) Sorted(NetworkGraph graph)
    {
        List<long> keys = new(2 * graph.Edges.Count);
        List<double> weights = new(2 * graph.Edges.Count);
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            var (from, to, edge) = (graph.From[i], graph.To[i], graph.Edges[i]);
            if (from == to)
            {
                continue;
            }

            keys.Add(((long)from * graph.Nodes.Count) + to);
            weights.Add(edge.Weight);
            if (!edge.IsDirected)
            {
                keys.Add(((long)to * graph.Nodes.Count) + from);
                weights.Add(edge.Weight);
            }
        }

        var (sorted, strengths) = (keys.ToArray(), weights.ToArray());
        Array.Sort(sorted, strengths);
        return (sorted, strengths);
    }

    private static (long[] Length, double UnitsOfOne, bool AreEqual) Measure(ReadOnlySpan<double> weights, int nodes)
    {
        var (weakest, strongest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var weight in weights)
        {
            (weakest, strongest) = (Math.Min(weakest, weight), Math.Max(strongest, weight));
        }

        var length = new long[weights.Length];
        if (weakest >= strongest)
        {
            Array.Fill(length, 1);
            return (length, strongest, true);
        }

        var units = Math.Max(1, Math.Min(FinestUnits, Math.Floor(LongestPath / (strongest / weakest * nodes))));
        for (var i = 0; i < length.Length; i++)
        {
            length[i] = (long)Math.Round(units * strongest / weights[i]);
        }

        return (length, units * strongest, false);
    }
}
