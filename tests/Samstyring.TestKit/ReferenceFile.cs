using System.Text;
using CsvHelper;

namespace Samstyring.TestKit;

/// <summary>A file of <c>data/reference</c> as it stands, read without the loader that the tests test.</summary>
public sealed class ReferenceFile
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _path;

    private ReferenceFile(string path, IReadOnlyList<string> columns, List<IDictionary<string, string>> rows) =>
        (_path, Columns, Rows) = (path, columns, rows);

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Each row by the names of its columns. Change it and <see cref="Save"/>.</summary>
    public IList<IDictionary<string, string>> Rows { get; }

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Repository.ReferenceData, "*.csv").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static ReferenceFile Read(string name, string? folder = null)
    {
        var path = Path.Combine(folder ?? Repository.ReferenceData, name + ".csv");
        using var csv = CsvReader.FromFile(path, new() { HasHeader = true });
        csv.ReadHeader();
        string[] columns = [.. csv.Headers];
        List<IDictionary<string, string>> rows = [];
        while (csv.Read())
        {
            rows.Add(columns.Index().ToDictionary(c => c.Item, c => csv.GetString(c.Index), StringComparer.Ordinal));
        }

        return new(path, columns, rows);
    }

    public void Save() => File.WriteAllLines(_path, [string.Join(',', Columns), .. Rows.Select(row => string.Join(',', Columns.Select(column => Cell(row[column]))))], WithoutMark);

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
