using System.Text.RegularExpressions;
using Npgsql;
using Samstyring.Data.Trace;
using Samstyring.TestKit;

namespace Samstyring.Cli.Tests;

/// <summary>The commands of docs/operations.md, as they stand there.</summary>
public sealed partial class PostgresBackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samstyring-dump-");

    [Fact]
    public async Task The_documented_commands_dump_a_database_that_is_written_to_and_restore_it_with_its_chain()
    {
        await using var database = await TestDatabase.LoadedAsync(DatabaseKind.Postgres);
        var (dump, restore) = Commands();
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() => WriteAsync(database, stop.Token));
        ChainHead kept;
        await using (var db = database.Open())
        {
            kept = await AuditChain.HeadAsync(db, CancellationToken.None);
        }

        await BashAsync(database, dump);
        await stop.CancelAsync();
        await writer;
        await BashAsync(database, restore);

        var restored = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "samstyring_restored" }.ToString();
        var run = await Programs.SamstyringAsync("verify", "--head", kept.ToString(), "--database", restored);
        Assert.Equal((0, true), (run.ExitCode, run.Errors.Contains("holds")));
    }

    [Fact]
    public async Task A_damaged_dump_is_not_restored()
    {
        await using var database = await TestDatabase.LoadedAsync(DatabaseKind.Postgres);
        var (dump, restore) = Commands();
        await BashAsync(database, dump);
        var file = Path.Combine(_folder.FullName, "samstyring.dump");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 0xFF;
        await File.WriteAllBytesAsync(file, bytes);

        await Assert.ThrowsAsync<InvalidOperationException>(() => BashAsync(database, restore.Replace("samstyring_restored", "never_made")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The two blocks after the marker.</summary>
    private static (string Dump, string Restore) Commands()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));
        var blocks = Block().Matches(text[text.IndexOf("<!-- A test runs", StringComparison.Ordinal)..]);
        return (blocks[0].Groups["sh"].Value, blocks[1].Groups["sh"].Value);
    }

    private static async Task WriteAsync(TestDatabase database, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await using var db = database.Open();
            db.Record(new Happened());
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private async Task BashAsync(TestDatabase database, string commands)
    {
        NpgsqlConnectionStringBuilder connection = new(database.ConnectionString);
        var start = Tools.Program("bash", "-euc", commands);
        start.WorkingDirectory = _folder.FullName;
        (start.Environment["PGHOST"], start.Environment["PGUSER"], start.Environment["PGDATABASE"]) = (connection.Host, connection.Username, connection.Database);
        var run = await Tools.RunAsync(start);
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{commands}\nended with {run.ExitCode}: {run.Errors}");
        }
    }

    [GeneratedRegex(@"```sh\n(?<sh>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
