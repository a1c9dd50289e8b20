using System.Text.Json.Serialization;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Organisations;

/// <summary>Everything that a body is part of, across the registry.</summary>
public sealed record BodyRoles(
    IReadOnlyList<AliasItem> Aliases, IReadOnlyList<RelativeItem> Relatives, IReadOnlyList<LifeEventOfBody> LifeEvents, IReadOnlyList<SeatItem> Seats,
    IReadOnlyList<MembershipItem> Memberships, IReadOnlyList<CouncilProjectOfBody> CouncilProjects, IReadOnlyList<CoOperationItem> CoOperations, IReadOnlyList<DecisionMandateItem> Mandates,
    IReadOnlyList<SourceNote> Notes)
{
    /// <summary>Roles that a source gives the body itself in life events.</summary>
    public int LifeEventRoles => LifeEvents.Sum(e => e.Roles.Count);

    /// <summary>Seats that the body itself has; those of its region are not among them.</summary>
    public int OwnSeats => Seats.Count(s => s.Relation is SeatRelation.Holder && s.Seat is not SeatState.No);

    /// <summary>Bodies that a source says it is in: belonging to a network by county is worked out, and not counted.</summary>
    public int StatedMemberships => MemberOf.Count(m => !m.BodyIsNetwork);

    public int Total => LifeEventRoles + OwnSeats + StatedMemberships + CouncilProjects.Count;

    public IReadOnlyList<MembershipItem> MemberOf => [.. Memberships.Where(m => !m.IsMember)];

    public IReadOnlyList<MembershipItem> Members => [.. Memberships.Where(m => m.IsMember)];

    public MembershipItem? Network => MemberOf.FirstOrDefault(m => m.BodyIsNetwork);

    public IReadOnlyList<RelativeItem> Of(Relation relation) => [.. Relatives.Where(r => r.Relation == relation)];
}

/// <summary>Another key that leads to the body.</summary>
public sealed record AliasItem
{
    public required string Alias { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public OrganisationId Organisation { get; init; }
}

public enum Relation { Parent, Child, Successor, Predecessor }

public sealed record RelativeItem
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required Relation Relation { get; init; }

    [JsonIgnore]
    public bool IsRegionalNetwork { get; init; }
}

/// <summary>A life event that the body has a role in, with what its allocation letter says of it.</summary>
public sealed record LifeEventOfBody
{
    public required string LifeEvent { get; init; }

    public required LocalizedText LifeEventName { get; init; }

    public required IReadOnlyList<RoleItem> Roles { get; init; }

    public required IReadOnlyList<LetterItem> Letters { get; init; }

    [JsonIgnore]
    public string Slug { get; init; } = "";
}

public sealed record RoleItem
{
    public required LifeEventRole Role { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }
}

/// <summary>Whose seat it is: the body's own, one in the body, or one that the body's region has.</summary>
public enum SeatRelation { Holder, Forum, Region }

public sealed record SeatItem
{
    /// <summary>Names the seat for changing it.</summary>
    public string Key => Id.Value.ToString("D");

    [JsonIgnore]
    public ForumSeatId Id { get; init; }

    public required string Forum { get; init; }

    public required LocalizedText ForumName { get; init; }

    public string? Holder => HolderBody?.Key;

    public LocalizedText? HolderName => HolderBody?.Name;

    public required string? Region { get; init; }

    /// <summary>yes, no or observer; null is «ukjent».</summary>
    public required SeatState? Seat { get; init; }

    public required SeatRelation Relation { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public BodyRef? HolderBody { get; init; }

    [JsonIgnore]
    public bool ForumIsNetwork { get; init; }

    [JsonIgnore]
    public bool HolderIsNetwork { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }
}

/// <summary>One body takes part in another.</summary>
public sealed record MembershipItem
{
    /// <summary>The key of the network or the co-operation.</summary>
    public required string Body { get; init; }

    public required LocalizedText BodyName { get; init; }

    public required string Member { get; init; }

    public required LocalizedText MemberName { get; init; }

    public required string? ValidFrom { get; init; }

    public required string? ValidTo { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>A member of the body asked for; otherwise a body that it is in.</summary>
    [JsonIgnore]
    public bool IsMember { get; init; }

    [JsonIgnore]
    public bool BodyIsNetwork { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }

    /// <summary>What the list's own search looks in; only the list reads it.</summary>
    [JsonIgnore]
    public string BodyFolded { get; init; } = "";

    [JsonIgnore]
    public string MemberFolded { get; init; } = "";
}

/// <summary>A project before Digitaliseringsrådet: the body's own, or one of its sector as a ministry.</summary>
public sealed record CouncilProjectOfBody
{
    public required int Number { get; init; }

    public required int Year { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The organisation as the source's list prints it.</summary>
    public required string OrganisationText { get; init; }

    public required bool AsOrganisation { get; init; }

    public required bool AsMinistry { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>A co-operation that the body is, or is in.</summary>
public sealed record CoOperationItem
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>project, shared_it_company, it_cooperation, network, public_private or state_agencies.</summary>
    public required string Kind { get; init; }

    public required int? StatedCount { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }
}

/// <summary>A forum's mandate, with what the sources say of it.</summary>
public sealed record MandateItem
{
    public required Mandate? Mandate { get; init; }

    public required LocalizedText MandateNote { get; init; }

    public required LocalizedText Members { get; init; }

    public required Provenance Provenance { get; init; }
}
