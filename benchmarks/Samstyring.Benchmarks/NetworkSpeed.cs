using System.Diagnostics;
using System.Globalization;
using System.Text;
using Samstyring.Analysis.Networks;
using Samstyring.Analysis.Tests.Networks;

namespace Samstyring.Benchmarks;

/// <summary>Betweenness and closeness beside a textbook's, in turns over the same graph and the same nodes to search from.</summary>
internal static class NetworkSpeed
{
    private const int Nodes = 10_000;

    private const int Edges = 50_000;

    /// <summary>A textbook takes minutes for all nodes: every fiftieth.</summary>
    private const int EveryOf = 50;

    private const int Rounds = 3;

    /// <summary>How much faster than a textbook the product must be.</summary>
    private const double Target = 3;

    /// <summary>How far sums in different orders may be apart.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Their distances add up without rounding, so that the textbook, which adds doubles, finds the same paths to be equally long.</summary>
    private static readonly double[] Strengths = [0.125, 0.25, 0.5, 1];

    public static string Run()
    {
        StringBuilder report = new(string.Create(CultureInfo.InvariantCulture, $"""
            ## Network measures

            Betweenness and closeness on {Nodes:N0} nodes and {Edges:N0} edges drawn at random, searched from every {EveryOf}th node by both, seconds; the best of {Rounds} rounds in turns, {Environment.ProcessorCount} cores.
            The textbook (`tests/Samstyring.Analysis.Tests/Networks/Textbook.cs`) is Brandes' algorithm as he wrote it, on one core.

            | Ties | Textbook | Samstyring, 1 core | Samstyring | Times as fast, 1 core | Times as fast | At least {Target:0} | Same result |
            |---|---:|---:|---:|---:|---:|---|---|

            """));
        foreach (var (name, isWeighted, isDirected) in new[] { ("equally strong", false, false), ("of four strengths", true, false), ("of four strengths, directed", true, true) })
        {
            var row = Measure(name, Graph(isWeighted, isDirected));
            Console.Error.WriteLine(row);
            report.AppendLine(row);
        }

        return report.ToString();
    }

    private static string Measure(string name, NetworkGraph graph)
    {
        int[] sources = [.. Enumerable.Range(0, Nodes / EveryOf).Select(i => i * EveryOf)];
        var textbook = new Textbook(graph);
        var (slow, single, fast) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        var isSame = true;
        for (var round = 0; round < Rounds; round++)
        {
            var (expected, slowly) = Time(() => textbook.Centrality(sources));
            var (alone, singly) = Time(() => Centrality.Of(graph, sources, cores: 1, CancellationToken.None));
            var (found, fastly) = Time(() => Centrality.Of(graph, sources, Environment.ProcessorCount, CancellationToken.None));
            (slow, single, fast) = (Math.Min(slow, slowly), Math.Min(single, singly), Math.Min(fast, fastly));
            isSame &= AreSame(expected.Betweenness, found.Betweenness) && AreSame(expected.Closeness, found.Closeness)
                && alone.Betweenness.SequenceEqual(found.Betweenness) && alone.Closeness.SequenceEqual(found.Closeness);
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {slow:0.00} | {single:0.00} | {fast:0.00} | {slow / single:0.0} | {slow / fast:0.0} | {(slow / fast >= Target ? "yes" : "**no**")} | {(isSame ? "yes" : "**no**")} |");
    }

    private static (T Result, double Seconds) Time<T>(Func<T> work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        return (work(), watch.Elapsed.TotalSeconds);
    }

    private static bool AreSame(double[] expected, double[] found) => expected.Zip(found).All(pair => Math.Abs(pair.First - pair.Second) <= Rounding * Math.Max(Rounding, Math.Abs(pair.First)));

    /// <summary>The same every time.</summary>
    private static NetworkGraph Graph(bool isWeighted, bool isDirected)
    {
        var random = new Random(4);
        var edges = Enumerable.Range(0, Edges).Select(_ => new NetworkEdge(Node(), Node(), isWeighted ? Strengths[random.Next(Strengths.Length)] : 1, isDirected));
        return NetworkGraph.Create(Enumerable.Range(0, Nodes).Select(i => i.ToString(CultureInfo.InvariantCulture)), edges).IsAccepted(out var graph, out var refusal)
            ? graph
            : throw new InvalidOperationException(string.Join(", ", refusal.Reasons.Select(reason => reason.Code)));

        string Node() => random.Next(Nodes).ToString(CultureInfo.InvariantCulture);
    }
}
