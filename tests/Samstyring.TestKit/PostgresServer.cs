using System.Diagnostics;

namespace Samstyring.TestKit;

/// <summary>The PostgreSQL server of this test process: <c>postgres.sh</c> says how it lives and ends.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Held so that the server's standard input stays open for as long as this process lives.</summary>
    private static Process? _process;

    public static async Task<string> ConnectionStringAsync(string database) =>
        $"Host={await Started.Value};Username=postgres;Database={database}";

    private static async Task<string> StartAsync()
    {
        using var script = new StreamReader(typeof(PostgresServer).Assembly.GetManifestResourceStream("postgres.sh")!);
        string[] asPostgres = Environment.UserName is "root" ? ["runuser", "-u", "postgres", "--"] : [];
        string[] command = ["setsid", .. asPostgres, "sh", "-c", await script.ReadToEndAsync()];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        return await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("PostgreSQL did not start, and a test that skips a database tests nothing: " + await _process.StandardError.ReadToEndAsync());
    }
}
