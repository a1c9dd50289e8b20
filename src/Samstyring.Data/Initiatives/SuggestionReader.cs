using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Initiatives;

/// <summary>A suggestion with what the body is called.</summary>
public sealed record SuggestedBody(string Key, LocalizedText Name, ActorSuggestion Suggestion);

/// <summary>Reads who may be missing among the actors of an initiative, in three queries.</summary>
public static class SuggestionReader
{
    public static async Task<IReadOnlyList<SuggestedBody>> ReadAsync(SamstyringDb db, InitiativeFacts facts, CancellationToken ct)
    {
        var id = facts.Initiative.Id;
        var supported = db.LifeEventActivities.Where(link => link.Initiative == id).Select(link => link.LifeEvent);
        var roles = await (
            from actor in db.LifeEventActors
            where supported.Contains(actor.LifeEvent)
            join lifeEvent in db.LifeEvents on actor.LifeEvent equals lifeEvent.Id
            orderby lifeEvent.Order, actor.Order
            select new { Body = actor.Organisation, lifeEvent.Name }).ToListAsync(ct);
        var similar = await (
            from part in db.InitiativeParts
            where part.IsWithdrawn != true && part.Organisation != null && part.Initiative != id && (part is Participant || part is ActorEntry)
                && db.LifeEventActivities.Any(link => link.Initiative == part.Initiative && supported.Contains(link.LifeEvent))
            join initiative in db.Initiatives on part.Initiative equals initiative.Id
            orderby initiative.SortKey, part.Order
            select new { Body = part.Organisation!.Value, initiative.Name }).ToListAsync(ct);
        var suggestions = ActorSuggestions.Of(
            [
                .. facts.Of<Participant>().Where(p => p.Organisation is not null).Select(p => (p.Organisation!.Value, new SuggestedBy(SuggestionGround.Participant, LocalizedText.Unknown))),
                .. roles.Select(role => (role.Body, new SuggestedBy(SuggestionGround.LifeEventRole, role.Name))),
                .. similar.Select(other => (other.Body, new SuggestedBy(SuggestionGround.SimilarInitiative, other.Name))),
            ],
            facts.Of<ActorEntry>(), facts.Of<ActorRejection>());
        List<OrganisationId> bodies = [.. suggestions.Select(suggestion => suggestion.Body)];
        var names = await db.Organisations.Where(o => bodies.Contains(o.Id)).Select(o => new { o.Id, o.Key, o.Name }).ToDictionaryAsync(o => o.Id, ct);
        return [.. suggestions.Select(suggestion => new SuggestedBody(names[suggestion.Body].Key, names[suggestion.Body].Name, suggestion))];
    }
}
