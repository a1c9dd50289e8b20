using System.Text.Json;
using Samstyring.Analysis.Networks;
using Samstyring.TestKit;

namespace Samstyring.Analysis.Tests.Networks;

public sealed class NetworkMeasuresTests
{
    private const double Precision = 1e-12;

    private sealed record PublishedEdge(string From, string To, double Weight = 1, bool Directed = false);

    private sealed record Published(NodeMeasures[] Nodes, PublishedEdge[] Edges, string[] ArticulationPoints, PublishedEdge[] Bridges);

    /// <summary>Each file names its source.</summary>
    [Theory, InlineData("karate-club"), InlineData("florentine-families"), InlineData("kite"), InlineData("directed-and-weighted")]
    public void Published_networks_have_their_published_measures(string name)
    {
        var file = Path.Combine(Repository.Root, "tests", "Samstyring.Analysis.Tests", "Networks", "Published", name + ".json");
        var published = JsonSerializer.Deserialize<Published>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
        var graph = Sketch.Accepted(NetworkGraph.Create(published.Nodes.Select(n => n.Id), published.Edges.Select(e => new NetworkEdge(e.From, e.To, e.Weight, e.Directed))));

        var measured = NetworkMeasures.Of(graph);

        Assert.Equal(published.Nodes.Select(n => (n.Id, n.Degree, n.Component)), measured.Nodes.Select(n => (n.Id, n.Degree, n.Component)));
        Assert.All(published.Nodes.Zip(measured.Nodes), pair => Assert.Equal(pair.First.Betweenness, pair.Second.Betweenness, Precision));
        Assert.All(published.Nodes.Zip(measured.Nodes), pair => Assert.Equal(pair.First.Closeness, pair.Second.Closeness, Precision));
        Assert.Equal(published.ArticulationPoints, measured.ArticulationPoints);
        Assert.Equal(published.Bridges.Select(b => (b.From, b.To)), measured.Bridges.Select(b => (b.From, b.To)));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void Nodes_without_ties_are_central_to_nothing(int nodes)
    {
        var measured = NetworkMeasures.Of(new Sketch(nodes, []).Graph);

        Assert.Equal(Enumerable.Range(0, nodes).Select(i => new NodeMeasures($"n{i}", 0, 0, 0, i + 1)), measured.Nodes);
        Assert.Empty(measured.ArticulationPoints);
        Assert.Empty(measured.Bridges);
    }

    [Fact]
    public void Paths_prefer_strong_ties()
    {
        var graph = Sketch.Accepted(NetworkGraph.Create(["municipality", "network", "ministry"], [new("municipality", "ministry", 0.1), new("municipality", "network", 0.9), new("network", "ministry", 0.9)]));

        var measured = NetworkMeasures.Of(graph).Nodes;

        Assert.Equal([0, 1, 0], measured.Select(n => n.Betweenness));
        Assert.Equal([0.6, 0.9, 0.6], measured.Select(n => Math.Round(n.Closeness, 12)));
    }

    [Fact]
    public void What_is_equally_long_is_found_so_although_it_cannot_be_written_as_a_double()
    {
        // 1/10 + 1/5 and 1/(10/3) are both three tenths; as doubles they differ.
        var graph = Sketch.Accepted(NetworkGraph.Create(["a", "b", "c"], [new("a", "b", 10), new("b", "c", 5), new("a", "c", 10 / 3.0)]));

        Assert.Equal(0.5, NetworkMeasures.Of(graph).Nodes[1].Betweenness);
    }

    [Theory, InlineData(3), InlineData(7), InlineData(11), InlineData(13), InlineData(17), InlineData(19)]
    public void So_many_ties_of_a_strength_are_as_long_as_one_of_strength_one(int many)
    {
        var ties = Enumerable.Range(0, many).Select(i => new NetworkEdge($"n{i}", $"n{i + 1}", many)).Append(new("n0", $"n{many}")).Append(new("n0", $"n{many + 1}", 22));

        var (betweenness, _) = Centrality.Of(new Sketch(many + 2, [.. ties]).Graph, [0], cores: 1, CancellationToken.None);

        Assert.Equal(0.5, betweenness[many - 1] * (many + 1) * many, Precision);
    }

    [Fact]
    public void The_weakest_ties_beside_the_strongest_are_measured_without_overflow()
    {
        var ties = Enumerable.Range(0, 2_000).Select(i => new NetworkEdge($"n{i}", $"n{i + 1}", i % 2 == 0 ? NetworkGraph.WeakestTie : NetworkGraph.StrongestTie)).ToList();
        var places = ties.Aggregate(new List<double> { 0 }, (places, tie) => [.. places, places[^1] + (1 / tie.Weight)]);

        var middle = NetworkMeasures.Of(new Sketch(ties.Count + 1, ties).Graph).Nodes[1_000];

        Assert.Equal(2.0 * 1_000 * 1_000 / (2_000.0 * 1_999), middle.Betweenness, Precision);
        Assert.Equal(1, middle.Closeness * places.Sum(place => Math.Abs(place - places[1_000])) / 2_000, Precision);
    }

    [Fact]
    public void Of_two_ties_between_the_same_two_neither_is_a_bridge_and_the_strongest_is_the_way()
    {
        var graph = Sketch.Accepted(NetworkGraph.Create(["a", "b", "c"], [new("a", "b", 1, IsDirected: true), new("b", "a", 2, IsDirected: true), new("a", "b", 4), new("b", "c"), new("c", "c")]));

        var measured = NetworkMeasures.Of(graph);

        Assert.Equal([3, 4, 3], measured.Nodes.Select(n => n.Degree));
        Assert.Equal(["b"], measured.ArticulationPoints);
        Assert.Equal([new NetworkEdge("b", "c")], measured.Bridges);
        Assert.Equal(2 / (0.25 + 1.25), measured.Nodes[0].Closeness, Precision);
    }

    [Fact]
    public void A_line_of_ten_thousand_is_measured()
    {
        const int Last = 9_999;
        var graph = Sketch.Of(Enumerable.Range(0, Last).Select(i => ($"{i}", $"{i + 1}")));

        var measured = NetworkMeasures.Of(graph);

        Assert.Equal(Last - 1, measured.ArticulationPoints.Count);
        Assert.Equal(Last, measured.Bridges.Count);
        Assert.All(measured.Nodes.Index(), node => Assert.Equal(2.0 * node.Index * (Last - node.Index) / (Last * (Last - 1.0)), node.Item.Betweenness, Precision));
        Assert.Equal(2.0 / (Last + 1), measured.Nodes[0].Closeness, Precision);
    }

    /// <summary>1,100 diamonds in a row: 2^1,100 shortest paths from end to end, more than a double can count.</summary>
    [Theory, InlineData(1), InlineData(2)]
    public void More_shortest_paths_than_a_double_can_count_are_shared_right(double strengthOfOne)
    {
        const int Diamonds = 1_100;
        var ties = Enumerable.Range(0, Diamonds).SelectMany(i => new[] { (3 * i, (3 * i) + 1), (3 * i, (3 * i) + 2), ((3 * i) + 1, (3 * i) + 3), ((3 * i) + 2, (3 * i) + 3) })
            .Select(tie => new NetworkEdge($"n{tie.Item1}", $"n{tie.Item2}")).Append(new("n0", "n0", strengthOfOne)).ToList();
        ties[0] = ties[0] with { Weight = strengthOfOne };
        var nodes = (3 * Diamonds) + 1;

        var measured = NetworkMeasures.Of(new Sketch(nodes, ties).Graph).Nodes;

        double pairs = (nodes - 1.0) * (nodes - 2);
        Assert.All(Enumerable.Range(1, Diamonds - 2), i =>
        {
            var (left, right) = (3.0 * i, 3.0 * (Diamonds - i));
            Assert.Equal(((2 * left * right) + (i == 1 && strengthOfOne > 1 ? 1 : 2)) / pairs, measured[3 * i].Betweenness, Precision);
            Assert.Equal((left + 1) * (right - 2) / pairs, measured[(3 * i) + 1].Betweenness, Precision);
        });
    }

    /// <summary>From n0 to n1 by 514 diamonds, and as far by 512 and four steps in a row: 2^514 paths and 2^512.</summary>
    [Theory, InlineData(514, 512, 0.2), InlineData(512, 514, 0.8)]
    public void Great_numbers_of_paths_that_meet_keep_their_proportion(int firstDiamonds, int secondDiamonds, double shareOfSecond)
    {
        const int Steps = 2 * 514;
        var nodes = 2;
        List<NetworkEdge> ties = [];
        foreach (var diamonds in new[] { firstDiamonds, secondDiamonds })
        {
            var joint = 0;
            for (var step = 0; step < Steps; step += 2)
            {
                int[] middles = step < 2 * diamonds ? [nodes++, nodes++] : [nodes++];
                var next = step + 2 == Steps ? 1 : nodes++;
                ties.AddRange(middles.SelectMany(middle => new NetworkEdge[] { new($"n{joint}", $"n{middle}"), new($"n{middle}", $"n{next}") }));
                joint = next;
            }
        }

        var (betweenness, _) = Centrality.Of(new Sketch(nodes, ties).Graph, [0], cores: 1, CancellationToken.None);

        // The last nodes are the middles before n1: one after steps in a row, two in a diamond.
        var before = secondDiamonds == 514 ? betweenness[^1] + betweenness[^2] : betweenness[^1];
        Assert.Equal(shareOfSecond, before * (nodes - 1) * (nodes - 2), Precision);
    }

    [Fact]
    public void One_core_gives_the_same_last_digit_as_many()
    {
        var random = new Random(11);
        var graph = new Sketch(400, [.. Enumerable.Range(0, 1_600).Select(_ => new NetworkEdge($"n{random.Next(400)}", $"n{random.Next(400)}", random.Next(1, 9) / 8.0))]).Graph;
        int[] nodes = [.. Enumerable.Range(0, 400)];

        var one = Centrality.Of(graph, nodes, cores: 1, CancellationToken.None);

        Assert.All(new[] { 2, 3, 8 }, cores =>
        {
            var many = Centrality.Of(graph, nodes, cores, CancellationToken.None);
            Assert.Equal(one.Betweenness, many.Betweenness);
            Assert.Equal(one.Closeness, many.Closeness);
        });
    }

    [Fact]
    public void A_measurement_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => NetworkMeasures.Of(Sketch.Of(("a", "b")), stop.Token));
    }

    [Fact]
    public void Every_fault_of_a_network_is_told_with_its_place()
    {
        NetworkEdge[] edges = [new("a", "c"), new("x", "a", 0), new("a", "b", double.NaN), new("a", "b", -1), new("a", "b", double.PositiveInfinity), new("a", "b", 1e-7), new("a", "b")];

        Assert.False(NetworkGraph.Create(["a", "b", "a", ""], edges).IsAccepted(out _, out var refusal));
        Assert.Equal(
            [
                ("network.node-twice", "nodes[2]", "a"), ("network.node-without-id", "nodes[3]", null), ("network.unknown-node", "edges[0].to", "c"),
                ("network.unknown-node", "edges[1].from", "x"), ("network.weight", "edges[1].weight", "0"), ("network.weight", "edges[2].weight", "NaN"),
                ("network.weight", "edges[3].weight", "-1"), ("network.weight", "edges[4].weight", "Infinity"), ("network.weight", "edges[5].weight", "1E-07"),
            ],
            refusal.Reasons.Select(r => (r.Code, r.Field!, r.Value)));
    }
}
