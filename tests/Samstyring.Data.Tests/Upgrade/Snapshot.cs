using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests.Upgrade;

/// <summary>
/// The rows of a database as a release left it, as SQL that both databases read: each value is a text, and its column makes of it what it
/// is. One file a release, named after the release's last migration.
/// </summary>
internal static class Snapshot
{
    /// <summary>Search is worked out from the rest and is large: of its tables only the first rows.</summary>
    private const int SearchRows = 200;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Samstyring.Data.Tests", "Upgrade", "Snapshots");

    /// <summary>The names of the migrations that releases ended with.</summary>
    public static IEnumerable<string> Releases() => Directory.EnumerateFiles(Folder, "*.sql.gz").Select(file => Path.GetFileName(file).Split('.')[0]).Order(StringComparer.Ordinal);

    public static string PathOf(string release) => Path.Combine(Folder, release + ".sql.gz");

    /// <summary>Writes the rows of a loaded SQLite database, of the tables and columns that a shape has.</summary>
    public static async Task WriteAsync(SamstyringDb loaded, IReadOnlyDictionary<string, IReadOnlyList<string>> shape, string path)
    {
        await using var file = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var (table, columns) in shape.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var some = table.StartsWith("search_", StringComparison.Ordinal) ? Some(table) : "";
            foreach (var row in await RowsAsync(loaded, table, columns, some))
            {
                await writer.WriteLineAsync($"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", row.Select(Literal))});");
            }
        }
    }

    /// <summary>Stores the rows of a snapshot. They point to each other in no order: the check of references comes after.</summary>
    public static async Task LoadAsync(SamstyringDb db, string path)
    {
        await using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var rows = await reader.ReadToEndAsync();
        await db.Database.OpenConnectionAsync();
        await CommandAsync(db, db is SqliteDb ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica; SET timezone = 'UTC'");
        // What the migrations themselves put there is in the snapshot too.
        var seeded = string.Join(' ', (await ShapeAsync(db)).Keys.Select(table => $"DELETE FROM \"{table}\";"));
        await CommandAsync(db, $"BEGIN; {seeded} {rows} COMMIT;");
        await CommandAsync(db, db is SqliteDb ? "PRAGMA foreign_keys = ON" : "SET session_replication_role = origin");
        if (db is SqliteDb)
        {
            Assert.Empty(await QueryAsync(db, "PRAGMA foreign_key_check"));
        }
    }

    /// <summary>The tables of a database, each with its columns, but not the list of its migrations.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ShapeAsync(SamstyringDb db)
    {
        var columns = await QueryAsync(db, db is SqliteDb
            ? "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid"
            : "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position");
        return columns.Where(c => !c[0]!.StartsWith("__EF", StringComparison.Ordinal)).GroupBy(c => c[0]!, StringComparer.Ordinal)
            .ToDictionary(t => t.Key, t => (IReadOnlyList<string>)[.. t.Select(c => c[1]!)], StringComparer.Ordinal);
    }

    /// <summary>Every row of a table as text, in an order that the rows themselves give.</summary>
    public static async Task<IReadOnlyList<string>> TextsAsync(SamstyringDb db, string table, IReadOnlyList<string> columns) =>
        [.. (await RowsAsync(db, table, columns)).Select(row => string.Join('\u001f', row.Select(value => value ?? "\0"))).Order(StringComparer.Ordinal)];

    private static Task<List<string?[]>> RowsAsync(SamstyringDb db, string table, IReadOnlyList<string> columns, string some = "") => QueryAsync(db, $"SELECT {Names(columns)} FROM \"{table}\" {some}");

    /// <summary>Words and entries point to each other: the words of some entries, and those entries.</summary>
    private static string Some(string table) => table switch
    {
        "search_entries" => "",
        "search_words" => "ORDER BY rowid LIMIT 2000",
        _ => string.Create(CultureInfo.InvariantCulture, $"ORDER BY rowid LIMIT {SearchRows}"),
    };

    private static async Task<List<string?[]>> QueryAsync(SamstyringDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names come from the database.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string?[]> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))]);
        }

        return rows;
    }

    private static async Task CommandAsync(SamstyringDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Written here and in the repository's snapshots.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private static string Literal(string? value) => value is null ? "NULL" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
