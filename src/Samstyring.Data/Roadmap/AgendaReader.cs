using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;

namespace Samstyring.Data.Roadmap;

/// <summary>Reads what a municipality must do, in a fixed number of queries however many solutions there are, and no more of it than a page can hold.</summary>
public static class AgendaReader
{
    /// <summary>Solutions to decide on, solutions decided on or in use, and requests that a page reads: of each the first so many, so that it takes no longer where there are thousands.</summary>
    public const int OnPage = 30;

    /// <summary>The same for a file, a calendar or a print, which take the time they need.</summary>
    public const int InFile = 2_000;

    /// <param name="most"><see cref="OnPage"/> or <see cref="InFile"/>.</param>
    /// <returns>Null where there is no such municipality today.</returns>
    public static async Task<MunicipalAgenda?> ReadAsync(SamstyringDb db, string number, DateOnly today, int most, CancellationToken ct)
    {
        if (await MunicipalityAsync(db, number, ct) is not var (municipality, ownDates))
        {
            return null;
        }

        BudgetCycle cycle = new(await db.CycleEvents.Where(e => e.Event != null).OrderBy(e => e.Order).ToListAsync(ct), ownDates);
        var first = cycle.OpenYear(0, today);
        var open = await OpenAsync(db, municipality, today, most, ct);
        var settled = await SettledAsync(db, municipality, most, ct);
        var requests = await RequestsAsync(db, municipality, today, most, ct);
        List<Known> known = [.. open.Concat(settled).Concat(requests).GroupBy(k => k.Solution.Id).Select(g => g.First() with { Requests = [.. g.SelectMany(k => k.Requests)] })];
        var prices = await PricesAsync(db, known, ct);
        var adopters = await AdoptersAsync(db, municipality, [.. prices.Where(g => g.Any(p => p.Basis is PriceBasis.SharedEqually or PriceBasis.SharedByInhabitants)).Select(g => g.Key)], [.. settled.Where(k => LadderRules.IsInUse(k.Record!.Standing)).Select(k => k.Solution.Id)], ct);
        Reckoning reckoning = new(municipality, cycle, today, first, prices, adopters);
        return new(
            municipality, cycle, ownDates, today, first, [.. Agenda.InOrder(known.OrderBy(k => k.Solution.SortKey, StringComparer.Ordinal).SelectMany(reckoning.EntriesOf), e => e.Item)],
            [.. settled.Where(k => LadderRules.IsInUse(k.Record!.Standing)).OrderBy(k => k.Solution.SortKey, StringComparer.Ordinal).Select(k => new HadSolution(k.Solution, k.Record!, reckoning.Cost(k.Solution.Id, new(0, IsNew: false))))],
            open.Count == most || settled.Count == most || requests.Count == most)
        {
            Prices = prices,
            Adopters = adopters,
            Obstacles = await ObstaclesAsync(db, municipality.Id, most, ct),
        };
    }

    /// <summary>A solution with what is known of the municipality.</summary>
    /// <param name="Leaving">The product that the municipality has, where its vendor has said that it stops delivering it.</param>
    private sealed record Known(Solution Solution, AdoptionRecord? Record, SolutionProduct? Leaving)
    {
        public IReadOnlyList<MunicipalRequest> Requests { get; init; } = [];
    }

    /// <summary>What there is to do with each solution, and what it costs.</summary>
    private sealed record Reckoning(
        AgendaMunicipality Municipality, BudgetCycle Cycle, DateOnly Today, int First, ILookup<SolutionId, PriceComponent> Prices, IReadOnlyDictionary<SolutionId, Adopters> Adopters)
    {
        public SolutionCost Cost(SolutionId solution, CostBegin begin) =>
            CostPlan.Of(solution, begin, [.. Prices[solution]], Municipality.Population, Adopters.GetValueOrDefault(solution), First);

        public IEnumerable<AgendaEntry> EntriesOf(Known known) =>
            Agenda.Of(new(known.Solution, known.Record, known.Leaving is { } leaving ? [leaving] : [], known.Requests), Municipality.Id, Cycle, Today).Select(item => new AgendaEntry(item, known.Solution, known.Record)
            {
                Request = item.Kind is AgendaKind.Respond ? known.Requests.First(r => r.Id == item.Part) : null,
                Product = item.Kind is AgendaKind.ChangeProduct ? known.Leaving : null,
                Cost = item.Kind switch
                {
                    AgendaKind.Decide or AgendaKind.Comply => Cost(item.Solution, new(item.BudgetYear ?? First, IsNew: true)),
                    AgendaKind.TakeInUse => Cost(item.Solution, new(Math.Max(First, AsOf.Last(known.Record?.PlannedInUse)?.Year ?? First), IsNew: true)),
                    AgendaKind.ChangeProduct => CostPlan.Unknown(item.Solution, new(item.BudgetYear ?? First, IsNew: true), First),
                    _ => null,
                },
            });
    }

    private static async Task<(AgendaMunicipality Municipality, IReadOnlyList<BudgetDate> OwnDates)?> MunicipalityAsync(SamstyringDb db, string number, CancellationToken ct)
    {
        var viewing = db.Viewer.Organisation;
        var found = await (
            from m in db.Municipalities
            join o in db.Organisations on m.Id equals o.Id
            join c in db.Organisations on m.County equals c.Id
            where m.Number == number
            select new
            {
                Municipality = new AgendaMunicipality
                {
                    Id = m.Id,
                    Number = m.Number,
                    Name = o.Name,
                    County = c.Key,
                    CountyName = c.Name,
                    CountyId = c.Id,
                    Population = m.Population2026,
                    Centrality = m.Centrality,
                    Available = db.Solutions.Count(s => (s.State == SolutionState.Ready || s.State == SolutionState.BeingAdopted)
                        && (s.EligibleCounties == null || s.EligibleCounties.Contains(c.Key)) && (s.EligibleFrom == null || s.EligibleFrom <= m.Population2026) && (s.EligibleBelow == null || s.EligibleBelow > m.Population2026)),
                    IsOwn = viewing != null && (m.Id == viewing || db.DecisionMandates.Any(x => x.Municipality == m.Id && x.Body == viewing) || db.Memberships.Any(x => x.Member == m.Id && x.Body == viewing)),
                },
                Dates = db.BudgetDates.Where(d => d.Municipality == m.Id).ToList(),
            }).AsSingleQuery().SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Municipality, found.Dates);
    }

    /// <summary>Solutions that are for a municipality. Numbers of counties have two digits, and a bar stands between them.</summary>
    private static IQueryable<Solution> For(SamstyringDb db, AgendaMunicipality municipality)
    {
        var (county, population) = (municipality.County, municipality.Population);
        return db.Solutions.Where(s => (s.EligibleCounties == null || s.EligibleCounties.Contains(county)) && (s.EligibleFrom == null || s.EligibleFrom <= population) && (s.EligibleBelow == null || s.EligibleBelow > population));
    }

    /// <summary>
    /// Solutions that the municipality has not decided on, or that it said no to and law demands, and those that only the owner has spoken of: first those
    /// whose owner has set a day that is not passed, then the others by name. The second reading ends with the last row that is kept.
    /// </summary>
    private static async Task<List<Known>> OpenAsync(SamstyringDb db, AgendaMunicipality municipality, DateOnly today, int most, CancellationToken ct)
    {
        var now = Day(today);
#pragma warning disable CA1309, CA1310, MA0001 // The database compares by code point; no other form is translated.
        var said = await OpenOf(db, municipality, For(db, municipality).Where(s => s.DecideBy != null && string.Compare(s.DecideBy, now) >= 0)).OrderBy(k => k.Solution.DecideBy).ThenBy(k => k.Solution.Key).Take(most).ToListAsync(ct);
        var others = said.Count == most ? [] : await OpenOf(db, municipality, For(db, municipality).Where(s => s.DecideBy == null || string.Compare(s.DecideBy, now) < 0)).OrderBy(k => k.Solution.SortKey).ThenBy(k => k.Solution.Key).Take(most - said.Count).ToListAsync(ct);
#pragma warning restore CA1309, CA1310, MA0001
        return [.. said.Concat(others).Select(k => Shown(db, k))];
    }

    private static IQueryable<OpenRow> OpenOf(SamstyringDb db, AgendaMunicipality municipality, IQueryable<Solution> solutions)
    {
        var id = municipality.Id;
        return
            from s in solutions
            join a in db.AdoptionRecords on new { Solution = s.Id, Municipality = id } equals new { a.Solution, a.Municipality } into records
            from a in records.DefaultIfEmpty()
            join p in Leaving(db) on a.Product equals p.Id into products
            from p in products.DefaultIfEmpty()
            where ((s.State == SolutionState.Decided || s.State == SolutionState.InDevelopment || s.State == SolutionState.Ready || s.State == SolutionState.BeingAdopted)
                    && (a == null || a.Standing == AdoptionStep.Unaware || a.Standing == AdoptionStep.Informed || a.Standing == AdoptionStep.Considering
                        || (s.Mandatory != null && (a.Standing == AdoptionStep.Declined || a.Standing == AdoptionStep.ManualEnough))))
                || (a != null && a.Step == null && (a.ClaimedStep == AdoptionStep.Unaware || a.ClaimedStep == AdoptionStep.Informed || a.ClaimedStep == AdoptionStep.Considering || a.ClaimedStep == AdoptionStep.Declined || a.ClaimedStep == AdoptionStep.ManualEnough))
            select new OpenRow { Solution = s, Record = a, Leaving = p };
    }

    /// <summary>Products that their vendor stops delivering: of the product that a municipality has, this is all that its agenda needs.</summary>
    private static IQueryable<SolutionProduct> Leaving(SamstyringDb db) => db.Set<SolutionProduct>().Where(p => p.Leaves == true && p.IsWithdrawn != true);

    /// <summary>A solution with the municipality's record, as the database gives them.</summary>
    private sealed record OpenRow
    {
        public required Solution Solution { get; init; }

        public required AdoptionRecord? Record { get; init; }

        public required SolutionProduct? Leaving { get; init; }
    }

    private static Known Shown(SamstyringDb db, OpenRow row)
    {
        _ = db.Shows(row.Solution.VisibleTo, "solution", row.Solution.Key);
        return Shown(db, row.Solution, row.Record, row.Leaving);
    }

    private static Known Shown(SamstyringDb db, Solution solution, AdoptionRecord? record, SolutionProduct? leaving)
    {
        _ = leaving is not null && db.Shows(leaving.VisibleTo, "solution-product", leaving.Id.Value);
        return new(solution, record, leaving);
    }

    /// <summary>Solutions that the municipality has decided to have, or has. Read along the municipality's own index, so that what others say costs nothing.</summary>
    private static async Task<List<Known>> SettledAsync(SamstyringDb db, AgendaMunicipality municipality, int most, CancellationToken ct)
    {
        var id = municipality.Id;
        var rows = await (
            from a in db.AdoptionRecords
            where a.Municipality == id && (a.Standing == AdoptionStep.Decided || a.Standing == AdoptionStep.Procured || a.Standing == AdoptionStep.Installed || a.Standing == AdoptionStep.InUse || a.Standing == AdoptionStep.BenefitsConfirmed)
            join s in db.Solutions on a.Solution equals s.Id
            join p in Leaving(db) on a.Product equals p.Id into products
            from p in products.DefaultIfEmpty()
            orderby a.Solution
            select new { Solution = s, Record = a, Leaving = p, IsRestricted = db.Shows(s.VisibleTo, "solution", s.Key) }).Take(most).ToListAsync(ct);
        return [.. rows.Select(r => Shown(db, r.Solution, r.Record, r.Leaving))];
    }

    /// <summary>What the municipality is asked for, and that is not over: the first to end first.</summary>
    private static async Task<List<Known>> RequestsAsync(SamstyringDb db, AgendaMunicipality municipality, DateOnly today, int most, CancellationToken ct)
    {
        var (id, now) = (municipality.Id, Day(today));
        var (month, year) = (now[..7], now[..4]);
#pragma warning disable CA1309, CA1310, MA0001 // The database compares by code point; no other form is translated.
        var rows = await (
            from r in db.Set<MunicipalRequest>()
            where r.IsWithdrawn != true && (r.Organisation == null || r.Organisation == id) && (r.Ends == null || string.Compare(r.Ends, now) >= 0 || r.Ends == month || r.Ends == year)
            join s in For(db, municipality) on r.Solution equals s.Id
            join a in db.AdoptionRecords on new { Solution = s.Id, Municipality = id } equals new { a.Solution, a.Municipality } into records
            from a in records.DefaultIfEmpty()
            join p in Leaving(db) on a.Product equals p.Id into products
            from p in products.DefaultIfEmpty()
            orderby r.Ends ?? "9999", r.Id
            select new { Solution = s, Record = a, Leaving = p, Request = r, IsRestricted = db.Shows(s.VisibleTo, "solution", s.Key) || db.Shows(r.VisibleTo, "municipal-request", r.Id.Value) }).Take(most).ToListAsync(ct);
#pragma warning restore CA1309, CA1310, MA0001
        return [.. rows.Select(r => Shown(db, r.Solution, r.Record, r.Leaving) with { Requests = [r.Request] })];
    }

    /// <summary>Prices alone: a row of the table of parts has the columns of every kind.</summary>
    private static async Task<ILookup<SolutionId, PriceComponent>> PricesAsync(SamstyringDb db, IReadOnlyList<Known> known, CancellationToken ct)
    {
        List<SolutionId> solutions = [.. known.Select(k => k.Solution.Id)];
        var prices = await db.Set<PriceComponent>().Where(p => solutions.Contains(p.Solution) && p.IsWithdrawn != true).OrderBy(p => p.Solution).ThenBy(p => p.Order).ToListAsync(ct);
        foreach (var price in prices)
        {
            _ = db.Shows(price.VisibleTo, "price-component", price.Id.Value);
        }

        return prices.ToLookup(p => p.Solution);
    }

    /// <summary>How many have each solution in use, with the municipality itself; nothing of a solution that nobody has.</summary>
    private static async Task<IReadOnlyDictionary<SolutionId, Adopters>> AdoptersAsync(SamstyringDb db, AgendaMunicipality municipality, List<SolutionId> shared, HashSet<SolutionId> had, CancellationToken ct)
    {
        var (id, population) = (municipality.Id, municipality.Population);
        var others = await (
            from a in db.AdoptionRecords
            where shared.Contains(a.Solution) && a.Municipality != id && (a.Standing == AdoptionStep.InUse || a.Standing == AdoptionStep.BenefitsConfirmed)
            join m in db.Municipalities on a.Municipality equals m.Id
            group m.Population2026 by a.Solution into g
            select new { g.Key, Municipalities = g.Count(), Inhabitants = g.Sum(p => (long)p) }).ToDictionaryAsync(g => g.Key, g => new Adopters(g.Municipalities, g.Inhabitants), ct);
        return shared.Where(s => others.ContainsKey(s) || had.Contains(s))
            .ToDictionary(s => s, s => others.GetValueOrDefault(s) is { } known ? new Adopters(known.Municipalities + 1, known.Inhabitants + population) : new(1, Math.Max(1, population)));
    }

    private static async Task<IReadOnlyList<ObstacleOf>> ObstaclesAsync(SamstyringDb db, OrganisationId municipality, int most, CancellationToken ct)
    {
        if (!db.Viewer.IsPublicSector && !db.Viewer.SeesAll)
        {
            return [];
        }

        var rows = await (
            from o in db.Set<ReportedObstacle>()
            where o.Organisation == municipality && o.IsWithdrawn != true
            join s in db.Solutions on o.Solution equals s.Id
            orderby o.Ends != null, s.SortKey, o.Order
            select new { Obstacle = o, s.Key, s.Name, IsRestricted = db.Shows(o.VisibleTo, "reported-obstacle", o.Id.Value) }).Take(most).ToListAsync(ct);
        return [.. rows.Select(r => new ObstacleOf(r.Obstacle, r.Key, r.Name))];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
