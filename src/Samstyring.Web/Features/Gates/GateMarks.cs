using Microsoft.AspNetCore.Html;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Gates;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Gates;

/// <summary>Lines of a gate, for showing them.</summary>
/// <param name="MayAnswer">Whether the reader answers for the initiative.</param>
public sealed record RowsOfGate(IReadOnlyList<GateRow> Rows, string Initiative, string Gate, bool MayAnswer);

internal static class GateMarks
{
    public static GateState StateOf(InitiativeFacts facts, MethodPhase phase) =>
        facts.WasPassedBefore(phase) ? GateState.PassedBefore
        : facts.IsPassed(phase) ? GateState.Passed
        : facts.IsStopped ? GateState.Stopped
        : facts.Method!.ParallelPhases || facts.OpenGates is [var next, ..] && next == phase.Gate ? GateState.Next
        : GateState.Later;

    public static IHtmlContent State(Ui ui, GateState state) => Marks.Status(state switch { GateState.Passed or GateState.PassedBefore => "ok", GateState.Next => "part", GateState.Stopped => "stop", _ => "none" }, ui.Code("gate-state", state));

    public static IHtmlContent Row(Ui ui, GateRow row) => Of(row) is var (mark, word) ? Marks.Status(mark, ui[word]) : HtmlString.Empty;

    /// <summary>How many lines have which status, the gravest first.</summary>
    public static IEnumerable<(string Mark, string Text)> Counts(Ui ui, IReadOnlyList<GateRow> rows) =>
        rows.GroupBy(Of).OrderBy(group => Array.IndexOf(Order, group.Key.Word)).Select(group => (group.Key.Mark, $"{ui.Number(group.Count())} {ui[group.Key.Word].ToLowerInvariant()}"));

    private static readonly string[] Order = ["row.stops", "row.partly", "row.missing", "row.no", "row.unknown", "row.unanswered", "row.not-yet", "row.restricted", "row.kept", "row.met", "row.not-applicable"];

    private static (string Mark, string Word) Of(GateRow row) => row.State switch
    {
        RowState.Met => ("ok", "row.met"),
        RowState.NotApplicable => ("none", "row.not-applicable"),
        RowState.Restricted => ("none", row.IsKept ? "row.kept" : "row.restricted"),
        _ when row.Holds => ("stop", "row.stops"),
        RowState.NotMet when row.Answer is { Answer: Answer.Partly } => ("part", "row.partly"),
        RowState.NotMet => ("warn", row.Computed ? "row.missing" : "row.no"),
        _ when row.NotYet => ("none", "row.not-yet"),
        _ => ("unknown", row.Computed ? "row.unknown" : "row.unanswered"),
    };
}
