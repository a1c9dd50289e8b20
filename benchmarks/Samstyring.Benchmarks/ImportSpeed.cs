using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.Data;
using Samstyring.Data.Import;
using Samstyring.Data.Loading;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Benchmarks;

/// <summary>The import of membership rows beside plain EF AddRange of the same rows, in turns on the same database.</summary>
internal static class ImportSpeed
{
    private const int Rounds = 3;

    private const int MembersOfBody = 200;

    /// <summary>How much faster plain EF may be, at most: the import reads, checks, compares and traces what EF only stores.</summary>
    private const double Allowed = 2;

    public static async Task<string> RunAsync(DirectoryInfo data, int rows, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("samstyring-import-");
        await using var postgres = await TemporaryPostgres.StartAsync();
        StringBuilder report = new("| database | rows | EF AddRange, rows/s | import, rows/s | import ÷ EF | memory of the import, MB | at least half |\n|---|---|---|---|---|---|---|\n");
        try
        {
            foreach (var (name, connection) in new[] { ("SQLite", $"Data Source={folder.FullName}/import.db"), ("PostgreSQL", postgres.Connection("import")) })
            {
                await Console.Error.WriteLineAsync($"Measuring {name} …");
                report.AppendLine(await MeasureAsync(name, connection, data, rows, Path.Combine(folder.FullName, "memberships.csv"), stop));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return report.ToString();
    }

    private static async Task<string> MeasureAsync(string name, string connection, DirectoryInfo data, int rows, string path, CancellationToken stop)
    {
        await using var services = new ServiceCollection().AddSamstyringDatabase(connection).BuildServiceProvider();
        var pairs = await FillAsync(services, data, rows, stop);
        await File.WriteAllLinesAsync(path, [.. pairs.Select(p => $"{p.Body},{p.Member},2024").Prepend("body,member,valid_from")], stop);
        List<double> plain = [];
        List<double> imported = [];
        var memory = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            plain.Add(await TimeAsync(services, (db, ct) => AddRangeAsync(db, pairs, ct), stop));
            await DeleteAsync(services, stop);
            GC.Collect();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            imported.Add(await TimeAsync(services, (db, ct) => ImportAsync(db, path, rows, () => memory = Math.Max(memory, GC.GetTotalMemory(forceFullCollection: false) - before), ct), stop));
            await DeleteAsync(services, stop);
        }

        var (ef, import) = (rows / plain.Min(), rows / imported.Min());
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {rows:N0} | {ef:N0} | {import:N0} | {import / ef:0.00} | {memory / 1_048_576} | {(import * Allowed >= ef ? "yes" : "NO")} |");
    }

    private static async Task<List<(string Body, string Member, string SortKey)>> FillAsync(ServiceProvider services, DirectoryInfo data, int rows, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        await db.MigrateAsync(stop);
        if (await ReferenceData.LoadAsync(db, data.FullName, TimeProvider.System, stop) is { Succeeded: false } failed)
        {
            throw new InvalidOperationException($"The data files have errors: {failed.Errors[0]}");
        }

        var facts = new GeneratedFacts(Size.Large, ["Ås", "Bø", "Nes"]);
        await BulkInsert.InsertAsync(db, [GeneratedSource.Document], stop);
        await BulkInsert.InsertAsync(db, facts.Organisations(await db.Organisations.CountAsync(stop)), stop);
        var bodies = await db.Organisations.Where(o => o.Key.StartsWith("gen-")).OrderBy(o => o.Key).Select(o => new { o.Key, o.SortKey }).ToListAsync(stop);
        return [.. Enumerable.Range(0, rows).Select(i => (Body: i / MembersOfBody, Member: i % MembersOfBody)).Select(i => (bodies[i.Body].Key, bodies[bodies.Count - 1 - i.Member].Key, bodies[bodies.Count - 1 - i.Member].SortKey))];
    }

    private static async Task<double> TimeAsync(ServiceProvider services, Func<SamstyringDb, CancellationToken, Task> work, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        var watch = Stopwatch.StartNew();
        await work(db, stop);
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task AddRangeAsync(SamstyringDb db, List<(string Body, string Member, string SortKey)> pairs, CancellationToken ct)
    {
        db.AddRange(pairs.Select(p => new Membership
        {
            Id = MembershipId.Of($"{p.Body}/{p.Member}"),
            Body = OrganisationId.Of(p.Body),
            Member = OrganisationId.Of(p.Member),
            SortKey = p.SortKey,
            ValidFrom = "2024",
            Provenance = new("samstyring", "2026-01-01", Certainty.Stated),
        }));
        db.Record(new RecordsImported(Guid.CreateVersion7(), "-", "-", [], Actor.Installation, TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }

    private static async Task ImportAsync(SamstyringDb db, string path, int rows, Action afterBatch, CancellationToken ct)
    {
        await using var content = File.OpenRead(path);
        using var file = await ImportFile.ReceiveAsync("memberships.csv", content, ct);
        var report = await new ImportRecords(db, TimeProvider.System).RunAsync("memberships", file, new(IsDryRun: false, By: null, "Measured."), new AfterBatch(afterBatch), ct);
        if (report.Added != rows)
        {
            throw new InvalidOperationException($"The import added {report.Added} of {rows} rows. {(report.Errors is [var first, ..] ? first : null)}");
        }
    }

    /// <summary>The rows of the benchmark only; the chain grows, as it does.</summary>
    private static async Task DeleteAsync(ServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        await db.Memberships.Where(m => m.ValidFrom == "2024" && m.Provenance.Source == "samstyring").ExecuteDeleteAsync(stop);
    }

    private sealed class AfterBatch(Action act) : IProgress<int>
    {
        public void Report(int value) => act();
    }
}
