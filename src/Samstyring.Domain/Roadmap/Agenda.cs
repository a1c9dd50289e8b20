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

/// <summary>What a municipality must decide, and when .</summary>
public static class Agenda
{
    /// <summary>What one solution asks of one municipality today; nothing where it is in use or not wanted.</summary>
    /// <param name="record">What is known of the municipality and the solution; null is nothing.</param>
    /// <param name="products">Products of the solution, to see whether the municipality's own is going away.</param>
    /// <param name="requests">What the municipalities are asked for.</param>
    public static IEnumerable<AgendaItem> Of(Solution solution, AdoptionRecord? record, IEnumerable<SolutionProduct> products, IEnumerable<MunicipalRequest> requests, BudgetCycle cycle, DateOnly today)
    {
        var step = record?.Standing ?? AdoptionStep.Unaware;
        if (solution.State is not (null or SolutionState.Considered) && record is { IsUnconfirmed: true })
        {
            yield return new(AgendaKind.Confirm, solution.Id, Deadline: null, Basis: null, BudgetYear: null);
        }

        if (step < AdoptionStep.Decided && solution.State is SolutionState.Decided or SolutionState.InDevelopment or SolutionState.Ready or SolutionState.BeingAdopted)
        {
            yield return Decision(solution, cycle, today);
        }
        else if (step is AdoptionStep.Decided or AdoptionStep.Procured or AdoptionStep.Installed)
        {
            var planned = AsOf.Last(record?.PlannedInUse);
            yield return new(AgendaKind.TakeInUse, solution.Id, planned ?? AsOf.Last(solution.Mandatory), planned is not null ? DeadlineBasis.OwnPlan : solution.Mandatory is not null ? DeadlineBasis.Law : null, BudgetYear: null);
        }

        if (record?.Product is { } has && products.FirstOrDefault(p => p.Id == has && p.Leaves == true && p.IsWithdrawn != true) is { } leaving)
        {
            var ends = AsOf.Last(leaving.Ends);
            var year = ends is { } day ? Math.Max(day.Year, cycle.FirstYearFor(today)) : cycle.FirstYearFor(today);
            yield return new(AgendaKind.ChangeProduct, solution.Id, cycle.DayOf(BudgetEvent.CouncilAdopts, year)?.Day, DeadlineBasis.BudgetDecision, year) { Part = leaving.Id };
        }

        foreach (var request in requests.Where(r => r.IsWithdrawn != true && (r.Organisation is null || r.Organisation == record?.Municipality) && (AsOf.Last(r.Ends) ?? DateOnly.MaxValue) >= today))
        {
            yield return new(AgendaKind.Respond, solution.Id, AsOf.Last(request.Ends), DeadlineBasis.SaidByOwner, BudgetYear: null) { Part = request.Id };
        }
    }

    /// <summary>Whether the owner told the municipalities of it too late for the budget of the year it is to be had in; null where a date is missing.</summary>
    public static bool? IsAnnouncedLate(Solution solution, BudgetCycle cycle) =>
        AsOf.First(solution.Announced) is { } announced && AsOf.First(solution.Available) is { } available ? cycle.FirstYearFor(announced) > available.Year : null;

    private static AgendaItem Decision(Solution solution, BudgetCycle cycle, DateOnly today)
    {
        var mandatory = AsOf.Last(solution.Mandatory);
        var start = mandatory ?? AsOf.First(solution.Available);
        var year = Math.Max(start?.Year ?? 0, cycle.FirstYearFor(today));
        var late = IsAnnouncedLate(solution, cycle) == true;
        if (AsOf.Last(solution.DecideBy) is { } said && said >= today)
        {
            return new(mandatory is null ? AgendaKind.Decide : AgendaKind.Comply, solution.Id, said, DeadlineBasis.SaidByOwner, year) { IsAnnouncedLate = late };
        }

        // The council's decision on the budget that is still open, if it is before the law comes into force.
        var open = cycle.DayOf(BudgetEvent.CouncilAdopts, today.Year + 1) is { } adopts && adopts.Day >= today && (start is null || start.Value.Year <= today.Year + 1) ? today.Year + 1 : year;
        return new(mandatory is null ? AgendaKind.Decide : AgendaKind.Comply, solution.Id, cycle.DayOf(BudgetEvent.CouncilAdopts, open)?.Day, DeadlineBasis.BudgetDecision, open) { IsAnnouncedLate = late };
    }
}
