using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Records;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Adoption;

/// <summary>A body by its key and name.</summary>
public sealed record BodyName(string Key, LocalizedText Name, OrganisationKind Kind, Level Level);

/// <summary>One municipality and what is known of it and a solution.</summary>
/// <param name="Step">What counts; null where nobody has said anything.</param>
/// <param name="IsEligible">Whether the solution is for it.</param>
public sealed record MunicipalityStep(OrganisationId Id, string Number, LocalizedText Name, string County, LocalizedText CountyName, int Population, int Column, int Row, AdoptionStep? Step, string? Since, bool IsDisputed, bool IsUnconfirmed, bool IsEligible);

/// <summary>A solution with its parts, as far as the viewer may see them.</summary>
public sealed record SolutionFacts(Solution Solution, BodyName Owner, (string Key, LocalizedText Name)? Initiative, IReadOnlyList<SolutionPart> Parts, IReadOnlyDictionary<OrganisationId, BodyName> Bodies)
{
    public IEnumerable<T> Of<T>()
        where T : SolutionPart => Parts.OfType<T>();
}

/// <summary>How many solutions there are.</summary>
/// <param name="Ready">Those that municipalities can take into use.</param>
/// <param name="Coming">Those that are decided on or in development.</param>
public sealed record SolutionCounts(int All, int Ready, int Coming);

/// <summary>Reads a solution in a fixed number of queries.</summary>
public static class SolutionReader
{
    /// <summary>What is told by one municipality or one vendor of itself, and is read where it is shown.</summary>
    private static readonly string[] Elsewhere = ["reported-obstacle", "procurement-plan", "forced-upgrade", "readiness-check", "vendor-entry"];

    /// <summary>Null where the viewer has no such solution.</summary>
    public static async Task<SolutionFacts?> ReadAsync(SamstyringDb db, string key, CancellationToken ct)
    {
        var found = await (
            from s in db.Solutions
            where s.Key == key
            join o in db.Organisations on s.Owner equals o.Id
            join i in db.Initiatives on s.Initiative equals i.Id into initiatives
            from i in initiatives.DefaultIfEmpty()
            select new { Solution = s, o.Key, o.Name, o.Kind, o.Level, InitiativeKey = i == null ? null : i.Key, InitiativeName = i == null ? null : i.Name.Nb, InitiativeEnglish = i == null ? null : i.Name.En }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        db.Shows(found.Solution.VisibleTo, "solution", key);
        var id = found.Solution.Id;
        var parts = await db.SolutionParts.Where(p => p.Solution == id && p.IsWithdrawn != true && !Elsewhere.Contains(EF.Property<string>(p, "Type"))).OrderBy(p => p.Order).ToListAsync(ct);
        foreach (var part in parts)
        {
            db.Shows(part.VisibleTo, SolutionParts.TypeOf(part).Name, part.Id.Value);
        }

        OrganisationId[] named = [.. parts.Select(p => p.Organisation).Concat(parts.OfType<SolutionProduct>().Select(p => p.VerifiedBy)).OfType<OrganisationId>().Distinct()];
        var bodies = named is [] ? [] : await db.Organisations.Where(o => named.Contains(o.Id)).Select(o => new { o.Id, o.Key, o.Name, o.Kind, o.Level }).ToDictionaryAsync(o => o.Id, o => new BodyName(o.Key, o.Name, o.Kind, o.Level), ct);
        return new(
            found.Solution, new(found.Key, found.Name, found.Kind, found.Level), found.InitiativeKey is null ? null : (found.InitiativeKey, new(found.InitiativeName, Nn: null, found.InitiativeEnglish)), parts, bodies);
    }

    /// <summary>Of the solutions that the viewer may see.</summary>
    public static async Task<SolutionCounts> CountAsync(SamstyringDb db, CancellationToken ct)
    {
        var states = await db.Solutions.GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return new(states.Sum(s => s.Count), states.Where(s => s.Key is SolutionState.Ready or SolutionState.BeingAdopted).Sum(s => s.Count), states.Where(s => s.Key is SolutionState.Decided or SolutionState.InDevelopment).Sum(s => s.Count));
    }

    /// <summary>All municipalities of today with what is known of each, by county and number.</summary>
    public static async Task<IReadOnlyList<MunicipalityStep>> MunicipalitiesAsync(SamstyringDb db, Solution solution, CancellationToken ct)
    {
        var rows = await (
            from m in db.Municipalities
            join o in db.Organisations on m.Id equals o.Id
            join c in db.Organisations on m.County equals c.Id
            join a in db.AdoptionRecords.Where(a => a.Solution == solution.Id) on m.Id equals a.Municipality into said
            from a in said.DefaultIfEmpty()
            orderby m.Number
            select new
            {
                m.Id,
                m.Number,
                o.Name,
                County = c.Key,
                CountyName = c.Name,
                m.Population2026,
                m.HexColumn,
                m.HexRow,
                o.SortKey,
                Step = a == null ? null : (AdoptionStep?)a.Standing,
                Since = a == null ? null : a.StandingSince,
                Own = a == null ? null : a.Step,
                Claimed = a == null ? null : a.ClaimedStep,
            }).ToListAsync(ct);
        return [.. rows.Select(r => new MunicipalityStep(
            r.Id, r.Number, r.Name, r.County, r.CountyName, r.Population2026, r.HexColumn, r.HexRow, r.Step, r.Since, r.Own is not null && r.Claimed is not null && r.Own != r.Claimed, r.Own is null && r.Claimed is not null,
            solution.IsFor(r.County, r.Population2026)))];
    }

    /// <summary>The figures of the municipalities that a solution is for.</summary>
    public static AdoptionFigures FiguresOf(IEnumerable<MunicipalityStep> municipalities) => AdoptionFigures.Of(municipalities.Where(m => m.IsEligible).Select(m => (m.Step, m.Population)));
}
