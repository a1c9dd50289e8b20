using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>What was stored: the record as it is now, or the proposal that was sent.</summary>
/// <param name="Version">Of the record; what the next change must name.</param>
public sealed record Stored(RecordKey Record, string Version, ProposalId? Proposal);

/// <summary>
/// Changes facts of a record, or proposes the change where somebody else answers for it. Form, API and import come through here. Two who
/// change the same record wait for each other, and the second is told what the first stored.
/// </summary>
public sealed class ChangeRecord(SamstyringDb db, TimeProvider clock)
{
    public const string NotFound = "record.not-found";

    public const string Repeated = "proposal.repeated";

    /// <param name="version">The version that the person saw.</param>
    /// <param name="written">The fields that the person changed, as text.</param>
    public async Task<Outcome<Stored>> RunAsync(RecordKey record, string? version, IReadOnlyDictionary<string, string?> written, string? reason, Standing standing, CancellationToken ct)
    {
        if (RecordTypes.Find(record.Type) is not { } type)
        {
            return new Refusal(new Reason(NotFound));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RecordVersion.LockAsync(db, record, ct);
        if (await type.FindAsync(db, record.Key, track: true, ct) is not { } entity)
        {
            return new Refusal(new Reason(NotFound));
        }

        var now = clock.GetUtcNow();
        var card = await type.CardAsync(db, entity, DateOnly.FromDateTime(now.UtcDateTime), ct);
        var state = await RecordReader.StateAsync(db, type, record, entity, card, ct);
        var (values, errors) = await RecordReader.ParseAsync(db, type.Fields, written, ct);
        if (errors is [] && await type.CheckAsync(db, record.Key, new RecordValues(Merged(state.Values, values)), ct) is { } wrong)
        {
            errors.Add(wrong);
        }

        if (!Correction.Decide(state, new(version, values, Tidy(reason), errors), standing, now).IsAccepted(out var decision, out var refusal))
        {
            return refusal;
        }

        if (await StoreAsync(type, entity, state, decision, ct) is { } repeated)
        {
            return repeated;
        }

        await transaction.CommitAsync(ct);
        return new Stored(record, decision.Corrected is null ? state.Version : RecordReader.VersionOf(Merged(state.Values, values)), decision.Proposed?.Id);
    }

    private async Task<Refusal?> StoreAsync(RecordType type, object entity, RecordState state, ChangeDecision decision, CancellationToken ct)
    {
        if (decision.Proposed is not { } proposal)
        {
            await RecordWriter.CorrectAsync(db, type, entity, decision.Corrected!, ct);
            return null;
        }

        if (await IsRepeatedAsync(db, proposal, ct))
        {
            return new Refusal(new Reason(Repeated));
        }

        RecordWriter.Propose(db, proposal, state.Stewards);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>A form that is sent twice is one proposal.</summary>
    internal static async Task<bool> IsRepeatedAsync(SamstyringDb db, Proposal proposal, CancellationToken ct)
    {
        var open = await db.Proposals.Where(p => p.RecordType == proposal.RecordType && p.RecordKey == proposal.RecordKey && p.State == ProposalState.Open && p.OnBehalfOf == proposal.OnBehalfOf).ToListAsync(ct);
        return open.Exists(other => other.Changes.SequenceEqual(proposal.Changes));
    }

    internal static string? Tidy(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim() is var tidy && tidy.Length > RecordField.TextLength ? tidy[..RecordField.TextLength] : tidy;

    private static Dictionary<string, string?> Merged(IReadOnlyDictionary<string, string?> values, Dictionary<string, string?> changed) =>
        values.Concat(changed).GroupBy(v => v.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
}
