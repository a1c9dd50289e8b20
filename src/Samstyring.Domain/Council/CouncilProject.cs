using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Council;

/// <summary>A project that Digitaliseringsrådet has advised (the report says 72; its list has 73 rows).</summary>
public sealed class CouncilProject
{
    /// <summary>The row of the source's list, 1 to 73.</summary>
    public required int Number { get; init; }

    public required int Year { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The organisation as the list prints it.</summary>
    public required string OrganisationText { get; init; }

    public OrganisationId? Ministry { get; init; }

    /// <summary>«unclear» where the list says so; null where the size was a coloured dot that got lost.</summary>
    public string? Size { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    public required string SortKey { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }
}

/// <summary>A body that had a project before the council.</summary>
public sealed class CouncilProjectOrganisation
{
    public required int Project { get; init; }

    public required OrganisationId Organisation { get; init; }
}
