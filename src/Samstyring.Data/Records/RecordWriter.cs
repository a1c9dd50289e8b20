using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Search;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>Stores what was decided on records, inside the transaction of the use case.</summary>
internal static class RecordWriter
{
    /// <summary>Writes the new facts, keeps what the source says beside them, and tells of it.</summary>
    public static async Task CorrectAsync(SamstyringDb db, RecordType type, object entity, RecordCorrected corrected, CancellationToken ct)
    {
        var known = await db.CorrectedFacts.AsTracking().Where(f => f.RecordType == corrected.Record.Type && f.RecordKey == corrected.Record.Key).ToDictionaryAsync(f => f.Field, StringComparer.Ordinal, ct);
        foreach (var change in corrected.Changes)
        {
            var field = type.Fields.First(field => string.Equals(field.Name, change.Field, StringComparison.Ordinal));
            field.Write(entity, change.After);
            Keep(db, known.GetValueOrDefault(change.Field), change, type.OriginOf(entity, field), corrected);
        }

        type.Derive(entity);
        db.Record(corrected);
        await db.SaveChangesAsync(ct);
        await FollowAsync(db, type, entity, ct);
    }

    public static async Task AddAsync(SamstyringDb db, RecordType type, NewRecord made, RecordAdded added, CancellationToken ct)
    {
        db.Add(made.Entity);
        db.AddRange(made.With);
        db.Record(added);
        await db.SaveChangesAsync(ct);
        await FollowAsync(db, type, made.Entity, ct);
    }

    public static void Propose(SamstyringDb db, Proposal proposal, Stewards stewards)
    {
        db.Add(proposal);
        db.AddRange(stewards.Organisations.Distinct().Select(organisation => new ProposalAnswerer { Proposal = proposal.Id, Organisation = organisation }));
    }

    /// <summary>Brings lists and search in step with a record that was stored.</summary>
    public static async Task FollowAsync(SamstyringDb db, RecordType type, object entity, CancellationToken ct)
    {
        await type.DeriveOthersAsync(db, entity, ct);
        db.ChangeTracker.Clear();
        if (await type.FindableAsync(db, entity, ct) is { } findable)
        {
            await SearchIndex.PutOneAsync(db, findable, ct);
        }
    }

    /// <summary>A fact that is again as the source says is no longer corrected.</summary>
    internal static void Keep(SamstyringDb db, CorrectedFact? known, FieldChange change, Provenance origin, RecordCorrected corrected)
    {
        if (known is not null && string.Equals(known.SourceValue, change.After, StringComparison.Ordinal))
        {
            db.Remove(known);
            return;
        }

        var fact = known ?? new CorrectedFact
        {
            RecordType = corrected.Record.Type,
            RecordKey = corrected.Record.Key,
            Field = change.Field,
            SourceValue = change.Before,
            Origin = origin,
            At = corrected.At,
            VisibleTo = corrected.VisibleTo,
        };
        (fact.By, fact.OnBehalfOf, fact.At, fact.Why) = (corrected.By.User, corrected.By.OnBehalfOf, corrected.At, corrected.Reason);
        if (known is null)
        {
            db.Add(fact);
        }
    }
}
