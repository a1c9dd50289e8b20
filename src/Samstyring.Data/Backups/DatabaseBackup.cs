using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Backups;

/// <summary>Copies a SQLite database to a file while others read and write it. PostgreSQL has its own tools: see docs/operations.md.</summary>
public static class DatabaseBackup
{
    /// <param name="connectionString">Of a SQLite database.</param>
    /// <param name="path">The file to make. It is there whole, with its manifest beside it, or not at all.</param>
    public static async Task<Outcome<BackupManifest>> TakeAsync(string connectionString, string path, TimeProvider clock, CancellationToken ct)
    {
        if (File.Exists(path) || File.Exists(BackupManifest.PathOf(path)))
        {
            return new Refusal(new Reason("backup.exists", Value: path));
        }

        var partial = path + ".part";
        try
        {
            await CopyAsync(new SqliteConnectionStringBuilder(connectionString).DataSource, partial, ct);
            if (!await SqliteFile.IsWholeAsync(partial, ct))
            {
                return new Refusal(new Reason("backup.damaged", Value: path));
            }

            SqliteFile.Flush(partial);
            var manifest = await DescribeAsync(partial, clock.GetUtcNow(), ct);
            File.Move(partial, path);
            await manifest.WriteAsync(path, ct);
            return manifest;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>SQLite's online backup sees the database as it was at one moment; writers go on meanwhile. The copy is one file, without a log beside it.</summary>
    private static async Task CopyAsync(string source, string copy, CancellationToken ct)
    {
        File.Delete(copy);
        await using var from = await SqliteFile.OpenAsync(source, SqliteOpenMode.ReadWrite, ct);
        await using var to = await SqliteFile.OpenAsync(copy, SqliteOpenMode.ReadWriteCreate, ct);
        from.BackupDatabase(to);
        await SqliteFile.PragmaAsync(to, "journal_mode=DELETE", ct);
    }

    private static async Task<BackupManifest> DescribeAsync(string copy, DateTimeOffset now, CancellationToken ct)
    {
        string migration, head;
        await using (var db = SqliteFile.Context(copy))
        {
            migration = (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? "";
            head = (await AuditChain.HeadAsync(db, ct)).ToString();
        }

        var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return new(version, migration, head, await BackupManifest.DigestOfAsync(copy, ct), new FileInfo(copy).Length, now);
    }
}
