namespace Samstyring.Domain.Adoption;

/// <summary>A member that has not decided on what most of the others in its network have decided on.</summary>
/// <param name="Decided">Members that have decided, or are further.</param>
/// <param name="Eligible">Members that the solution is for.</param>
/// <param name="Obstacles">What it says stands in its way now.</param>
public sealed record Laggard(Solution Solution, Adopter Member, int Decided, int Eligible, IReadOnlyList<ReportedObstacle> Obstacles);

/// <summary>Who lags on what in a network.</summary>
public static class LaggingRules
{
    /// <summary>Members that have decided nothing, where at least half of those that the solution is for have decided for it. Those that have said no have decided.</summary>
    public static IReadOnlyList<Laggard> Of(Solution solution, IReadOnlyList<Adopter> members, IEnumerable<ReportedObstacle> reports, DateOnly today)
    {
        var eligible = members.Where(m => solution.IsFor(m.County, m.Population)).ToList();
        var decided = eligible.Count(m => m.HasDecided);
        if (decided == 0 || decided * 2 < eligible.Count)
        {
            return [];
        }

        var open = reports.Where(r => r.Solution == solution.Id && ObstacleRules.Holds(r, today)).ToLookup(r => r.Organisation);
        return [.. eligible.Where(m => m.Step is not { } step || !LadderRules.IsSettled(step)).Select(m => new Laggard(solution, m, decided, eligible.Count, [.. open[m.Id]]))];
    }
}
