using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Samstyring.Data.Loading;
using Samstyring.Data.Trace;
using Samstyring.Domain.Organisations;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests.Upgrade;

/// <summary>
/// A database of each release becomes one of today, and loses nothing. A release adds a snapshot:
/// <c>SAMSTYRING_SNAPSHOT=Name dotnet test --filter Upgrade</c>, where <c>Name</c> is its last migration.
/// </summary>
public sealed class UpgradeTests
{
    public static TheoryData<DatabaseKind, string> Releases() => [.. from kind in Enum.GetValues<DatabaseKind>() from release in Snapshot.Releases() select (kind, release)];

    [Theory, MemberData(nameof(Releases))]
    public async Task A_database_of_a_release_keeps_every_row_and_every_value(DatabaseKind kind, string release)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync(release);
        await Snapshot.LoadAsync(db, Snapshot.PathOf(release));
        var shape = await Snapshot.ShapeAsync(db);
        Dictionary<string, IReadOnlyList<string>> before = new(StringComparer.Ordinal);
        foreach (var (table, columns) in shape)
        {
            before[table] = await Snapshot.TextsAsync(db, table, columns);
            Assert.True(before[table].Count > 0, $"The snapshot has no row in {table}, and proves nothing of it.");
        }

        await db.MigrateAsync(CancellationToken.None);

        foreach (var (table, columns) in shape)
        {
            Assert.Equal(before[table], await Snapshot.TextsAsync(db, table, columns));
        }
    }

    [Theory, MemberData(nameof(Releases))]
    public async Task A_database_of_a_release_starts_as_one_of_today(DatabaseKind kind, string release)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync(release);
        await Snapshot.LoadAsync(db, Snapshot.PathOf(release));
        await db.MigrateAsync(CancellationToken.None);

        var report = await ReferenceData.LoadAsync(db, Repository.ReferenceData, TimeProvider.System, CancellationToken.None);

        Assert.True(report.Succeeded, string.Join('\n', report.Errors));
        await using var fresh = (await TestDatabase.SharedAsync(kind)).Open();
        Assert.Equal(await fresh.Organisations.OrderBy(o => o.Key).Select(o => o.Key).ToListAsync(), await db.Organisations.OrderBy(o => o.Key).Select(o => o.Key).ToListAsync());
        Assert.True((await ChainCheck.RunAsync(db, kept: null, CancellationToken.None)).Holds);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_fee_that_was_kept_in_øre_is_the_same_in_kroner(DatabaseKind kind)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync("Registry");
        await Snapshot.LoadAsync(db, Snapshot.PathOf("Registry"));
        await db.GetService<IMigrator>().MigrateAsync("NetworkWork");
        const string Fee = """INSERT INTO network_parts ("Id", "Network", "Type", "Provenance_AsOf", "Provenance_Certainty", "Provenance_Source", "Amount", "Order") SELECT "Id", "Id", 'network-fee', '2026', 'stated', 'digi-agder-web', 12350, 1 FROM networks LIMIT 1""";
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(Fee));

        await db.MigrateAsync(CancellationToken.None);

        Assert.Equal(123.50m, (await db.Set<NetworkFee>().SingleAsync()).Amount);
    }

    [Fact]
    public async Task A_snapshot_gives_back_the_rows_that_it_was_made_of()
    {
        var asked = Environment.GetEnvironmentVariable("SAMSTYRING_SNAPSHOT");
        var path = asked is null ? Path.GetTempFileName() : Snapshot.PathOf(asked);
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync(asked);
        var shape = await Snapshot.ShapeAsync(db);
        await using var loaded = (await TestDatabase.SharedAsync(DatabaseKind.Sqlite)).Open();

        await Snapshot.WriteAsync(loaded, shape, path);
        await Snapshot.LoadAsync(db, path);

        foreach (var (table, columns) in shape.Where(t => !t.Key.StartsWith("search_", StringComparison.Ordinal)))
        {
            Assert.Equal(await Snapshot.TextsAsync(loaded, table, columns), await Snapshot.TextsAsync(db, table, columns));
        }
    }
}
