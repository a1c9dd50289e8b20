using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Gates;

/// <summary>Answers one item of a gate. It is a record like others: with a history, and with both versions where two answer at once.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
public sealed class AnswerItemModel(SamstyringDb db, AddRecord add, ChangeRecord change, TimeProvider clock, Ui ui) : PageModel
{
    public const string Repeated = "answer.overtaken";

    private const string Type = "gate-answer";

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    /// <summary>Of the answer that the form was made from; empty where there was none.</summary>
    [BindProperty]
    public string? Version { get; set; }

    public InitiativeFacts Facts { get; private set; } = null!;

    public MethodItem Item { get; private set; } = null!;

    public string Gate { get; private set; } = "";

    /// <summary>What somebody else answered meanwhile.</summary>
    public GateAnswer? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, string gate, string item, CancellationToken ct)
    {
        if (!await ReadAsync(key, gate, item, ct))
        {
            return NotFound();
        }

        if (Current is { } answer)
        {
            (Answer, Reason, Evidence) = (Codes.Of(answer.Answer), Mine(answer.Note), Mine(answer.Text));
            Version = (await StateAsync(answer, ct))?.Version;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, string gate, string item, CancellationToken ct)
    {
        if (!await ReadAsync(key, gate, item, ct))
        {
            return NotFound();
        }

        if (!Codes.TryParse<Answer>(Answer ?? "", out var given))
        {
            return this.Refused(ui, new Refusal(new Reason("field.required", "answer")));
        }

        if (given is Domain.Gates.Answer.NotRelevant or Domain.Gates.Answer.No && string.IsNullOrWhiteSpace(Reason))
        {
            return this.Refused(ui, new Refusal(new Reason("answer.reason", "reason")));
        }

        var outcome = await StoreAsync(key, item, given, ct);
        if (outcome.IsAccepted(out _, out var refusal))
        {
            return LocalRedirect($"/tiltak/{key}/porter/{gate}#{item}");
        }

        db.ChangeTracker.Clear();
        return refusal.Reasons[0].Code switch
        {
            Correction.Unchanged => LocalRedirect($"/tiltak/{key}/porter/{gate}#{item}"),
            Correction.NotAllowed or ChangeRecord.NotFound => NotFound(),
            Correction.ChangedMeanwhile or AddRecord.Exists => await OvertakenAsync(key, gate, item, ct),
            _ => this.Refused(ui, refusal),
        };
    }

    private async Task<Outcome<Stored>> StoreAsync(string key, string item, Answer given, CancellationToken ct)
    {
        var language = ui.IsEnglish ? "en" : "nb";
        Dictionary<string, string?> written = new(StringComparer.Ordinal)
        {
            ["answer"] = Codes.Of(given),
            ["note_" + language] = Reason,
            ["text_" + language] = Evidence,
            ["organisation"] = Facts.Body(Standing.OnBehalfOf)?.Key,
            ["signed_on"] = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
        return Current is { } answer && !string.IsNullOrEmpty(Version)
            ? await change.RunAsync(new(Type, answer.Id.ToString()), Version, written, reason: null, Standing, ct)
            : await add.RunAsync(Type, new Dictionary<string, string?>(written, StringComparer.Ordinal) { ["initiative"] = key, ["item"] = item }, reason: null, Standing, ct);
    }

    /// <summary>Both versions: what was written stays in the fields, and what is stored stands above. Saving again saves over it.</summary>
    private async Task<IActionResult> OvertakenAsync(string key, string gate, string item, CancellationToken ct)
    {
        await ReadAsync(key, gate, item, ct);
        Theirs = Current;
        ModelState.Remove(nameof(Version));
        Version = Theirs is null ? null : (await StateAsync(Theirs, ct))?.Version;
        return this.Refused(ui, new Refusal(new Reason(Repeated)), StatusCodes.Status409Conflict);
    }

    private GateAnswer? Current => Facts.Of<GateAnswer>().LastOrDefault(answer => answer.Item == Item.Id);

    private Standing Standing => SignedIn.StandingOf(HttpContext);

    private string? Mine(LocalizedText text) => ui.IsEnglish ? text.En ?? text.Nb : text.Nb ?? text.En;

    private Task<RecordState?> StateAsync(GateAnswer answer, CancellationToken ct) =>
        RecordReader.StateAsync(db, new(Type, answer.Id.ToString()), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);

    private async Task<bool> ReadAsync(string key, string gate, string item, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts || facts.Method?.PhaseOfGate(gate) is not { } phase || facts.IsStopped
            || !(Standing.OnBehalfOf is { } body && facts.Owners.Contains(body) && Standing.Is(Role.Contributor)))
        {
            return false;
        }

        var items = facts.Method.Phases.SelectMany(other => other.Gate == phase.Gate ? other.AllItems : other.AllItems.Where(carried => phase.CarriesOn.Any(id => carried.Id.StartsWith(id, StringComparison.Ordinal))));
        if (items.FirstOrDefault(known => known.Id == item && known is { DecidedBy: not DecidedBy.Computed, Kind: not ItemKind.Group }) is not { } found)
        {
            return false;
        }

        (Facts, Item, Gate) = (facts, found, gate);
        return true;
    }
}
