using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Adoption;

/// <summary>A solution with the municipalities that it is for, and how far each has come.</summary>
/// <param name="Eligible">By number.</param>
public sealed record MarketFacts(SolutionFacts Solution, IReadOnlyList<Adopter> Eligible, IReadOnlyDictionary<OrganisationId, LocalizedText> Counties)
{
    /// <summary>The municipality with an identifier; null where the solution is not for it.</summary>
    public Adopter? Of(OrganisationId? municipality) => Eligible.FirstOrDefault(m => m.Id == municipality);
}

/// <summary>Reads what the pages of vendors, obstacles, waves and procurements need, in a fixed number of queries each.</summary>
public static class MarketReader
{
    /// <summary>Null where the viewer has no such solution.</summary>
    public static async Task<MarketFacts?> ReadAsync(SamstyringDb db, string key, CancellationToken ct)
    {
        if (await SolutionReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return null;
        }

        var (id, solution) = (facts.Solution.Id, facts.Solution);
        var rows = await (
            from m in db.Municipalities
            join o in db.Organisations on m.Id equals o.Id
            join c in db.Organisations on m.County equals c.Id
            join a in db.AdoptionRecords.Where(a => a.Solution == id) on m.Id equals a.Municipality into said
            from a in said.DefaultIfEmpty()
            orderby m.Number
            select new { m.Id, m.Number, o.Name, County = c.Key, CountyId = c.Id, CountyName = c.Name, m.Population2026, Record = a }).ToListAsync(ct);
        return new(
            facts, [.. rows.Where(r => solution.IsFor(r.County, r.Population2026)).Select(r => new Adopter(r.Id, r.Number, r.Name, r.County, r.Population2026, r.Record))],
            rows.DistinctBy(r => r.CountyId).ToDictionary(r => r.CountyId, r => r.CountyName));
    }

    /// <summary>
    /// What municipalities report of themselves; nothing for a viewer who is not of the public sector. All of it is for all public bodies, always: reading
    /// it is reading the solution, and is written down once and not report by report.
    /// </summary>
    public static async Task<IReadOnlyList<T>> ReportsAsync<T>(SamstyringDb db, Solution solution, CancellationToken ct)
        where T : SolutionPart
    {
        var id = solution.Id;
        db.ReadRestricted(new("solution", solution.Key));
        return await db.Set<T>().Where(r => r.Solution == id && r.IsWithdrawn != true).OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(ct);
    }

    /// <summary>The neighbours of each municipality, by land.</summary>
    public static async Task<ILookup<OrganisationId, OrganisationId>> NeighboursAsync(SamstyringDb db, CancellationToken ct)
    {
        var pairs = await db.Neighbours.Select(n => new { n.A, n.B }).ToListAsync(ct);
        return pairs.SelectMany(pair => new[] { (Of: pair.A, Is: pair.B), (Of: pair.B, Is: pair.A) }).ToLookup(pair => pair.Of, pair => pair.Is);
    }

    /// <summary>The bodies that some municipalities take part in, other than the regional networks: those are as large as a county.</summary>
    public static async Task<ILookup<OrganisationId, OrganisationId>> CoOperationsAsync(SamstyringDb db, IReadOnlyCollection<OrganisationId> members, CancellationToken ct)
    {
        var ties = await db.Memberships.Where(m => members.Contains(m.Member) && !db.Networks.Any(n => n.Id == m.Body)).Select(m => new { m.Member, m.Body }).ToListAsync(ct);
        return ties.ToLookup(t => t.Member, t => t.Body);
    }

    /// <summary>Keys and names of some bodies.</summary>
    public static async Task<IReadOnlyDictionary<OrganisationId, BodyName>> BodiesAsync(SamstyringDb db, IEnumerable<OrganisationId> wanted, CancellationToken ct)
    {
        OrganisationId[] ids = [.. wanted.Distinct()];
        return ids is [] ? new Dictionary<OrganisationId, BodyName>() : await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Key, o.Name, o.Kind, o.Level }).ToDictionaryAsync(o => o.Id, o => new BodyName(o.Key, o.Name, o.Kind, o.Level), ct);
    }
}
