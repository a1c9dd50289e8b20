using System.Globalization;

namespace Samstyring.Web.Features.Organisations.Municipalities;

/// <summary>How a municipality's facts are written.</summary>
internal static class MunicipalityFacts
{
    /// <summary>The year of the population figures that are shown: 1 January.</summary>
    public const int PopulationYear = 2026;

    public static string PopulationDate(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}-01-01");

    /// <summary>«944 496 394», with hard spaces.</summary>
    public static string Grouped(string organisationNumber) => $"{organisationNumber[..3]}\u00A0{organisationNumber[3..6]}\u00A0{organisationNumber[6..]}";

    /// <summary>Parallel names, one by one.</summary>
    public static IReadOnlyList<string> Split(string? names) => names?.Split(" - ", StringSplitOptions.TrimEntries) ?? [];
}
