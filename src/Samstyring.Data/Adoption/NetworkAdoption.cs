using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Adoption;

/// <summary>A municipality that is a member of a network.</summary>
public sealed record MemberOfNetwork(OrganisationId Id, string Number, LocalizedText Name, string County, LocalizedText CountyName, int Population);

/// <summary>A network's members, and what of them and of the solutions a reader looks at.</summary>
/// <param name="Members">All of them: what most have decided is counted over all.</param>
/// <param name="County">The number of the county whose members are shown; null is all.</param>
/// <param name="Words">Folded words that the name of a solution has.</param>
public sealed record NetworkScope(IReadOnlyList<MemberOfNetwork> Members, string? County, IReadOnlyList<string> Words)
{
    public IReadOnlyList<MemberOfNetwork> Shown { get; } = County is null ? Members : [.. Members.Where(m => m.County == County)];

    /// <summary>The solutions that are for a member, as far as the counties and the sizes of the members tell; none where there are no members.</summary>
    internal IQueryable<Solution> Solutions(SamstyringDb db)
    {
        if (Members is [])
        {
            return db.Solutions.Where(s => false);
        }

        string[] counties = [.. Members.Select(m => m.County).Distinct(StringComparer.Ordinal)];
        var (least, most) = (Members.Min(m => m.Population), Members.Max(m => m.Population));
        var concerned = db.Solutions.Where(s => (s.EligibleCounties == null || counties.Any(county => s.EligibleCounties!.Contains(county))) && (s.EligibleFrom == null || s.EligibleFrom <= most) && (s.EligibleBelow == null || s.EligibleBelow > least));
        return Words.Aggregate(concerned, (found, word) => found.Where(s => s.Folded.Contains(word)));
    }
}

/// <summary>How far the members have come with some solutions.</summary>
public sealed class NetworkMatrix
{
    private readonly IReadOnlyList<MemberOfNetwork> _members;

    private readonly Dictionary<(SolutionId, OrganisationId), (AdoptionStep Standing, AdoptionStep? Own, AdoptionStep? Claimed)> _said;

    internal NetworkMatrix(IReadOnlyList<MemberOfNetwork> members, Dictionary<(SolutionId, OrganisationId), (AdoptionStep Standing, AdoptionStep? Own, AdoptionStep? Claimed)> said) => (_members, _said) = (members, said);

    /// <summary>All members with what is known of each and a solution, in their order.</summary>
    public IReadOnlyList<MemberStep> Of(Solution solution) =>
    [
        .. _members.Select(m => _said.TryGetValue((solution.Id, m.Id), out var said)
            ? new MemberStep(m.Id, m.Number, m.Name, m.County, m.Population, said.Standing, said is { Own: { } own, Claimed: { } claimed } && own != claimed, said is { Own: null, Claimed: not null })
            : new MemberStep(m.Id, m.Number, m.Name, m.County, m.Population, Step: null)),
    ];
}

/// <summary>Reads how far the members of a network have come: no more is read where there are more solutions or more municipalities.</summary>
public static class NetworkAdoption
{
    /// <summary>Members by name.</summary>
    public static async Task<IReadOnlyList<MemberOfNetwork>> MembersAsync(SamstyringDb db, OrganisationId network, string key, CancellationToken ct)
    {
        var rows = await (
            from t in db.Memberships
            where t.Body == network
            join m in db.Municipalities on t.Member equals m.Id
            join o in db.Organisations on m.Id equals o.Id
            join c in db.Organisations on m.County equals c.Id
            orderby t.SortKey, m.Number
            select new { m.Id, m.Number, o.Name, County = c.Key, CountyName = c.Name, m.Population2026, t.VisibleTo }).ToListAsync(ct);
        foreach (var row in rows)
        {
            db.Shows(row.VisibleTo, "membership", key, row.Number);
        }

        return [.. rows.Select(r => new MemberOfNetwork(r.Id, r.Number, r.Name, r.County, r.CountyName, r.Population2026))];
    }

    /// <summary>How many solutions the scope has, and how many of all came through the network: those that it owns, or whose initiative it takes part in.</summary>
    public static async Task<(int Solutions, int Through)> CountAsync(SamstyringDb db, OrganisationId network, NetworkScope scope, CancellationToken ct)
    {
        var (concerned, through) = (scope.Solutions(db), Through(db, network));
        var counted = await db.Networks.Where(n => n.Id == network).Select(n => new { Solutions = concerned.Count(), Through = through.Count() }).SingleAsync(ct);
        return (counted.Solutions, counted.Through);
    }

    /// <summary>The keys of a page of the scope's solutions: those that somebody has said something of for a member come first, then by name.</summary>
    /// <param name="skip">Solutions before the page.</param>
    /// <param name="take">Solutions on the page.</param>
    public static async Task<IReadOnlyList<string>> KeysAsync(SamstyringDb db, NetworkScope scope, int skip, int take, CancellationToken ct)
    {
        OrganisationId[] who = [.. scope.Members.Select(m => m.Id)];
        return await scope.Solutions(db).OrderByDescending(s => db.AdoptionRecords.Any(a => a.Solution == s.Id && who.Contains(a.Municipality))).ThenBy(s => s.SortKey).ThenBy(s => s.Key).Skip(skip).Take(take).Select(s => s.Key).ToListAsync(ct);
    }

    /// <summary>The solutions with some keys, in the order of the keys.</summary>
    public static async Task<IReadOnlyList<Solution>> SolutionsAsync(SamstyringDb db, IReadOnlyList<string> keys, CancellationToken ct)
    {
        if (keys is [])
        {
            return [];
        }

        var byKey = await db.Solutions.Where(s => keys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, ct);
        return Shown(db, [.. keys.Select(byKey.GetValueOrDefault).OfType<Solution>()]);
    }

    /// <summary>How far all members have come with some solutions: one row a member and a solution, by index.</summary>
    public static async Task<NetworkMatrix> StepsAsync(SamstyringDb db, NetworkScope scope, IEnumerable<Solution> solutions, CancellationToken ct)
    {
        OrganisationId[] who = [.. scope.Members.Select(m => m.Id)];
        SolutionId[] what = [.. solutions.Select(s => s.Id).Distinct()];
        var rows = who is [] || what is [] ? [] : await db.AdoptionRecords.Where(a => what.Contains(a.Solution) && who.Contains(a.Municipality)).Select(a => new { a.Solution, a.Municipality, a.Standing, a.Step, a.ClaimedStep }).ToListAsync(ct);
        return new(scope.Members, rows.ToDictionary(r => (r.Solution, r.Municipality), r => (r.Standing, r.Step, r.ClaimedStep)));
    }

    /// <summary>What members say stands in the way of some solutions; nothing for a viewer who is not of the public sector. Reading it is reading the solutions.</summary>
    public static async Task<IReadOnlyList<ReportedObstacle>> ReportsAsync(SamstyringDb db, NetworkScope scope, IReadOnlyList<Solution> solutions, CancellationToken ct)
    {
        OrganisationId?[] who = [.. scope.Members.Select(m => (OrganisationId?)m.Id)];
        SolutionId[] what = [.. solutions.Select(s => s.Id)];
        var reports = who is [] || what is [] ? [] : await db.Set<ReportedObstacle>().Where(r => what.Contains(r.Solution) && who.Contains(r.Organisation) && r.IsWithdrawn != true).OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(ct);
        foreach (var solution in solutions.Where(s => reports.Exists(r => r.Solution == s.Id)))
        {
            db.ReadRestricted(new("solution", solution.Key));
        }

        return reports;
    }

    /// <summary>How many of the solutions that came through the network each member has in use .</summary>
    public static async Task<IReadOnlyDictionary<OrganisationId, int>> InUseThroughAsync(SamstyringDb db, OrganisationId network, IReadOnlyList<MemberOfNetwork> members, CancellationToken ct)
    {
        var through = Through(db, network).Select(s => s.Id);
        OrganisationId[] who = [.. members.Select(m => m.Id)];
        return await db.AdoptionRecords.Where(a => through.Contains(a.Solution) && who.Contains(a.Municipality) && (a.Standing == AdoptionStep.InUse || a.Standing == AdoptionStep.BenefitsConfirmed))
            .GroupBy(a => a.Municipality).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    private static IQueryable<Solution> Through(SamstyringDb db, OrganisationId network) =>
        db.Solutions.Where(s => s.Owner == network || (s.Initiative != null && db.Set<Participant>().Any(p => p.Initiative == s.Initiative && p.Organisation == network && p.IsWithdrawn != true)));

    private static List<Solution> Shown(SamstyringDb db, List<Solution> solutions)
    {
        foreach (var solution in solutions)
        {
            db.Shows(solution.VisibleTo, "solution", solution.Key);
        }

        return solutions;
    }
}
