using Microsoft.AspNetCore.Http.HttpResults;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Actors;

/// <summary>An actor of an initiative.</summary>
/// <param name="Organisation">Null where it is no body of the registry.</param>
/// <param name="Problem">The problem in the actor's own words.</param>
/// <param name="Assessment">For the named team alone; null for everybody else, whether there is one or not.</param>
public sealed record InitiativeActorItem(string Key, string? Organisation, LocalizedText Name, Sector? Sector, LocalizedText Problem, Provenance Provenance, ActorAssessmentItem? Assessment);

/// <summary>What the team thinks of an actor.</summary>
/// <param name="Blocks">What the actor can stop.</param>
public sealed record ActorAssessmentItem(
    string Key, Rank? Importance, Rank? Replaceability, ActorCategory? Category, Strategy? Strategy, Position? Position, bool? CanBlock, LocalizedText Blocks, LocalizedText Channel, LocalizedText Plan, LocalizedText Reason,
    Provenance Provenance);

/// <summary>What a channel reaches of the municipalities that must decide.</summary>
/// <param name="Of">Which municipalities are counted: those that must decide, or those that may be among them where none has a name.</param>
/// <param name="Count">How many it reaches.</param>
/// <param name="Share">Of all, each by the strength of the relation, from 0 to 1.</param>
/// <param name="Only">How many nobody else reaches.</param>
/// <param name="ShareWithout">What the others reach together, likewise.</param>
/// <param name="IsInvolved">Whether it is a participant or an actor of the initiative.</param>
public sealed record ChannelReachItem(
    string Key, LocalizedText Name, IReadOnlyList<ChannelRelation> Relations, MunicipalPart Of, int Municipalities, int Count, double Share, int Only, double ShareWithout, bool IsInvolved, Provenance Provenance);

internal static class ActorsApi
{
    private const string Tag = "Actors";

    public static void MapActors(this IEndpointRouteBuilder api)
    {
        var clock = api.ServiceProvider.GetRequiredService<TimeProvider>();
        api.MapGet("/initiatives/{key}/actors", ListAsync).WithName("ListActorsOfInitiative").WithTags(Tag);
        api.MapListOf("/initiatives/{key}/channels", "ListChannelsOfInitiative", Tag, new ChannelList(picture: null), async (db, key, ct) => await PictureAsync(db, clock, key, ct) is { } picture ? new ChannelList(picture) : null);
        api.MapGet("/initiatives/{key}/channel-reach", ReachAsync).WithName("ListChannelReachOfInitiative").WithTags(Tag);
    }

    private static async Task<ChannelPicture?> PictureAsync(SamstyringDb db, TimeProvider clock, string key, CancellationToken ct) =>
        await ChannelReader.ReadAsync(db, key, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct) is { } facts ? new(facts, wanted: null) : null;

    private static async Task<Results<Ok<Envelope<ChannelReachItem>>, ProblemHttpResult>> ReachAsync(string key, SamstyringDb db, TimeProvider clock, CancellationToken ct) =>
        await PictureAsync(db, clock, key, ct) is { } picture
            ? TypedResults.Ok(ListApi.Whole<ChannelReachItem>([.. picture.Rows.Select(row => new ChannelReachItem(
                row.Body.Key, row.Body.Name, row.Relations, picture.Counted, picture.Municipalities.Count, row.Count, row.Share, row.Only, row.ShareWithout, row.Body.IsInvolved, row.Provenance))]))
            : ListApi.NotFound();

    private static async Task<Results<Ok<Envelope<InitiativeActorItem>>, ProblemHttpResult>> ListAsync(string key, SamstyringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return ListApi.NotFound();
        }

        return TypedResults.Ok(ListApi.Whole([.. ActorMap.Of(facts.Facts(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))).Select(placed => Item(facts, placed))]));
    }

    private static InitiativeActorItem Item(InitiativeFacts facts, PlacedActor placed) => new(
        placed.Actor.Id.ToString(), facts.Body(placed.Actor.Organisation)?.Key, facts.NameOf(placed.Actor.Organisation, placed.Actor.Name), placed.Actor.Sector, placed.Actor.Problem, placed.Actor.Provenance,
        facts.SeesAssessments && placed.Assessment is { } a
            ? new(a.Id.ToString(), a.Importance, a.Replaceability, a.Category, a.Strategy, a.Position, a.CanBlock, a.Text, a.Channel, a.Plan, a.Note, a.Provenance)
            : null);
}
