using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Records;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Loading;

/// <summary>
/// What people did to records, for a load that comes after: a corrected fact stays, and what the file now says of it stands beside it;
/// what is restricted stays so; what people added is theirs.
/// </summary>
internal sealed class KeptCorrections
{
    private readonly Dictionary<string, (RecordType Type, RecordKey Record, object Entity)> _records = new(StringComparer.Ordinal);
    private ILookup<RecordKey, CorrectedFact> _facts = Array.Empty<CorrectedFact>().ToLookup(fact => new RecordKey(fact.RecordType, fact.RecordKey));
    private readonly List<(RecordType Type, object Entity)> _changed = [];

    public static async Task<KeptCorrections> ReadAsync(SamstyringDb db, CancellationToken ct)
    {
        var kept = new KeptCorrections();
        var facts = await db.CorrectedFacts.AsTracking().ToListAsync(ct);
        kept._facts = facts.ToLookup(fact => new RecordKey(fact.RecordType, fact.RecordKey));
        var restricted = await db.Restrictions.Select(r => new RecordKey(r.RecordType, r.RecordKey)).ToListAsync(ct);
        var added = await db.AuditEntries.Where(e => e.Event == "record-added").Select(e => new RecordKey(e.SubjectType, e.SubjectKey)).Distinct().ToListAsync(ct);
        foreach (var record in kept._facts.Select(group => group.Key).Concat(restricted).Concat(added).Distinct())
        {
            if (RecordTypes.Find(record.Type) is { } type && await type.FindAsync(db, record.Key, track: false, ct) is { } entity)
            {
                kept._records[Identity(db, entity)] = (type, record, entity);
                foreach (var (tied, part) in await type.TiedAsync(db, entity, ct))
                {
                    db.Entry(part).State = EntityState.Detached;
                    kept._records.TryAdd(Identity(db, part), (RecordTypes.Find(tied.Type)!, tied, part));
                }
            }
        }

        return kept;
    }

    /// <summary>Whether the record is there because people added it, or has facts that people corrected.</summary>
    public bool Has(SamstyringDb db, object entity) => _records.ContainsKey(Identity(db, entity));

    /// <summary>Whether somebody corrected a statement whose row is gone: it stays beside the new one.</summary>
    public bool HasCorrected(SamstyringDb db, object entity) => _records.TryGetValue(Identity(db, entity), out var known) && _facts.Contains(known.Record);

    /// <summary>Puts the corrected facts into what comes from the file, and what the file says beside them.</summary>
    /// <param name="isAdded">Whether the file is the first source of a record that people added: all that differs is then theirs.</param>
    public void Apply(SamstyringDb db, object fromFile, bool isAdded, DateTimeOffset now)
    {
        if (!_records.TryGetValue(Identity(db, fromFile), out var known))
        {
            return;
        }

        var facts = _facts[known.Record].ToDictionary(f => f.Field, StringComparer.Ordinal);
        foreach (var field in known.Type.Fields.Where(f => isAdded || facts.ContainsKey(f.Name)))
        {
            var (claim, ours) = (TextOf(db, field, fromFile), TextOf(db, field, known.Entity));
            field.Write(fromFile, ours);
            Keep(db, known.Record, field.Name, facts.GetValueOrDefault(field.Name), claim, ours, known.Type.OriginOf(fromFile, field), (known.Entity as IRestrictable)?.VisibleTo, now);
        }

        if (fromFile is IRestrictable)
        {
            RecordType.SetVisibility(fromFile, ((IRestrictable)known.Entity).VisibleTo);
        }

        known.Type.Derive(fromFile);
        _changed.Add((known.Type, fromFile));
    }

    /// <summary>After the load: search finds what was kept by what it says here.</summary>
    public async Task FollowAsync(SamstyringDb db, CancellationToken ct)
    {
        foreach (var (type, entity) in _changed)
        {
            await RecordWriter.FollowAsync(db, type, entity, ct);
        }
    }

    private static void Keep(SamstyringDb db, RecordKey record, string field, CorrectedFact? fact, string? claim, string? ours, Provenance origin, AudienceId? visibleTo, DateTimeOffset now)
    {
        if (string.Equals(claim, ours, StringComparison.Ordinal))
        {
            if (fact is not null)
            {
                db.Remove(fact);
            }
        }
        else if (fact is not null)
        {
            (fact.SourceValue, fact.Origin) = (claim, origin);
        }
        else
        {
            db.Add(new CorrectedFact { RecordType = record.Type, RecordKey = record.Key, Field = field, SourceValue = claim, Origin = origin, At = now, VisibleTo = visibleTo });
        }
    }

    /// <summary>The text of a fact; a body by its identifier, which the file and the database have in common.</summary>
    private static string? TextOf(SamstyringDb db, RecordField field, object entity) => field.Read(entity) switch
    {
        OrganisationId id => db.Organisations.Where(o => o.Id == id).Select(o => o.Key).SingleOrDefault(),
        var kept => RecordField.TextOf(kept),
    };

    /// <summary>The kind of an entity and its key in the database. Rows without a key of their own are no records that people correct.</summary>
    private static string Identity(SamstyringDb db, object entity)
    {
        var type = db.Model.FindEntityType(entity.GetType())!;
        return $"{type.Name}|{string.Join('|', type.FindPrimaryKey()!.Properties.Where(p => !p.IsShadowProperty()).Select(p => p.GetGetter().GetClrValue(entity)))}";
    }
}
