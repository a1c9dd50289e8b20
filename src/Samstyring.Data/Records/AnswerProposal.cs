using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>What somebody answers to a proposal.</summary>
public enum ProposalAnswer { Accept = 1, Decline, Withdraw }

/// <summary>Answers a proposal. Accepting it makes the change in the same transaction, as the steward's own.</summary>
public sealed class AnswerProposal(SamstyringDb db, AddRecord add, TimeProvider clock)
{
    /// <param name="version">The version of the record that the answer was given on; null where the record is new.</param>
    public async Task<Outcome<Stored>> RunAsync(ProposalId id, ProposalAnswer answer, string? version, string? reason, Standing standing, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Proposals.Where(p => p.Id == id).Select(p => new { p.RecordType, p.RecordKey }).SingleOrDefaultAsync(ct) is not { } about)
        {
            return new Refusal(new Reason(ChangeRecord.NotFound));
        }

        await RecordVersion.LockAsync(db, new(about.RecordType, about.RecordKey), ct);
        var proposal = await db.Proposals.AsTracking().SingleAsync(p => p.Id == id, ct);
        var answered = proposal.IsNew ? await AnswerNewAsync(proposal, answer, reason, standing, ct) : await AnswerChangeAsync(proposal, answer, version, reason, standing, ct);
        if (answered.IsAccepted(out _, out _))
        {
            await transaction.CommitAsync(ct);
        }

        return answered;
    }

    private async Task<Outcome<Stored>> AnswerChangeAsync(Proposal proposal, ProposalAnswer answer, string? version, string? reason, Standing standing, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var type = RecordTypes.Find(proposal.RecordType)!;
        if (await type.FindAsync(db, proposal.RecordKey, track: true, ct) is not { } entity)
        {
            return new Refusal(new Reason(ChangeRecord.NotFound));
        }

        var state = await RecordReader.StateAsync(db, type, proposal.About, entity, await type.CardAsync(db, entity, DateOnly.FromDateTime(now.UtcDateTime), ct), ct);
        if (Close(proposal, answer, state, ChangeRecord.Tidy(reason), standing, now) is { } refusal)
        {
            return refusal;
        }

        if (answer is ProposalAnswer.Accept)
        {
            var (values, errors) = await RecordReader.ParseAsync(db, type.Fields, proposal.Changes.ToDictionary(c => c.Field, c => c.After, StringComparer.Ordinal), ct);
            if (!Correction.Decide(state, new(version, values, proposal.Why, errors), standing, now).IsAccepted(out var decision, out var stopped))
            {
                return stopped;
            }

            await RecordWriter.CorrectAsync(db, type, entity, decision.Corrected!, ct);
            return new Stored(proposal.About, RecordReader.VersionOf((await RecordReader.StateAsync(db, proposal.About, DateOnly.FromDateTime(now.UtcDateTime), ct))!.Values), proposal.Id);
        }

        await db.SaveChangesAsync(ct);
        return new Stored(proposal.About, state.Version, proposal.Id);
    }

    private async Task<Outcome<Stored>> AnswerNewAsync(Proposal proposal, ProposalAnswer answer, string? reason, Standing standing, CancellationToken ct)
    {
        var type = RecordTypes.Find(proposal.RecordType)!;
        var written = proposal.Changes.ToDictionary(c => c.Field, c => c.After, StringComparer.Ordinal);
        if (!(await add.PrepareAsync(type, written, proposal.Why, standing, ct)).IsAccepted(out var ready, out var stopped))
        {
            return stopped;
        }

        if (Close(proposal, answer, ready.State, ChangeRecord.Tidy(reason), standing, ready.At) is { } refusal)
        {
            return refusal;
        }

        if (answer is ProposalAnswer.Accept)
        {
            await RecordWriter.AddAsync(db, type, ready.Made, AddRecord.Added(ready.State, ready.Changes, proposal.Why, standing, ready.At), ct);
        }
        else
        {
            await db.SaveChangesAsync(ct);
        }

        return new Stored(proposal.About, ready.State.Version, proposal.Id);
    }

    private static Refusal? Close(Proposal proposal, ProposalAnswer answer, RecordState state, string? reason, Standing standing, DateTimeOffset now)
    {
        Refusal? refusal;
        switch (answer)
        {
            case ProposalAnswer.Accept:
                _ = proposal.Accept(reason, state, standing, now).IsAccepted(out _, out refusal);
                return refusal;
            case ProposalAnswer.Decline:
                _ = proposal.Decline(reason, state, standing, now).IsAccepted(out _, out refusal);
                return refusal;
            default:
                _ = proposal.Withdraw(reason, state, standing, now).IsAccepted(out _, out refusal);
                return refusal;
        }
    }
}
