using Samstyring.Analysis.Networks;
using Samstyring.Domain.Actors;

namespace Samstyring.Web.Features.Actors;

/// <summary>How central an actor is.</summary>
/// <param name="IsCutPoint">Whether the network falls apart without it.</param>
public sealed record CentralActor(ActorEntry Actor, NodeMeasures Measures, bool IsCutPoint);

/// <summary>
/// What the ties between actors tell: who is central, and on what alone the network hangs (ADR 0015). Ties are assessments, so this is for
/// the team only.
/// </summary>
/// <param name="Actors">The most central first.</param>
/// <param name="Bridges">Pairs of actors whose tie alone holds the network together.</param>
/// <param name="Untied">Actors without a tie.</param>
/// <param name="Components">Parts of the network that do not hang together, without the untied.</param>
/// <param name="Assumed">Ties whose strength nobody has assessed.</param>
public sealed record ActorAnalysis(IReadOnlyList<CentralActor> Actors, IReadOnlyList<(ActorEntry One, ActorEntry Other)> Bridges, IReadOnlyList<ActorEntry> Untied, int Components, int Assumed)
{
    /// <summary>What a tie counts for where nobody has assessed its strength: the middle of the scale.</summary>
    public const int MiddleStrength = 50;

    /// <summary>The end of the scale.</summary>
    private const double FullStrength = 100;

    /// <summary>All ties between two actors are one here, both ways, and as strong as the strongest: if one stops informing another, the other may still ask.</summary>
    public static ActorAnalysis Of(IReadOnlyList<ActorEntry> actors, IReadOnlyList<ActorTie> ties)
    {
        var byName = actors.ToDictionary(actor => actor.Id.ToString(), StringComparer.Ordinal);
        var known = ties.Where(tie => tie.Actor != tie.OtherActor && byName.ContainsKey(tie.Actor.ToString()) && byName.ContainsKey(tie.OtherActor.ToString())).ToList();
        var edges = known.GroupBy(tie => new[] { tie.Actor.ToString(), tie.OtherActor.ToString() }.Order(StringComparer.Ordinal).ToArray() is [var one, var other] ? (one, other) : default)
            .Select(pair => new NetworkEdge(pair.Key.one, pair.Key.other, pair.Max(tie => tie.Strength ?? MiddleStrength) / FullStrength));
        var tied = known.SelectMany(tie => new[] { tie.Actor, tie.OtherActor }).ToHashSet();
        if (!NetworkGraph.Create(actors.Where(actor => tied.Contains(actor.Id)).Select(actor => actor.Id.ToString()), edges).IsAccepted(out var graph, out var refusal))
        {
            throw new InvalidOperationException(string.Join(", ", refusal.Reasons.Select(reason => reason.Code)));
        }

        var measures = NetworkMeasures.Of(graph);
        var cutPoints = measures.ArticulationPoints.ToHashSet(StringComparer.Ordinal);
        return new(
            [.. measures.Nodes.Select(node => new CentralActor(byName[node.Id], node, cutPoints.Contains(node.Id))).OrderByDescending(actor => actor.Measures.Betweenness).ThenByDescending(actor => actor.Measures.Closeness).ThenBy(actor => actor.Actor.Order)],
            [.. measures.Bridges.Select(bridge => (byName[bridge.From], byName[bridge.To]))],
            [.. actors.Where(actor => !tied.Contains(actor.Id))],
            measures.Nodes.Select(node => node.Component).Distinct().Count(),
            known.Count(tie => tie.Strength is null));
    }
}
