using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Cli.Tests;

public sealed class VerifyTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_chain_that_holds_is_reported_on_standard_output(DatabaseKind kind)
    {
        await using var database = await ChainAsync(kind);
        var head = await HeadAsync(database);

        var run = await Programs.SamstyringAsync("verify", "--head", head, "--database", database.ConnectionString);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("The chain holds: 3 links.", run.Errors.Trim());
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((true, head, 3, 0), (report.GetProperty("holds").GetBoolean(), report.GetProperty("head").GetString(), report.GetProperty("checked").GetInt32(), report.GetProperty("erased").GetInt32()));
        Assert.Empty(report.GetProperty("findings").EnumerateArray());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_changed_link_and_a_chain_that_was_cut_off_are_refused_with_where(DatabaseKind kind)
    {
        await using var database = await ChainAsync(kind);
        var head = await HeadAsync(database);
        await using (var db = database.Open())
        {
            await db.AuditSubjects.ExecuteDeleteAsync();
            await db.AuditEntries.Where(e => e.Number == 3).ExecuteDeleteAsync();
            await db.AuditEntries.Where(e => e.Number == 2).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, "[]"));
        }

        var run = await Programs.SamstyringAsync("verify", "--head", head, "--database", database.ConnectionString);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("does not hold", run.Errors);
        var findings = JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray().Select(f => (f.GetProperty("number").GetInt32(), f.GetProperty("fault").GetString()));
        Assert.Equal([(2, "payload_changed"), (3, "cut_off")], findings);
    }

    [Theory]
    [InlineData(2, "--head", "12:abc")]
    [InlineData(2, "--database", "not a connection string")]
    [InlineData(3, "--database", "Data Source=/no/such/folder/samstyring.db")]
    [InlineData(3, "--database", "Host=/no/such/folder;Database=samstyring")]
    public async Task What_cannot_be_verified_is_said_on_standard_error_alone(int exitCode, params string[] arguments)
    {
        var run = await Programs.SamstyringAsync(["verify", .. arguments]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    [Fact]
    public async Task Looking_for_a_database_makes_none()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");

        var run = await Programs.SamstyringAsync("verify", "--database", "Data Source=" + file);

        Assert.Equal(3, run.ExitCode);
        Assert.False(File.Exists(file));
    }

    private static async Task<TestDatabase> ChainAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.LoadedAsync(kind);
        await using var db = database.Open();
        db.Record(new Happened());
        db.Record(new Happened());
        await db.SaveChangesAsync();
        return database;
    }

    private static async Task<string> HeadAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return (await AuditChain.HeadAsync(db, CancellationToken.None)).ToString();
    }
}

/// <summary>Something to make links of.</summary>
internal sealed record Happened() : DomainEvent(Actor.Installation, DateTimeOffset.UnixEpoch)
{
    public override IReadOnlyList<Subject> Subjects => [new("test", "test")];
}
