using Samstyring.Domain.Gates;

namespace Samstyring.Domain.Actors;

/// <summary>An actor with what the team thinks of it.</summary>
/// <param name="Assessment">Null where nothing is assessed, or the viewer may not see it.</param>
public sealed record PlacedActor(ActorEntry Actor, ActorAssessment? Assessment)
{
    /// <summary>Important, and not to be replaced: the category that the grid calls important.</summary>
    public bool IsCritical => Assessment?.Category is ActorCategory.Important;
}

public static class ActorMap
{
    /// <summary>Every actor in order, with its last assessment.</summary>
    public static IReadOnlyList<PlacedActor> Of(GateFacts facts)
    {
        var assessments = facts.Of<ActorAssessment>().GroupBy(assessment => assessment.Actor).ToDictionary(group => group.Key, group => group.Last());
        return [.. facts.Of<ActorEntry>().Select(actor => new PlacedActor(actor, assessments.GetValueOrDefault(actor.Id)))];
    }
}
