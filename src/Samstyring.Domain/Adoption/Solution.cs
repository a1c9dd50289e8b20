using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Adoption;

public readonly record struct SolutionId(Guid Value) : IStrongId
{
    public static SolutionId Of(string key) => new(NamedId.From("solution", key));
}

/// <summary>Where a solution is on the one roadmap of state, KS and networks .</summary>
public enum SolutionState { Considered = 1, Decided, InDevelopment, Ready, BeingAdopted }

/// <summary>A common solution: what municipalities decide on, pay for and take in use, one by one.</summary>
public sealed class Solution : IRestrictable
{
    public required SolutionId Id { get; init; }

    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    public LocalizedText Purpose { get; init; } = LocalizedText.Unknown;

    /// <summary>Who answers for it.</summary>
    public required OrganisationId Owner { get; init; }

    /// <summary>The piece of work that it comes from.</summary>
    public InitiativeId? Initiative { get; init; }

    public SolutionState? State { get; init; }

    /// <summary>Numbers of the counties whose municipalities it is for, with a bar between them; null is all.</summary>
    public string? EligibleCounties { get; init; }

    /// <summary>Inhabitants that a municipality has at least; null is no limit.</summary>
    public int? EligibleFrom { get; init; }

    /// <summary>Inhabitants that a municipality has fewer than; null is no limit.</summary>
    public int? EligibleBelow { get; init; }

    /// <summary>Why it is for these municipalities and not for others.</summary>
    public LocalizedText EligibleWhy { get; init; } = LocalizedText.Unknown;

    /// <summary>When the idea or the need was put forward: a year, a month or a day, as all times of it.</summary>
    public string? Idea { get; init; }

    /// <summary>When the municipalities were told that it comes.</summary>
    public string? Announced { get; init; }

    /// <summary>The first day on which a municipality can take it in use.</summary>
    public string? Available { get; init; }

    /// <summary>When a municipality must have decided.</summary>
    public string? DecideBy { get; init; }

    /// <summary>When law or regulation demands it; null where nothing does.</summary>
    public string? Mandatory { get; init; }

    /// <summary>Months that the parties agreed that it may take from idea to available .</summary>
    public int? AgreedMonths { get; init; }

    /// <summary>Days of work that a municipality must set aside to take it in use .</summary>
    public int? StaffDays { get; init; }

    /// <summary>What else a municipality must set aside, and when.</summary>
    public LocalizedText SetAside { get; init; } = LocalizedText.Unknown;

    /// <summary>Municipalities that the owner reckons with when it sets the price.</summary>
    public int? PlannedAdopters { get; init; }

    /// <summary>What the solution costs its owner in a year, in øre.</summary>
    public long? YearlyCost { get; init; }

    /// <summary>Whom a municipality asks.</summary>
    public LocalizedText Contact { get; init; } = LocalizedText.Unknown;

    /// <summary>Where its specifications are published, the same for all vendors .</summary>
    public string? Specification { get; init; }

    /// <summary>Whether it and all that is told of it are invented, to show how the product works.</summary>
    public bool IsExample { get; init; }

    public required Provenance Provenance { get; init; }

    public required string SortKey { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }

    public AudienceId? VisibleTo { get; init; }

    /// <summary>Whether a municipality is one of those that the solution is for.</summary>
    /// <param name="county">The number of its county.</param>
    /// <param name="population">Inhabitants.</param>
    public bool IsFor(string county, int population) =>
        (EligibleCounties is null || EligibleCounties.Split('|').Contains(county, StringComparer.Ordinal))
        && population >= (EligibleFrom ?? 0) && population < (EligibleBelow ?? int.MaxValue);

    /// <summary>Months from idea to available, as far as the dates can tell: to today where it is not available yet .</summary>
    /// <returns>Null where the idea has no date.</returns>
    public int? MonthsToAvailable(DateOnly today)
    {
        if (AsOf.First(Idea) is not { } idea)
        {
            return null;
        }

        var end = AsOf.First(Available) ?? today;
        return Math.Max(0, ((end.Year - idea.Year) * 12) + end.Month - idea.Month);
    }

    /// <summary>Whether it takes longer from idea to available than was agreed; null where one of them is unknown.</summary>
    public bool? IsSlow(DateOnly today) => AgreedMonths is { } agreed && MonthsToAvailable(today) is { } months ? months > agreed : null;
}

/// <summary>One fact of a solution: a price, a product, an obstacle, a wave.</summary>
public abstract class SolutionPart : Part
{
    public SolutionId Solution { get; init; }
}
