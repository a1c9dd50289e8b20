using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Search;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Loading;

/// <summary>What a load did.</summary>
/// <param name="Added">Rows that were new.</param>
/// <param name="Changed">Rows whose content had changed since they were loaded.</param>
/// <param name="Errors">What is wrong in the files. With any error nothing is stored.</param>
public sealed record LoadReport(int Added, int Changed, IReadOnlyList<LoadError> Errors)
{
    /// <summary>Facts whose rows were gone: a statement whose text was changed in the file is another statement.</summary>
    public int Removed { get; init; }

    public bool Succeeded => Errors is [];
}

/// <summary>
/// Loads <c>data/reference</c>: all files or nothing, in one transaction. A later load touches only rows that are new or
/// changed, and costs one query where none is.
/// </summary>
public static class ReferenceData
{
    /// <summary>Raise it when a mapping from rows to entities changes, so that every row is loaded anew.</summary>
    private const int MappingVersion = 1;

    private const string WholeFile = "*";

    /// <summary>Of PostgreSQL's advisory locks: «LOADING» in ASCII.</summary>
    private const long Lock = 0x4C4F4144494E47;

    private delegate LoadedRow Mapping(ReferenceFiles files, DataRow row, int version);

    /// <summary>In the order in which rows may point to each other.</summary>
    private static readonly (string File, Mapping Map)[] Plan =
    [
        ("sources", KnowledgeRows.Source), ("organisations", OrganisationRows.Organisation), ("counties", OrganisationRows.County),
        ("municipalities", OrganisationRows.Municipality), ("municipality-numbers", OrganisationRows.FormerNumber), ("neighbours", OrganisationRows.Neighbours),
        ("networks", NetworkRows.Network), ("network-facts", NetworkRows.Fact), ("themes", NetworkRows.Theme), ("theme-cells", NetworkRows.ThemeCell),
        ("co-operations", NetworkRows.CoOperation), ("forums", NetworkRows.Forum), ("forum-seats", NetworkRows.Seat), ("decision-models", NetworkRows.DecisionModel),
        ("measures", NetworkRows.Measure), ("life-events", LifeEventRows.LifeEvent), ("life-event-scope", LifeEventRows.Scope), ("life-event-actors", LifeEventRows.Actor),
        ("activities", LifeEventRows.Activity), ("life-event-activities", LifeEventRows.ActivityLink), ("life-event-letters", LifeEventRows.Letter),
        ("funding-schemes", LifeEventRows.Scheme), ("life-event-funding", LifeEventRows.Funding), ("life-event-involvement", LifeEventRows.Involvement),
        ("annual-cycle", SolutionRows.Event), ("council-projects", KnowledgeRows.CouncilProject), ("source-notes", KnowledgeRows.Note), ("glossary", KnowledgeRows.Term),
    ];

    /// <summary>Finds what is wrong in the files without a database. Nothing is added or changed.</summary>
    /// <param name="folder">The folder <c>data/reference</c>.</param>
    public static LoadReport Check(string folder) => new(0, 0, ReadAll(folder).Errors);

    /// <param name="folder">The folder <c>data/reference</c>.</param>
    public static async Task<LoadReport> LoadAsync(SamstyringDb db, string folder, TimeProvider clock, CancellationToken ct)
    {
        var (rows, errors) = ReadAll(folder);
        if (errors is not [])
        {
            return new(0, 0, errors);
        }

        var digest = Digest(rows);
        var loaded = await db.ReferenceRows.Where(r => r.File == WholeFile).Select(r => r.Hash).SingleOrDefaultAsync(ct);
        return string.Equals(loaded, digest, StringComparison.Ordinal)
            ? new(0, 0, [])
            : await StoreOnceAsync(db, rows, digest, clock.GetUtcNow(), ct);
    }

    /// <summary>An error that several readers of a cell report is one error.</summary>
    private static (List<(string File, LoadedRow Row)> Rows, IReadOnlyList<LoadError> Errors) ReadAll(string folder)
    {
        var files = new ReferenceFiles(folder);
        var rows = Read(files);
        CheckReferences(files);
        ControlSums.Check(files);
        return (rows, [.. files.Errors.Distinct()]);
    }

    /// <summary>The registry, and the files of example data that are there.</summary>
    private static IEnumerable<(string File, Mapping Map)> PlanOf(ReferenceFiles files) =>
        Plan.Concat(InitiativeRows.Plan.Concat(SolutionRows.Plan).Concat(NetworkPartRows.Plan).Where(step => files.Has(step.File)).Select(step => (step.File, new Mapping(step.Map))));

    private static List<(string File, LoadedRow Row)> Read(ReferenceFiles files)
    {
        List<(string, LoadedRow)> rows = [];
        foreach (var (file, map) in PlanOf(files))
        {
            HashSet<string> keys = new(StringComparer.Ordinal);
            foreach (var row in files[file].Rows)
            {
                var loaded = map(files, row, MappingVersion);
                if (!keys.Add(loaded.Key))
                {
                    row.Report("key", $"«{loaded.Key}» stands twice in the file");
                }

                rows.Add((file, loaded));
            }
        }

        rows.AddRange(files["municipalities"].Rows.Select(m => NetworkRows.MemberByCounty(files, m, MappingVersion)).OfType<LoadedRow>().Select(row => ("memberships", row)));
        rows.AddRange(files["co-operations"].Rows.SelectMany(c => NetworkRows.CoOperationMembers(files, c, MappingVersion)).Select(row => ("memberships", row)));
        rows.AddRange(NetworkPartRows.Audiences(files).Select(row => ("network-audiences", row)));
        return rows;
    }

    /// <summary>Every source that a row cites is a source that we have.</summary>
    private static void CheckReferences(ReferenceFiles files)
    {
        foreach (var row in PlanOf(files).SelectMany(step => files[step.File].Rows))
        {
            foreach (var unknown in SourceReference.ParseAll(row.Required("source")).Where(reference => !files.Documents.Contains(reference.Document)))
            {
                row.Report("source", $"there is no source «{unknown.Document}»");
            }
        }
    }

    private static string Digest(List<(string File, LoadedRow Row)> rows)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (file, row) in rows)
        {
            all.AppendData(Encoding.UTF8.GetBytes($"{file}\u001f{row.Key}\u001f{row.Hash}\n"));
        }

        return Convert.ToHexStringLower(all.GetCurrentHash());
    }

    /// <summary>All in one transaction, and by one of two machines that start at once.</summary>
    private static async Task<LoadReport> StoreOnceAsync(SamstyringDb db, List<(string File, LoadedRow Row)> rows, string digest, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await IsLoadedMeanwhileAsync(db, digest, ct))
        {
            return new(0, 0, []);
        }

        var report = await StoreAsync(db, rows, digest, now, ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return report;
    }

    private static async Task<LoadReport> StoreAsync(SamstyringDb db, List<(string File, LoadedRow Row)> rows, string digest, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.ReferenceRows.AsTracking().ToDictionaryAsync(r => (r.File, r.Key), ct);
        var kept = await KeptCorrections.ReadAsync(db, ct);
        var (added, changed) = (0, 0);
        List<Findable> findable = [];
        foreach (var (file, row) in rows)
        {
            known.TryGetValue((file, row.Key), out var before);
            if (string.Equals(before?.Hash, row.Hash, StringComparison.Ordinal))
            {
                continue;
            }

            var isSaid = known.Count > 0 && await IsSaidAsync(db, row, isNew: before is null, ct);
            if (before is null)
            {
                db.Add(new ReferenceRow { File = file, Key = row.Key, Hash = row.Hash });
                await (isSaid ? Task.CompletedTask : AddAsync(db, row, kept, now, ct));
                added++;
            }
            else
            {
                before.Hash = row.Hash;
                await (isSaid ? Task.CompletedTask : ReplaceAsync(db, row, kept, now, ct));
                changed++;
            }

            if (row.Findable is { } found)
            {
                findable.Add(found);
            }
        }

        SetDigest(db, known, digest);
        var removed = await RemoveAsync(db, rows, known, kept, ct);
        db.Record(new ReferenceLoaded(added, changed, removed, digest, Actor.Installation, now));
        await db.SaveChangesAsync(ct);
        await SearchIndex.PutAsync(db, findable, ct);
        await kept.FollowAsync(db, ct);
        return new(added, changed, []) { Removed = removed };
    }

    /// <summary>Two machines that start at once take turns: on SQLite the transaction is the only writer, on PostgreSQL this lock is held to its end.</summary>
    private static async Task<bool> IsLoadedMeanwhileAsync(SamstyringDb db, string digest, CancellationToken ct)
    {
        if (db is PostgresDb)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", ct);
        }

        return await db.ReferenceRows.AnyAsync(r => r.File == WholeFile && r.Hash == digest, ct);
    }

    /// <summary>Whether somebody has said how far a municipality has come, before the file had it or since: that is theirs, and the file's row is not put over it.</summary>
    private static async Task<bool> IsSaidAsync(SamstyringDb db, LoadedRow row, bool isNew, CancellationToken ct) =>
        row.Entities is [AdoptionRecord record] && await db.AdoptionRecords.AnyAsync(a => a.Solution == record.Solution && a.Municipality == record.Municipality && (isNew || a.Version > record.Version), ct);

    /// <summary>What people added before the file had it is theirs: the file's claims stand beside it.</summary>
    private static async Task AddAsync(SamstyringDb db, LoadedRow row, KeptCorrections kept, DateTimeOffset now, CancellationToken ct)
    {
        if (!row.Entities.Any(entity => kept.Has(db, entity)))
        {
            db.AddRange(row.Entities);
            return;
        }

        foreach (var entity in row.Entities)
        {
            kept.Apply(db, entity, isAdded: true, now);
            var entry = db.Entry(entity);
            entry.State = await entry.GetDatabaseValuesAsync(ct) is null ? EntityState.Added : EntityState.Modified;
        }
    }

    /// <summary>Entities keep their identifiers: what was there is overwritten, what is new in the row is added.</summary>
    private static async Task ReplaceAsync(SamstyringDb db, LoadedRow row, KeptCorrections kept, DateTimeOffset now, CancellationToken ct)
    {
        if (row.List is { } list)
        {
            await list(db).ExecuteDeleteAsync(ct);
        }

        foreach (var entity in row.Entities)
        {
            kept.Apply(db, entity, isAdded: false, now);
            var entry = db.Entry(entity);
            entry.State = await entry.GetDatabaseValuesAsync(ct) is null ? EntityState.Added : EntityState.Modified;
        }
    }

    /// <summary>Removes facts that nothing points to and whose rows are gone. Bodies and other things with a page stay.</summary>
    private static async Task<int> RemoveAsync(SamstyringDb db, List<(string File, LoadedRow Row)> rows, Dictionary<(string File, string Key), ReferenceRow> known, KeptCorrections kept, CancellationToken ct)
    {
        var gone = known.Keys.Except(rows.Select(row => (row.File, row.Row.Key))).ToList();
        var removed = 0;
        foreach (var (file, key) in gone)
        {
            if (Statement(db, file, key) is { } statement && !(await statement.ToListAsync(ct)).Exists(entity => kept.HasCorrected(db, entity)))
            {
                removed += await statement.ExecuteDeleteAsync(ct);
                db.Remove(known[(file, key)]);
            }
        }

        return removed;
    }

    private static IQueryable<object>? Statement(SamstyringDb db, string file, string key) => file switch
    {
        "life-event-scope" => db.ScopeStatements.Where(s => s.Id == ScopeStatementId.Of(key)),
        "life-event-involvement" => db.Involvements.Where(i => i.Id == InvolvementId.Of(key)),
        "network-facts" => db.NetworkFacts.Where(f => f.Id == NetworkFactId.Of(key)),
        "forum-seats" => db.ForumSeats.Where(s => s.Id == ForumSeatId.Of(key)),
        "decision-models" => db.DecisionModels.Where(m => m.Id == DecisionModelId.Of(key)),
        "memberships" => db.Memberships.Where(m => m.Id == MembershipId.Of(key)),
        _ => null,
    };

    private static void SetDigest(SamstyringDb db, Dictionary<(string File, string Key), ReferenceRow> known, string digest)
    {
        if (known.TryGetValue((WholeFile, ""), out var before))
        {
            before.Hash = digest;
        }
        else
        {
            db.Add(new ReferenceRow { File = WholeFile, Key = "", Hash = digest });
        }
    }
}
