using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>Adds a record, or proposes it where somebody else answers for what it would belong to.</summary>
public sealed class AddRecord(SamstyringDb db, TimeProvider clock)
{
    public const string Exists = "record.exists";

    /// <param name="written">All fields, with those that say which record it is.</param>
    public async Task<Outcome<Stored>> RunAsync(string typeName, IReadOnlyDictionary<string, string?> written, string? reason, Standing standing, CancellationToken ct)
    {
        if (RecordTypes.Find(typeName) is not { CanBeAdded: true } type)
        {
            return new Refusal(new Reason(ChangeRecord.NotFound));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var prepared = await PrepareAsync(type, written, reason, standing, ct);
        if (!prepared.IsAccepted(out var ready, out var refusal))
        {
            return refusal;
        }

        var proposal = ready.State.Stewards.RightOf(standing) is Right.Change ? null : Proposal.Make(ready.State, isNew: true, ready.Changes, ChangeRecord.Tidy(reason)!, standing.Actor, ready.At);
        if (proposal is not null && await ChangeRecord.IsRepeatedAsync(db, proposal, ct))
        {
            return new Refusal(new Reason(ChangeRecord.Repeated));
        }

        try
        {
            await StoreAsync(type, ready, proposal, reason, standing, ct);
        }
        catch (DbUpdateException)
        {
            // Somebody added it at the same moment, or it is there and kept from this viewer.
            db.ChangeTracker.Clear();
            return new Refusal(new Reason(Exists));
        }

        await transaction.CommitAsync(ct);
        return new Stored(ready.State.Record, ready.State.Version, proposal?.Id);
    }

    private async Task StoreAsync(RecordType type, Ready ready, Proposal? proposal, string? reason, Standing standing, CancellationToken ct)
    {
        if (proposal is null)
        {
            await RecordWriter.AddAsync(db, type, ready.Made, Added(ready.State, ready.Changes, reason, standing, ready.At), ct);
            return;
        }

        RecordWriter.Propose(db, proposal, ready.State.Stewards);
        await db.SaveChangesAsync(ct);
    }

    internal static RecordAdded Added(RecordState state, IReadOnlyList<FieldChange> changes, string? reason, Standing standing, DateTimeOffset at) =>
        new(state.Record, changes, standing.Actor, at) { Reason = ChangeRecord.Tidy(reason), Title = state.Title, BelongsTo = state.BelongsTo, Audience = state.VisibleTo };

    /// <summary>A record that is ready to be added.</summary>
    internal sealed record Ready(NewRecord Made, RecordState State, IReadOnlyList<FieldChange> Changes, DateTimeOffset At);

    /// <summary>Makes the record without storing it: for adding it, and for accepting a proposal of it.</summary>
    internal async Task<Outcome<Ready>> PrepareAsync(RecordType type, IReadOnlyDictionary<string, string?> written, string? reason, Standing standing, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        RecordField[] fields = [.. type.KeyFields, .. type.Fields];
        var whole = fields.Where(f => f.IsRequired).Select(f => f.Name).Concat(written.Keys).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => written.GetValueOrDefault(name), StringComparer.Ordinal);
        var (texts, errors) = await RecordReader.ParseAsync(db, fields, whole, ct);
        RecordValues values = new(texts);
        if (errors is [] && await type.CheckAsync(db, null, values, ct) is { } wrong)
        {
            errors.Add(wrong);
        }

        if (errors is not [])
        {
            return standing.User is null ? new Refusal(new Reason(Correction.NotAllowed)) : new Refusal([.. errors]);
        }

        var origin = new Provenance("samstyring", now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Certainty.Stated);
        var made = await type.MakeAsync(db, values, origin, ct);
        foreach (var field in type.Fields)
        {
            field.Write(made.Entity, values[field.Name]);
        }

        type.Derive(made.Entity);
        RecordKey record = new(type.Name, made.Key);
        var card = await type.CardOfNewAsync(db, made, DateOnly.FromDateTime(now.UtcDateTime), ct);
        var state = await RecordReader.StateAsync(db, type, record, made.Entity, card, ct);
        if (state.Stewards.RightOf(standing) is Right.None)
        {
            return new Refusal(new Reason(Correction.NotAllowed));
        }

        if (await type.FindAsync(db, made.Key, track: false, ct) is not null)
        {
            return new Refusal(new Reason(Exists));
        }

        return ChangeRecord.Tidy(reason) is null && !(type.ReasonIsOptional && state.Stewards.RightOf(standing) is Right.Change)
            ? new Refusal(new Reason(Correction.ReasonRequired, "reason"))
            : new Ready(made, state, [.. texts.Where(v => v.Value is not null).Select(v => new FieldChange(v.Key, Before: null, v.Value)).OrderBy(c => c.Field, StringComparer.Ordinal)], now);
    }
}
