using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Backups;

/// <param name="Replaced">Where the database that was there before stands now; null where there was none.</param>
public sealed record Restored(BackupManifest Manifest, string? Replaced);

/// <summary>Puts a backup in the place of a SQLite database that nobody has open. The backup is proved first; what was there is kept beside it.</summary>
public static class DatabaseRestore
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>What stands beside a database in WAL mode that was not closed.</summary>
    private static readonly string[] Logs = ["-wal", "-shm"];

    /// <param name="connectionString">Of the SQLite database to replace. It need not be there.</param>
    /// <param name="backup">A file that <see cref="DatabaseBackup"/> made, with its manifest beside it.</param>
    public static async Task<Outcome<Restored>> RunAsync(string connectionString, string backup, TimeProvider clock, CancellationToken ct)
    {
        var target = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        var partial = target + ".part";
        try
        {
            if (await BackupManifest.ReadAsync(backup, ct) is not { } manifest)
            {
                return new Refusal(new Reason("backup.no-manifest", Value: BackupManifest.PathOf(backup)));
            }

            File.Copy(backup, partial, overwrite: true);
            if (await ProveAsync(partial, manifest, ct) is { } reason)
            {
                return new Refusal(reason);
            }

            SqliteFile.Flush(partial);
            return await ReplaceAsync(target, partial, manifest, clock.GetUtcNow(), ct);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <returns>What is wrong with the copy; null where it is what its manifest says.</returns>
    private static async Task<Reason?> ProveAsync(string copy, BackupManifest manifest, CancellationToken ct)
    {
        if (!string.Equals(await BackupManifest.DigestOfAsync(copy, ct), manifest.Sha256, StringComparison.Ordinal) || ChainHead.Parse(manifest.Head) is not { } head)
        {
            return new("backup.not-its-manifest");
        }

        if (!await SqliteFile.IsWholeAsync(copy, ct))
        {
            return new("backup.damaged");
        }

        await using var db = SqliteFile.Context(copy);
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any())
        {
            return new("backup.newer", Value: manifest.Version);
        }

        var chain = await ChainCheck.RunAsync(db, head, ct);
        return chain.Holds && chain.Head == head ? null : new("backup.chain-broken", Value: manifest.Head);
    }

    private static async Task<Outcome<Restored>> ReplaceAsync(string target, string copy, BackupManifest manifest, DateTimeOffset now, CancellationToken ct)
    {
        if (!File.Exists(target))
        {
            File.Move(copy, target);
            return new Restored(manifest, Replaced: null);
        }

        if (!await CloseAsync(target, ct))
        {
            return new Refusal(new Reason("database.in-use", Value: target));
        }

        var replaced = string.Create(CultureInfo.InvariantCulture, $"{target}.before-restore-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        File.Move(target, replaced);
        foreach (var log in Logs.Where(log => File.Exists(target + log)))
        {
            File.Move(target + log, replaced + log);
        }

        File.Move(copy, target);
        return new Restored(manifest, replaced);
    }

    /// <summary>
    /// Leaves WAL mode, which SQLite allows only to the one connection there is, and which writes the log back into the file. A file that is
    /// no database any more cannot be asked: it is replaced.
    /// </summary>
    private static async Task<bool> CloseAsync(string target, CancellationToken ct)
    {
        try
        {
            await using var connection = await SqliteFile.OpenAsync(target, SqliteOpenMode.ReadWrite, ct);
            connection.DefaultTimeout = 1;
            return await SqliteFile.PragmaAsync(connection, "journal_mode=DELETE", ct) is "delete";
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Corrupt or NotADatabase)
        {
            return true;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Busy or Locked)
        {
            return false;
        }
    }
}
