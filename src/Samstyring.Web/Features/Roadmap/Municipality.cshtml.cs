using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Roadmap;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Roadmap;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Charts;
using Samstyring.Web.Features.Design.Hex;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>How the municipality decides on a subject, where a source says so.</summary>
public sealed record DecidedOn(LocalizedText Subject, DecisionModelKind Model, LocalizedText DecidedBy, Provenance Provenance);

/// <summary>A row of the agenda on its page.</summary>
public sealed record AgendaRowOf(MunicipalityModel Page, AgendaEntry Entry);

/// <summary>Min kommune: what a municipality must decide, when, what it costs, and who near it has it. An old number leads to the municipality of today.</summary>
[AllowAnonymous]
[PrintedPage]
public sealed class MunicipalityModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel, IPrintedPage
{
    /// <summary>Solutions beside each other in the table of neighbours, so that it can be read.</summary>
    private const int MostCompared = 8;

    /// <summary>Solutions that they are chosen among: those that most is said of.</summary>
    private const int MostCandidates = 16;

    /// <summary>Quarters of requests that are shown.</summary>
    private const int Quarters = 5;

    private const int MostDecisions = 100;

    public string? PrintAs { get; private set; }

    public MunicipalAgenda Agenda { get; private set; } = null!;

    public Comparison Comparison { get; private set; } = null!;

    /// <summary>What is compared: of what is on the agenda and in use, what most is said of near the municipality, in the agenda's order.</summary>
    public IReadOnlyList<Solution> Compared { get; private set; } = [];

    /// <summary>The one on the map; null where there is none.</summary>
    public Solution? Mapped { get; private set; }

    public HexMap? Map { get; private set; }

    public IReadOnlyList<TimelineDay> Days { get; private set; } = [];

    /// <summary>The same drawn, as far as there is room.</summary>
    public TimelineChart Chart => Timeline.Chart(ui, Agenda, Days);

    public IReadOnlyList<QuarterLoad> Load { get; private set; } = [];

    public IReadOnlyList<DecidedOn> Decisions { get; private set; } = [];

    /// <summary>Those that hold today.</summary>
    public IReadOnlyList<DecisionMandateItem> Mandates { get; private set; } = [];

    public string Name => ui.Plain(Agenda.Municipality.Name);

    public string Path => "/kommuner/" + Agenda.Municipality.Number;

    /// <summary>Whether people's names may be shown.</summary>
    public bool IsSignedIn => SignedIn.Of(HttpContext) is not null;

    /// <summary>Obstacles are told to those who act for a public body.</summary>
    public bool SeesObstacles => SignedIn.StandingOf(HttpContext).IsPublicSector;

    public DateOnly Today => Agenda.Today;

    /// <param name="losning">The key of the solution on the map; null for the first.</param>
    public async Task<IActionResult> OnGetAsync(string number, string? form, string? losning, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await AgendaReader.ReadAsync(db, number, today, form is null ? AgendaReader.OnPage : AgendaReader.InFile, ct) is not { } agenda)
        {
            return await BehindNumber.FindAsync(db, number, ct) switch
            {
                null => NotFound(),
                { Body: { } body, IsRegionalNetwork: var network } => RedirectPermanent(BodyPaths.Of(body, network)),
                _ => RedirectPermanent($"/kommuner/{number}/fakta"),
            };
        }

        Agenda = agenda;
        List<Solution> candidates = [.. agenda.Items.OrderBy(e => e.Request is not null).Select(e => e.Solution).Concat(agenda.InUse.Select(h => h.Solution)).DistinctBy(s => s.Id).Take(MostCandidates)];
        Mapped = candidates.Find(s => string.Equals(s.Key, losning, StringComparison.Ordinal));
        Comparison = await ComparisonReader.ReadAsync(db, agenda.Municipality, [.. candidates.Select(s => s.Id)], Mapped?.Id, ct);
        Mapped ??= candidates.MaxBy(s => Comparison.Municipalities.Count(m => Comparison.StepOf(s.Id, m.Id) is not null));
        var compared = candidates.OrderByDescending(s => s == Mapped).ThenByDescending(s => Comparison.Beside.Count(m => Comparison.StepOf(s.Id, m.Id) is not null)).Take(MostCompared).Select(s => s.Id).ToHashSet();
        Compared = [.. candidates.Where(s => compared.Contains(s.Id))];
        Map = Mapped is null ? null : StepMap.Of(ui, Mapped, Name, Comparison);
        Days = Timeline.Of(ui, agenda);
        Sums = CostPlan.Sum(agenda.Costs, agenda.PlanFrom);
        CostRows = [.. agenda.Items.Where(e => e.Cost is not null).Select(e => (e.Solution, e.Cost!, AgendaWords.Title(ui, e))), .. agenda.InUse.Select(h => (h.Solution, h.Cost, ui["agenda.in-use"]))];
        Load = RequestLoad.PerQuarter(agenda.Asked, Quarter.Of(today), Quarters);
        var id = agenda.Municipality.Id;
        Decisions = [.. (await db.DecisionModels.Where(d => d.Municipality == id).OrderBy(d => d.Id).Take(MostDecisions)
            .Select(d => new { Decided = new DecidedOn(d.Subject, d.Model, d.DecidedBy, d.Provenance), IsRestricted = db.Shows(d.VisibleTo, "decision-model", d.Id.Value) }).ToListAsync(ct)).Select(d => d.Decided)];
        Mandates = [.. (await DecisionMandates.ReadAsync(db, id, ct)).Where(m => string.Equals(m.Municipality, number, StringComparison.Ordinal) && (AsOf.Last(m.ValidTo) ?? DateOnly.MaxValue) >= today && (AsOf.First(m.ValidFrom) ?? DateOnly.MinValue) <= today)];
        PrintAs = form is null ? null : $"{number}.pdf";
        return Page();
    }

    /// <summary>The answer, computed: how much must be decided, by when, at what cost.</summary>
    public string Lead()
    {
        var (items, year) = (Agenda.ForNextBudget, $"{Agenda.PlanFrom}");
        if (items.Count == 0)
        {
            return ui[Agenda.Items.Count == 0 ? "agenda.lead-nothing" : "agenda.lead-none", Name, year];
        }

        var decides = Agenda.Decides is { } day ? AgendaWords.Day(ui, day.Day) : ui["agenda.no-day"];
        var costs = items.Select(e => e.Cost!.Years[0]).ToList();
        var unknown = costs.Count(c => !c.IsWhole);
        return string.Join(' ', ((string?[])
        [
            items.Count == 1 ? ui["agenda.lead.one", decides] : Agenda.IsCut ? ui["agenda.lead-or-more", ui.Word(items.Count), decides] : ui["agenda.lead.many", Ui.Capital(ui.Word(items.Count)), decides],
            costs.Exists(c => c.Least > 0) ? ui["agenda.lead-cost", ui.Kroner(costs.Sum(c => c.Least ?? 0)), year] : null,
            unknown == 0 ? null : unknown == items.Count ? ui["agenda.lead-unknown-all"] : ui.Count("agenda.lead-unknown", unknown, ui.Word(unknown)),
        ]).OfType<string>());
    }

    /// <summary>Who decides: a body with a mandate for it, whoever a source says, the council where it is a matter of the budget, else the municipality itself.</summary>
    public LocalizedText? DecidedBy(AgendaEntry entry)
    {
        var subject = Folding.Fold(entry.Solution.Name.Nb ?? "");
        return Mandates.FirstOrDefault(m => Folding.Fold(m.Subject.Nb ?? "") == subject)?.BodyName
            ?? Decisions.FirstOrDefault(d => Folding.Fold(d.Subject.Nb ?? "") == subject)?.DecidedBy;
    }

    /// <summary>Budgets that something on the agenda must be in, and that are closed for what is new.</summary>
    public IEnumerable<BudgetDay> InputClosed =>
        Agenda.Items.Where(e => e.Item.Kind.IsDecision()).Select(e => e.Item.BudgetYear).OfType<int>().Distinct().Order()
            .Select(year => Agenda.Cycle.DayOf(BudgetEvent.InputCloses, year)).OfType<BudgetDay>().Where(day => day.Day < Today);

    /// <summary>Neighbours and similar municipalities that have a solution in use.</summary>
    public IReadOnlyList<string> HaveIt(SolutionId solution) =>
        [.. Comparison.Beside.Where(m => Comparison.StepOf(solution, m.Id) is { } step && LadderRules.IsInUse(step.Step)).Select(m => ui.Plain(m.Name))];

    /// <summary>For each solution that is not in use here, the one to ask: in use there, with a contact if there is one, and nearest in population.</summary>
    public IReadOnlyList<(Solution Solution, ComparedMunicipality Municipality, string? Contact)> ToAsk() =>
    [
        .. from solution in Compared.Where(s => !Agenda.InUse.Any(h => h.Solution.Id == s.Id))
           let best = Comparison.Beside.Select(m => (Municipality: m, Step: Comparison.StepOf(solution.Id, m.Id))).Where(m => m.Step is { } step && LadderRules.IsInUse(step.Step))
               .OrderByDescending(m => m.Step!.Contact is not null).ThenBy(m => Math.Abs(m.Municipality.Population - Agenda.Municipality.Population)).FirstOrDefault()
           where best.Step is not null
           select (solution, best.Municipality, best.Step!.Contact),
    ];

    /// <summary>The years of the plan that stand in the table of costs.</summary>
    public IReadOnlyList<YearCost> Sums { get; private set; } = [];

    /// <summary>The sum over the whole plan.</summary>
    public YearCost PlanSum => new(Agenda.PlanFrom, Sums.Sum(y => y.Least ?? 0), Sums.All(y => y.IsWhole));

    /// <summary>What costs, with what it is: what is decided on first.</summary>
    public IReadOnlyList<(Solution Solution, SolutionCost Cost, string What)> CostRows { get; private set; } = [];
}
