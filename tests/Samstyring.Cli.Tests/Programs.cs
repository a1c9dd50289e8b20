using System.Diagnostics;

namespace Samstyring.Cli.Tests;

/// <summary>What a run of a program left: its exit code and its two outputs.</summary>
public sealed record Run(int ExitCode, string Output, string Errors);

/// <summary>The programs as they are built, in the same configuration as the tests.</summary>
internal static class Programs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly DirectoryInfo Built = new(AppContext.BaseDirectory);

    public static string Root { get; } = Built.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;

    public static string Data { get; } = Path.Combine(Root, "data", "reference");

    public static Task<Run> SamstyringAsync(params string[] arguments) => RunAsync(Program("Samstyring.Cli", "samstyring.dll", arguments), input: null);

    /// <param name="input">What stands on standard input.</param>
    public static Task<Run> SamstyringReadingAsync(string input, params string[] arguments) => RunAsync(Program("Samstyring.Cli", "samstyring.dll", arguments), input);

    private static async Task<Run> RunAsync(ProcessStartInfo program, string? input)
    {
        program.RedirectStandardInput = input is not null;
        using var process = Process.Start(program)!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }

        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the web on a free port.</summary>
    /// <param name="settings">More settings, by name.</param>
    public static async Task<(Process Process, string Address)> WebAsync(string database, params IEnumerable<(string Name, string Value)> settings)
    {
        const string Listening = "Now listening on: ";
        var start = Program("Samstyring.Web", "Samstyring.Web.dll", ["--urls", "http://127.0.0.1:0"]);
        start.Environment["SAMSTYRING_DATABASE"] = database;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.WorkingDirectory = Path.Combine(Root, "src", "Samstyring.Web");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.IndexOf(Listening) is >= 0 and var at)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return (process, line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The web stopped before it listened.");
    }

    private static ProcessStartInfo Program(string project, string dll, IEnumerable<string> arguments)
    {
        var path = Path.Combine(Root, "src", project, "bin", Built.Parent!.Name, Built.Name, dll);
        var start = new ProcessStartInfo("dotnet", [path, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("SAMSTYRING_DATA");
        start.Environment.Remove("SAMSTYRING_DATABASE");
        return start;
    }
}
