using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Organisations;

/// <summary>One body with everything that it is part of.</summary>
public sealed record OrganisationDetail(
    string Key, LocalizedText Name, [property: JsonPropertyName("short")] string? ShortName, OrganisationKind Kind, Level Level, string? Parent, bool IsCollective, int? StatedCount, string? ValidFrom, string? ValidTo, string? Successor,
    string? SuggestedKind, LocalizedText Note, MandateItem? Forum, IReadOnlyList<AliasItem> Aliases, IReadOnlyList<RelativeItem> Relatives, IReadOnlyList<LifeEventOfBody> LifeEvents,
    IReadOnlyList<SeatItem> Seats, IReadOnlyList<MembershipItem> Memberships, IReadOnlyList<MembershipItem> Members, int MemberCount, IReadOnlyList<CouncilProjectOfBody> CouncilProjects,
    IReadOnlyList<CoOperationItem> CoOperations, IReadOnlyList<DecisionMandateItem> Mandates, IReadOnlyList<string> Notes, Provenance Provenance);

internal static class OrganisationsApi
{
    private const string Tag = "Organisations";

    public static void MapOrganisations(this IEndpointRouteBuilder api)
    {
        api.MapList(new OrganisationList(), Tag);
        api.MapGet("/organisations/{key}", GetAsync).WithName("GetOrganisation").WithTags(Tag).Produces(StatusCodes.Status301MovedPermanently).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapList(new MembershipList(), Tag);
        api.MapList(new CountyList(), Tag);
        api.MapGet("/counties/{number}", CountyAsync).WithName("GetCounty").WithTags(Tag).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Another key of the body, such as flekkefjord, leads to the body's own address.</summary>
    private static async Task<Results<Ok<OrganisationDetail>, RedirectHttpResult, ProblemHttpResult>> GetAsync(string key, OrganisationPicture pictures, CancellationToken ct)
    {
        if (await pictures.FindAsync(key, ct) is { } found)
        {
            return TypedResults.Ok(Detail(await pictures.ReadAsync(found, ct)));
        }

        return await pictures.BehindAliasAsync(key, ct) is { } known ? TypedResults.LocalRedirect("/api/v1/organisations/" + known, permanent: true) : ListApi.NotFound();
    }

    private static async Task<Results<Ok<CountyItem>, ProblemHttpResult>> CountyAsync(string number, SamstyringDb db, CancellationToken ct) =>
        await new CountyList().From(db).SingleOrDefaultAsync(c => c.Number == number, ct) is { } county ? TypedResults.Ok(county) : ListApi.NotFound();

    private static OrganisationDetail Detail(OrganisationPicture.Picture picture)
    {
        var (o, roles) = (picture.Organisation, picture.Roles);
        return new(
            o.Key, o.Name, o.ShortName, o.Kind, o.Level, o.Parent, o.IsCollective, o.StatedCount, o.ValidFrom, o.ValidTo, o.Successor, o.SuggestedKind, o.Note, picture.Forum,
            roles.Aliases, roles.Relatives, roles.LifeEvents, roles.Seats, roles.MemberOf, roles.Members, picture.MemberCount, roles.CouncilProjects, roles.CoOperations, roles.Mandates,
            [.. roles.Notes.Select(n => n.Key)], o.Provenance);
    }
}
