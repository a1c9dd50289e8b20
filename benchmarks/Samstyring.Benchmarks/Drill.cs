using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samstyring.Data;
using Samstyring.Data.Loading;
using Samstyring.Data.Trace;

namespace Samstyring.Benchmarks;

/// <summary>What one kill left.</summary>
/// <param name="Killed">What was killed: the writer, and in every second round PostgreSQL's server too.</param>
/// <param name="Acknowledged">Writes that the writer was told were stored, in all rounds until now.</param>
/// <param name="Lost">Of these, those that are not there with their link.</param>
/// <param name="Halves">Facts without a link and links without a fact.</param>
/// <param name="Restart">Until the database answered again, with its schema checked.</param>
internal sealed record DrillRound(string Database, int Round, string Killed, int Acknowledged, int Lost, int Halves, ChainReport Chain, bool IsWhole, TimeSpan Restart)
{
    public bool Holds => Lost == 0 && Halves == 0 && Chain.Holds && IsWhole;
}

/// <summary>Kills a program that many writers write with, again and again, and looks at what is left: nothing acknowledged may be lost, and nothing may be half.</summary>
internal sealed class Drill(string database, string connection, int writers, int kills, TemporaryPostgres? postgres, CancellationToken stop)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FileInfo _acknowledged = new(Path.GetTempFileName());

    private ChainHead? _kept;

    /// <summary>Rounds, and the writes a second with and without the chain.</summary>
    public async Task<(IReadOnlyList<DrillRound> Rounds, double Chained, double Unchained)> RunAsync(string data)
    {
        await OpenAsync(async db =>
        {
            await db.MigrateAsync(stop);
            return await ReferenceData.LoadAsync(db, data, TimeProvider.System, stop);
        });
        List<DrillRound> rounds = [];
        for (var round = 1; round <= kills; round++)
        {
            var server = postgres is not null && round % 2 == 0;
            await KillAsync(server);
            rounds.Add(await LookAsync(round, server ? "writer and server" : "writer"));
            await Console.Error.WriteLineAsync($"{database}, kill {round} of {kills}: {(rounds[^1].Holds ? "nothing lost" : "FAILED")}");
        }

        _acknowledged.Delete();
        var time = TimeSpan.FromSeconds(5);
        return (rounds, await DrillWriter.RateAsync(connection, writers, time, chained: true), await DrillWriter.RateAsync(connection, writers, time, chained: false));
    }

    /// <summary>Starts the writer, waits until it writes and a random while more, and kills it with SIGKILL.</summary>
    private async Task KillAsync(bool server)
    {
        var before = Acknowledged().Count;
        ProcessStartInfo start = new("dotnet", [Assembly.GetExecutingAssembly().Location, "write", "--database", connection, "--acknowledged", _acknowledged.FullName, "--writers", writers.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var writer = Process.Start(start)!;
        var errors = writer.StandardError.ReadToEndAsync(stop);
        for (var clock = Stopwatch.StartNew(); Acknowledged().Count < before + writers; await Task.Delay(20, stop))
        {
            if (writer.HasExited || clock.Elapsed > Patience)
            {
                writer.Kill();
                throw new InvalidOperationException($"The writer did not write: {await errors}");
            }
        }

        await Task.Delay(Random.Shared.Next(100, 1_500), stop);
        if (server)
        {
            await postgres!.KillAsync();
        }

        writer.Kill();
        await writer.WaitForExitAsync(stop);
        if (server)
        {
            await postgres!.StartAgainAsync();
            NpgsqlConnection.ClearAllPools();
        }
    }

    private async Task<DrillRound> LookAsync(int round, string killed)
    {
        var clock = Stopwatch.StartNew();
        await OpenAsync(async db =>
        {
            await db.MigrateAsync(stop);
            return await db.AuditEntries.AnyAsync(stop);
        });
        var restart = clock.Elapsed;
        return await OpenAsync(async db =>
        {
            var acknowledged = Acknowledged();
            var facts = (await db.OrganisationAliases.Where(a => a.Alias.StartsWith(DrillWriter.Prefix)).Select(a => a.Alias).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
            var links = (await db.AuditEntries.Where(e => e.SubjectType == DrillWriter.SubjectType).Select(e => e.SubjectKey).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
            var lost = acknowledged.Count(name => !facts.Contains(name) || !links.Contains(name));
            var chain = await ChainCheck.RunAsync(db, _kept, stop);
            _kept = chain.Head;
            var halves = facts.Except(links, StringComparer.Ordinal).Count() + links.Except(facts, StringComparer.Ordinal).Count();
            return new DrillRound(database, round, killed, acknowledged.Count, lost, halves, chain, await IsWholeAsync(db), restart);
        });
    }

    /// <summary>SQLite checks itself; PostgreSQL did when it started.</summary>
    private async Task<bool> IsWholeAsync(SamstyringDb db)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite)
        {
            return true;
        }

        await sqlite.OpenAsync(stop);
        await using var check = sqlite.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        return await check.ExecuteScalarAsync(stop) is "ok";
    }

    /// <summary>Whole lines: the last one may have been cut off by the kill, and then it says nothing.</summary>
    private List<string> Acknowledged()
    {
        using var reader = new StreamReader(new FileStream(_acknowledged.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1)];
    }

    private async Task<T> OpenAsync<T>(Func<SamstyringDb, Task<T>> look)
    {
        await using var services = new ServiceCollection().AddSamstyringDatabase(connection).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<SamstyringDb>());
    }
}
