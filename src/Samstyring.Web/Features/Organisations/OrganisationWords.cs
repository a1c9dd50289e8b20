using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Organisations;

/// <summary>What a body is, in words.</summary>
internal static class OrganisationWords
{
    /// <summary>«346 kommuner, etter kilden». What is counted depends on the body.</summary>
    public static string? Stated(Ui ui, OrganisationItem organisation) => organisation switch
    {
        { StatedCount: null } => null,
        { StatedCount: { } count, Kind: OrganisationKind.County } => ui["organisation.stated.counties", count],
        { StatedCount: { } count, Kind: OrganisationKind.Intermunicipal, IsCollective: true } => ui["organisation.stated.co-operations", count],
        { StatedCount: { } count, Kind: OrganisationKind.Municipality or OrganisationKind.Network or OrganisationKind.Intermunicipal } => ui["organisation.stated.municipalities", count],
        { StatedCount: { } count } => ui["organisation.stated.bodies", count],
    };

    /// <summary>«Statlig virksomhet.», «Fylke med 43 kommuner …».</summary>
    public static string What(Ui ui, OrganisationPicture.Picture picture)
    {
        var organisation = picture.Organisation;
        if (picture.County is { } county)
        {
            return ui["organisation.lead.county", county.Municipalities, county.Population, ui.Time(Municipalities.MunicipalityFacts.PopulationDate(county.PopulationYear))];
        }

        if (organisation.IsCollective && Stated(ui, organisation) is { } stated)
        {
            return ui["organisation.lead.collective", stated];
        }

        var kind = organisation.SuggestedKind is { } suggested
            ? ui["organisation.lead.unclassified", ui["organisation.suggested." + suggested]]
            : ui["organisation.lead.kind", ui.Code("organisation-kind", organisation.Kind)];
        return organisation.IsCollective ? $"{ui["organisation.lead.collective", ui["organisation.stated.unknown"]]} {kind}" : kind;
    }

    /// <summary>Whether the body has a page of its own kind, as a municipality or one of the ten networks.</summary>
    public static bool HasOwnPage(OrganisationItem organisation) => organisation.IsRegionalNetwork || (organisation.Kind is OrganisationKind.Municipality && BodyPaths.IsMunicipality(organisation.Key));
}
