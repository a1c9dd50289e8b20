using System.Diagnostics;
using Samstyring.TestKit;

namespace Samstyring.Architecture.Tests;

/// <summary>The files that belong to the repository: not what was built, fetched or left lying.</summary>
internal static class SourceTree
{
    private static readonly string[] Binary = [".png", ".ico", ".woff2", ".db", ".pdf"];

    private static readonly Lazy<string[]> Tracked = new(List);

    /// <summary>Paths of text files from the root, with slashes.</summary>
    public static IEnumerable<string> TextFiles => Tracked.Value.Where(path => !Binary.Contains(Path.GetExtension(path), StringComparer.Ordinal));

    /// <summary>Source that people write: no migrations, no data, no lock files.</summary>
    public static IEnumerable<string> Code => TextFiles.Where(path =>
        Path.GetExtension(path) is ".cs" or ".cshtml" or ".css" or ".ts" or ".mjs" or ".sh" or ".csproj" && !path.Contains("/Migrations/") && !path.Contains("/ui/theme/"));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    private static string[] List()
    {
        var start = new ProcessStartInfo("git", ["-C", Repository.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var git = Process.Start(start)!;
        var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0 ? [.. paths.Where(path => File.Exists(Path.Combine(Repository.Root, path)))] : throw new InvalidOperationException("git ls-files failed.");
    }
}
