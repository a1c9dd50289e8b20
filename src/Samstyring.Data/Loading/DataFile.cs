using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Loading;

/// <summary>Something wrong in a data file, told so that a person finds the cell.</summary>
/// <param name="Line">Line of the file; the header is line 1.</param>
public sealed record LoadError(string File, int Line, string Column, string Problem)
{
    public override string ToString() => $"{File}, line {Line}, column {Column}: {Problem}";
}

/// <summary>One file under <c>data/reference</c>, read whole: the files are small and come with the program.</summary>
internal sealed class DataFile
{
    private DataFile(string name, IReadOnlyList<DataRow> rows) => (Name, Rows) = (name, rows);

    public string Name { get; }

    public IReadOnlyList<DataRow> Rows { get; }

    /// <summary>A file that is missing, or is no CSV, is reported and has the rows before the fault.</summary>
    public static DataFile Read(string folder, string name, List<LoadError> errors)
    {
        List<DataRow> rows = [];
        var path = PathOf(folder, name);
        if (!File.Exists(path))
        {
            errors.Add(new(name, 1, "", "the file is missing"));
            return new(name, rows);
        }

        try
        {
            ReadRows(path, name, rows, errors);
        }
        catch (CsvFormatException broken)
        {
            errors.Add(new(name, Math.Max(1, (int)broken.LineNumber), "", broken.Message));
        }

        return new(name, rows);
    }

    /// <summary>A file stands under <c>data/reference</c> or beside it, under <c>data/example</c>.</summary>
    public static string PathOf(string folder, string name) =>
        Path.Combine(folder, name + ".csv") is var path && File.Exists(path) ? path : Path.Combine(folder, "..", "example", name + ".csv") is var example && File.Exists(example) ? example : path;

    private static void ReadRows(string path, string name, List<DataRow> rows, List<LoadError> errors)
    {
        using var csv = CsvReader.FromFile(path, new() { HasHeader = true, TrackLineNumbers = true });
        csv.ReadHeader();
        var columns = csv.Headers.Index().DistinctBy(c => c.Item, StringComparer.Ordinal).ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (csv.FieldCount != columns.Count)
            {
                errors.Add(new(name, line, "", $"{csv.FieldCount} cells, but the header has {columns.Count}"));
                continue;
            }

            string[] cells = [.. Enumerable.Range(0, columns.Count).Select(csv.GetString)];
            rows.Add(new DataRow(name, line, columns, cells, errors));
        }
    }
}

/// <summary>One row. Every reader of a cell reports what is wrong with it and goes on, so that one run finds all errors.</summary>
internal sealed class DataRow(string file, int line, Dictionary<string, int> columns, string[] cells, List<LoadError> errors)
{
    public int Line => line;

    /// <summary>SHA-256 of the row in hexadecimal, over the mapping's version too, and over cells of other rows that its entities take in.</summary>
    public string Hash(int mappingVersion, IEnumerable<string>? others = null) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mappingVersion}\u001f{string.Join('\u001f', cells.Concat(others ?? []))}"))));

    /// <summary>For rows that keep their place in the file: the hash changes when the row moves.</summary>
    public string HashWithPlace(int mappingVersion) => string.Create(CultureInfo.InvariantCulture, $"{Hash(mappingVersion)}/{line}");

    public bool Has(string column) => columns.ContainsKey(column);

    public string? Optional(string column)
    {
        if (!columns.TryGetValue(column, out var index))
        {
            Report(column, "the column is missing");
            return null;
        }

        return cells[index] is { Length: > 0 } cell ? cell : null;
    }

    public string Required(string column)
    {
        if (Optional(column) is { } cell)
        {
            return cell;
        }

        if (columns.ContainsKey(column))
        {
            Report(column, "must not be empty");
        }

        return "";
    }

    /// <summary>The folded text of some columns, for the list's own search.</summary>
    public string Folded(params ReadOnlySpan<string> columns) => Folding.Fold(string.Join(' ', columns.ToArray().Select(Optional)));

    public IReadOnlyList<string> List(string column) => Optional(column)?.Split('|') ?? [];

    public LocalizedText Text(string name) => new(Optional(name + "_nb"), Nn: null, Optional(name + "_en"));

    /// <summary>A name in bokmål that may lack an English one.</summary>
    public LocalizedText Name(string name = "name") => new(Required(name + "_nb"), Nn: null, columns.ContainsKey(name + "_en") ? Optional(name + "_en") : null);

    public int Int(string column)
    {
        _ = Required(column);
        return OptionalInt(column) ?? 0;
    }

    public int? OptionalInt(string column)
    {
        if (Optional(column) is not { } cell)
        {
            return null;
        }

        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Report(column, $"«{cell}» is no whole number");
        return null;
    }

    public decimal Decimal(string column)
    {
        var cell = Required(column);
        if (!decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && cell.Length > 0)
        {
            Report(column, $"«{cell}» is no number");
        }

        return value;
    }

    public bool YesNo(string column)
    {
        _ = Required(column);
        return OptionalYesNo(column) ?? false;
    }

    public bool? OptionalYesNo(string column)
    {
        switch (Optional(column))
        {
            case "yes":
                return true;
            case "no":
                return false;
            case null:
                return null;
            default:
                Report(column, $"«{Optional(column)}» is not yes or no");
                return null;
        }
    }

    public T Code<T>(string column)
        where T : struct, Enum
    {
        _ = Required(column);
        return OptionalCode<T>(column) ?? default;
    }

    public T? OptionalCode<T>(string column)
        where T : struct, Enum => Optional(column) is { } cell ? ParseCode<T>(column, cell) : null;

    public IReadOnlyList<T> CodeList<T>(string column)
        where T : struct, Enum => [.. List(column).Select(cell => ParseCode<T>(column, cell)).OfType<T>()];

    /// <summary>A year, a month or a day, as exact as the source has it.</summary>
    public string? OptionalTime(string column)
    {
        if (Optional(column) is not { } cell)
        {
            return null;
        }

        if (!AsOf.IsValid(cell))
        {
            Report(column, $"«{cell}» is no year, month or day (2020, 2021-09, 2022-04-02)");
        }

        return cell;
    }

    public Provenance Provenance()
    {
        _ = Required("as_of");
        return new(Required("source"), OptionalTime("as_of") ?? "", Code<Certainty>("certainty"));
    }

    public void Report(string column, string problem) => errors.Add(new(file, line, column, problem));

    private T? ParseCode<T>(string column, string cell)
        where T : struct, Enum
    {
        if (Codes.TryParse<T>(cell, out var code))
        {
            return code;
        }

        Report(column, $"«{cell}» is not one of {string.Join(", ", Codes.All<T>())}");
        return null;
    }
}
