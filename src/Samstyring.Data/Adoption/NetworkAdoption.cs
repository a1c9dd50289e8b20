using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Adoption;

/// <summary>A municipality that is a member of a network.</summary>
public sealed record MemberOfNetwork(OrganisationId Id, string Number, LocalizedText Name, string County, int Population);

/// <summary>Some solutions, and how far each member of a network has come with them.</summary>
/// <param name="Total">Solutions in all; these are a page of them.</param>
/// <param name="Reports">What members say stands in their way; nothing for a viewer who is not of the public sector.</param>
public sealed record NetworkMatrix(IReadOnlyList<MemberOfNetwork> Members, int Total, IReadOnlyList<Solution> Solutions, ILookup<SolutionId, AdoptionRecord> Records, IReadOnlyList<ReportedObstacle> Reports)
{
    /// <summary>The members with what is known of each and a solution, in their order.</summary>
    public IReadOnlyList<Adopter> Of(Solution solution)
    {
        var records = Records[solution.Id].ToDictionary(r => r.Municipality);
        return [.. Members.Select(m => new Adopter(m.Id, m.Number, m.Name, m.County, m.Population, records.GetValueOrDefault(m.Id)))];
    }
}

/// <summary>Reads how far the members of a network have come, a page of solutions at a time: no more is read where there are more solutions or more municipalities.</summary>
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
            select new { m.Id, m.Number, o.Name, County = c.Key, m.Population2026, t.VisibleTo }).ToListAsync(ct);
        foreach (var row in rows)
        {
            db.Shows(row.VisibleTo, "membership", key, row.Number);
        }

        return [.. rows.Select(r => new MemberOfNetwork(r.Id, r.Number, r.Name, r.County, r.Population2026))];
    }

    /// <param name="skip">Solutions before the page.</param>
    /// <param name="take">Solutions on the page.</param>
    public static async Task<NetworkMatrix> ReadAsync(SamstyringDb db, IReadOnlyList<MemberOfNetwork> members, int skip, int take, CancellationToken ct)
    {
        var solutions = await db.Solutions.OrderBy(s => s.SortKey).ThenBy(s => s.Key).Skip(skip).Take(take).ToListAsync(ct);
        foreach (var solution in solutions)
        {
            db.Shows(solution.VisibleTo, "solution", solution.Key);
        }

        OrganisationId[] who = [.. members.Select(m => m.Id)];
        SolutionId[] what = [.. solutions.Select(s => s.Id)];
        var records = await db.AdoptionRecords.Where(a => what.Contains(a.Solution) && who.Contains(a.Municipality)).ToListAsync(ct);
        var reports = await db.Set<ReportedObstacle>().Where(r => what.Contains(r.Solution) && r.Organisation != null && who.Contains(r.Organisation!.Value) && r.IsWithdrawn != true).OrderBy(r => r.Order).ToListAsync(ct);
        foreach (var solution in solutions.Where(s => reports.Any(r => r.Solution == s.Id)))
        {
            db.ReadRestricted(new("solution", solution.Key));
        }

        return new(members, await db.Solutions.CountAsync(ct), solutions, records.ToLookup(r => r.Solution), reports);
    }

    /// <summary>Solutions that the network owns, or whose initiative it takes part in: those that came through it .</summary>
    /// <returns>The number of them, and how many of them each member has in use.</returns>
    public static async Task<(int Solutions, IReadOnlyDictionary<OrganisationId, int> InUse)> ThroughAsync(SamstyringDb db, OrganisationId network, IReadOnlyList<MemberOfNetwork> members, CancellationToken ct)
    {
        var through = db.Solutions.Where(s => s.Owner == network || (s.Initiative != null && db.Set<Participant>().Any(p => p.Initiative == s.Initiative && p.Organisation == network && p.IsWithdrawn != true))).Select(s => s.Id);
        OrganisationId[] who = [.. members.Select(m => m.Id)];
        var used = await db.AdoptionRecords.Where(a => through.Contains(a.Solution) && who.Contains(a.Municipality) && (a.Standing == AdoptionStep.InUse || a.Standing == AdoptionStep.BenefitsConfirmed))
            .GroupBy(a => a.Municipality).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return (await through.CountAsync(ct), used);
    }
}
