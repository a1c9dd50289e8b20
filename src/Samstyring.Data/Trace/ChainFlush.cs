using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Samstyring.Data.Trace;

/// <summary>
/// PostgreSQL, where writers stand in line for the chain: a transaction that appends commits without waiting for the disk, which gives
/// the chain to the next at once, and then waits until the log is on the disk as far as its own commit, together with others who wait.
/// Nobody is answered before that. The log is written in order, so a link on the disk has all links before it there.
/// </summary>
internal sealed class ChainFlush : DbTransactionInterceptor
{
    /// <summary>Of PostgreSQL's advisory locks: «SAMSTYR» in ASCII.</summary>
    private const long Lock = 0x53414D53545952;

    /// <summary>A small transaction of its own, that commits as this database is set to (on this machine's disk, or on its replicas too).</summary>
    private const string Wait = "SELECT pg_logical_emit_message(true, 'samstyring', '')";

    /// <summary>Takes the chain until the end of the transaction. Where nothing waits after the commit, the commit itself waits.</summary>
    internal static async Task TakeChainAsync(PostgresDb db, CancellationToken ct)
    {
        db.AwaitsDisk = db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors?.OfType<ChainFlush>().Any() == true;
        if (db.AwaitsDisk)
        {
            await db.Database.ExecuteSqlAsync($"SET LOCAL synchronous_commit TO OFF; SELECT pg_advisory_xact_lock({Lock})", ct);
        }
        else
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", ct);
        }
    }

    public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PostgresDb { AwaitsDisk: true } db)
        {
            db.AwaitsDisk = false;
            // EF still holds the transaction that has ended, so it asks past EF. The change is made: to stop waiting now would answer before it is safe.
            await using var wait = db.Database.GetDbConnection().CreateCommand();
            wait.CommandText = Wait;
            await wait.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }
}
