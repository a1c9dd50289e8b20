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

internal static class ActorsApi
{
    public static void MapActors(this IEndpointRouteBuilder api) => api.MapGet("/initiatives/{key}/actors", ListAsync).WithName("ListActorsOfInitiative").WithTags("Actors");

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
