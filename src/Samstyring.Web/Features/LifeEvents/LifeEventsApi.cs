using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Funding;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.LifeEvents;

/// <summary>One life event with all that is known of it.</summary>
public sealed record LifeEventDetail(
    string Key, LocalizedText Name, LocalizedText Goal, JointPhase? Phase, LocalizedText PhaseNote, IReadOnlyList<ScopeItem> Scope, IReadOnlyList<ActorItem> Actors,
    IReadOnlyList<ActivityItem> Activities, IReadOnlyList<LetterItem> Letters, FundingItem? Funding, IReadOnlyList<InvolvementItem> Involvement, LocalizedText Note, Provenance Provenance);

/// <param name="Key">Names the statement for changing it.</param>
public sealed record ScopeItem(Guid Key, ScopePart Part, LocalizedText Text, Provenance Provenance, [property: JsonIgnore] bool IsRestricted);

/// <param name="Key">Names the statement for changing it.</param>
public sealed record InvolvementItem(Guid Key, bool AllLifeEvents, InvolvedParty Party, JointPhase? Phase, InvolvementState? State, LocalizedText Text, Provenance Provenance, [property: JsonIgnore] bool IsRestricted);

/// <summary>How a life event is financed (table 4), and whether the schemes may pay for operation.</summary>
public sealed record FundingItem(Funded Funded, LocalizedText TableText, IReadOnlyList<SchemeItem> Schemes, LocalizedText Scope, LocalizedText Mapping, Provenance Provenance);

public sealed record SchemeItem(string Key, LocalizedText Name, bool? CoversOperation, LocalizedText Conditions, LocalizedText Limits, Provenance Provenance);

/// <summary>A place in a source that a page's facts come from.</summary>
public sealed record CitedSource(string Key, LocalizedText Title, string Publisher, IReadOnlyList<string> Places);

internal static class LifeEventsApi
{
    private const string Tag = "Life events";

    public static void MapLifeEvents(this IEndpointRouteBuilder api)
    {
        api.MapList(new LifeEventList(), Tag);
        api.MapGet("/life-events/{key}", GetAsync).WithName("GetLifeEvent").WithTags(Tag);
        api.MapListBelow("/life-events/{key}/actors", "ListLifeEventActors", Tag, key => new ActorList(key), ExistsAsync);
        api.MapList(new ActivityList(lifeEvent: null), Tag);
        api.MapListBelow("/life-events/{key}/activities", "ListLifeEventActivities", Tag, key => new ActivityList(key), ExistsAsync);
        api.MapListBelow("/life-events/{key}/letters", "ListLifeEventLetters", Tag, key => new LetterList(key), ExistsAsync);
        api.MapGet("/life-events/{key}/funding", FundingAsync).WithName("GetLifeEventFunding").WithTags(Tag);
        api.MapGet("/life-events/{key}/sources", SourcesAsync).WithName("ListLifeEventSources").WithTags(Tag);
    }

    private static Task<bool> ExistsAsync(SamstyringDb db, string key, CancellationToken ct) => db.LifeEvents.AnyAsync(e => e.Key == key, ct);

    private static async Task<Results<Ok<LifeEventDetail>, ProblemHttpResult>> GetAsync(string key, LifeEventPicture picture, CancellationToken ct) =>
        await picture.ReadAsync(e => e.Key == key, ct) is { } found
            ? TypedResults.Ok(new LifeEventDetail(
                found.LifeEvent.Key, found.LifeEvent.Name, found.LifeEvent.Goal, found.LifeEvent.Phase, found.LifeEvent.PhaseNote, found.Scope, found.Actors, found.Activities,
                found.Letters, found.Funding, found.Involvement, found.LifeEvent.Note, found.LifeEvent.Provenance))
            : ListApi.NotFound();

    private static async Task<Results<Ok<FundingItem>, ProblemHttpResult>> FundingAsync(string key, LifeEventPicture picture, CancellationToken ct) =>
        await picture.FundingAsync(key, ct) is { } funding ? TypedResults.Ok(funding) : ListApi.NotFound();

    private static async Task<Results<Ok<Envelope<CitedSource>>, ProblemHttpResult>> SourcesAsync(string key, LifeEventPicture picture, CancellationToken ct)
    {
        if (await picture.ReadAsync(e => e.Key == key, ct) is not { } found)
        {
            return ListApi.NotFound();
        }

        var sources = await picture.SourcesAsync(found, ct);
        return TypedResults.Ok(new Envelope<CitedSource>(sources, sources.Count, 1, Math.Max(1, sources.Count)));
    }
}
