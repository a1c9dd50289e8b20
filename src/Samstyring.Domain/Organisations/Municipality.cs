using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Organisations;

/// <summary>What is known of a municipality beside its being an organisation. Its number is the organisation's key.</summary>
public sealed class Municipality
{
    public required OrganisationId Id { get; init; }

    /// <summary>Four digits, leading zero kept.</summary>
    public required string Number { get; init; }

    public required OrganisationId County { get; init; }

    /// <summary>Other official names (Sámi, Kven), joined by « – »; null where there are none.</summary>
    public string? ParallelNames { get; init; }

    /// <summary>Inhabitants on 1 January of each year (SSB table 07459).</summary>
    public required int Population2024 { get; init; }

    public required int Population2025 { get; init; }

    public required int Population2026 { get; init; }

    /// <summary>SSB centrality class, 1 (most central) to 6.</summary>
    public required int Centrality { get; init; }

    /// <summary>SSB's KOSTRA group of 2020 on the municipalities of 2024, 1 to 17.</summary>
    public required int KostraGroup { get; init; }

    /// <summary>bokmal, nynorsk or noytral; one secondary source, unverified.</summary>
    public required string LanguageForm { get; init; }

    /// <summary>Nine digits, checked modulo 11; null is «ukjent».</summary>
    public string? OrganisationNumber { get; init; }

    public Certainty? OrganisationNumberCertainty { get; init; }

    /// <summary>Column in the hex cartogram (odd-r offset), 0 to 31 from the west.</summary>
    public required int HexColumn { get; init; }

    /// <summary>Row in the hex cartogram, 0 to 47 from the north.</summary>
    public required int HexRow { get; init; }
}

/// <summary>A county of today. Its number is the organisation's key.</summary>
public sealed class County
{
    public required OrganisationId Id { get; init; }

    /// <summary>Two digits, leading zero kept.</summary>
    public required string Number { get; init; }

    public string? ParallelNames { get; init; }

    public required int Population2024 { get; init; }

    public required int Population2025 { get; init; }

    public required int Population2026 { get; init; }
}

/// <summary>A number that a municipality, or a part of it, had before 2024. An old number leads to the body of today.</summary>
public sealed class FormerMunicipalityNumber
{
    public required string OldNumber { get; init; }

    /// <summary>The first year the table has the number; it begins in 1940, so 1940 means «1940 or earlier».</summary>
    public required int FirstYear { get; init; }

    public required int LastYear { get; init; }

    public required OrganisationId Municipality { get; init; }

    /// <summary>The table's own weight, over 0 to 1. Below 1 the old municipality was split; the shares are nominal, not inhabitants.</summary>
    public required decimal Weight { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>Two municipalities that share a border on land.</summary>
public sealed class Neighbours
{
    public required OrganisationId A { get; init; }

    public required OrganisationId B { get; init; }
}

/// <summary>Bands of population that say how much a municipality can carry. Upper bounds are exclusive.</summary>
public enum PopulationBand { Under2000, From2000, From5000, From20000, From50000 }

public static class PopulationBands
{
    private static readonly int[] Bounds = [2_000, 5_000, 20_000, 50_000];

    public static PopulationBand Of(int inhabitants) => (PopulationBand)Bounds.Count(bound => inhabitants >= bound);

    /// <summary>Inhabitants from (inclusive) and to (exclusive; null above the last bound).</summary>
    public static (int From, int? To) Range(PopulationBand band) =>
        ((int)band == 0 ? 0 : Bounds[(int)band - 1], (int)band == Bounds.Length ? null : Bounds[(int)band]);
}
