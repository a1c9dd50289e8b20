using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Adoption;

/// <summary>A solution that most members of a network have decided on, and some have not.</summary>
/// <param name="Key">Of the solution.</param>
/// <param name="Decided">Members that have decided, or are further.</param>
/// <param name="Eligible">Members that the solution is for.</param>
/// <param name="Lagging">Of the members that are shown: those that have decided nothing.</param>
public sealed record LaggingSolution(string Key, int Decided, int Eligible, int Lagging);

/// <summary>How much a network's members lag, over all its solutions.</summary>
/// <param name="Solutions">Solutions that somebody lags on.</param>
/// <param name="ByMember">How many of them each member lags on, by its number; who lags on none is left out.</param>
public sealed record LaggingSummary(int Solutions, IReadOnlyDictionary<string, int> ByMember);

/// <summary>Counts in the database who lags on what, over all solutions that a network is concerned with: the rule is <see cref="LaggingRules"/>'.</summary>
public static class NetworkLagging
{
    private static readonly AdoptionStep[] Decided = [.. Enum.GetValues<AdoptionStep>().Where(LadderRules.HasDecided)];

    private static readonly AdoptionStep[] Settled = [.. Enum.GetValues<AdoptionStep>().Where(LadderRules.IsSettled)];

    public static async Task<LaggingSummary> SummaryAsync(SamstyringDb db, NetworkScope scope, CancellationToken ct)
    {
        if (scope.Shown is [])
        {
            return new(0, new Dictionary<string, int>(StringComparer.Ordinal));
        }

        OrganisationId[] here = [.. scope.Shown.Select(m => m.Id)];
        var lagging = Lagging(db, scope);
        var counted = await (
            from l in lagging
            from m in db.Municipalities
            join c in db.Organisations on m.County equals c.Id
            where here.Contains(m.Id)
                && (l.EligibleCounties == null || l.EligibleCounties.Contains(c.Key)) && (l.EligibleFrom == null || m.Population2026 >= l.EligibleFrom) && (l.EligibleBelow == null || m.Population2026 < l.EligibleBelow)
                && !db.AdoptionRecords.Any(a => a.Solution == l.Id && a.Municipality == m.Id && Settled.Contains(a.Standing))
            group m by m.Number into g
            select new { Number = g.Key, Count = g.Count() }).ToListAsync(ct);
        return new(await lagging.CountAsync(ct), counted.ToDictionary(c => c.Number, c => c.Count, StringComparer.Ordinal));
    }

    /// <summary>A page of solutions that somebody lags on, those that most lag on first.</summary>
    /// <param name="skip">Solutions before the page.</param>
    /// <param name="take">Solutions on the page.</param>
    public static async Task<IReadOnlyList<LaggingSolution>> PageAsync(SamstyringDb db, NetworkScope scope, int skip, int take, CancellationToken ct) =>
        scope.Shown is [] ? [] : await Lagging(db, scope).OrderByDescending(l => l.Lagging).ThenBy(l => l.SortKey).ThenBy(l => l.Key).Skip(skip).Take(take).Select(l => new LaggingSolution(l.Key, l.Decided, l.Eligible, l.Lagging)).ToListAsync(ct);

    /// <summary>
    /// What each member has settled is counted once over the records of the members, by index. Who a solution is for is worked out only for solutions that are
    /// not for everybody: they are few.
    /// </summary>
    private static IQueryable<Row> Lagging(SamstyringDb db, NetworkScope scope)
    {
        OrganisationId[] all = [.. scope.Members.Select(m => m.Id)], here = [.. scope.Shown.Select(m => m.Id)];
        var (members, shown) = (all.Length, here.Length);
        var said =
            from a in db.AdoptionRecords
            where all.Contains(a.Municipality) && Settled.Contains(a.Standing)
            group a by a.Solution into g
            select new { Solution = g.Key, Decided = g.Count(a => Decided.Contains(a.Standing)), SettledHere = g.Count(a => here.Contains(a.Municipality)) };
        var rows =
            from s in scope.Solutions(db)
            join g in said on s.Id equals g.Solution
            let isForAll = s.EligibleCounties == null && s.EligibleFrom == null && s.EligibleBelow == null
            select new Row
            {
                Id = s.Id,
                Key = s.Key,
                SortKey = s.SortKey,
                EligibleCounties = s.EligibleCounties,
                EligibleFrom = s.EligibleFrom,
                EligibleBelow = s.EligibleBelow,
                Eligible = isForAll ? members : (
                    from m in db.Municipalities
                    join c in db.Organisations on m.County equals c.Id
                    where all.Contains(m.Id) && (s.EligibleCounties == null || s.EligibleCounties!.Contains(c.Key)) && (s.EligibleFrom == null || m.Population2026 >= s.EligibleFrom) && (s.EligibleBelow == null || m.Population2026 < s.EligibleBelow)
                    select m.Id).Count(),
                Decided = isForAll ? g.Decided : (
                    from m in db.Municipalities
                    join c in db.Organisations on m.County equals c.Id
                    where all.Contains(m.Id) && (s.EligibleCounties == null || s.EligibleCounties!.Contains(c.Key)) && (s.EligibleFrom == null || m.Population2026 >= s.EligibleFrom) && (s.EligibleBelow == null || m.Population2026 < s.EligibleBelow)
                        && db.AdoptionRecords.Any(a => a.Solution == s.Id && a.Municipality == m.Id && Decided.Contains(a.Standing))
                    select m.Id).Count(),
                Lagging = isForAll ? shown - g.SettledHere : (
                    from m in db.Municipalities
                    join c in db.Organisations on m.County equals c.Id
                    where all.Contains(m.Id) && (s.EligibleCounties == null || s.EligibleCounties!.Contains(c.Key)) && (s.EligibleFrom == null || m.Population2026 >= s.EligibleFrom) && (s.EligibleBelow == null || m.Population2026 < s.EligibleBelow)
                        && here.Contains(m.Id) && !db.AdoptionRecords.Any(a => a.Solution == s.Id && a.Municipality == m.Id && Settled.Contains(a.Standing))
                    select m.Id).Count(),
            };
        return rows.Where(r => r.Decided > 0 && r.Decided * 2 >= r.Eligible && r.Lagging > 0);
    }

    private sealed class Row
    {
        public required SolutionId Id { get; init; }

        public required string Key { get; init; }

        public required string SortKey { get; init; }

        public required string? EligibleCounties { get; init; }

        public required int? EligibleFrom { get; init; }

        public required int? EligibleBelow { get; init; }

        public required int Eligible { get; init; }

        public required int Decided { get; init; }

        public required int Lagging { get; init; }
    }
}
