using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Organisations;

public enum OrganisationKind
{
    Ministry = 1, Agency, Ks, Council, Network, Intermunicipal, Municipality, County, Vendor, Private, Ngo, University, Unclassified,
}

public static class OrganisationKinds
{
    /// <summary>Whether a body of the kind is of the public sector: what municipalities tell each other of vendors and procurements is for these.</summary>
    public static bool IsPublicSector(this OrganisationKind kind) => kind is not (OrganisationKind.Vendor or OrganisationKind.Private or OrganisationKind.Ngo or OrganisationKind.University or OrganisationKind.Unclassified);
}

/// <summary>The level of government or society a body belongs to; each has its shape and colour on the screen.</summary>
public enum Level { State = 1, Region, Municipality, Market, Society, International }

/// <summary>
/// A real body, once: a ministry, an agency, a network, a municipality, a company. A collective («the 346 other
/// municipalities») is an organisation with a stated count until its members are known.
/// </summary>
public sealed class Organisation
{
    public required OrganisationId Id { get; init; }

    /// <summary>The key in addresses and in the API: as in the sources; a municipality's or county's number.</summary>
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    public string? ShortName { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required Level Level { get; init; }

    public OrganisationId? Parent { get; init; }

    public bool IsCollective { get; init; }

    /// <summary>How many bodies a collective stands for, where a source says so.</summary>
    public int? StatedCount { get; init; }

    /// <summary>First day of validity as exact as the source has it; null is «ukjent».</summary>
    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public OrganisationId? Successor { get; init; }

    /// <summary>What the sources call an unclassified body.</summary>
    public string? SuggestedKind { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Orders names as Norwegian does, the same on every database (ADR 0004).</summary>
    public required string SortKey { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }
}

/// <summary>Another key of a body, such as «flekkefjord» for 4207. It leads to the body.</summary>
public sealed class OrganisationAlias
{
    public required string Alias { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required Provenance Provenance { get; init; }

    public required LocalizedText Note { get; init; }
}
