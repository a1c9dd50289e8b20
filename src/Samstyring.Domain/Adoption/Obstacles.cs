using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Adoption;

/// <summary>One municipality that a solution is for, and how far it has come: what the rules of obstacles, waves and groups are worked out from.</summary>
/// <param name="Record">Null where nobody has said anything.</param>
public sealed record Adopter(OrganisationId Id, string Number, LocalizedText Name, string County, int Population, AdoptionRecord? Record)
{
    public AdoptionStep? Step => Record?.Standing;

    public bool IsInUse => Step is { } step && LadderRules.IsInUse(step);

    public bool HasDecided => Step is { } step && LadderRules.HasDecided(step);

    /// <summary>The first day that it can have decided on, as far as its dates tell; null where it has not decided, or the day is unknown.</summary>
    public DateOnly? Decided => !HasDecided || Record is null ? null
        : new[] { Record.DecidedOn, Record.ProcuredOn, Record.InstalledOn, Record.InUseOn, Record.BenefitsOn }.Select(AsOf.First).OfType<DateOnly>().Order().Cast<DateOnly?>().FirstOrDefault();
}

/// <summary>How many have met an obstacle .</summary>
/// <param name="Open">Municipalities that it stands in the way of now, and that do not have the solution in use.</param>
/// <param name="OpenInUse">Municipalities that report it still, and have the solution in use.</param>
/// <param name="Gone">Municipalities that have met it, and that it is gone for.</param>
/// <param name="NotInUse">Of how many: the municipalities that the solution is for, and that do not have it in use or have not said so.</param>
public sealed record ObstacleCount(ObstacleCode Code, int Open, int OpenInUse, int Gone, int NotInUse);

/// <summary>How many of some municipalities have decided before and since a day.</summary>
/// <param name="All">The municipalities.</param>
/// <param name="Before">Those that had decided on the day.</param>
/// <param name="Since">Those that have decided after it.</param>
/// <param name="Undated">Those that have decided, nobody has said when.</param>
public sealed record Uptake(int All, int Before, int Since, int Undated)
{
    /// <summary>The share of those that had not decided on the day, and have since: 0–1. Null where there were none, or none whose day is known.</summary>
    public double? ShareSince => All - Before - Undated is > 0 and var left ? (double)Since / left : null;

    internal static Uptake Of(IReadOnlyList<Adopter> municipalities, DateOnly day) => new(
        municipalities.Count, municipalities.Count(m => m.Decided <= day), municipalities.Count(m => m.Decided > day), municipalities.Count(m => m.HasDecided && m.Decided is null));
}

/// <summary>What a measure against an obstacle has been followed by: not a proof of cause, so those that never met the obstacle stand beside.</summary>
/// <param name="Day">When the measure began.</param>
/// <param name="Met">Those that stood before the obstacle on that day.</param>
/// <param name="Others">Those that the solution is for, and that did not.</param>
/// <param name="Gone">How many of those that met it, have said since that it is gone.</param>
public sealed record MeasureEffect(DateOnly Day, Uptake Met, Uptake Others, int Gone);

/// <summary>Obstacles that municipalities report, counted, and what measures against them are followed by.</summary>
public static class ObstacleRules
{
    /// <summary>Whether a report holds on a day. A report without a first day is taken to have held all along; one without a last day, to hold still.</summary>
    public static bool Holds(ReportedObstacle report, DateOnly day) =>
        report.IsWithdrawn != true && (AsOf.First(report.Starts) ?? DateOnly.MinValue) <= day && (AsOf.Last(report.Ends) ?? DateOnly.MaxValue) >= day;

    /// <summary>Obstacles that somebody has met, those that stand in the way of most first.</summary>
    /// <param name="eligible">All that the solution is for.</param>
    public static IReadOnlyList<ObstacleCount> Count(IReadOnlyList<Adopter> eligible, IEnumerable<ReportedObstacle> reports, DateOnly today)
    {
        var byId = eligible.ToDictionary(m => m.Id);
        var notInUse = eligible.Count(m => !m.IsInUse);
        return
        [
            .. reports.Where(r => r.IsWithdrawn != true && (AsOf.First(r.Starts) ?? DateOnly.MinValue) <= today && r.Organisation is { } body && byId.ContainsKey(body)).GroupBy(r => r.Obstacle).Select(group =>
            {
                var open = group.Where(r => Holds(r, today)).Select(r => r.Organisation!.Value).ToHashSet();
                var met = group.Select(r => r.Organisation!.Value).ToHashSet();
                return new ObstacleCount(group.Key, open.Count(id => !byId[id].IsInUse), open.Count(id => byId[id].IsInUse), met.Except(open).Count(), notInUse);
            }).OrderByDescending(count => count.Open).ThenBy(count => count.Code),
        ];
    }

    /// <summary>What has happened since a measure began, among those that stood before its obstacle and among the others.</summary>
    /// <returns>Null where the measure has no first day, or has not begun.</returns>
    public static MeasureEffect? EffectOf(ObstacleMeasure measure, IReadOnlyList<Adopter> eligible, IEnumerable<ReportedObstacle> reports, DateOnly today)
    {
        if (AsOf.First(measure.Starts) is not { } began || began > today)
        {
            return null;
        }

        var standing = reports.Where(r => r.Obstacle == measure.Obstacle && Holds(r, began) && r.Organisation is not null).ToList();
        var met = standing.Select(r => r.Organisation!.Value).ToHashSet();
        var gone = met.Except(standing.Where(r => Holds(r, today)).Select(r => r.Organisation!.Value)).Count();
        return new(began, Uptake.Of([.. eligible.Where(m => met.Contains(m.Id))], began), Uptake.Of([.. eligible.Where(m => !met.Contains(m.Id))], began), gone);
    }
}
