using System.Diagnostics;
using System.Globalization;

namespace Samstyring.Benchmarks;

/// <summary>A PostgreSQL of its own in a temporary folder, on a free port, with the settings it comes with. Gone when disposed.</summary>
internal sealed class TemporaryPostgres : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samstyring-postgres-");
    private readonly int _port = Commands.FreePort();

    private TemporaryPostgres()
    {
    }

    /// <summary>What the server calls itself, with its version.</summary>
    public string Version { get; private set; } = "";

    public static async Task<TemporaryPostgres> StartAsync()
    {
        var postgres = new TemporaryPostgres();
        await postgres.InitialiseAsync();
        return postgres;
    }

    public string Connection(string database) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Database={database};Username=samstyring");

    /// <summary>Kills the server with SIGKILL, as when the power goes; what it started sees that and ends.</summary>
    public async Task KillAsync()
    {
        var number = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0].Trim();
        using var server = Process.GetProcessById(int.Parse(number, CultureInfo.InvariantCulture));
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>Starts the server on what it left. It refuses until the last of what it had started is gone.</summary>
    public async Task StartAgainAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await StartServerAsync();
                return;
            }
            catch (InvalidOperationException) when (attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "stop", "-D", Data, "-m", "fast", "-w");
        _folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    private async Task InitialiseAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await Commands.RunAsync("chown", ["postgres", _folder.FullName]);
        }

        await RunAsync("initdb", "-D", Data, "-U", "samstyring", "-A", "trust", "-E", "UTF8", "--locale=C");
        await StartServerAsync();
        Version = (await RunAsync("postgres", "--version")).Trim();
    }

    private Task<string> StartServerAsync() =>
        RunAsync("pg_ctl", "start", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o", string.Create(CultureInfo.InvariantCulture, $"-p {_port} -k {_folder.FullName} -c listen_addresses=127.0.0.1"));

    /// <summary>The server refuses to run as root: then it runs as postgres.</summary>
    private static Task<string> RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Commands.RunAsync("runuser", ["-u", "postgres", "--", Program(program), .. arguments])
        : Commands.RunAsync(Program(program), arguments);

    /// <summary>Debian keeps the server's programs beside the path.</summary>
    private static string Program(string name)
    {
        const string Debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(Debian) ? Directory.EnumerateFiles(Debian, name, SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal).FirstOrDefault() : null;
        return installed ?? name;
    }
}
