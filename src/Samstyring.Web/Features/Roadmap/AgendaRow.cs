using System.Globalization;
using Samstyring.Data.Roadmap;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>What a solution costs the municipality in a year.</summary>
/// <param name="Least">In kroner, as a decimal string: the sum of what is known; null where nothing is.</param>
/// <param name="IsWhole">Whether all of it is known.</param>
public sealed record CostInYear(int Year, string? Least, bool IsWhole)
{
    public string Currency => "NOK";
}

/// <summary>A row of a municipality's agenda, or a solution that it has in use.</summary>
/// <param name="Kind">A kind of agenda, or <c>in_use</c>.</param>
/// <param name="Text">What is asked for, where it is a request; what goes away, where it is a change of product.</param>
/// <param name="Deadline">Null where no date can be said.</param>
/// <param name="Basis">Where the deadline comes from.</param>
/// <param name="BudgetYear">The budget that money for it must be in.</param>
/// <param name="AnnouncedLate">Whether the owner told of it after the municipality's budget was closed for what is new.</param>
/// <param name="Step">How far the municipality has come; null where nothing is said.</param>
/// <param name="StaffDays">Days of work to set aside; null is unknown.</param>
/// <param name="Costs">By year of the økonomiplan; empty where nothing is paid for it.</param>
public sealed record AgendaRow(
    string Kind, string Solution, LocalizedText SolutionName, LocalizedText Text, string? Deadline, DeadlineBasis? Basis, int? BudgetYear, bool AnnouncedLate, string? Step, int? StaffDays, LocalizedText SetAside,
    int? Hours, IReadOnlyList<CostInYear> Costs, bool IsExample, Provenance Provenance)
{
    /// <summary>The agenda in its order, and after it what the municipality has.</summary>
    public static IReadOnlyList<AgendaRow> Of(MunicipalAgenda agenda) =>
    [
        .. agenda.Items.Select(e => new AgendaRow(
            Codes.Of(e.Item.Kind), e.Solution.Key, e.Solution.Name, e.Request?.Text ?? e.Product?.Name ?? LocalizedText.Unknown, e.Item.Deadline is { } day ? AgendaWords.Iso(day) : null, e.Item.Basis, e.Item.BudgetYear, e.Item.IsAnnouncedLate,
            e.Record is { } record ? Codes.Of(record.Standing) : null, e.Solution.StaffDays, e.Solution.SetAside, e.Request?.Count, CostsOf(e.Cost), e.Solution.IsExample, e.Request?.Provenance ?? e.Solution.Provenance)),
        .. agenda.InUse.Select(h => new AgendaRow(
            "in_use", h.Solution.Key, h.Solution.Name, LocalizedText.Unknown, Deadline: null, Basis: null, BudgetYear: null, AnnouncedLate: false, Codes.Of(h.Record.Standing), StaffDays: null, LocalizedText.Unknown, Hours: null, CostsOf(h.Cost), h.Solution.IsExample, h.Solution.Provenance)),
    ];

    /// <summary>The columns of its files.</summary>
    /// <param name="first">The first year of the plan.</param>
    public static IReadOnlyList<ExportField<AgendaRow>> Fields(int first) =>
    [
        new("kind", r => r.Kind), new("solution", r => r.Solution), new("solution_name_nb", r => r.SolutionName.Nb), new("solution_name_en", r => r.SolutionName.En), new("text_nb", r => r.Text.Nb), new("text_en", r => r.Text.En),
        new("deadline", r => r.Deadline), new("basis", r => r.Basis is { } basis ? Codes.Of(basis) : null), new("budget_year", r => r.BudgetYear), new("announced_late", r => r.AnnouncedLate), new("step", r => r.Step),
        new("staff_days", r => r.StaffDays), new("set_aside_nb", r => r.SetAside.Nb), new("set_aside_en", r => r.SetAside.En), new("hours", r => r.Hours),
        .. Enumerable.Range(0, CostPlan.Years).SelectMany(i => new ExportField<AgendaRow>[]
        {
            new(string.Create(CultureInfo.InvariantCulture, $"least_cost_{first + i}"), r => r.Costs is [] || r.Costs[i].Least is not { } least ? null : decimal.Parse(least, CultureInfo.InvariantCulture)),
            new(string.Create(CultureInfo.InvariantCulture, $"cost_is_whole_{first + i}"), r => r.Costs is [] ? null : r.Costs[i].IsWhole),
        }),
        new("is_example", r => r.IsExample), new("source", r => r.Provenance.Source), new("as_of", r => r.Provenance.AsOf), new("certainty", r => Codes.Of(r.Provenance.Certainty)),
    ];

    private static IReadOnlyList<CostInYear> CostsOf(SolutionCost? cost) =>
        [.. cost?.Years.Select(y => new CostInYear(y.Year, y.Least is { } least ? (least / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null, y.IsWhole)) ?? []];
}
