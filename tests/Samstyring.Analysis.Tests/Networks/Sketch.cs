using FsCheck;
using FsCheck.Fluent;
using Samstyring.Analysis.Networks;
using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Tests.Networks;

/// <summary>A graph before it is checked, and how to draw one at random: with loops, several ties between the same nodes, and nodes without any.</summary>
internal sealed record Sketch(int Nodes, IReadOnlyList<NetworkEdge> Edges)
{
    /// <summary>Their distances add up without rounding, so that the oracles find what is equally long.</summary>
    private static readonly double[] Strengths = [0.25, 0.5, 1, 2, 4];

    public NetworkGraph Graph => Accepted(NetworkGraph.Create(Enumerable.Range(0, Nodes).Select(Id), Edges));

    public static Arbitrary<Sketch> AtRandom(int mostNodes, int mostEdges) => (
        from nodes in Gen.Choose(0, mostNodes)
        from edges in Gen.Choose(0, nodes == 0 ? 0 : mostEdges)
        from isWeighted in Gen.Elements(true, false)
        from directed in Gen.Elements<bool?>(true, false, null)
        from drawn in Edge(nodes, isWeighted, directed).ListOf(edges)
        select new Sketch(nodes, [.. drawn])).ToArbitrary();

    public static NetworkGraph Of(params IEnumerable<(string From, string To)> ties)
    {
        IReadOnlyList<NetworkEdge> edges = [.. ties.Select(tie => new NetworkEdge(tie.From, tie.To))];
        return Accepted(NetworkGraph.Create(edges.SelectMany(e => new[] { e.From, e.To }).Distinct(), edges));
    }

    public static T Accepted<T>(Outcome<T> outcome)
        where T : class => outcome.IsAccepted(out var accepted, out var refusal) ? accepted : throw new InvalidOperationException(string.Join(", ", refusal.Reasons));

    public override string ToString() => $"{Nodes} nodes: {string.Join(' ', Edges.Select(e => $"{e.From}{(e.IsDirected ? "→" : "–")}{e.To}({e.Weight})"))}";

    private static Gen<NetworkEdge> Edge(int nodes, bool isWeighted, bool? directed) =>
        from ends in Gen.Choose(0, Math.Max(0, nodes - 1)).Two()
        from strength in Gen.Elements(Strengths)
        from isDirected in Gen.Elements(true, false)
        select new NetworkEdge(Id(ends.Item1), Id(ends.Item2), isWeighted ? strength : 1, directed ?? isDirected);

    private static string Id(int number) => $"n{number}";
}
