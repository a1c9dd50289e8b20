using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>One network with every claim on it. A field in <c>missing</c> is «ukjent»: no source speaks of it.</summary>
public sealed record NetworkDetail(
    string Key, LocalizedText Name, string Region, IReadOnlyList<BodyRef> Counties, IReadOnlyList<NetworkFactItem> Facts, IReadOnlyList<NetworkField> Missing,
    NetworkMembers Members, IReadOnlyList<SeatItem> Seats, IReadOnlyList<BodyRef> Predecessors, IReadOnlyList<DecisionMandateItem> Mandates, IReadOnlyList<string> SourceNotes, LocalizedText Note, Provenance Provenance);

/// <summary>How many members a network has by its counties, and where they are listed.</summary>
/// <param name="Certainty">Inferred: no source lists the members of a network.</param>
public sealed record NetworkMembers(int Count, Certainty Certainty, string Link);

/// <summary>A forum with everybody whom a source speaks of a seat for.</summary>
public sealed record ForumDetail(
    string Key, LocalizedText Name, Mandate? Mandate, LocalizedText MandateNote, LocalizedText Members, IReadOnlyList<SeatItem> Seats, Provenance Provenance);

internal static class NetworksApi
{
    private const string Tag = "Networks";
    private const string ForumTag = "Forums";

    public static void MapNetworks(this IEndpointRouteBuilder api)
    {
        api.MapList(new NetworkList(), Tag);
        api.MapGet("/networks/{key}", NetworkAsync).WithName("GetNetwork").WithTags(Tag);
        api.MapList(new ThemeList(), Tag);
        api.MapGet("/themes/{key}", ThemeAsync).WithName("GetTheme").WithTags(Tag);
        api.MapList(new MeasureList(), Tag);
        api.MapGet("/measures/{key}", MeasureAsync).WithName("GetMeasure").WithTags(Tag);
        api.MapList(new ForumList(), ForumTag);
        api.MapGet("/forums/{key}", ForumAsync).WithName("GetForum").WithTags(ForumTag);
    }

    private static async Task<Results<Ok<NetworkDetail>, ProblemHttpResult>> NetworkAsync(string key, NetworkPicture picture, CancellationToken ct) =>
        await picture.ReadAsync(key, ct) is { Network: var network } found
            ? TypedResults.Ok(new NetworkDetail(
                network.Key, network.Name, network.Region, found.Counties, [.. NetworkFields.All.SelectMany(network.On)], found.Missing,
                new(network.MembersInferred, Certainty.Inferred, "/api/v1/municipalities?network=" + network.Key), found.Seats,
                [.. found.Predecessors.Select(p => new BodyRef { Key = p.Key, Name = p.Name })], found.Mandates, [.. found.Notes.Select(n => n.Key)], found.Note, network.Provenance))
            : ListApi.NotFound();

    private static async Task<Results<Ok<ThemeItem>, ProblemHttpResult>> ThemeAsync(string key, SamstyringDb db, CancellationToken ct) =>
        NumberKey.Read(key) is { } number && await new ThemeList().From(db).SingleOrDefaultAsync(t => t.Number == number, ct) is { } theme ? TypedResults.Ok(theme) : ListApi.NotFound();

    private static async Task<Results<Ok<MeasureItem>, ProblemHttpResult>> MeasureAsync(string key, SamstyringDb db, CancellationToken ct) =>
        NumberKey.Read(key) is { } number && await new MeasureList().From(db).SingleOrDefaultAsync(m => m.Number == number, ct) is { } measure ? TypedResults.Ok(measure) : ListApi.NotFound();

    private static async Task<Results<Ok<ForumDetail>, ProblemHttpResult>> ForumAsync(string key, SamstyringDb db, CancellationToken ct)
    {
        if (await new ForumList().From(db).SingleOrDefaultAsync(f => f.Key == key, ct) is not { } forum)
        {
            return ListApi.NotFound();
        }

        var id = OrganisationId.Of(key);
        var seats = await Seats.Of(db, s => s.Forum == id).Take(Seats.Most).ToListAsync(ct);
        return TypedResults.Ok(new ForumDetail(forum.Key, forum.Name, forum.Mandate, forum.MandateNote, forum.Members, Seats.Ordered(seats), forum.Provenance));
    }
}
