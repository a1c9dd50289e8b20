using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>Keeps a record to the people of one organisation, with its history, its corrections, its proposals and its words in the search; and opens it again.</summary>
public sealed class RestrictRecord(SamstyringDb db, TimeProvider clock)
{
    /// <param name="paragraph">The legal basis.</param>
    /// <param name="reviewOn">When somebody looks at it again.</param>
    public async Task<Outcome<RecordRestricted>> RunAsync(RecordKey record, string? paragraph, string? reason, DateOnly? reviewOn, Standing standing, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ReadAsync(record, ct) is not var (type, entity, state))
        {
            return new Refusal(new Reason(ChangeRecord.NotFound));
        }

        var decided = Restriction.Decide(state, paragraph, ChangeRecord.Tidy(reason), reviewOn, standing, clock.GetUtcNow());
        if (!decided.IsAccepted(out var restricted, out _))
        {
            return decided;
        }

        var audience = AudienceId.Of(restricted.Organisation);
        await EnsureAudienceAsync(db, audience, restricted.Organisation, ct);
        db.Add(new Restriction
        {
            RecordType = record.Type,
            RecordKey = record.Key,
            Organisation = restricted.Organisation,
            Paragraph = restricted.Paragraph,
            Why = restricted.Reason!,
            ReviewOn = restricted.ReviewOn,
            At = restricted.At,
            VisibleTo = audience,
        });
        RecordType.SetVisibility(entity, audience);
        await FollowAsync(record, audience, restricted: null, ct);
        foreach (var (tied, part) in await type.TiedAsync(db, entity, ct))
        {
            RecordType.SetVisibility(part, audience);
            await FollowAsync(tied, audience, restricted: null, ct);
        }

        db.Record(restricted);
        await db.SaveChangesAsync(ct);
        await RecordWriter.FollowAsync(db, type, entity, ct);
        await transaction.CommitAsync(ct);
        return decided;
    }

    /// <summary>The record with what it is now; tracked.</summary>
    internal async Task<(RecordType Type, object Entity, RecordState State)?> ReadAsync(RecordKey record, CancellationToken ct)
    {
        await RecordVersion.LockAsync(db, record, ct);
        if (RecordTypes.Find(record.Type) is not { IsRestrictable: true } type || await type.FindAsync(db, record.Key, track: true, ct) is not { } entity)
        {
            return null;
        }

        var card = await type.CardAsync(db, entity, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        return (type, entity, await RecordReader.StateAsync(db, type, record, entity, card, ct));
    }

    /// <summary>What is told of a record follows it: derived rows, and rows that the event tells of.</summary>
    /// <param name="restricted">When it is opened, the link that restricted it and its time: what was written from then on stays with those who saw it.</param>
    internal async Task FollowAsync(RecordKey record, AudienceId? audience, (long Link, DateTimeOffset At)? restricted, CancellationToken ct)
    {
        var (before, since) = (restricted?.Link, restricted?.At);
        await db.CorrectedFacts.Where(f => f.RecordType == record.Type && f.RecordKey == record.Key).ExecuteUpdateAsync(f => f.SetProperty(x => x.VisibleTo, audience), ct);
        await db.Proposals.Where(p => p.RecordType == record.Type && p.RecordKey == record.Key && (since == null || p.At <= since)).ExecuteUpdateAsync(p => p.SetProperty(x => x.VisibleTo, audience), ct);
        var links = await db.AuditEntries.Where(e => db.AuditSubjects.Any(s => s.Number == e.Number && s.Type == record.Type && s.Key == record.Key)
                && e.SubjectType == record.Type && e.SubjectKey == record.Key && (before == null || e.Number < before))
            .Select(e => e.Number).ToListAsync(ct);
        foreach (var batch in links.Chunk(500))
        {
            await db.AuditSubjects.Where(s => batch.Contains(s.Number)).ExecuteUpdateAsync(s => s.SetProperty(x => x.VisibleTo, audience), ct);
            await db.AuditEntries.Where(e => batch.Contains(e.Number)).ExecuteUpdateAsync(e => e.SetProperty(x => x.VisibleTo, audience), ct);
        }
    }

    /// <summary>The people of an organisation are of its audience.</summary>
    internal static async Task EnsureAudienceAsync(SamstyringDb db, AudienceId audience, OrganisationId organisation, CancellationToken ct)
    {
        if (!await db.AudienceMembers.AnyAsync(m => m.Audience == audience && m.Organisation == organisation, ct))
        {
            db.Add(new AudienceMember { Audience = audience, Organisation = organisation });
        }
    }
}

/// <summary>Opens a restricted record to everybody, and its history from before it was restricted.</summary>
public sealed class OpenRecord(SamstyringDb db, RestrictRecord restrict, TimeProvider clock)
{
    public async Task<Outcome<RecordOpened>> RunAsync(RecordKey record, string? reason, Standing standing, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await restrict.ReadAsync(record, ct) is not var (type, entity, state))
        {
            return new Refusal(new Reason(ChangeRecord.NotFound));
        }

        var decided = Restriction.DecideToOpen(state, ChangeRecord.Tidy(reason), standing, clock.GetUtcNow());
        if (!decided.IsAccepted(out var opened, out _))
        {
            return decided;
        }

        var restriction = await db.Restrictions.AsTracking().SingleOrDefaultAsync(r => r.RecordType == record.Type && r.RecordKey == record.Key, ct);
        if (restriction is not null)
        {
            db.Remove(restriction);
        }

        var link = await db.AuditEntries.Where(e => e.Event == "record-restricted" && e.SubjectType == record.Type && e.SubjectKey == record.Key
            && db.AuditSubjects.Any(s => s.Number == e.Number && s.Type == record.Type && s.Key == record.Key)).MaxAsync(e => (long?)e.Number, ct);
        (long, DateTimeOffset)? restricted = restriction is null || link is null ? null : (link.Value, restriction.At);
        RecordType.SetVisibility(entity, null);
        await restrict.FollowAsync(record, null, restricted, ct);
        foreach (var (tied, part) in await type.TiedAsync(db, entity, ct))
        {
            RecordType.SetVisibility(part, null);
            await restrict.FollowAsync(tied, null, restricted, ct);
        }

        db.Record(opened);
        await db.SaveChangesAsync(ct);
        await RecordWriter.FollowAsync(db, type, entity, ct);
        await transaction.CommitAsync(ct);
        return decided;
    }
}
