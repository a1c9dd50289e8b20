using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.Data;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Benchmarks;

/// <summary>Something was written to see whether it stays.</summary>
internal sealed record DrillWrote(string Name, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override IReadOnlyList<Subject> Subjects => [new(DrillWriter.SubjectType, Name)];
}

/// <summary>The program that is killed: many writers at once, each a fact and its link in the chain at a time.</summary>
internal static class DrillWriter
{
    public const string SubjectType = "drill";

    public const string Prefix = "drill-";

    private static readonly OrganisationId Digdir = OrganisationId.Of("digdir");

    /// <summary>Writes until it is killed. What the database has acknowledged goes to a file, and the disk has it before the next one is written.</summary>
    public static async Task RunAsync(string database, FileInfo acknowledged, int writers, CancellationToken stop)
    {
        await using var services = new ServiceCollection().AddSamstyringDatabase(database).BuildServiceProvider();
        await using var file = new FileStream(acknowledged.FullName, FileMode.Append, FileAccess.Write, FileShare.Read);
        using var door = new SemaphoreSlim(1, 1);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    var name = Prefix + Guid.CreateVersion7().ToString("N");
                    await WriteAsync(services, db => db.Add(Fact(name)), new DrillWrote(name, Actor.Installation, TimeProvider.System.GetUtcNow()), stop);
                    await door.WaitAsync(stop);
                    try
                    {
                        file.Write(Encoding.ASCII.GetBytes(name + "\n"));
                        file.Flush(flushToDisk: true);
                    }
                    finally
                    {
                        door.Release();
                    }
                }
            },
            stop)));
    }

    /// <summary>How many rows many writers store in a second, each in a transaction of its own, with or without a link of the chain beside each.</summary>
    public static async Task<double> RateAsync(string database, int writers, TimeSpan time, bool chained)
    {
        await using var services = new ServiceCollection().AddSamstyringDatabase(database).BuildServiceProvider();
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var mine = 0;
            while (clock.Elapsed < time)
            {
                var now = TimeProvider.System.GetUtcNow();
                var name = string.Create(CultureInfo.InvariantCulture, $"{writer}-{mine}");
                await WriteAsync(services, db => db.Add(new RestrictedRead { At = now, Type = SubjectType, Key = name }), chained ? new DrillWrote(name, Actor.Installation, now) : null, CancellationToken.None);
                mine++;
            }

            return mine;
        })));
        return written.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task WriteAsync(ServiceProvider services, Action<SamstyringDb> change, DomainEvent? happened, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        change(db);
        if (happened is not null)
        {
            db.Record(happened);
        }

        await db.SaveChangesAsync(stop);
    }

    private static OrganisationAlias Fact(string name) =>
        new() { Alias = name, Organisation = Digdir, Note = LocalizedText.Unknown, Provenance = new("003", "2026", Certainty.Stated) };
}
