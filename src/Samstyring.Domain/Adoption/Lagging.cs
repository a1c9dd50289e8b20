using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Adoption;

/// <summary>How far a member of a network has come with one solution.</summary>
/// <param name="Step">What counts; null where nobody has said anything.</param>
/// <param name="IsDisputed">Whether the member and the owner of the solution say different things.</param>
/// <param name="IsUnconfirmed">Whether only the owner has said it.</param>
public sealed record MemberStep(OrganisationId Id, string Number, LocalizedText Name, string County, int Population, AdoptionStep? Step, bool IsDisputed = false, bool IsUnconfirmed = false)
{
    public bool HasDecided => Step is { } step && LadderRules.HasDecided(step);

    /// <summary>Whether there is something left to decide.</summary>
    public bool IsOpen => Step is not { } step || !LadderRules.IsSettled(step);
}

/// <summary>A member that has not decided on what most of the others in its network have decided on.</summary>
/// <param name="Decided">Members that have decided, or are further.</param>
/// <param name="Eligible">Members that the solution is for.</param>
/// <param name="Obstacles">What it says stands in its way now.</param>
public sealed record Laggard(Solution Solution, MemberStep Member, int Decided, int Eligible, IReadOnlyList<ReportedObstacle> Obstacles);

/// <summary>Who lags on what in a network.</summary>
public static class LaggingRules
{
    /// <summary>Whether so many have decided that those that have not, lag: at least half of the members that the solution is for.</summary>
    public static bool MostHaveDecided(int decided, int eligible) => decided > 0 && decided * 2 >= eligible;

    /// <summary>Members that have decided nothing, where at least half of those that the solution is for have decided for it. Those that have said no have decided.</summary>
    /// <param name="members">All of the network: what most have decided is counted over all.</param>
    public static IReadOnlyList<Laggard> Of(Solution solution, IReadOnlyList<MemberStep> members, IEnumerable<ReportedObstacle> reports, DateOnly today)
    {
        var eligible = members.Where(m => solution.IsFor(m.County, m.Population)).ToList();
        var decided = eligible.Count(m => m.HasDecided);
        if (!MostHaveDecided(decided, eligible.Count))
        {
            return [];
        }

        var open = reports.Where(r => r.Solution == solution.Id && ObstacleRules.Holds(r, today)).ToLookup(r => r.Organisation);
        return [.. eligible.Where(m => m.IsOpen).Select(m => new Laggard(solution, m, decided, eligible.Count, [.. open[m.Id]]))];
    }
}
