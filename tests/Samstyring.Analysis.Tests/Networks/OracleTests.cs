using FsCheck;
using FsCheck.Fluent;
using Samstyring.Analysis.Networks;

namespace Samstyring.Analysis.Tests.Networks;

/// <summary>The fast measures beside a textbook's, and a textbook's beside the definitions, over random graphs.</summary>
public sealed class OracleTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(600);

    [Fact]
    public void Betweenness_and_closeness_are_what_a_textbook_computes() => Prop.ForAll(Sketch.AtRandom(14, 40), sketch =>
    {
        var graph = sketch.Graph;
        var (betweenness, closeness) = new Textbook(graph).Centrality(Enumerable.Range(0, sketch.Nodes));
        var measured = NetworkMeasures.Of(graph).Nodes;

        return AreClose(betweenness, measured.Select(n => n.Betweenness)) && AreClose(closeness, measured.Select(n => n.Closeness));
    }).Check(Many);

    [Fact]
    public void A_textbook_computes_what_the_definitions_say() => Prop.ForAll(Sketch.AtRandom(6, 14), sketch =>
    {
        var (betweenness, closeness) = new Textbook(sketch.Graph).Centrality(Enumerable.Range(0, sketch.Nodes));
        var expected = ByDefinition.Centrality(sketch.Graph);

        return AreClose(expected.Betweenness, betweenness) && AreClose(expected.Closeness, closeness);
    }).Check(Many);

    [Fact]
    public void What_cuts_a_network_is_found_by_taking_it_away() => Prop.ForAll(Sketch.AtRandom(14, 20), sketch =>
    {
        var measured = NetworkMeasures.Of(sketch.Graph);

        return measured.ArticulationPoints.SequenceEqual(Textbook.ArticulationPoints(sketch.Graph))
            && measured.Bridges.SequenceEqual(Textbook.Bridges(sketch.Graph), ReferenceEqualityComparer.Instance);
    }).Check(Many);

    [Fact]
    public void Components_are_numbered_in_the_order_of_their_first_nodes() => Prop.ForAll(Sketch.AtRandom(14, 12), sketch =>
    {
        var lowest = Textbook.Components(sketch.Nodes, Textbook.Ties(sketch.Graph));
        var expected = lowest.Select(low => 1 + lowest.Distinct().Order().ToList().IndexOf(low));

        return NetworkMeasures.Of(sketch.Graph).Nodes.Select(n => n.Component).SequenceEqual(expected);
    }).Check(Many);

    [Fact]
    public void Degrees_count_both_ends_of_every_tie() => Prop.ForAll(Sketch.AtRandom(14, 40), sketch =>
    {
        var measured = NetworkMeasures.Of(sketch.Graph).Nodes;

        return measured.Sum(n => n.Degree) == 2 * sketch.Edges.Count
            && measured.All(n => n.Degree == sketch.Edges.Count(e => e.From == n.Id) + sketch.Edges.Count(e => e.To == n.Id));
    }).Check(Many);

    [Fact]
    public void The_order_of_the_edges_changes_nothing_to_the_last_digit() => Prop.ForAll(Sketch.AtRandom(14, 40), sketch =>
        NetworkMeasures.Of(sketch.Graph).Nodes.SequenceEqual(NetworkMeasures.Of((sketch with { Edges = [.. sketch.Edges.Reverse()] }).Graph).Nodes)).Check(Many);

    [Fact]
    public void Ties_twice_as_strong_make_everybody_twice_as_close_and_nobody_more_between() => Prop.ForAll(Sketch.AtRandom(14, 40), sketch =>
    {
        var measured = NetworkMeasures.Of(sketch.Graph).Nodes;
        var stronger = NetworkMeasures.Of((sketch with { Edges = [.. sketch.Edges.Select(e => e with { Weight = 2 * e.Weight })] }).Graph).Nodes;

        return AreClose([.. measured.Select(n => 2 * n.Closeness)], stronger.Select(n => n.Closeness)) && measured.Select(n => n.Betweenness).SequenceEqual(stronger.Select(n => n.Betweenness));
    }).Check(Many);

    private static bool AreClose(double[] expected, IEnumerable<double> found) => expected.Zip(found, (a, b) => Math.Abs(a - b) <= 1e-12 * Math.Max(1, a)).All(close => close);
}
