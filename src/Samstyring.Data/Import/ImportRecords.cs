using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Samstyring.Domain.Access;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Import;

/// <summary>What somebody asks for.</summary>
/// <param name="By">Null is the installation itself: a command beside the database, which may import everything.</param>
/// <param name="Reason">Why, as for any change of a sourced fact; not asked for in a dry run.</param>
public sealed record ImportRequest(bool IsDryRun, Standing? By, string? Reason);

/// <summary>
/// Imports a file in the form of an exported list: all of it, or nothing. Rows that are as the records are change nothing, and so a
/// file that was exported can be imported again. Page, API and command come through here.
/// </summary>
public sealed class ImportRecords(SamstyringDb db, TimeProvider clock)
{
    /// <summary>The source of facts that were stated here.</summary>
    public const string OwnSource = "samstyring";

    public const string NoSuchType = "import.no-such-type";

    /// <summary>Whoever acts for an organisation that records belong to, and the administrator.</summary>
    public static bool IsOpenTo(Standing standing) => standing.IsAdministrator || (standing.OnBehalfOf is not null && standing.Is(Role.Contributor));

    /// <param name="progress">Told how many rows were read, after every thousand.</param>
    public async Task<ImportReport> RunAsync(string typeName, ImportFile file, ImportRequest request, IProgress<int>? progress, CancellationToken ct)
    {
        if (ImportType.Find(typeName) is not { } type)
        {
            return ImportReport.Refused(typeName, file.Name, file.Sha256, request.IsDryRun, new ImportError(0, null, NoSuchType, string.Join(", ", ImportType.All.Select(t => t.Name))));
        }

        if (file.Check() is { } unreadable)
        {
            return ImportReport.Refused(type.Name, file.Name, file.Sha256, request.IsDryRun, unreadable);
        }

        if (!request.IsDryRun && string.IsNullOrWhiteSpace(request.Reason))
        {
            return ImportReport.Refused(type.Name, file.Name, file.Sha256, request.IsDryRun, new ImportError(0, null, Correction.ReasonRequired));
        }

        try
        {
            return await RunAsync(type, file, request, progress, ct);
        }
        catch (Exception conflict) when (conflict is DbUpdateException or PostgresException { SqlState: ['2', '3', ..] } or SqliteException { SqliteErrorCode: 19 })
        {
            // Somebody added one of the records at the same moment, or it is there and kept from this viewer.
            return ImportReport.Refused(type.Name, file.Name, file.Sha256, request.IsDryRun, new ImportError(0, null, "import.conflict"));
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    internal static QueryTrackingBehavior Tracking(bool track) => track ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;

    private async Task<ImportReport> RunAsync(ImportType type, ImportFile file, ImportRequest request, IProgress<int>? progress, CancellationToken ct)
    {
        await using var transaction = request.IsDryRun ? null : await BeginAsync(ct);
        var run = new ImportRun(db, type, request, clock.GetUtcNow());
        await run.RunAsync(file, progress, ct);
        if (run.Errors.Count == 0 && transaction is not null && run.HasChanges)
        {
            await run.TellAsync(file, ct);
            await transaction.CommitAsync(ct);
        }

        return run.Report(file);
    }

    /// <summary>Whoever changes a record waits until the import is done, as on SQLite, where there is one writer; whoever reads does not.</summary>
    private async Task<IDbContextTransaction> BeginAsync(CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db is PostgresDb)
        {
            await db.Database.ExecuteSqlAsync($"LOCK TABLE record_versions IN EXCLUSIVE MODE", ct);
        }

        return transaction;
    }

    /// <summary>The day of an import, as the facts that it adds have it.</summary>
    internal static string Today(DateTimeOffset now) => now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
