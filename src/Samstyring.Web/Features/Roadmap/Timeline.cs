using Samstyring.Data.Roadmap;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Charts;

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

    /// <summary>How far the drawing looks.</summary>
    private const int Quarters = 6;

    /// <summary>Lanes of work in the drawing, so that it can be read on a phone. The table has all.</summary>
    private const int Lanes = 5;

    public static IReadOnlyList<TimelineDay> Of(Ui ui, MunicipalAgenda agenda) =>
    [
        .. BudgetDays(ui, agenda).Concat(agenda.Items.SelectMany(entry => DaysOf(ui, entry)))
            .Where(day => day.Day >= agenda.Today).DistinctBy(day => day.Key, StringComparer.Ordinal).OrderBy(day => day.Day).ThenBy(day => day.Key, StringComparer.Ordinal),
    ];

    /// <summary>The same drawn: the municipality's plans, and the work that is nearest, over six quarters.</summary>
    public static TimelineChart Chart(Ui ui, MunicipalAgenda agenda, IReadOnlyList<TimelineDay> days)
    {
        var begin = Quarter.Of(agenda.Today);
        var (first, last) = (begin.First, begin.Plus(Quarters - 1).Last);
        List<TimelineDay> budget = [.. days.Where(day => day.Budget is not null && day.Day <= last)];
        List<TimelineLane> lanes = [new(ui["agenda.plan-lane"], "kommune", [.. Plans(ui, agenda).Where(span => span.From <= last && span.To >= agenda.Today)]), .. Work(ui, agenda, first, last)];
        return new(
            ui["agenda.chart", ui.Time(AgendaWords.Iso(first)[..7]), ui.Time(AgendaWords.Iso(last)[..7])],
            string.Join(" ", lanes.SelectMany(lane => lane.Spans.Select(span => ui["agenda.chart-span", lane.Name, span.Text, AgendaWords.Day(ui, span.From), AgendaWords.Day(ui, span.To)])).Concat(budget.Select(day => $"{AgendaWords.Day(ui, day.Day)}: {day.What}."))),
            first, last, agenda.Today, lanes,
            [.. budget.Select(day => new TimelineDeadline(day.Day, ui["agenda.chart-deadline", ui.DayAndMonth(day.Day), ui.Code("budget-event-short", day.Budget!.Event)], ui.DayAndMonth(day.Day)))],
            [.. Enumerable.Range(0, Quarters).Select(begin.Plus).Select(quarter => (quarter.First, quarter == begin || quarter.Number == 1 ? ui["agenda.chart-quarter-year", quarter.Number, $"{quarter.Year}"] : ui["agenda.chart-quarter", quarter.Number]))])
        {
            Note = ui["agenda.chart-note"],
        };
    }

    /// <summary>From the last day for input to the council's decision.</summary>
    private static IEnumerable<TimelineSpan> Plans(Ui ui, MunicipalAgenda agenda) =>
        from year in Enumerable.Range(agenda.PlanFrom, Budgets)
        let plan = agenda.Cycle.DaysOf(year)
        where plan.Count > 1
        select new TimelineSpan(plan[0].Day, plan[^1].Day, ui["agenda.plan-span", $"{year}", $"{year + CostPlan.Years - 1}"]);

    /// <summary>What is nearest. Matters of one kind with one deadline share a lane: most decisions come with the budget.</summary>
    private static IEnumerable<TimelineLane> Work(Ui ui, MunicipalAgenda agenda, DateOnly first, DateOnly last) =>
        agenda.Items.Where(entry => entry.Item.Deadline >= agenda.Today)
            .GroupBy(entry => (entry.Item.Kind, entry.Item.Deadline)).Select(group => (Entry: group.First(), Others: group.Count() - 1))
            .Select(lane => new TimelineLane(lane.Others == 0 ? NameOf(ui, lane.Entry) : ui.Count("agenda.lane-others", lane.Others, NameOf(ui, lane.Entry)), "kommune", [.. SpansOf(ui, agenda, lane.Entry).Where(span => span.From <= last && span.To >= first)]) { IsExample = lane.Entry.Solution.IsExample })
            .Where(lane => lane.Spans.Count > 0).Take(Lanes);

    private static string NameOf(Ui ui, AgendaEntry entry) => ui.Plain(entry.Request is { Text.IsUnknown: false } request ? request.Text : entry.Solution.Name);

    private static IEnumerable<TimelineSpan> SpansOf(Ui ui, MunicipalAgenda agenda, AgendaEntry entry)
    {
        var deadline = entry.Item.Deadline!.Value;
        var from = AsOf.First(entry.Request?.Starts) is { } starts && starts > agenda.Today ? starts : agenda.Today;
        yield return new(from, deadline, ui.Code("agenda-work", entry.Item.Kind));
        if (entry.Item.Kind.IsDecision() && AsOf.First(entry.Solution.Mandatory) is { } mandatory && mandatory > deadline)
        {
            yield return new(deadline, mandatory, ui["agenda.chart-until-law"]);
        }
    }

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
