using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Data.Records;
using Samstyring.Data.Search;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Import;

/// <summary>One import: reads a file a thousand rows at a time, compares them with what is stored, and stores what differs.</summary>
internal sealed class ImportRun(SamstyringDb db, ImportType type, ImportRequest request, DateTimeOffset now)
{
    private const int BatchSize = 1_000;

    /// <summary>Fewer than this are put into the search one by one, which counts only their own words anew.</summary>
    private const int FewToFind = 20;

    private readonly List<RowChange> _changes = [];

    private readonly List<(AudienceId? Audience, ImportedRecord Record, IReadOnlyList<Subject> Tied)> _told = [];

    /// <summary>What each record was last said to be, where several rows speak of one.</summary>
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    private readonly BodyTies _ties = new();

    private readonly Dictionary<ImportPart, List<RecordValues>> _toFind = [];

    private ImportRows? _rows;

    private ImportContext _context = null!;

    private int _added;

    private int _changed;

    private int _unchanged;

    public ImportErrors Errors { get; } = new();

    public bool HasChanges => _told is not [];

    private bool IsReal => !request.IsDryRun;

    public ImportReport Report(ImportFile file) => new(
        type.Name, file.Name, file.Sha256, request.IsDryRun, _rows?.Count ?? 0, _added, _changed, _unchanged, _rows?.Ignored ?? [], _rows?.Missing ?? [], _changes, Errors.First, Errors.Count);

    public async Task RunAsync(ImportFile file, IProgress<int>? progress, CancellationToken ct)
    {
        try
        {
            using var table = file.Open();
            _rows = ImportRows.Begin(type, table, Errors);
            if (_rows is null)
            {
                return;
            }

            _context = await ImportContext.ReadAsync(db, DateOnly.FromDateTime(now.UtcDateTime), ct);
            AddBodiesOf(file);
            foreach (var batch in _rows.Read(_context).Chunk(BatchSize))
            {
                await StoreAsync(batch, ct);
                progress?.Report(_rows.Count);
            }
        }
        catch (UnreadableFileException broken)
        {
            Errors.Add(broken.Error);
            return;
        }

        _ties.FindCycles(_context, Errors);
        if (IsReal && Errors.Count == 0)
        {
            await _ties.StoreAsync(db, type.Parts[0], _context, ct);
        }
    }

    /// <summary>Brings the search in step, and tells of everything: the chain is locked last.</summary>
    public async Task TellAsync(ImportFile file, CancellationToken ct)
    {
        await FindAsync(ct);
        var import = Guid.CreateVersion7(now);
        foreach (var audience in _told.GroupBy(told => told.Audience))
        {
            foreach (var part in audience.Chunk(RecordsImported.MostRecords))
            {
                db.Record(new RecordsImported(import, file.Name, file.Sha256, [.. part.Select(told => told.Record)], request.By?.Actor ?? Actor.Installation, now)
                {
                    Reason = ChangeRecord.Tidy(request.Reason),
                    Audience = audience.Key,
                    BelongsTo = [.. part.SelectMany(told => told.Tied).Distinct()],
                });
            }
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>A body may be part of one that stands further down in the file.</summary>
    private void AddBodiesOf(ImportFile file)
    {
        if (type.Name != ImportType.Organisations)
        {
            return;
        }

        using var table = file.Open();
        foreach (var key in ImportRows.Begin(type, table, new())!.Keys("key").Where(key => OrganisationRecord.KeyError(key) is null && _context.Find(key) is null))
        {
            _context.Add(new(OrganisationId.Of(key), key, "", Parent: null));
        }
    }

    private async Task StoreAsync(ReadRow[] batch, CancellationToken ct)
    {
        var (added, changed) = (new HashSet<int>(), new HashSet<int>());
        foreach (var part in type.Parts)
        {
            var found = await part.FindAsync(db, [.. batch.Select(row => row.Values)], IsReal, _context, ct);
            List<object> made = [];
            List<(object Entity, RecordCorrected Corrected)> corrected = [];
            foreach (var row in batch.Where(row => !IsSaidAgain(part, row)))
            {
                if (!found.TryGetValue(part.KeyOf(row.Values), out var entity))
                {
                    if (Make(part, row) is { } one)
                    {
                        made.Add(one);
                        added.Add(row.Number);
                    }
                }
                else if (Correct(part, row, entity) is { } one)
                {
                    corrected.Add((entity, one));
                    changed.Add(row.Number);
                }
            }

            if (IsReal && Errors.Count == 0)
            {
                await StoreAsync(part, made, corrected, ct);
            }
        }

        changed.ExceptWith(added);
        (_added, _changed, _unchanged) = (_added + added.Count, _changed + changed.Count, _unchanged + batch.Length - added.Count - changed.Count);
    }

    private async Task StoreAsync(ImportPart part, IReadOnlyList<object> made, IReadOnlyList<(object Entity, RecordCorrected Corrected)> corrected, CancellationToken ct)
    {
        if (made is not [])
        {
            await BulkInsert.InsertAsync(db, part.Record.EntityType, made, ct);
        }

        if (corrected is not [])
        {
            var name = part.Record.Name;
            string[] keys = [.. corrected.Select(c => c.Corrected.Record.Key)];
            var known = (await db.CorrectedFacts.AsTracking().Where(f => f.RecordType == name && keys.Contains(f.RecordKey)).ToListAsync(ct)).ToLookup(f => f.RecordKey, StringComparer.Ordinal);
            foreach (var (entity, one) in corrected)
            {
                Write(part, entity, one, known[one.Record.Key].ToDictionary(f => f.Field, StringComparer.Ordinal));
            }

            await db.SaveAheadAsync(ct);
            foreach (var (entity, _) in corrected)
            {
                await part.Record.DeriveOthersAsync(db, entity, ct);
            }
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Writes the new facts, and keeps what the source says beside them.</summary>
    private void Write(ImportPart part, object entity, RecordCorrected corrected, Dictionary<string, CorrectedFact> known)
    {
        foreach (var change in corrected.Changes)
        {
            if (FieldOf(part, change.Field) is not { } field)
            {
                continue;
            }

            RecordWriter.Keep(db, known.GetValueOrDefault(change.Field), change, part.Record.OriginOf(entity, field), corrected);
            if (field.Kind is not FieldKind.Body)
            {
                field.Write(entity, change.After);
            }
        }

        if (corrected.Changes.Any(change => ImportType.OriginColumns.Contains(change.Field, StringComparer.Ordinal)))
        {
            RecordType.SetOrigin(entity, NewOrigin(RecordType.OriginOf(entity), corrected.Changes));
        }

        part.Record.Derive(entity);
    }

    private static Provenance NewOrigin(Provenance before, IReadOnlyList<FieldChange> changes)
    {
        string Of(string column, string kept) => changes.FirstOrDefault(change => change.Field == column)?.After ?? kept;
        var certainty = Codes.TryParse<Certainty>(Of("certainty", Codes.Of(before.Certainty)), out var sure) ? sure : before.Certainty;
        return new(Of("source", before.Source), Of("as_of", before.AsOf), certainty);
    }

    /// <summary>An activity stands in a row for each life event that it supports; all of them must say the same of it.</summary>
    private bool IsSaidAgain(ImportPart part, ReadRow row)
    {
        if (type.Parts is [_] || part == type.Parts[^1])
        {
            return false;
        }

        var says = string.Join('\u001f', _rows!.ColumnsOf(part).Select(column => row.Values[column.Field.Name]));
        if (_said.TryAdd(part.KeyOf(row.Values), says))
        {
            return false;
        }

        if (!string.Equals(_said[part.KeyOf(row.Values)], says, StringComparison.Ordinal))
        {
            Errors.Add(new(row.Number, type.Keys[^1].Name, "import.contradiction", part.KeyOf(row.Values)));
        }

        return true;
    }

    private object? Make(ImportPart part, ReadRow row)
    {
        string[] missing = [.. part.Record.Fields.Where(f => f.IsRequired && row.Values[f.Name] is null).Select(f => f.Name)];
        foreach (var field in missing)
        {
            Errors.Add(new(row.Number, part.Columns.First(column => column.Field.Name == field).Name, RecordReader.Required));
        }

        if (part.ErrorInNew(row.Values, _context) is { } wrong)
        {
            Errors.Add(new(row.Number, wrong.Field, wrong.Code, wrong.Value));
            return null;
        }

        if (missing is not [])
        {
            return null;
        }

        if (part.Make(row.Values, row.Origin ?? new(ImportRecords.OwnSource, ImportRecords.Today(now), Certainty.Stated), _context) is not { } made)
        {
            Errors.Add(new(row.Number, type.Keys[0].Name, "import.no-such-record", part.KeyOf(row.Values)));
            return null;
        }

        foreach (var field in part.Record.Fields.Where(f => f.Kind is not FieldKind.Body))
        {
            field.Write(made, row.Values[field.Name]);
        }

        part.Record.Derive(made);
        FieldChange[] facts = [.. row.Values.Texts.Where(v => v.Value is not null && (FieldOf(part, v.Key) ?? part.Record.KeyFields.FirstOrDefault(k => k.Name == v.Key)) is not null).Select(v => new FieldChange(v.Key, Before: null, v.Value))];
        return Tell(part, row, made, facts, isNew: true) ? made : null;
    }

    private RecordCorrected? Correct(ImportPart part, ReadRow row, object entity)
    {
        List<FieldChange> changes =
        [
            .. _rows!.ColumnsOf(part).Select(column => new FieldChange(column.Field.Name, TextOf(column.Field, entity), row.Values[column.Field.Name]))
                .Where(change => !string.Equals(change.Before, change.After, StringComparison.Ordinal)),
        ];
        if (part.HasOrigin && row.Origin is { } origin && RecordType.OriginOf(entity) is var before && origin != before)
        {
            changes.AddRange(new FieldChange[] { new("source", before.Source, origin.Source), new("as_of", before.AsOf, origin.AsOf), new("certainty", Codes.Of(before.Certainty), Codes.Of(origin.Certainty)) }
                .Where(change => change.Before != change.After));
        }

        RecordKey record = new(part.Record.Name, part.KeyOf(row.Values));
        return changes is not [] && Tell(part, row, entity, changes, isNew: false)
            ? new(record, changes, request.By?.Actor ?? Actor.Installation, now) { Reason = ChangeRecord.Tidy(request.Reason), Audience = (entity as IRestrictable)?.VisibleTo }
            : null;
    }

    /// <returns>Whether whoever imports may change the record.</returns>
    private bool Tell(ImportPart part, ReadRow row, object entity, IReadOnlyList<FieldChange> changes, bool isNew)
    {
        if (request.By is { IsAdministrator: false } standing && part.StewardsOf(entity, _context).RightOf(standing) is not Right.Change)
        {
            Errors.Add(new(row.Number, null, "import.not-yours", part.KeyOf(row.Values)));
            return false;
        }

        var key = part.KeyOf(row.Values);
        if (_changes.Count < ImportReport.MostChanges)
        {
            _changes.Add(new(row.Number, new(part.Record.Name, key), isNew, changes));
        }

        _told.Add(((entity as IRestrictable)?.VisibleTo, new(part.Record.Name, key, changes), [.. part.TiedTo(entity, _context)]));
        if (entity is Organisation)
        {
            _ties.Add(row, [.. changes.Where(change => FieldOf(part, change.Field) is { Kind: FieldKind.Body })]);
        }

        if (part.IsFindable)
        {
            (_toFind.TryGetValue(part, out var list) ? list : _toFind[part] = []).Add(row.Values);
        }

        return true;
    }

    private string? TextOf(RecordField field, object entity) => field.Read(entity) is var kept && kept is OrganisationId body ? _context.Of(body).Key : RecordField.TextOf(kept);

    private static RecordField? FieldOf(ImportPart part, string name) => part.Record.Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    private async Task FindAsync(CancellationToken ct)
    {
        foreach (var (part, rows) in _toFind)
        {
            List<Findable> findable = [];
            foreach (var chunk in rows.Chunk(BatchSize))
            {
                foreach (var entity in (await part.FindAsync(db, chunk, track: false, _context, ct)).Values)
                {
                    if (await part.Record.FindableAsync(db, entity, ct) is { } found)
                    {
                        findable.Add(found);
                    }
                }
            }

            if (findable.Count < FewToFind)
            {
                foreach (var found in findable)
                {
                    await SearchIndex.PutOneAsync(db, found, ct);
                }
            }
            else
            {
                await SearchIndex.PutAsync(db, findable, ct);
            }
        }
    }
}
