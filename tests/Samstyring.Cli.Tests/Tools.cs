using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Samstyring.Cli.Tests;

/// <summary>Programs of the machine that the tests run.</summary>
internal static class Tools
{
    /// <summary>Debian keeps PostgreSQL's programs, and those of administrators, beside the path of people.</summary>
    private static readonly string SearchPath = string.Join(':', Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => version + "/bin") : [])
        + $":{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin";

    public static ProcessStartInfo Program(string name, params IEnumerable<string> arguments)
    {
        var path = SearchPath.Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"This test runs {name}, which is not on this machine. ./dev test installs what it needs, as root.");
        ProcessStartInfo start = new(path, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = SearchPath;
        return start;
    }

    public static async Task<Run> RunAsync(ProcessStartInfo program)
    {
        using var process = Process.Start(program)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return new(process.ExitCode, await output, await errors);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
