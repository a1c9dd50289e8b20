using Microsoft.AspNetCore.Http.HttpResults;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Organisations.Municipalities;

/// <summary>One municipality with everything that it is part of.</summary>
public sealed record MunicipalityDetail(
    string Number, LocalizedText Name, string County, LocalizedText CountyName, int Population, int PopulationYear, int Population2024, int Population2025, int Centrality, int KostraGroup,
    string LanguageForm, string? OrganisationNumber, Certainty? OrganisationNumberCertainty, IReadOnlyList<string> ParallelNames, string? Network, Certainty? NetworkCertainty, int HexColumn, int HexRow,
    IReadOnlyList<FormerNumberItem> FormerNumbers, IReadOnlyList<NearbyItem> Neighbours, IReadOnlyList<DecisionModelItem> DecisionModels, IReadOnlyList<DecisionMandateItem> Mandates, IReadOnlyList<AliasItem> Aliases,
    IReadOnlyList<LifeEventOfBody> LifeEvents, IReadOnlyList<SeatItem> Seats, IReadOnlyList<MembershipItem> Memberships, IReadOnlyList<CoOperationItem> CoOperations,
    IReadOnlyList<CouncilProjectOfBody> CouncilProjects, IReadOnlyList<string> Notes, Provenance Provenance);

internal static class MunicipalitiesApi
{
    private const string Tag = "Municipalities";

    public static void MapMunicipalities(this IEndpointRouteBuilder api)
    {
        api.MapList(new MunicipalityList(), Tag);
        api.MapGet("/municipalities/{number}", GetAsync).WithName("GetMunicipality").WithTags(Tag)
            .Produces(StatusCodes.Status301MovedPermanently).ProducesProblem(StatusCodes.Status300MultipleChoices).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>An old number leads to the municipality of today; where it was split, to a choice among those it became.</summary>
    private static async Task<Results<Ok<MunicipalityDetail>, RedirectHttpResult, ProblemHttpResult>> GetAsync(string number, MunicipalityPicture pictures, CancellationToken ct)
    {
        if (await pictures.ReadAsync(number, ct) is { } found)
        {
            return TypedResults.Ok(Detail(found));
        }

        return await pictures.SuccessorsAsync(number, ct) switch
        {
            [] => ListApi.NotFound(),
            [var only] => TypedResults.LocalRedirect(Address(only), permanent: true),
            var several => TypedResults.Problem(
                statusCode: StatusCodes.Status300MultipleChoices, title: "The municipality was split.", detail: "The weights are nominal; they are not shares of the inhabitants.",
                extensions: [new("code", "split"), new("choices", several.Select(s => new { s.Number, s.Name, s.Weight, Url = Address(s) }))]),
        };
    }

    private static string Address(SuccessorItem successor) => "/api/v1/municipalities/" + successor.Number;

    private static MunicipalityDetail Detail(MunicipalityPicture.Picture picture)
    {
        var (m, roles) = (picture.Municipality, picture.Roles);
        return new(
            m.Number, m.Name, m.County, m.CountyName, m.Population, m.PopulationYear, m.Population2024, m.Population2025, m.Centrality, m.KostraGroup, m.LanguageForm, m.OrganisationNumber,
            m.OrganisationNumberCertainty, m.ParallelNames, m.Network, m.NetworkCertainty, m.HexColumn, m.HexRow, picture.FormerNumbers, picture.Neighbours, picture.DecisionModels, roles.Mandates,
            roles.Aliases, roles.LifeEvents, roles.Seats, roles.MemberOf, roles.CoOperations, roles.CouncilProjects, [.. roles.Notes.Select(n => n.Key)], m.Provenance);
    }
}
