using Samstyring.Data.Roadmap;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>A day that matters to a municipality.</summary>
/// <param name="Key">Names the day among the municipality's days, the same each time.</param>
/// <param name="Budget">Set where it is a day of the municipality's own budget.</param>
/// <param name="Entry">What is to be done then, where it is not the budget's.</param>
public sealed record TimelineDay(string Key, DateOnly Day, string What, Provenance Source, BudgetDay? Budget = null, AgendaEntry? Entry = null)
{
    public bool IsExample => Entry?.Solution.IsExample == true;
}

/// <summary>The budget year of a municipality and what comes to it, as days from today on.</summary>
internal static class Timeline
{
    /// <summary>Budgets that are shown: the one that is decided on next, and the one after it.</summary>
    private const int Budgets = 2;

    public static IReadOnlyList<TimelineDay> Of(Ui ui, MunicipalAgenda agenda) =>
    [
        .. BudgetDays(ui, agenda).Concat(agenda.Items.SelectMany(entry => DaysOf(ui, entry)))
            .Where(day => day.Day >= agenda.Today).DistinctBy(day => day.Key, StringComparer.Ordinal).OrderBy(day => day.Day).ThenBy(day => day.Key, StringComparer.Ordinal),
    ];

    private static IEnumerable<TimelineDay> BudgetDays(Ui ui, MunicipalAgenda agenda) =>
        from year in Enumerable.Range(agenda.PlanFrom, Budgets)
        from day in agenda.Cycle.DaysOf(year)
        select new TimelineDay($"{Codes.Of(day.Event)}-{year}", day.Day, ui["agenda.budget-day", ui.Code("budget-event", day.Event), $"{year}"], day.Provenance, Budget: day);

    /// <summary>A deadline that is the council's decision is that day, and stands there.</summary>
    private static IEnumerable<TimelineDay> DaysOf(Ui ui, AgendaEntry entry)
    {
        var (item, solution) = (entry.Item, entry.Solution);
        if (item is { Deadline: { } deadline, Basis: not DeadlineBasis.BudgetDecision })
        {
            yield return new($"{solution.Key}-{Codes.Of(item.Kind)}{(item.Part is { } part ? $"-{part}" : "")}", deadline, AgendaWords.Title(ui, entry), entry.Request?.Provenance ?? solution.Provenance, Entry: entry);
        }

        if (entry.Request is null && AsOf.First(solution.Available) is { } available)
        {
            yield return new($"{solution.Key}-available", available, ui["agenda.available", ui.Plain(solution.Name)], solution.Provenance, Entry: entry);
        }

        if (entry.Request is null && AsOf.First(solution.Mandatory) is { } mandatory)
        {
            yield return new($"{solution.Key}-mandatory", mandatory, ui["agenda.mandatory", ui.Plain(solution.Name)], solution.Provenance, Entry: entry);
        }

        if (entry.Product is { } product && AsOf.Last(product.Ends) is { } ends)
        {
            yield return new($"{solution.Key}-product-ends-{product.Id}", ends, ui["agenda.product-ends", ui.Plain(product.Name)], product.Provenance, Entry: entry);
        }
    }
}
