using Microsoft.Data.Sqlite;

namespace Samstyring.Data.Backups;

/// <summary>
/// Keeps a SQLite database marked as in use for as long as the host lives, also while it rests and its pool is empty: SQLite gives nobody
/// the whole file while a connection in WAL mode has it open. The mark goes with the process, however that ends.
/// </summary>
public sealed class DatabaseInUse : IDisposable
{
    private readonly SqliteConnection _connection;

    private DatabaseInUse(SqliteConnection connection) => _connection = connection;

    /// <returns>Null for PostgreSQL, which knows who is there.</returns>
    public static async Task<DatabaseInUse?> MarkAsync(string connectionString, CancellationToken ct)
    {
        if (DatabaseSetup.IsPostgres(connectionString))
        {
            return null;
        }

        var connection = await SqliteFile.OpenAsync(new SqliteConnectionStringBuilder(connectionString).DataSource, SqliteOpenMode.ReadWrite, ct);
        await SqliteFile.PragmaAsync(connection, "schema_version", ct);
        return new(connection);
    }

    public void Dispose() => _connection.Dispose();
}
