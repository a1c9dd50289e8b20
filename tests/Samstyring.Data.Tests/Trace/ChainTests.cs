using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests.Trace;

public sealed class ChainTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_load_of_the_facts_is_the_first_link_and_the_chain_holds(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();

        var report = await ChainCheck.RunAsync(db, kept: null, CancellationToken.None);

        Assert.True(report.Holds);
        Assert.Equal(1, report.Head.Number);
        var link = await db.AuditEntries.SingleAsync();
        Assert.Equal(("reference-loaded", "installation", "reference"), (link.Event, link.SubjectType, link.SubjectKey));
        Assert.Contains("\"added\":", link.Payload);
        Assert.DoesNotContain("subjects", link.Payload);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_thing_leads_to_the_links_of_its_history(DatabaseKind kind)
    {
        await using var database = await ChainAsync(kind, links: 3);
        await using var db = database.Open();

        var numbers = await db.AuditSubjects.Where(s => s.Type == "thing" && s.Key == "second").Select(s => s.Number).ToListAsync();

        Assert.Equal([3L], numbers);
        Assert.Equal(3, await db.AuditSubjects.CountAsync(s => s.Type == "whole"));
    }

    [Fact]
    public async Task On_PostgreSQL_a_writer_is_answered_when_the_disk_has_the_link_and_holds_the_chain_no_longer_than_the_commit()
    {
        await using var database = await ChainAsync(DatabaseKind.Postgres, links: 1);
        for (var link = 2; link <= 20; link++)
        {
            await using var db = database.Open();
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlAsync($"SET synchronous_commit TO ON");
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Record(new ThingHappened($"{link}"));
            await db.SaveChangesAsync();
            var waits = await db.Database.SqlQuery<string>($"SELECT current_setting('synchronous_commit') AS \"Value\"").SingleAsync();
            var before = await PlaceAsync(db, "pg_current_wal_insert_lsn()");

            await transaction.CommitAsync();

            Assert.Equal("off", waits);
            Assert.True(await PlaceAsync(db, "pg_current_wal_flush_lsn()") > before);
            Assert.NotEqual("off", await db.Database.SqlQuery<string>($"SELECT current_setting('synchronous_commit') AS \"Value\"").SingleAsync());
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET \"Event\" = 'nothing-happened' WHERE \"Number\" = 3", 3, ChainFault.Changed)]
    [InlineData(DatabaseKind.Postgres, "UPDATE audit_entries SET \"Event\" = 'nothing-happened' WHERE \"Number\" = 3", 3, ChainFault.Changed)]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET \"SubjectKey\" = 'other' WHERE \"Number\" = 2", 2, ChainFault.Changed)]
    [InlineData(DatabaseKind.Postgres, "UPDATE audit_entries SET \"At\" = \"At\" + INTERVAL '1 second' WHERE \"Number\" = 2", 2, ChainFault.Changed)]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET \"Payload\" = '[]' WHERE \"Number\" = 3", 3, ChainFault.PayloadChanged)]
    [InlineData(DatabaseKind.Postgres, "UPDATE audit_entries SET \"Payload\" = '[]' WHERE \"Number\" = 3", 3, ChainFault.PayloadChanged)]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET \"Payload\" = NULL WHERE \"Number\" = 3", 3, ChainFault.PayloadChanged)]
    [InlineData(DatabaseKind.Sqlite, "DELETE FROM audit_subjects; DELETE FROM audit_entries WHERE \"Number\" = 3", 4, ChainFault.Gap)]
    [InlineData(DatabaseKind.Postgres, "DELETE FROM audit_subjects; DELETE FROM audit_entries WHERE \"Number\" = 3", 4, ChainFault.Gap)]
    [InlineData(DatabaseKind.Sqlite, "DELETE FROM audit_subjects; UPDATE audit_entries SET \"Number\" = 99 WHERE \"Number\" = 2; UPDATE audit_entries SET \"Number\" = 2 WHERE \"Number\" = 3; UPDATE audit_entries SET \"Number\" = 3 WHERE \"Number\" = 99", 2, ChainFault.Broken)]
    [InlineData(DatabaseKind.Postgres, "DELETE FROM audit_subjects; UPDATE audit_entries SET \"Number\" = 99 WHERE \"Number\" = 2; UPDATE audit_entries SET \"Number\" = 2 WHERE \"Number\" = 3; UPDATE audit_entries SET \"Number\" = 3 WHERE \"Number\" = 99", 2, ChainFault.Broken)]
    [InlineData(DatabaseKind.Sqlite, "DELETE FROM audit_subjects; DELETE FROM audit_entries WHERE \"Number\" >= 4", 5, ChainFault.CutOff)]
    [InlineData(DatabaseKind.Postgres, "DELETE FROM audit_subjects; DELETE FROM audit_entries WHERE \"Number\" >= 4", 5, ChainFault.CutOff)]
    public async Task What_somebody_did_to_the_chain_is_found_where_it_was_done(DatabaseKind kind, string damage, long number, ChainFault fault)
    {
        await using var database = await ChainAsync(kind, links: 4);
        await using var db = database.Open();
        var kept = await AuditChain.HeadAsync(db, CancellationToken.None);
        Assert.True((await ChainCheck.RunAsync(db, kept, CancellationToken.None)).Holds);
#pragma warning disable EF1002 // Written above.
        await db.Database.ExecuteSqlRawAsync(damage);
#pragma warning restore EF1002

        var report = await ChainCheck.RunAsync(db, kept, CancellationToken.None);

        Assert.False(report.Holds);
        Assert.Contains(new ChainFinding(number, fault), report.Findings);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_erased_payload_leaves_a_chain_that_holds(DatabaseKind kind)
    {
        await using var database = await ChainAsync(kind, links: 4);
        await using var db = database.Open();
        var kept = await AuditChain.HeadAsync(db, CancellationToken.None);
        await db.AuditEntries.Where(e => e.Number == 3).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, (string?)null).SetProperty(x => x.Salt, (string?)null));

        var report = await ChainCheck.RunAsync(db, kept, CancellationToken.None);

        Assert.True(report.Holds);
        Assert.Equal((1, kept), (report.Erased, report.Head));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_last_links_are_followed_alone_and_held_against_an_older_head(DatabaseKind kind)
    {
        await using var database = await ChainAsync(kind, links: 4);
        await using var db = database.Open();
        var second = await db.AuditEntries.Where(e => e.Number == 2).Select(e => new ChainHead(e.Number, e.Hash)).SingleAsync();
        await db.AuditEntries.Where(e => e.Number == 1).ExecuteUpdateAsync(e => e.SetProperty(x => x.Event, "nothing-happened"));

        var last = await ChainCheck.RunAsync(db, second, last: 2, CancellationToken.None);
        var all = await ChainCheck.RunAsync(db, second, last: 5, CancellationToken.None);
        var wrong = await ChainCheck.RunAsync(db, second with { Hash = ChainHead.Empty.Hash }, last: 2, CancellationToken.None);

        Assert.Equal((true, 2L, 5L), (last.Holds, last.Checked, last.Head.Number));
        Assert.Equal([new ChainFinding(1, ChainFault.Changed)], all.Findings);
        Assert.Equal([new ChainFinding(2, ChainFault.CutOff)], wrong.Findings);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Fifty_writers_at_once_leave_no_gap(DatabaseKind kind)
    {
        const int writers = 50, each = 4;
        await using var database = await ChainAsync(kind, links: 0);

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                await using var db = database.Open();
                db.Record(new ThingHappened($"{writer}-{i}"));
                await db.SaveChangesAsync();
            }
        })));

        await using var after = database.Open();
        var report = await ChainCheck.RunAsync(after, kept: null, CancellationToken.None);
        Assert.True(report.Holds, string.Join('\n', report.Findings));
        Assert.Equal(1 + (writers * each), report.Head.Number);
        Assert.Equal(writers * each, await after.AuditEntries.Where(e => e.Event == "thing-happened").Select(e => e.SubjectKey).Distinct().CountAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_change_that_nothing_tells_of_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        var membership = await db.Memberships.AsTracking().OrderBy(m => m.Id).FirstAsync();
        db.Entry(membership).Property(m => m.ValidTo).CurrentValue = "2026";

        await Assert.ThrowsAsync<UntracedChangeException>(() => db.SaveChangesAsync());

        await using var after = database.Open();
        Assert.Null((await after.Memberships.SingleAsync(m => m.Id == membership.Id)).ValidTo);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_change_that_fails_leaves_no_link(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using (var db = database.Open())
        {
            var twice = await db.Memberships.OrderBy(m => m.Id).FirstAsync();
            db.Add(twice);
            db.Record(new ThingHappened("never"));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await using var after = database.Open();
        Assert.Equal(1, (await AuditChain.HeadAsync(after, CancellationToken.None)).Number);
    }

    [Theory]
    [InlineData("12:0000000000000000000000000000000000000000000000000000000000000000", true)]
    [InlineData("12:00", false)]
    [InlineData("x:0000000000000000000000000000000000000000000000000000000000000000", false)]
    [InlineData("", false)]
    public void A_head_is_a_number_and_a_hash(string text, bool isHead)
    {
        var head = ChainHead.Parse(text);

        Assert.Equal(isHead, head is not null);
        Assert.Equal(isHead ? text : null, head?.ToString());
    }

    /// <summary>The link of the load, and as many more as asked for.</summary>
    private static async Task<TestDatabase> ChainAsync(DatabaseKind kind, int links)
    {
        string[] names = ["first", "second", "third", "fourth"];
        var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        foreach (var name in names.Take(links))
        {
            db.Record(new ThingHappened(name));
            await db.SaveChangesAsync();
        }

        return database;
    }

    /// <summary>A place in PostgreSQL's log, in bytes from its beginning.</summary>
    private static Task<decimal> PlaceAsync(SamstyringDb db, string function) =>
#pragma warning disable EF1002 // Written above.
        db.Database.SqlQueryRaw<decimal>($"SELECT pg_wal_lsn_diff({function}, '0/0') AS \"Value\"").SingleAsync();
#pragma warning restore EF1002

    private sealed record ThingHappened(string Name) : DomainEvent(Actor.Installation, Noon)
    {
        public override IReadOnlyList<Subject> Subjects => [new("thing", Name), new("whole", "all")];
    }
}
