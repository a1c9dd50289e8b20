using Samstyring.Data.Records;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Import;

/// <summary>A row as texts of fields, by the column of the file.</summary>
internal sealed record ReadRow(int Number, RecordValues Values, Provenance? Origin);

/// <summary>What is wrong in a file, as far as it is worth telling.</summary>
internal sealed class ImportErrors
{
    private readonly List<ImportError> _first = [];

    public int Count { get; private set; }

    public IReadOnlyList<ImportError> First => [.. _first.OrderBy(error => error.Row)];

    public void Add(ImportError error)
    {
        Count++;
        if (_first.Count < ImportReport.MostErrors)
        {
            _first.Add(error);
        }
    }
}

/// <summary>Reads the cells of a file as the facts of a type, and reports everything that is wrong with them.</summary>
internal sealed class ImportRows
{
    private readonly ImportType _type;

    private readonly ImportTable _table;

    private readonly ImportErrors _errors;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private ImportRows(ImportType type, ImportTable table, ImportErrors errors) => (_type, _table, _errors) = (type, table, errors);

    public IReadOnlyList<string> Ignored { get; private set; } = [];

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public int Count { get; private set; }

    /// <returns>Null where the columns are not those of the type: the errors say which.</returns>
    public static ImportRows? Begin(ImportType type, ImportTable table, ImportErrors errors)
    {
        ImportRows rows = new(type, table, errors);
        foreach (var (i, name) in table.Header.Select(name => name.Trim()).Index())
        {
            if (!rows._places.TryAdd(name, i))
            {
                errors.Add(new(1, name, "import.column-twice"));
            }
            else if (!type.Columns.Contains(name, StringComparer.Ordinal) && !type.ReadOnly.Contains(name, StringComparer.Ordinal))
            {
                errors.Add(new(1, name.Length > 100 ? name[..100] : name, "import.unknown-column", string.Join(", ", type.Columns)));
            }
        }

        foreach (var key in type.Keys.Where(key => !rows._places.ContainsKey(key.Name)))
        {
            errors.Add(new(1, key.Name, "import.missing-column"));
        }

        rows.Ignored = [.. type.ReadOnly.Where(rows._places.ContainsKey)];
        rows.Missing = [.. type.Columns.Where(name => !rows._places.ContainsKey(name))];
        return errors.Count == 0 ? rows : null;
    }

    /// <summary>The facts that the file has a column for.</summary>
    public IEnumerable<ImportColumn> ColumnsOf(ImportPart part) => part.Columns.Where(column => _places.ContainsKey(column.Name));

    /// <summary>The texts of one column of key, without anything else being read: which records the file adds is known before its first row.</summary>
    public IEnumerable<string> Keys(string column) => _table.Rows().Select(row => row.Cells[_places[column]]?.Trim()).OfType<string>();

    public IEnumerable<ReadRow> Read(ImportContext context)
    {
        foreach (var row in _table.Rows())
        {
            if (++Count > ImportFile.MostRows)
            {
                throw new UnreadableFileException(new(row.Number, null, "import.too-many-rows", ImportFile.MostRows.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }

            if (Read(row, context) is { } read)
            {
                yield return read;
            }
        }
    }

    private ReadRow? Read(ImportRow row, ImportContext context)
    {
        var before = _errors.Count;
        Dictionary<string, string?> texts = new(StringComparer.Ordinal);
        foreach (var column in _type.Keys.Concat(_type.Parts.SelectMany(ColumnsOf)))
        {
            texts[column.Field.Name] = Cell(row, column, context);
        }

        var origin = _type.HasOrigin ? Origin(row, context) : null;
        if (_errors.Count > before)
        {
            return null;
        }

        var key = string.Join(RecordTypes.Tie, _type.Keys.Select(k => texts[k.Field.Name]));
        if (!_seen.TryAdd(key, row.Number))
        {
            _errors.Add(new(row.Number, _type.Keys[^1].Name, "import.twice", $"{key} ({_seen[key]})"));
            return null;
        }

        return new(row.Number, new(texts), origin);
    }

    private string? Cell(ImportRow row, ImportColumn column, ImportContext context)
    {
        var (place, field) = (_places[column.Name], column.Field);
        var written = row.Cells[place];
        var text = RecordReader.Tidy(field, written is not null && column.Read is { } read ? read(written) : written);
        if (text is not null && row.Numbers?[place] == true && (field.IsKey || field.Kind is FieldKind.Body))
        {
            _errors.Add(new(row.Number, column.Name, "import.number-for-key", text));
            return null;
        }

        if (field.Kind is FieldKind.Body && text is not null)
        {
            if (context.Find(text) is not { } body)
            {
                _errors.Add(new(row.Number, column.Name, RecordReader.NoSuchBody, Short(text)));
                return null;
            }

            return body.Key;
        }

        if (RecordReader.ErrorIn(field, text) is { } error)
        {
            _errors.Add(new(row.Number, column.Name, error.Code, Short(error.Value)));
        }

        return text;
    }

    /// <summary>Null where the file says nothing of it.</summary>
    private Provenance? Origin(ImportRow row, ImportContext context)
    {
        string?[] cells = [.. ImportType.OriginColumns.Select(name => _places.TryGetValue(name, out var place) ? row.Cells[place]?.Trim() : null)];
        if (cells is [null, null, null])
        {
            return null;
        }

        foreach (var (i, name) in ImportType.OriginColumns.Index().Where(column => cells[column.Index] is null))
        {
            _errors.Add(new(row.Number, name, RecordReader.Required));
        }

        var certainty = cells[2] is { } code && Codes.TryParse<Certainty>(code, out var known) ? known : (Certainty?)null;
        if (cells[2] is not null && certainty is null)
        {
            _errors.Add(new(row.Number, "certainty", RecordReader.NotAllowed, Short(cells[2])));
        }

        if (cells[1] is { } time && !AsOf.IsValid(time))
        {
            _errors.Add(new(row.Number, "as_of", RecordReader.NotATime, Short(time)));
        }

        if (cells[0] is { } source && (source.Length > RecordField.TextLength || SourceReference.ParseAll(source).FirstOrDefault(r => !context.Documents.Contains(r.Document)) is not null || SourceReference.ParseAll(source) is []))
        {
            _errors.Add(new(row.Number, "source", "import.no-such-source", Short(source)));
        }

        return certainty is { } sure && cells[0] is not null && cells[1] is not null ? new(cells[0]!, cells[1]!, sure) : null;
    }

    private static string? Short(string? value) => value is { Length: > 100 } ? value[..100] + "…" : value;
}
