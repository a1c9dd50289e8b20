using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Samstyring.Data.Backups;

/// <summary>A file that holds a SQLite database, opened without a pool: when it is closed, nobody here has it open.</summary>
internal static class SqliteFile
{
    /// <exception cref="SqliteException">There is no such file.</exception>
    public static async Task<SqliteConnection> OpenAsync(string path, SqliteOpenMode mode, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        return connection;
    }

    public static SqliteDb Context(string path) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString()).Options);

    public static async Task<string?> PragmaAsync(SqliteConnection connection, string pragma, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this folder.
        command.CommandText = "PRAGMA " + pragma;
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync(ct))?.ToString();
    }

    /// <summary>Whether every page, index and reference of a database is whole.</summary>
    public static async Task<bool> IsWholeAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var connection = await OpenAsync(path, SqliteOpenMode.ReadWrite, ct);
            return await PragmaAsync(connection, "integrity_check", ct) is "ok" && await PragmaAsync(connection, "foreign_key_check", ct) is null;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Waits for the disk, so that a file that is named is a file that is there.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
