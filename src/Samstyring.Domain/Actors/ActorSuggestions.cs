using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Actors;

/// <summary>The team said that a body is no actor of the work; the note is the reason. It is not suggested again .</summary>
public sealed class ActorRejection : InitiativePart;

/// <summary>Why somebody may be an actor that is missing.</summary>
public enum SuggestionGround
{
    /// <summary>Takes part in the work, and is not on the map.</summary>
    Participant = 1,

    /// <summary>Has a role in a life event that the work supports.</summary>
    LifeEventRole,

    /// <summary>Is a participant or an actor of another piece of work for the same life event.</summary>
    SimilarInitiative,
}

/// <param name="Of">The life event or the other piece of work; unknown where it is the work itself.</param>
public sealed record SuggestedBy(SuggestionGround Ground, LocalizedText Of);

/// <summary>A body that may be an actor, with all that speaks for it.</summary>
public sealed record ActorSuggestion(OrganisationId Body, IReadOnlyList<SuggestedBy> Because);

/// <summary>Who may be missing on the map of actors: suggested by facts, decided by people (R-039; 003 §3.2 p.17 l.346-360).</summary>
public static class ActorSuggestions
{
    /// <summary>Those that most speaks for come first; who is on the map or was rejected is not suggested.</summary>
    public static IReadOnlyList<ActorSuggestion> Of(IEnumerable<(OrganisationId Body, SuggestedBy Because)> found, IEnumerable<ActorEntry> actors, IEnumerable<ActorRejection> rejected)
    {
        var settled = actors.Select(actor => actor.Organisation).Concat(rejected.Select(rejection => rejection.Organisation)).OfType<OrganisationId>().ToHashSet();
        return
        [
            .. found.Where(suggested => !settled.Contains(suggested.Body)).GroupBy(suggested => suggested.Body, suggested => suggested.Because)
                .Select(body => new ActorSuggestion(body.Key, [.. body.Distinct().OrderBy(because => because.Ground)])).OrderByDescending(suggestion => suggestion.Because.Count),
        ];
    }
}
