using FsCheck;
using FsCheck.Fluent;
using Samstyring.Analysis.Networks;

namespace Samstyring.Analysis.Tests.Networks;

public sealed class NetworkLayoutTests
{
    private const double Spacing = 40;

    [Fact]
    public void Nodes_never_touch_and_stay_inside() =>
        Prop.ForAll(Sketch.AtRandom(60, 150), sketch => IsClear(NetworkLayout.Of(sketch.Graph, Spacing), sketch.Nodes)).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Theory]
    [InlineData("a star"), InlineData("everybody with everybody"), InlineData("nobody with anybody"), InlineData("a line")]
    public void Nor_do_as_many_as_can_be_drawn(string kind)
    {
        var pairs = from i in Enumerable.Range(0, NetworkLayout.MostNodes) from j in Enumerable.Range(i + 1, NetworkLayout.MostNodes - i - 1) select (From: i, To: j);
        var ties = pairs.Where(pair => kind switch { "a star" => pair.From == 0, "a line" => pair.To == pair.From + 1, "nobody with anybody" => false, _ => true });
        var graph = new Sketch(NetworkLayout.MostNodes, [.. ties.Select(tie => new NetworkEdge($"n{tie.From}", $"n{tie.To}"))]).Graph;

        Assert.True(IsClear(NetworkLayout.Of(graph, Spacing), NetworkLayout.MostNodes));
    }

    [Fact]
    public void The_same_network_is_drawn_the_same_every_time() => Prop.ForAll(Sketch.AtRandom(30, 60), sketch =>
        NetworkLayout.Of(sketch.Graph, Spacing).Points.SequenceEqual(NetworkLayout.Of(sketch.Graph, Spacing).Points)).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Groups_that_hang_together_are_drawn_together()
    {
        // Two groups of six, with one tie between them.
        var ties = from i in Enumerable.Range(0, 12) from j in Enumerable.Range(0, i) where i % 2 == j % 2 || (i, j) == (1, 0) select new NetworkEdge($"n{i}", $"n{j}");
        var points = NetworkLayout.Of(new Sketch(12, [.. ties]).Graph, Spacing).Points;
        var pairs = (from i in Enumerable.Range(0, 12) from j in Enumerable.Range(0, i) select (IsGroup: i % 2 == j % 2, Distance: Distance(points[i], points[j]))).ToList();

        Assert.True(pairs.Where(p => p.IsGroup).Average(p => p.Distance) < pairs.Where(p => !p.IsGroup).Average(p => p.Distance) / 1.5);
    }

    [Fact]
    public void More_nodes_than_can_be_told_apart_are_not_drawn() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkLayout.Of(new Sketch(NetworkLayout.MostNodes + 1, []).Graph, Spacing));

    private static bool IsClear(NetworkLayout layout, int nodes)
    {
        const double Rounding = 1e-9;
        var points = layout.Points;
        return points.Count == nodes
            && points.All(p => p.X >= (Spacing / 2) - Rounding && p.Y >= (Spacing / 2) - Rounding && p.X <= layout.Width - (Spacing / 2) + Rounding && p.Y <= layout.Height - (Spacing / 2) + Rounding)
            && points.Index().All(p => points.Take(p.Index).All(other => Distance(p.Item, other) >= Spacing - Rounding));
    }

    private static double Distance(LayoutPoint a, LayoutPoint b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}
