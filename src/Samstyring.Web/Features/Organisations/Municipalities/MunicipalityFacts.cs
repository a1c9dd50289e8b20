using System.Globalization;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Organisations.Municipalities;

/// <summary>Where each fact of a municipality comes from. One row of the data has several sources, and they are not equally sure.</summary>
internal static class MunicipalityFacts
{
    /// <summary>The year of the population figures that are shown: 1 January.</summary>
    public const int PopulationYear = 2026;

    public static readonly Provenance Names = new("kartverket", "2024-01", Certainty.Stated);

    public static readonly Provenance Centrality = new("centrality", "2024", Certainty.Stated);

    /// <summary>Taken from the same file as the centrality classes, but not checked against the source.</summary>
    public static readonly Provenance Kostra = new("kostra; centrality", "2020", Certainty.Unverified);

    public static readonly Provenance LanguageForm = new("geodata-2025", "2025", Certainty.Unverified);

    public static readonly Provenance Neighbours = new("neighbours", "2024-01-01", Certainty.Inferred);

    /// <summary>Old and new numbers. The table begins in 1940.</summary>
    public static readonly Provenance Numbers = new("csdata", "2024-01-01", Certainty.Stated);

    /// <summary>The three ways to decide that the interviews found .</summary>
    public static readonly Provenance DecisionModels = new("000 §5.1.2 p.43 l.780-791", "2022", Certainty.Stated);

    public static string PopulationDate(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}-01-01");

    public static Provenance Population(int year) => new("csdata; ssb-07459", PopulationDate(year), Certainty.Stated);

    public static Provenance OrganisationNumber(Certainty certainty) => new("ssb-klass-1236", "2020", certainty);

    /// <summary>«944 496 394», with hard spaces.</summary>
    public static string Grouped(string organisationNumber) => $"{organisationNumber[..3]}\u00A0{organisationNumber[3..6]}\u00A0{organisationNumber[6..]}";

    /// <summary>Parallel names, one by one.</summary>
    public static IReadOnlyList<string> Split(string? names) => names?.Split(" - ", StringSplitOptions.TrimEntries) ?? [];
}
