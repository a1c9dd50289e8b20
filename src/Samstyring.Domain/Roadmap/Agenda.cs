using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Roadmap;

/// <summary>What sort of thing a municipality is to do.</summary>
public enum AgendaKind
{
    /// <summary>Decide whether to take a solution in use.</summary>
    Decide = 1,

    /// <summary>It is decided, and the solution is not in use yet.</summary>
    TakeInUse,

    /// <summary>Law or regulation demands it.</summary>
    Comply,

    /// <summary>Change the system, because its vendor leaves.</summary>
    ChangeProduct,

    /// <summary>Answer a survey, join a pilot or a group.</summary>
    Respond,

    /// <summary>Say whether what the owner says is right.</summary>
    Confirm,
}

public static class AgendaKinds
{
    /// <summary>Whether it is decided with a budget, and so costs what the solution costs.</summary>
    public static bool IsDecision(this AgendaKind kind) => kind is AgendaKind.Decide or AgendaKind.Comply or AgendaKind.ChangeProduct;
}

/// <summary>Where a deadline comes from.</summary>
public enum DeadlineBasis { SaidByOwner = 1, Law, BudgetDecision, OwnPlan }

/// <summary>One thing that a municipality is to do.</summary>
/// <param name="Deadline">Null where no date can be said.</param>
/// <param name="BudgetYear">The budget that money for it must be in; null where none is needed or known.</param>
public sealed record AgendaItem(AgendaKind Kind, SolutionId Solution, DateOnly? Deadline, DeadlineBasis? Basis, int? BudgetYear)
{
    /// <summary>The request or the product that it is of, beside the solution.</summary>
    public PartId? Part { get; init; }

    /// <summary>Whether the owner told of it after the municipality's budget was closed for what is new .</summary>
    public bool IsAnnouncedLate { get; init; }
}

/// <summary>What is known of one solution and one municipality.</summary>
/// <param name="Record">Null is nothing.</param>
/// <param name="Products">Products of the solution, to see whether the municipality's own is going away.</param>
/// <param name="Requests">What the municipalities are asked for.</param>
public sealed record AgendaFacts(Solution Solution, AdoptionRecord? Record, IReadOnlyList<SolutionProduct> Products, IReadOnlyList<MunicipalRequest> Requests);

/// <summary>What a municipality must decide, and when .</summary>
public static class Agenda
{
    /// <summary>Whether a solution in this state is something that municipalities decide on.</summary>
    public static bool IsOpen(SolutionState? state) => state is SolutionState.Decided or SolutionState.InDevelopment or SolutionState.Ready or SolutionState.BeingAdopted;

    /// <summary>What one solution asks of one municipality today; nothing where it is in use or not wanted, unless law demands it.</summary>
    public static IEnumerable<AgendaItem> Of(AgendaFacts facts, OrganisationId municipality, BudgetCycle cycle, DateOnly today)
    {
        var (solution, record) = (facts.Solution, facts.Record);
        var step = record?.Standing ?? AdoptionStep.Unaware;
        if (record is { IsUnconfirmed: true })
        {
            yield return new(AgendaKind.Confirm, solution.Id, Deadline: null, Basis: null, BudgetYear: null);
        }

        if (IsOpen(solution.State) && (step < AdoptionStep.Decided || (step > AdoptionStep.BenefitsConfirmed && solution.Mandatory is not null)))
        {
            yield return Decision(solution, cycle, today);
        }
        else if (step is AdoptionStep.Decided or AdoptionStep.Procured or AdoptionStep.Installed)
        {
            yield return TakeInUse(solution, record!);
        }

        if (record?.Product is { } has && facts.Products.FirstOrDefault(p => p.Id == has && p.Leaves == true && p.IsWithdrawn != true) is { } leaving)
        {
            var year = cycle.OpenYear(AsOf.Last(leaving.Ends)?.Year ?? 0, today);
            yield return new(AgendaKind.ChangeProduct, solution.Id, cycle.DayOf(BudgetEvent.CouncilAdopts, year)?.Day, DeadlineBasis.BudgetDecision, year) { Part = leaving.Id };
        }

        foreach (var request in facts.Requests.Where(r => r.IsWithdrawn != true && (r.Organisation is null || r.Organisation == municipality) && (AsOf.Last(r.Ends) ?? DateOnly.MaxValue) >= today))
        {
            yield return new(AgendaKind.Respond, solution.Id, AsOf.Last(request.Ends), request.Ends is null ? null : DeadlineBasis.SaidByOwner, BudgetYear: null) { Part = request.Id };
        }
    }

    /// <summary>The nearest deadline first, and last what has none; what law demands before what may be chosen.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, AgendaItem> of) =>
        items.OrderBy(item => of(item).Deadline ?? DateOnly.MaxValue).ThenByDescending(item => of(item).Kind is AgendaKind.Comply).ThenBy(item => of(item).Kind);

    /// <summary>Whether the owner told the municipalities of it too late for the budget of the year it is to be had in; null where a date is missing.</summary>
    public static bool? IsAnnouncedLate(Solution solution, BudgetCycle cycle) =>
        AsOf.First(solution.Announced) is { } announced && FirstNeeded(solution) is { } needed ? cycle.FirstYearFor(announced) > needed.Year : null;

    /// <summary>How many of the municipalities that a solution is for were told of it too late for their budget, by their own dates and else by the annual cycle's; null where a date is missing.</summary>
    public static int? AnnouncedLateFor(Solution solution, IReadOnlyList<CycleEvent> defaults, ILookup<OrganisationId, BudgetDate> own, IReadOnlyCollection<OrganisationId> eligible)
    {
        if (IsAnnouncedLate(solution, new(defaults, [])) is not { } byDefault)
        {
            return null;
        }

        var late = byDefault ? eligible.Count : 0;
        foreach (var municipality in eligible.Where(own.Contains))
        {
            late += (IsAnnouncedLate(solution, new(defaults, own[municipality])) == true ? 1 : 0) - (byDefault ? 1 : 0);
        }

        return late;
    }

    /// <summary>What a solution asks of a municipality that has said nothing of it; null where there is nothing to decide yet.</summary>
    public static AgendaItem? DecisionOn(Solution solution, BudgetCycle cycle, DateOnly today) => IsOpen(solution.State) ? Decision(solution, cycle, today) : null;

    /// <summary>The first day on which it may be had, or must be.</summary>
    private static DateOnly? FirstNeeded(Solution solution) => (AsOf.First(solution.Available), AsOf.First(solution.Mandatory)) switch
    {
        ({ } available, { } mandatory) => available < mandatory ? available : mandatory,
        var (available, mandatory) => available ?? mandatory,
    };

    private static AgendaItem Decision(Solution solution, BudgetCycle cycle, DateOnly today)
    {
        var kind = solution.Mandatory is null ? AgendaKind.Decide : AgendaKind.Comply;
        var late = IsAnnouncedLate(solution, cycle) == true;

        // The first budget that is still open, from the year in which law demands it or it can be had.
        var year = cycle.OpenYear((AsOf.Last(solution.Mandatory) ?? AsOf.First(solution.Available))?.Year ?? 0, today);
        return AsOf.Last(solution.DecideBy) is { } said && said >= today
            ? new(kind, solution.Id, said, DeadlineBasis.SaidByOwner, year) { IsAnnouncedLate = late }
            : new(kind, solution.Id, cycle.DayOf(BudgetEvent.CouncilAdopts, year)?.Day, DeadlineBasis.BudgetDecision, year) { IsAnnouncedLate = late };
    }

    /// <summary>By the municipality's own plan, unless law demands it before.</summary>
    private static AgendaItem TakeInUse(Solution solution, AdoptionRecord record)
    {
        var (planned, law) = (AsOf.Last(record.PlannedInUse), AsOf.Last(solution.Mandatory));
        return planned is { } plan && (law is null || plan <= law)
            ? new(AgendaKind.TakeInUse, solution.Id, plan, DeadlineBasis.OwnPlan, BudgetYear: null)
            : new(AgendaKind.TakeInUse, solution.Id, law, law is null ? null : DeadlineBasis.Law, BudgetYear: null);
    }
}
