using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Trace;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>How many times a record was locked for a change. Its row is the lock.</summary>
public sealed class RecordVersion : IUntraced
{
    public required string RecordType { get; init; }

    public required string RecordKey { get; init; }

    public required long Number { get; init; }

    /// <summary>
    /// The first statement of a transaction that changes a record, or a set of rows that a rule counts: a second writer waits here until the first is done, and then reads
    /// what the first stored. On SQLite the transaction itself is the lock.
    /// </summary>
    public static Task LockAsync(SamstyringDb db, RecordKey record, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO record_versions ("RecordType", "RecordKey", "Number") VALUES ({record.Type}, {record.Key}, 1)
        ON CONFLICT ("RecordType", "RecordKey") DO UPDATE SET "Number" = record_versions."Number" + 1
        """,
        ct);
}
