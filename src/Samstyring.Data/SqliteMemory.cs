using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Samstyring.Data;

/// <summary>Gives each connection to SQLite room for the pages that a request reads: with the 2 MB that it comes with, a large database is read from the disk again and again.</summary>
internal sealed class SqliteMemory : DbConnectionInterceptor
{
    /// <summary>In KiB, below zero as SQLite wants it; used only as far as there is something to keep.</summary>
    private const string Size = "PRAGMA cache_size=-16384";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Size;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Size;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
