using Samstyring.Data.Initiatives;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Gates;

public enum RowState { Met = 1, NotMet, Unknown, NotApplicable, Restricted }

/// <summary>One line of a gate as somebody may see it. It is what a decision keeps, too.</summary>
/// <param name="Id">The item's identifier, or the check's name.</param>
/// <param name="Group">What the item stands under; null where it stands by itself.</param>
/// <param name="Computed">Whether facts decided it.</param>
/// <param name="NotYet">Whether it would be computed from facts that no module has yet.</param>
public sealed record GateRow(
    string Id, LocalizedText Text, LocalizedText? Group, bool Computed, bool Blocking, bool Holds, RowState State, bool NotYet, IReadOnlyList<RowReason> Reasons, RowAnswer? Answer, bool CanBeAnswered, string? Source)
{
    /// <summary>Where it comes from: the thesis's annex, or worked out .</summary>
    public ItemOrigin? Origin { get; init; }

    /// <summary>Whether it is restricted because facts that are kept from its readers decided it, beside the team's assessments.</summary>
    public bool IsKept { get; init; }

    /// <summary>Why facts or people decide it.</summary>
    public LocalizedText? Why { get; init; }
}

/// <param name="Check">The check that found it, and the version of its rule.</param>
public sealed record RowReason(string Check, int Version, LocalizedText Text, IReadOnlyList<FactLink> Links);

/// <param name="By">The body that answered.</param>
public sealed record RowAnswer(Answer Answer, LocalizedText Reason, LocalizedText Evidence, LocalizedText? By, string? On, Provenance Provenance)
{
    public LocalizedText Reason { get; init; } = Reason ?? LocalizedText.Unknown;

    public LocalizedText Evidence { get; init; } = Evidence ?? LocalizedText.Unknown;
}

/// <summary>The lines of a gate in two renderings: for the team, and for everybody else, who are told nothing of what assessments say .</summary>
internal static class GateRows
{
    /// <summary>Facts that one line leads to; a page of two hundred actors stays a page.</summary>
    private const int Links = 5;

    /// <param name="team">Whether it is for the team.</param>
    public static IReadOnlyList<GateRow> Of(InitiativeFacts facts, GateBoard board, bool team, Ui ui) =>
        [.. board.Rows.Where(row => row.Item?.Kind is not ItemKind.Group).Select(row => row.UsesAssessments && !team ? Restricted(row, ui) : Open(facts, row, ui))];

    /// <summary>What somebody sees, where it is all there is; a line that more facts decided is kept from them.</summary>
    /// <param name="seen">The lines by the facts that they see.</param>
    /// <param name="whole">The lines by all facts.</param>
    public static IReadOnlyList<GateRow> Common(IReadOnlyList<GateRow> seen, IReadOnlyList<GateRow> whole, GateBoard board, Ui ui) =>
        [.. seen.Zip(whole, (mine, all) => Says(mine) == Says(all) ? mine : Restricted(board.Rows.First(row => row.Id == mine.Id), ui) with { IsKept = true })];

    private static string Says(GateRow row) => System.Text.Json.JsonSerializer.Serialize(row, KeptJson.Options);

    private static GateRow Restricted(BoardRow row, Ui ui) => new(
        row.Id, TextOf(row, ui), row.Parent?.Text, Computed: true, row.Blocking, Holds: false, RowState.Restricted, NotYet: false, [], Answer: null, CanBeAnswered: false, row.Item?.Source)
    { Origin = row.Item?.Origin };

    private static GateRow Open(InitiativeFacts facts, BoardRow row, Ui ui)
    {
        var answer = row.Answer;
        var known = row.Computed.Any(outcome => outcome.Result is not null and not { State: CheckState.Unknown });
        return new(
            row.Id, TextOf(row, ui), row.Parent?.Text, row.Item is null || row.Item.DecidedBy is DecidedBy.Computed || known, row.Blocking, row.Holds, (RowState)row.State,
            row.Computed.Count > 0 && row.Computed.All(outcome => outcome.Result is null) && answer is null,
            [.. row.Computed.Select(outcome => new RowReason(outcome.Check.Name, outcome.Check.Version, CheckWords.InBoth(ui, outcome), [.. (outcome.Result?.Links ?? []).Take(Links).Select(link => FactLink.Of(facts, link))]))],
            answer is null ? null : new(answer.Answer, answer.Note, answer.Text, facts.Body(answer.Organisation)?.Name, answer.SignedOn, answer.Provenance),
            row.Item?.DecidedBy is DecidedBy.Answered or DecidedBy.Both && row.Applies is not false, row.Item?.Source)
        {
            Origin = row.Item?.Origin,
            Why = row.Item?.Why,
        };
    }

    private static LocalizedText TextOf(BoardRow row, Ui ui) => row.Item?.Text ?? new(CheckWords.Title(ui.In("nb"), row.Id), Nn: null, CheckWords.Title(ui.In("en"), row.Id));
}

/// <summary>What a decision was taken on, kept as it was.</summary>
/// <param name="Rules">The checks that ran, with the versions of their rules.</param>
public sealed record KeptBoard(string Initiative, LocalizedText Name, LocalizedText Method, string MethodKey, int MethodVersion, LocalizedText Phase, string Gate, IReadOnlyList<GateRow> Rows, IReadOnlyList<RuleVersion> Rules);

public sealed record RuleVersion(string Check, int Version);
