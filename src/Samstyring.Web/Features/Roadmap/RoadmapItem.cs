using System.Text.Json.Serialization;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Roadmap;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>What a solution costs a municipality of an example size, without VAT where the source says so, with those that have it in use today.</summary>
/// <param name="OneOff">In kroner, as a decimal string: the sum of what is known.</param>
/// <param name="Yearly">All that comes again, for a year.</param>
/// <param name="IsWhole">Whether all of it is known.</param>
public sealed record ExamplePrice(int Inhabitants, string OneOff, string Yearly, bool IsWhole)
{
    public string Currency => "NOK";

    /// <summary>In øre.</summary>
    [JsonIgnore]
    public (long OneOff, long Yearly) Amounts { get; init; }
}

/// <summary>A common solution on the roadmap, or a piece of work that municipalities must decide on and that has no solution yet .</summary>
public sealed record RoadmapItem
{
    public required string Key { get; init; }

    /// <summary>Whether it is a solution; else an initiative.</summary>
    public required bool IsSolution { get; init; }

    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    /// <summary>The key of the body that answers for it; null where none is stated.</summary>
    public string? Owner => OwnerBody?.Key;

    public LocalizedText? OwnerName => OwnerBody?.Name;

    public required Level? OwnerLevel { get; init; }

    /// <summary>The key of the ministry that the owner is or belongs to; null where it is under none.</summary>
    public required string? Sector { get; init; }

    public required SolutionState? State { get; init; }

    /// <summary>Keys of the phases that its initiative is in.</summary>
    public IReadOnlyList<string> Phases { get; init; } = [];

    /// <summary>The first of them.</summary>
    [JsonIgnore]
    public string? Phase { get; init; }

    /// <summary>When the municipalities were told that it comes.</summary>
    public string? Announced { get; init; }

    public string? Available { get; init; }

    public required string? DecideBy { get; init; }

    public string? Mandatory { get; init; }

    /// <summary>The day by which a municipality must act, by the annual cycle; null where there is nothing to decide yet.</summary>
    public string? ActBy { get; init; }

    public DeadlineBasis? ActBasis { get; init; }

    /// <summary><c>2027-q2</c>.</summary>
    public string? ActQuarter { get; init; }

    /// <summary>The budget that money for it must be in.</summary>
    public int? BudgetYear { get; init; }

    /// <summary>Days of work in each municipality; null is unknown.</summary>
    public int? StaffDays { get; init; }

    public LocalizedText SetAside { get; init; } = LocalizedText.Unknown;

    /// <summary>For each size of the roadmap that the solution has a published price for.</summary>
    public IReadOnlyList<ExamplePrice> Prices { get; init; } = [];

    /// <summary>Municipalities that it is for; null for an initiative.</summary>
    public int? Municipalities { get; init; }

    /// <summary>How many of them were told too late for their budget; null where a date is missing.</summary>
    public int? ToldTooLate { get; init; }

    public bool IsExample { get; init; }

    public Provenance Provenance { get; init; } = null!;

    /// <summary>Whether it is kept from the public.</summary>
    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public BodyRef? OwnerBody { get; init; }

    [JsonIgnore]
    public InitiativeId? Initiative { get; init; }

    /// <summary>When law demands it, else when it can be had.</summary>
    [JsonIgnore]
    public string? Start { get; init; }

    [JsonIgnore]
    public string? EligibleCounties { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}
