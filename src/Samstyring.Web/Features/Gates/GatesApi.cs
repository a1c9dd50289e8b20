using Microsoft.AspNetCore.Http.HttpResults;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Gates;

/// <summary>A gate of an initiative.</summary>
/// <param name="Key">Such as <c>bp3</c>.</param>
/// <param name="Passed">When it was passed; null where it is not.</param>
public sealed record GateItem(string Key, LocalizedText Name, string Phase, LocalizedText PhaseName, DateTimeOffset? Passed, IReadOnlyList<DecisionItem> Decisions);

public sealed record DecisionItem(int Number, GateOutcome Outcome, string OnBehalfOf, string DecidedBy, string Mandate, string Reason, string? Exception, DateTimeOffset At);

/// <summary>A line of a gate.</summary>
/// <param name="Kind"><c>computed</c> or <c>answered</c>.</param>
/// <param name="Result"><c>met</c>, <c>notMet</c>, <c>unknown</c>, <c>notApplicable</c>, or <c>restricted</c>: assessed by the team, and nothing of it is told.</param>
/// <param name="Reason">Why; unknown where nothing is told.</param>
public sealed record CheckItem(string Id, LocalizedText Text, string Kind, bool Blocking, string Result, LocalizedText Reason, IReadOnlyList<CheckItemLink> Links);

public sealed record CheckItemLink(LocalizedText Title, string Url);

internal static class GatesApi
{
    private const string Tag = "Gates";

    public static void MapGates(this IEndpointRouteBuilder api)
    {
        api.MapGet("/initiatives/{key}/gates", GatesAsync).WithName("ListGates").WithTags(Tag);
        api.MapGet("/initiatives/{key}/gates/{gate}/checks", ChecksAsync).WithName("ListGateChecks").WithTags(Tag);
    }

    private static async Task<Results<Ok<Envelope<GateItem>>, ProblemHttpResult>> GatesAsync(string key, SamstyringDb db, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return ListApi.NotFound();
        }

        return TypedResults.Ok(ListApi.Whole([.. (facts.Method?.Phases ?? []).Select(phase => new GateItem(
            phase.Gate, phase.GateName, phase.Key, phase.Name, facts.Decisions.FirstOrDefault(d => d.Gate == phase.Gate && d.Outcome is GateOutcome.Proceed)?.At,
            [.. facts.Decisions.Where(d => d.Gate == phase.Gate).Select(d => new DecisionItem(d.Number, d.Outcome, facts.Body(d.OnBehalfOf)!.Key, d.DecidedBy, d.Mandate, d.Reason, d.Exception, d.At))]))]));
    }

    private static async Task<Results<Ok<Envelope<CheckItem>>, ProblemHttpResult>> ChecksAsync(string key, string gate, SamstyringDb db, TimeProvider clock, Ui ui, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts || facts.Board(gate, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is not { } board)
        {
            return ListApi.NotFound();
        }

        return TypedResults.Ok(ListApi.Whole([.. GateRows.Of(facts, board, facts.SeesAssessments, ui).Select(row => new CheckItem(
            row.Id, row.Text, row.Computed ? "computed" : "answered", row.Blocking, ResultOf(row.State), ReasonOf(row), [.. row.Reasons.SelectMany(reason => reason.Links).Select(link => new CheckItemLink(link.Text, link.Url)).Distinct()]))]));
    }

    private static string ResultOf(RowState state) => state switch
    {
        RowState.Met => "met",
        RowState.NotMet => "notMet",
        RowState.NotApplicable => "notApplicable",
        RowState.Restricted => "restricted",
        _ => "unknown",
    };

    private static LocalizedText ReasonOf(GateRow row) => row switch
    {
        { Reasons: [_, ..] } => new(string.Join(' ', row.Reasons.Select(r => r.Text.Nb)), Nn: null, string.Join(' ', row.Reasons.Select(r => r.Text.En))),
        { Answer: { } answer } => answer.Reason,
        _ => LocalizedText.Unknown,
    };
}
