using System.Globalization;
using Microsoft.AspNetCore.Html;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Governance;

internal static class GovernanceMarks
{
    /// <summary>Whether an agreement speaks of something; what no source says is unknown.</summary>
    public static IHtmlContent Coverage(Ui ui, Agreement agreement, Coverage part) =>
        agreement.Covers.Contains(part) ? Marks.Status("ok", ui["yes"])
        : agreement.Lacks.Contains(part) ? Marks.Status("warn", ui["no"])
        : ui.Unknown();

    public static IHtmlContent Warning(Ui ui, AgreementWarning warning) =>
        Marks.Status(warning.Alarm is AgreementAlarm.Expiring or AgreementAlarm.MoneyExpiring ? "part" : "warn", ui[$"agreement-alarm.{Codes.Of(warning.Alarm)}", ui.Time(warning.Time)]);

    public static IHtmlContent Path(Ui ui, DecisionPath? path) => path switch
    {
        null => Marks.Status("warn", ui["governance.path-none"]),
        { State: PathState.Yes } => Marks.Status("ok", ui.Code("path-state", path.State)),
        { State: PathState.UnderWay } => Marks.Status("part", ui.Code("path-state", path.State)),
        _ => Marks.Status("none", ui.Code("path-state", path.State)),
    };

    public static IHtmlContent Disagreement(Ui ui, Disagreement disagreement, DateOnly? escalates, DateOnly today) =>
        Marks.Status(disagreement.State switch { DisagreementState.Open when escalates < today => "stop", DisagreementState.Open => "part", DisagreementState.Escalated => "warn", _ => "ok" }, ui.Code("disagreement-state", disagreement.State));

    public static IHtmlContent Time(Ui ui, string? time) => time is null ? ui.Unknown() : new StringHtml(ui.Time(time));

    /// <summary>The fields of a new matrix that begins as a copy of another.</summary>
    public static string CopyOf(Ui ui, DecisionMatrix matrix)
    {
        (string Field, IReadOnlyList<Archetype> Marked)[] cells =
        [
            ("principles_input", matrix.PrinciplesInput), ("principles_decided", matrix.PrinciplesDecided), ("architecture_input", matrix.ArchitectureInput), ("architecture_decided", matrix.ArchitectureDecided),
            ("infrastructure_input", matrix.InfrastructureInput), ("infrastructure_decided", matrix.InfrastructureDecided), ("applications_input", matrix.ApplicationsInput), ("applications_decided", matrix.ApplicationsDecided),
            ("investments_input", matrix.InvestmentsInput), ("investments_decided", matrix.InvestmentsDecided),
        ];
        return string.Join('&', cells.Where(cell => cell.Marked is not []).Select(cell => $"{cell.Field}={string.Join('|', cell.Marked.Select(Codes.Of))}").Prepend($"name_nb={ui.Plain(matrix.Name)}"));
    }

    public static string Day(Ui ui, DateOnly day) => ui.Time(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
