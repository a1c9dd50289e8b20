using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>A field that two people changed at once.</summary>
public sealed record ConflictingField(string Field, string? StoredNow, string? Mine);

/// <summary>Corrects the facts of one record, or proposes it to those who answer for the record.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EditModel(SamstyringDb db, ChangeRecord change, TimeProvider clock, Ui ui) : RecordForm(ui)
{
    /// <summary>The fields as they were when the form was made, so that only what the person changed is asked for.</summary>
    [BindProperty]
    public IDictionary<string, string?> Base { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>For each field that somebody else changed too, <c>stored</c> or <c>mine</c>.</summary>
    [BindProperty]
    public IDictionary<string, string?> Choice { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    [BindProperty]
    public string? Version { get; set; }

    public RecordState State { get; private set; } = null!;

    public RecordCard Card { get; private set; } = null!;

    /// <summary>Who decides on a proposal: names, or the administrator.</summary>
    public IReadOnlyList<string> Deciders { get; private set; } = [];

    public IReadOnlyList<ConflictingField> Conflicts { get; private set; } = [];

    /// <summary>What somebody else changed, and this person did not touch.</summary>
    public IReadOnlyList<ConflictingField> AlsoChanged { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string type, string key, CancellationToken ct)
    {
        if (!await ReadAsync(type, key, ct))
        {
            return NotFound();
        }

        Show(State.Values, State.Values);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string type, string key, CancellationToken ct)
    {
        if (!await ReadAsync(type, key, ct))
        {
            return NotFound();
        }

        var before = Type.Fields.ToDictionary(f => f.Name, f => Tidy(Base.TryGetValue(f.Name, out var shown) ? shown : null), StringComparer.Ordinal);
        var written = Written(Type.Fields);
        var submitted = written.Where(v => !string.Equals(v.Value, before[v.Key], StringComparison.Ordinal) && !(Choice.TryGetValue(v.Key, out var chosen) && chosen is "stored")).ToDictionary(StringComparer.Ordinal);
        var outcome = await change.RunAsync(new(type, key), Version, submitted, Reason, Standing, ct);
        if (outcome.IsAccepted(out var stored, out var refusal))
        {
            return await DoneAsync(db, stored, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        }

        db.ChangeTracker.Clear();
        return refusal.Reasons[0].Code switch
        {
            Correction.NotAllowed or ChangeRecord.NotFound => NotFound(),
            Correction.ChangedMeanwhile => await ConflictAsync(before, submitted, ct),
            _ => Refused(refusal),
        };
    }

    /// <summary>Shows both versions. What the person wrote stands in the fields; saving again saves it over what is stored now.</summary>
    private async Task<IActionResult> ConflictAsync(Dictionary<string, string?> before, Dictionary<string, string?> submitted, CancellationToken ct)
    {
        await ReadAsync(State.Record.Type, State.Record.Key, ct);
        Conflicts = [.. submitted.Where(s => !string.Equals(s.Value, State.Values[s.Key], StringComparison.Ordinal)).Select(s => new ConflictingField(s.Key, State.Values[s.Key], s.Value))];
        AlsoChanged = [.. State.Values.Where(v => !submitted.ContainsKey(v.Key) && !string.Equals(v.Value, before[v.Key], StringComparison.Ordinal)).Select(v => new ConflictingField(v.Key, v.Value, before[v.Key]))];
        ModelState.Clear();
        Show(State.Values.ToDictionary(v => v.Key, v => submitted.TryGetValue(v.Key, out var mine) ? mine : v.Value, StringComparer.Ordinal), State.Values);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> ReadAsync(string type, string key, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        RecordKey record = new(type, key);
        if (RecordTypes.Find(type) is not { } known || await RecordReader.StateAsync(db, record, today, ct) is not { } state || state.Stewards.RightOf(Standing) is Right.None)
        {
            return false;
        }

        (Type, State, Right, Card) = (known, state, state.Stewards.RightOf(Standing), (await RecordReader.CardAsync(db, record, today, ct))!);
        await ReadChoicesAsync(db, key, ct);
        Deciders = Right is Right.Change ? [] : await DecidersAsync(state.Stewards, ct);
        Corrected = await db.CorrectedFacts.Where(f => f.RecordType == type && f.RecordKey == key).ToDictionaryAsync(f => f.Field, StringComparer.Ordinal, ct);
        return true;
    }

    private async Task<IReadOnlyList<string>> DecidersAsync(Stewards stewards, CancellationToken ct)
    {
        var names = await db.Organisations.Where(o => stewards.Organisations.Contains(o.Id)).OrderBy(o => o.SortKey).Select(o => o.Name).ToListAsync(ct);
        return names is [] ? [Ui["stewardship.decided-by.administrator"]] : [.. names.Select(Ui.Plain)];
    }

    private void Show(IReadOnlyDictionary<string, string?> values, IReadOnlyDictionary<string, string?> stored)
    {
        Values = values.ToDictionary(StringComparer.Ordinal);
        Base = stored.ToDictionary(StringComparer.Ordinal);
        Lists = Type.Fields.Where(f => f.Kind is FieldKind.Codes).ToDictionary(f => f.Name, f => (IReadOnlyList<string>)(values[f.Name]?.Split('|') ?? []), StringComparer.Ordinal);
        Version = State.Version;
    }
}
