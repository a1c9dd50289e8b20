using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Organisations;

/// <summary>One of the ten regional digitalisation networks of the sources .</summary>
public sealed class Network
{
    public required OrganisationId Id { get; init; }

    public required string Region { get; init; }

    /// <summary>County numbers of today that its region is now, with a bar between them: inferred.</summary>
    public required string Counties { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>What can be known of a network. A fact that is missing is «ukjent».</summary>
public enum NetworkField
{
    Form = 1, Funding, Bodies, CountyRole, MunicipalityCount, Established, Features, PublishedMembers, PublishedForm,
}

public readonly record struct NetworkFactId(Guid Value) : IStrongId
{
    public static NetworkFactId Of(string key) => new(NamedId.From("network-fact", key));
}

/// <summary>One stated fact of a network, with its own source. Two facts for one field are two claims.</summary>
public sealed class NetworkFact : IRestrictable
{
    public required NetworkFactId Id { get; init; }

    public required OrganisationId Network { get; init; }

    public required NetworkField Field { get; init; }

    /// <summary>Its place in the data file, so that claims on one field keep their order.</summary>
    public required int Order { get; init; }

    public required LocalizedText Value { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>A subject that networks may have a specialist group for.</summary>
public sealed class Theme
{
    /// <summary>The number in the source's table, 1 to 13.</summary>
    public required int Number { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The name as the extracted text has it, misprints and all.</summary>
    public required string AsExtracted { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }
}

public enum ThemeState { Established = 1, BeingEstablished, Considered }

/// <summary>How far a network is with a theme; null where the cell is unknown (all were lost in the source).</summary>
public sealed class ThemeCell : IRestrictable
{
    public required int Theme { get; init; }

    public required OrganisationId Network { get; init; }

    public ThemeState? State { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

public readonly record struct MembershipId(Guid Value) : IStrongId
{
    /// <param name="key">The keys of the body and the member with a slash between them.</param>
    public static MembershipId Of(string key) => new(NamedId.From("membership", key + "/member"));
}

/// <summary>One body takes part in another: a municipality in a network or a co-operation.</summary>
public sealed class Membership : IRestrictable
{
    public required MembershipId Id { get; init; }

    public required OrganisationId Member { get; init; }

    public required OrganisationId Body { get; init; }

    /// <summary>Names of members in order, within one body.</summary>
    public required string SortKey { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>One of the thirteen measures that the KS report recommends for the networks .</summary>
public sealed class RecommendedMeasure
{
    public required int Number { get; init; }

    public required LocalizedText Summary { get; init; }

    public required LocalizedText Theme { get; init; }

    public required LocalizedText TargetGroup { get; init; }

    public required int YearFrom { get; init; }

    public required int YearTo { get; init; }

    public required LocalizedText Responsible { get; init; }

    public required string Section { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }
}
