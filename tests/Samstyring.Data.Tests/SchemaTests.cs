using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests;

public sealed class SchemaTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_empty_database_becomes_a_whole_one_and_empty_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        await using var db = database.Open();

        await db.MigrateAsync(CancellationToken.None);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await db.Organisations.CountAsync());

        await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Organisations.CountAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_migrations_make_what_the_model_says(DatabaseKind kind)
    {
        await using var db = (await TestDatabase.SharedAsync(kind)).Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Sqlite_writes_ahead_waits_for_the_disk_and_holds_its_foreign_keys()
    {
        await using var db = (await TestDatabase.SharedAsync(DatabaseKind.Sqlite)).Open();

        Assert.Equal("wal", await PragmaAsync<string>("journal_mode"));
        Assert.Equal(2, await PragmaAsync<long>("synchronous"));
        Assert.Equal(1, await PragmaAsync<long>("foreign_keys"));

        async Task<T> PragmaAsync<T>(string name)
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + name;
            return (T)(await command.ExecuteScalarAsync())!;
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_fact_cannot_point_to_a_body_that_is_not_there(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        db.Add(new OrganisationAlias { Alias = "nowhere", Organisation = OrganisationId.Of("nowhere"), Note = LocalizedText.Unknown, Provenance = new("003", "2021", Certainty.Stated) });

        db.Record(new Told());

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Every_value_comes_back_as_it_was_stored(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var stored = new OrganisationAlias
        {
            Alias = "Čáhcesuolu – «æøå» \U0001F600 ' \" \\ % _",
            Organisation = OrganisationId.Of("0301"),
            Note = new("bokmål", null, ""),
            Provenance = new("003 §1", "2022-04-02", Certainty.Ambiguous),
        };
        db.Add(stored);
        db.Record(new Told());
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        var read = await db.OrganisationAliases.SingleAsync(a => a.Alias == stored.Alias);

        Assert.Equal((stored.Organisation, stored.Note, stored.Provenance), (read.Organisation, read.Note, read.Provenance));
    }
}
