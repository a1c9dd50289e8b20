using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Trace;
using Samstyring.TestKit;

namespace Samstyring.Cli.Tests;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samstyring-backup-");

    [Fact]
    public async Task A_backup_taken_while_many_write_is_whole_and_its_chain_holds_after_the_restore()
    {
        await using var source = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => WriteAsync(source, stop.Token))).ToList();
        Assert.Equal(0, (await BackupAsync(source.ConnectionString)).ExitCode);
        await stop.CancelAsync();
        var written = (await Task.WhenAll(writers)).Sum();

        var restored = "Data Source=" + InFolder("restored.db");
        var run = await Programs.SamstyringAsync("restore", InFolder("a.backup"), "--database", restored);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var head = Json(run).GetProperty("manifest").GetProperty("head").GetString()!;
        var verified = await Programs.SamstyringAsync("verify", "--head", head, "--database", restored);
        Assert.Equal(0, verified.ExitCode);
        Assert.Equal(head, Json(verified).GetProperty("head").GetString());
        Assert.InRange(ChainHead.Parse(head)!.Number, 1, 1 + written);
        Assert.True(written > 0);
    }

    [Fact]
    public async Task The_manifest_says_what_the_backup_is()
    {
        await using var source = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);

        var run = await BackupAsync(source.ConnectionString);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(InFolder("a.backup.json"))).RootElement;
        Assert.Equal(Json(run).ToString(), manifest.ToString());
        Assert.Equal(new FileInfo(InFolder("a.backup")).Length, manifest.GetProperty("bytes").GetInt64());
        Assert.Matches("^[0-9a-f]{64}$", manifest.GetProperty("sha256").GetString());
        Assert.Matches("^1:[0-9a-f]{64}$", manifest.GetProperty("head").GetString());
        await using var db = source.Open();
        Assert.Equal(db.Database.GetMigrations().Last(), manifest.GetProperty("migration").GetString());
        Assert.Equal(["a.backup", "a.backup.json"], _folder.EnumerateFiles().Select(file => file.Name).Order());
    }

    [Fact]
    public async Task A_restore_keeps_the_database_that_was_there_beside_it()
    {
        await using var source = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        await BackupAsync(source.ConnectionString);
        var target = InFolder("samstyring.db");
        await File.WriteAllTextAsync(target, "what was there");

        var run = await Programs.SamstyringAsync("restore", InFolder("a.backup"), "--database", "Data Source=" + target);

        Assert.Equal(0, run.ExitCode);
        var replaced = Json(run).GetProperty("replaced").GetString()!;
        Assert.StartsWith(target + ".before-restore-", replaced);
        Assert.Equal("what was there", await File.ReadAllTextAsync(replaced));
        Assert.Equal(0, (await Programs.SamstyringAsync("verify", "--database", "Data Source=" + target)).ExitCode);
    }

    [Theory]
    [InlineData("a.backup", "not the one that its manifest describes")]
    [InlineData("a.backup.json", "manifest")]
    public async Task A_damaged_backup_is_refused_and_nothing_is_changed(string damaged, string said)
    {
        await using var source = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        await BackupAsync(source.ConnectionString);
        var bytes = await File.ReadAllBytesAsync(InFolder(damaged));
        bytes[bytes.Length / 2] ^= 0xFF;
        await File.WriteAllBytesAsync(InFolder(damaged), bytes);
        await File.WriteAllTextAsync(InFolder("samstyring.db"), "what was there");

        await AssertRefusedAsync(said);

        Assert.Equal("what was there", await File.ReadAllTextAsync(InFolder("samstyring.db")));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET \"Event\" = 'nothing-happened'", "chain of changes")]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '10.0.14')", "newer version")]
    [InlineData("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'IX_affiliations_Organisation'", "not whole")]
    public async Task A_backup_with_a_manifest_made_to_fit_is_still_proved(string damage, string said)
    {
        await using var source = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        await BackupAsync(source.ConnectionString);
        await using (var connection = new SqliteConnection($"Data Source={InFolder("a.backup")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
            command.CommandText = damage;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }

        var manifest = await File.ReadAllTextAsync(InFolder("a.backup.json"));
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(InFolder("a.backup"))));
        await File.WriteAllTextAsync(InFolder("a.backup.json"), manifest.Replace(JsonDocument.Parse(manifest).RootElement.GetProperty("sha256").GetString()!, digest));

        await AssertRefusedAsync(said);
    }

    [Fact]
    public async Task A_running_server_is_backed_up_but_not_restored_over()
    {
        var database = "Data Source=" + InFolder("samstyring.db");
        var (web, address) = await Programs.WebAsync(database);
        try
        {
            Assert.Equal(0, (await BackupAsync(database)).ExitCode);

            await AssertRefusedAsync("in use");

            using var client = new HttpClient();
            Assert.Equal("ok", await client.GetStringAsync(new Uri(address + "/health/ready")));
        }
        finally
        {
            web.Kill();
            await web.WaitForExitAsync();
            web.Dispose();
        }

        Assert.Equal(0, (await Programs.SamstyringAsync("restore", InFolder("a.backup"), "--database", database)).ExitCode);
    }

    [Theory]
    [InlineData(1, "a.backup", "Data Source={db}")]
    [InlineData(2, "b.backup", "Host=localhost;Database=samstyring")]
    [InlineData(3, "b.backup", "Data Source=/no/such/folder/samstyring.db")]
    public async Task What_cannot_be_backed_up_is_said_on_standard_error_alone(int exitCode, string file, string database)
    {
        await using var source = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(InFolder("a.backup"), "what was there");

        var run = await Programs.SamstyringAsync("backup", InFolder(file), "--database", database.Replace("Data Source={db}", source.ConnectionString));

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("   at ", run.Errors);
        Assert.Equal(["a.backup"], _folder.EnumerateFiles().Select(f => f.Name));
        Assert.Equal("what was there", await File.ReadAllTextAsync(InFolder("a.backup")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonElement Json(Run run) => JsonDocument.Parse(run.Output).RootElement;

    private static async Task<int> WriteAsync(TestDatabase database, CancellationToken stop)
    {
        var written = 0;
        while (!stop.IsCancellationRequested)
        {
            await using var db = database.Open();
            db.Record(new Happened());
            await db.SaveChangesAsync(CancellationToken.None);
            written++;
        }

        return written;
    }

    private Task<Run> BackupAsync(string database) => Programs.SamstyringAsync("backup", InFolder("a.backup"), "--database", database);

    private async Task AssertRefusedAsync(string said)
    {
        var run = await Programs.SamstyringAsync("restore", InFolder("a.backup"), "--database", "Data Source=" + InFolder("samstyring.db"));
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Errors);
        Assert.DoesNotContain(_folder.EnumerateFiles(), file => file.Name.EndsWith(".part", StringComparison.Ordinal) || file.Name.Contains("before-restore"));
    }

    private string InFolder(string file) => Path.Combine(_folder.FullName, file);
}
