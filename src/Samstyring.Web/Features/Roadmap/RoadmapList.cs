using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Roadmap;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Roadmap;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>One roadmap over state, KS and networks: what comes, when municipalities must act, and what they must set aside .</summary>
internal sealed class RoadmapList(TimeProvider clock) : ListSpec<RoadmapItem>
{
    /// <summary>Sizes of municipality that prices are reckoned for.</summary>
    public static readonly IReadOnlyList<int> Sizes = [2_000, 5_000, 10_000, 50_000];

    /// <summary>The view that chooses one of them.</summary>
    public const string SizeView = "inhabitants";

    /// <summary>Quarters that can be chosen, from this one on.</summary>
    private const int Quarters = 16;

    public override string Name => "roadmap";

    public override string Path => "/veikart";

    public override IReadOnlyList<ListFilter<RoadmapItem>> Filters =>
    [
        ListFilters.Code<RoadmapItem, SolutionState>("state", "solution-state", state => r => r.State == state),
        ListFilters.Code<RoadmapItem, Level>("level", "level", level => r => r.OwnerLevel == level),
        new("sector", "roadmap.sector", SectorsAsync, sector => r => r.Sector == sector),
        new("quarter", "roadmap.quarter", QuartersAsync, value => ActsIn(Quarter.Parse(value)!.Value)),
        new("phase", "roadmap.phase", PhasesAsync, phase => r => r.Phase == phase),
        new("county", "roadmap.county", ListFilters.CountiesAsync, county => r => r.IsSolution && (r.EligibleCounties == null || r.EligibleCounties.Contains(county))),
        ListFilters.Fixed<RoadmapItem>("kind", "roadmap.kind", ["solution", "initiative"], kind => kind == "solution" ? r => r.IsSolution : r => !r.IsSolution),
    ];

    public override IReadOnlyList<ListView> Views => [new(SizeView, "roadmap.size", [.. Sizes.Select(size => size.ToString(CultureInfo.InvariantCulture))])];

    public override IReadOnlyList<ListSort<RoadmapItem>> Sorts =>
    [
        new("when", (rows, descending) => rows.By(descending, r => r.DecideBy ?? r.Start ?? "9999", r => r.Key)),
        new("name", (rows, descending) => rows.By(descending, r => r.SortKey, r => r.Key)),
    ];

    public override IReadOnlyList<ExportField<RoadmapItem>> Fields =>
    [
        new("key", r => r.Key), new("kind", r => r.IsSolution ? "solution" : "initiative"), .. Text("name", r => r.Name), new("owner", r => r.Owner), new("owner_level", r => r.OwnerLevel is { } level ? Codes.Of(level) : null), new("sector", r => r.Sector), new("state", r => r.State is { } state ? Codes.Of(state) : null),
        new("phases", r => string.Join('|', r.Phases)), new("announced", r => r.Announced), new("available", r => r.Available), new("decide_by", r => r.DecideBy), new("mandatory", r => r.Mandatory), new("act_by", r => r.ActBy), new("act_basis", r => r.ActBasis is { } basis ? Codes.Of(basis) : null),
        new("act_quarter", r => r.ActQuarter), new("budget_year", r => r.BudgetYear), new("staff_days", r => r.StaffDays), .. Text("set_aside", r => r.SetAside),
        .. Sizes.SelectMany(size => new ExportField<RoadmapItem>[]
        {
            new(string.Create(CultureInfo.InvariantCulture, $"one_off_{size}"), r => Find(r, size)?.Amounts.OneOff / 100m),
            new(string.Create(CultureInfo.InvariantCulture, $"yearly_{size}"), r => Find(r, size)?.Amounts.Yearly / 100m),
            new(string.Create(CultureInfo.InvariantCulture, $"price_is_whole_{size}"), r => Find(r, size)?.IsWhole),
        }),
        new("municipalities", r => r.Municipalities), new("told_too_late", r => r.ToldTooLate), new("is_example", r => r.IsExample), .. Origin(r => r.Provenance),
    ];

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The price for one of the sizes; null where none is published.</summary>
    public static ExamplePrice? Find(RoadmapItem row, int size) => row.Prices.FirstOrDefault(price => price.Inhabitants == size);

    public override IQueryable<RoadmapItem> From(SamstyringDb db)
    {
        return
            from line in Solutions(db).Concat(Initiatives(db))
            join o in db.Organisations on line.Owner equals (OrganisationId?)o.Id into owners
            from owner in owners.DefaultIfEmpty()
            join p in db.Organisations on owner.Parent equals (OrganisationId?)p.Id into parents
            from parent in parents.DefaultIfEmpty()
            select new RoadmapItem
            {
                Key = line.Key,
                IsSolution = line.IsSolution,
                OwnerBody = owner == null ? null : new BodyRef { Key = owner.Key, Name = owner.Name },
                OwnerLevel = owner == null ? null : owner.Level,
                Sector = owner == null ? null : owner.Kind == OrganisationKind.Ministry ? owner.Key : parent != null && parent.Kind == OrganisationKind.Ministry ? parent.Key : null,
                State = line.State,
                DecideBy = line.DecideBy,
                Start = line.Start,
                EligibleCounties = line.EligibleCounties,
                Initiative = line.Initiative,
                Phase = db.Set<PhasePlan>().Where(p => p.Initiative == line.Initiative && p.IsWithdrawn != true && p.State == PhaseState.UnderWay).OrderBy(p => p.Order).Select(p => p.Phase).FirstOrDefault(),
                SortKey = line.SortKey,
                Folded = line.Folded,
            };
    }

    /// <summary>What a line of the roadmap is found and ordered by.</summary>
    private sealed record Line
    {
        public required string Key { get; init; }

        public required bool IsSolution { get; init; }

        public required string SortKey { get; init; }

        public required string Folded { get; init; }

        public required SolutionState? State { get; init; }

        public required string? DecideBy { get; init; }

        public required string? Start { get; init; }

        public required string? EligibleCounties { get; init; }

        public required OrganisationId? Owner { get; init; }

        public required InitiativeId? Initiative { get; init; }
    }

    private static IQueryable<Line> Solutions(SamstyringDb db) => db.Solutions.Select(s => new Line
    {
        Key = s.Key,
        IsSolution = true,
        SortKey = s.SortKey,
        Folded = s.Folded,
        State = s.State,
        DecideBy = s.DecideBy,
        Start = s.Mandatory ?? s.Available,
        EligibleCounties = s.EligibleCounties,
        Owner = s.Owner,
        Initiative = s.Initiative,
    });

    /// <summary>Initiatives without a solution, joined to their solutions: what an initiative has not is null of the right type.</summary>
    private static IQueryable<Line> Initiatives(SamstyringDb db) =>
        from i in db.Initiatives
        where i.Kind != InitiativeKind.Activity && i.NeedsMunicipalDecisions == true
        join s in db.Solutions on (InitiativeId?)i.Id equals s.Initiative into own
        from s in own.DefaultIfEmpty()
        where s == null
        select new Line
        {
            Key = i.Key,
            IsSolution = false,
            SortKey = i.SortKey,
            Folded = i.Folded,
            State = s.State,
            DecideBy = s.DecideBy,
            Start = s.Mandatory ?? s.Available,
            EligibleCounties = s.EligibleCounties,
            Owner = db.Set<Participant>().Where(p => p.Initiative == i.Id && p.Role == ParticipantRole.Owner && p.IsWithdrawn != true).OrderBy(p => p.Order).Select(p => p.Organisation).FirstOrDefault(),
            Initiative = i.Id,
        };

    public override Expression<Func<RoadmapItem, bool>> Contains(string folded) => r => r.Folded.Contains(folded);

    public override async Task<IReadOnlyList<RoadmapItem>> CompleteAsync(SamstyringDb db, IReadOnlyList<RoadmapItem> rows, CancellationToken ct)
    {
        var facts = await RoadmapReader.ReadAsync(db, [.. rows.Where(r => r.IsSolution).Select(r => r.Key)], [.. rows.Select(r => r.Initiative).OfType<InitiativeId>().Distinct()], ct);
        return [.. rows.Select(row => Complete(row, facts))];
    }

    private RoadmapItem Complete(RoadmapItem row, RoadmapFacts facts)
    {
        var initiative = row.Initiative is { } id ? facts.Initiatives.GetValueOrDefault(id) : null;
        row = row with { Phases = initiative?.Phases ?? [] };
        if (!row.IsSolution)
        {
            return row with { Name = initiative!.Name, SetAside = LocalizedText.Unknown, Provenance = initiative.Provenance, IsRestricted = initiative.IsRestricted };
        }

        var solution = facts.Solutions[row.Key];
        var decision = Agenda.DecisionOn(solution, facts.Cycle, Today);
        var eligible = facts.EligibleOf(solution);
        return row with
        {
            Name = solution.Name,
            Announced = solution.Announced,
            Available = solution.Available,
            Mandatory = solution.Mandatory,
            ActBy = decision?.Deadline is { } day ? AgendaWords.Iso(day) : null,
            ActBasis = decision?.Basis,
            ActQuarter = decision?.Deadline is { } deadline ? Quarter.Of(deadline).ToString() : null,
            BudgetYear = decision?.BudgetYear,
            StaffDays = solution.StaffDays,
            SetAside = solution.SetAside,
            Prices = [.. Sizes.Where(size => size >= (solution.EligibleFrom ?? 0) && size < (solution.EligibleBelow ?? int.MaxValue)).Select(size => (Size: size, Price: facts.PriceOf(solution.Id, size, decision?.BudgetYear ?? Today.Year + 1))).Where(p => p.Price is { HasAny: true }).Select(p => Of(p.Size, p.Price!))],
            Municipalities = eligible.Count,
            ToldTooLate = Agenda.AnnouncedLateFor(solution, facts.Defaults, facts.OwnInput, eligible),
            IsExample = solution.IsExample,
            Provenance = solution.Provenance,
            IsRestricted = facts.Restricted.Contains(solution.Id),
        };
    }

    private static ExamplePrice Of(int size, Price price) => new(size, Kroner(price.OneOff), Kroner(price.Yearly), price.IsKnown) { Amounts = (price.OneOff, price.Yearly) };

    private static string Kroner(long øre) => (øre / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>
    /// Rows that municipalities must act on in a quarter, as <see cref="Agenda.DecisionOn"/> has it by the annual cycle: on the owner's day where it is not passed, else with the
    /// budget, which the council decides on in the last quarter of the year before it (kommuneloven § 14-3).
    /// </summary>
    private Expression<Func<RoadmapItem, bool>> ActsIn(Quarter quarter)
    {
        var today = AgendaWords.Iso(Today);
        var (month, year) = (today[..7], today[..4]);
        var (first, second, third) = (quarter.Months[0], quarter.Months[1], quarter.Months[2]);
        var whole = quarter.Number == 4 ? $"{quarter.Year:0000}" : "none";
        var isNextBudget = quarter.Number == 4 && quarter.Year == Today.Year;
        var (budget, after) = (quarter.Number == 4 ? $"{quarter.Year + 1:0000}" : "none", $"{quarter.Year + 2:0000}");
#pragma warning disable CA1309, CA1310, MA0001, MA0074 // The database compares by code point; no other form is translated.
        return r => (r.State == SolutionState.Decided || r.State == SolutionState.InDevelopment || r.State == SolutionState.Ready || r.State == SolutionState.BeingAdopted)
            && (r.DecideBy != null && (string.Compare(r.DecideBy, today) >= 0 || r.DecideBy == month || r.DecideBy == year)
                ? r.DecideBy.StartsWith(first) || r.DecideBy.StartsWith(second) || r.DecideBy.StartsWith(third) || r.DecideBy == whole
                : isNextBudget ? r.Start == null || string.Compare(r.Start, after) < 0 : r.Start != null && r.Start.StartsWith(budget));
#pragma warning restore CA1309, CA1310, MA0001, MA0074
    }

    private Task<IReadOnlyList<FilterOption>> QuartersAsync(SamstyringDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<FilterOption>>([.. Enumerable.Range(0, Quarters).Select(Quarter.Of(Today).Plus).Select(q => new FilterOption(q.ToString(), new($"{q.Number}. kvartal {q.Year}", En: $"Quarter {q.Number}, {q.Year}")))]);

    /// <summary>A sector is what a ministry answers for (R-010; 000 §2.2 p.18 l.355): its own work, and that of the bodies under it.</summary>
    private static async Task<IReadOnlyList<FilterOption>> SectorsAsync(SamstyringDb db, CancellationToken ct) =>
        await db.Organisations.Where(o => o.Kind == OrganisationKind.Ministry).OrderBy(o => o.SortKey).ThenBy(o => o.Key).Select(o => new FilterOption(o.Key, o.Name)).ToListAsync(ct);

    /// <summary>The phases of all methods, each once.</summary>
    private static Task<IReadOnlyList<FilterOption>> PhasesAsync(SamstyringDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<FilterOption>>([.. MethodPacks.Current.All.SelectMany(pack => pack.Phases).DistinctBy(phase => phase.Key, StringComparer.Ordinal).Select(phase => new FilterOption(phase.Key, phase.Name))]);
}
