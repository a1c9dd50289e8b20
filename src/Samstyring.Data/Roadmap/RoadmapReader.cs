using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;

namespace Samstyring.Data.Roadmap;

/// <summary>A municipality as far as it says which solutions are for it.</summary>
public sealed record EligibleMunicipality(OrganisationId Id, string County, int Population);

/// <summary>A piece of work that municipalities must decide on, and that has no solution yet .</summary>
/// <param name="Phases">Keys of the phases that it is in now.</param>
public sealed record RoadmapInitiative(InitiativeId Id, string Key, LocalizedText Name, LocalizedText Purpose, Provenance Provenance, IReadOnlyList<string> Phases, bool IsRestricted);

/// <summary>What some solutions and initiatives of the roadmap are, with all that their municipalities need to know of it.</summary>
/// <param name="OwnInput">The last days for input that municipalities have stated themselves.</param>
/// <param name="Restricted">Solutions that are kept from the public.</param>
public sealed record RoadmapFacts(
    IReadOnlyDictionary<string, Solution> Solutions, IReadOnlySet<SolutionId> Restricted, IReadOnlyDictionary<InitiativeId, RoadmapInitiative> Initiatives, IReadOnlyList<CycleEvent> Defaults,
    ILookup<OrganisationId, BudgetDate> OwnInput, IReadOnlyList<EligibleMunicipality> Municipalities, ILookup<SolutionId, PriceComponent> Prices, IReadOnlyDictionary<SolutionId, Adopters> InUse)
{
    public BudgetCycle Cycle => new(Defaults, []);

    /// <summary>The municipalities that a solution is for.</summary>
    public IReadOnlyList<OrganisationId> EligibleOf(Solution solution) => [.. Municipalities.Where(m => solution.IsFor(m.County, m.Population)).Select(m => m.Id)];

    /// <summary>The price in a year for a municipality of a size that joins those that have it; null where no price is published for it.</summary>
    public Price? PriceOf(SolutionId solution, int population, int year)
    {
        var price = CostPlan.PriceIn(year, Prices[solution], population, InUse.GetValueOrDefault(solution) is { } others ? new(others.Municipalities + 1, others.Inhabitants + population) : null);
        return price.Lines.Count == 0 ? null : price;
    }
}

/// <summary>Reads what stands on a page of the roadmap, in a fixed number of queries.</summary>
public static class RoadmapReader
{
    /// <param name="solutions">Keys of the solutions on the page.</param>
    /// <param name="initiatives">The initiatives on the page, and those that the solutions come from.</param>
    public static async Task<RoadmapFacts> ReadAsync(SamstyringDb db, IReadOnlyList<string> solutions, IReadOnlyList<InitiativeId> initiatives, CancellationToken ct)
    {
        var found = await db.Solutions.Where(s => solutions.Contains(s.Key)).Select(s => new { Solution = s, IsRestricted = db.Shows(s.VisibleTo, "solution", s.Key) }).ToListAsync(ct);
        List<SolutionId> ids = [.. found.Select(f => f.Solution.Id)];
        var inUse =
            from a in db.AdoptionRecords
            where ids.Contains(a.Solution) && (a.Standing == AdoptionStep.InUse || a.Standing == AdoptionStep.BenefitsConfirmed)
                && db.Set<PriceComponent>().Any(p => p.Solution == a.Solution && p.IsWithdrawn != true && (p.Basis == PriceBasis.SharedEqually || p.Basis == PriceBasis.SharedByInhabitants))
            join m in db.Municipalities on a.Municipality equals m.Id
            group m.Population2026 by a.Solution into g
            select new { g.Key, Municipalities = g.Count(), Inhabitants = g.Sum(p => (long)p) };
        var prices = await db.Set<PriceComponent>().Where(p => ids.Contains(p.Solution) && p.IsWithdrawn != true).OrderBy(p => p.Solution).ThenBy(p => p.Order).Select(p => new { Price = p, IsRestricted = db.Shows(p.VisibleTo, "price-component", p.Id.Value) }).ToListAsync(ct);
        return new(
            found.ToDictionary(f => f.Solution.Key, f => f.Solution, StringComparer.Ordinal),
            found.Where(f => f.IsRestricted).Select(f => f.Solution.Id).ToHashSet(),
            await InitiativesAsync(db, initiatives, ct),
            await db.CycleEvents.Where(e => e.Event != null).OrderBy(e => e.Order).ToListAsync(ct),
            (await db.BudgetDates.Where(d => d.Event == BudgetEvent.InputCloses).ToListAsync(ct)).ToLookup(d => d.Municipality),
            await db.Municipalities.Join(db.Organisations, m => m.County, c => c.Id, (m, c) => new EligibleMunicipality(m.Id, c.Key, m.Population2026)).ToListAsync(ct),
            prices.Select(p => p.Price).ToLookup(p => p.Solution),
            await inUse.ToDictionaryAsync(g => g.Key, g => new Adopters(g.Municipalities, g.Inhabitants), ct));
    }

    private static async Task<IReadOnlyDictionary<InitiativeId, RoadmapInitiative>> InitiativesAsync(SamstyringDb db, IReadOnlyList<InitiativeId> initiatives, CancellationToken ct) =>
        (await db.Initiatives.Where(i => initiatives.Contains(i.Id)).AsSingleQuery().Select(i => new
        {
            i.Id,
            i.Key,
            i.Name,
            i.Purpose,
            i.Provenance,
            Phases = db.Set<PhasePlan>().Where(p => p.Initiative == i.Id && p.IsWithdrawn != true && p.State == PhaseState.UnderWay).OrderBy(p => p.Order).Select(p => p.Phase).ToList(),
            IsRestricted = db.Shows(i.VisibleTo, "initiative", i.Key),
        }).ToListAsync(ct)).ToDictionary(i => i.Id, i => new RoadmapInitiative(i.Id, i.Key, i.Name, i.Purpose, i.Provenance, i.Phases, i.IsRestricted));
}
