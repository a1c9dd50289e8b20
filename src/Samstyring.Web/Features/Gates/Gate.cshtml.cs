using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Gates;

/// <summary>A condition in the form of a decision. Empty lines are left out.</summary>
public sealed class ConditionLine
{
    public string? Text { get; set; }

    public string? Owner { get; set; }

    public string? Ends { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Owner) && string.IsNullOrWhiteSpace(Ends);
}

/// <summary>One gate: what is missing and why, and the decision.</summary>
[AllowAnonymous]
public sealed class GateModel(SamstyringDb db, DecideGate decide, TimeProvider clock, Ui ui) : PageModel
{
    private const int Lines = 3;

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? DecidedBy { get; set; }

    [BindProperty]
    public string? Mandate { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Exception { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public IReadOnlyList<ConditionLine> Conditions { get; set; } = [];

    public InitiativeFacts Facts { get; private set; } = null!;

    public MethodPack Method => Facts.Method!;

    public MethodPhase Phase { get; private set; } = null!;

    public IReadOnlyList<GateRow> Rows { get; private set; } = [];

    /// <summary>What stops the gate first, then what is missing.</summary>
    public IReadOnlyList<GateRow> Computed => [.. Rows.Where(row => row.Computed).OrderBy(Urgency)];

    public IReadOnlyList<GateRow> Answered => [.. Rows.Where(row => !row.Computed).OrderBy(Urgency)];

    public IReadOnlyList<GateDecision> Decisions => [.. Facts.Decisions.Where(d => d.Gate == Phase.Gate)];

    public IReadOnlyList<GateRow> MissingOutputs => [.. Rows.Where(row => Phase.AllItems.FirstOrDefault(item => item.Id == row.Id) is { Kind: ItemKind.Output } && row.State is RowState.NotMet or RowState.Unknown)];

    public int Holding => Rows.Count(row => row.Holds);

    public bool IsOpen => Facts.OpenGates.Contains(Phase.Gate, StringComparer.Ordinal) && (Method.ParallelPhases || Facts.OpenGates[0] == Phase.Gate);

    public bool MayDecide => IsOpen && GateRules.MayDecide(Standing, Facts.Owners);

    public bool MayExcept => GateRules.MayExcept(Standing, Facts.Owners);

    public bool MayAnswer => !Facts.IsStopped && Facts.Owners is [_, ..] && Standing.OnBehalfOf is { } body && Facts.Owners.Contains(body) && Standing.Is(Role.Contributor);

    public LocalizedText For => Facts.Body(Standing.OnBehalfOf)?.Name ?? LocalizedText.Unknown;

    private static int Urgency(GateRow row) => row.Holds ? 0 : row.State switch { RowState.NotMet => 1, RowState.Unknown => 2, RowState.Restricted => 3, RowState.Met => 4, _ => 5 };

    private Standing Standing => SignedIn.StandingOf(HttpContext);

    public async Task<IActionResult> OnGetAsync(string key, string gate, CancellationToken ct)
    {
        if (!await ReadAsync(key, gate, ct))
        {
            return NotFound();
        }

        Seen = Decisions.Count;
        Conditions = [.. Enumerable.Range(0, Lines).Select(_ => new ConditionLine())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, string gate, CancellationToken ct)
    {
        if (!await ReadAsync(key, gate, ct) || !GateRules.MayDecide(Standing, Facts.Owners))
        {
            return NotFound();
        }

        var lines = Conditions.Index().Where(line => !line.Item.IsEmpty).ToList();
        var owners = await OwnersAsync(lines.Select(line => line.Item.Owner), ct);
        GateWish wish = new(
            gate, Codes.TryParse<GateOutcome>(Outcome ?? "", out var outcome) ? outcome : null, Mandate, DecidedBy, Reason, Exception, Seen,
            [.. lines.Select(line => new ConditionWish(line.Item.Text, owners.GetValueOrDefault(line.Item.Owner?.Trim() ?? ""), line.Item.Ends))]);
        switch (await decide.RunAsync(key, wish, Standing, ct))
        {
            case null:
                return NotFound();
            case var done when done.IsAccepted(out var decision, out var refusal):
                return LocalRedirect($"/tiltak/{key}/porter/{gate}/beslutninger/{decision.Number}");
            case var refused:
                _ = refused.IsAccepted(out _, out var why);
                db.ChangeTracker.Clear();
                await ReadAsync(key, gate, ct);
                return Refused(why!, [.. lines.Select(line => line.Index)]);
        }
    }

    /// <summary>What was written stays in the fields; somebody who decided meanwhile is said, and the form is for the new state.</summary>
    private PageResult Refused(Refusal refusal, IReadOnlyList<int> lines)
    {
        foreach (var reason in refusal.Reasons)
        {
            ModelState.AddModelError(FieldOf(reason.Field, lines), ui["refusal." + reason.Code, reason.Value]);
        }

        var overtaken = refusal.Reasons[0].Code is GateRules.DecidedMeanwhile;
        if (overtaken)
        {
            ModelState.Remove(nameof(Seen));
            Seen = Decisions.Count;
        }

        Conditions = [.. Conditions, .. Enumerable.Range(0, Math.Max(0, Lines - Conditions.Count)).Select(_ => new ConditionLine())];
        Response.StatusCode = overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary><c>condition_1_owner</c> is the second line that was written; its place in the form may be another.</summary>
    private static string FieldOf(string? field, IReadOnlyList<int> lines) => field?.Split('_') switch
    {
        null => "",
        ["decided", "by"] => nameof(DecidedBy),
        ["condition", var number, var part] => $"Conditions[{lines[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)]}].{Ui.Capital(part)}",
        _ => Ui.Capital(field),
    };

    private async Task<IReadOnlyDictionary<string, OrganisationId?>> OwnersAsync(IEnumerable<string?> written, CancellationToken ct)
    {
        Dictionary<string, OrganisationId?> owners = new(StringComparer.Ordinal);
        foreach (var name in written.OfType<string>().Select(name => name.Trim()))
        {
            owners[name] = await RecordReader.BodyAsync(db, name, ct) is { } key ? OrganisationId.Of(key) : null;
        }

        return owners;
    }

    private async Task<bool> ReadAsync(string key, string gate, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts || facts.Board(gate, today) is not { } board)
        {
            return false;
        }

        (Facts, Phase, Rows) = (facts, board.Phase, GateRows.Of(facts, board, facts.SeesAssessments, ui));
        return true;
    }

    /// <summary>The answer in a sentence: can it pass, and what stops it.</summary>
    public string Lead()
    {
        if (Facts.IsStopped)
        {
            return ui["gate.lead.stopped"];
        }

        if (Decisions is [.., { Outcome: GateOutcome.Proceed } passed])
        {
            return ui["gate.lead.passed", ui.Time(DateOnly.FromDateTime(passed.At.UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];
        }

        if (Facts.WasPassedBefore(Phase))
        {
            return Holding == 0 ? ui["gate.lead.passed-before"] : ui.Count("gate.lead.passed-before-held", Holding);
        }

        return Holding == 0 ? ui["gate.lead.open"] : ui.Count("gate.lead.held", Holding);
    }
}
