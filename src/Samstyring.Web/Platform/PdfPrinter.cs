using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Samstyring.Web.Platform;

/// <summary>
/// Makes a tagged PDF of a whole page of HTML, by the Chromium of the machine (ADR 0017). The page runs no scripts and reaches no network:
/// what it looks like stands in it. Where no Chromium is found there is no PDF, and the page itself is printed.
/// </summary>
/// <remarks>One at a time: a visitor who asks for many waits for himself. What was printed is remembered for a while, by what stood in it.</remarks>
public sealed partial class PdfPrinter(IConfiguration configuration, ILogger<PdfPrinter> log) : IDisposable
{
    /// <summary>Where Chromium is; <c>off</c> is nowhere. Without it, the usual places are looked in.</summary>
    private const string ProgramSetting = "SAMSTYRING_CHROMIUM";

    /// <summary><c>off</c> where the service manager forbids what Chromium's own sandbox needs. Root has none either.</summary>
    private const string SandboxSetting = "SAMSTYRING_CHROMIUM_SANDBOX";

    /// <summary>Pages that are remembered, some hundred kilobytes each.</summary>
    private const int Remembered = 20;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly string? _program = configuration[ProgramSetting] switch { null or "" => Places.FirstOrDefault(File.Exists), "off" => null, var place => place };

    private readonly bool _hasSandbox = configuration[SandboxSetting] is not "off" && !Environment.IsPrivilegedProcess;

    private readonly SemaphoreSlim _one = new(1);

    private readonly ConcurrentDictionary<string, byte[]> _printed = new(StringComparer.Ordinal);

    public bool IsHere => _program is not null;

    /// <returns>Null where it can't be made: the log says why.</returns>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken ct)
    {
        if (_program is null)
        {
            return null;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)));
        if (_printed.TryGetValue(digest, out var known))
        {
            return known;
        }

        await _one.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("samstyring-pdf-").FullName;
        try
        {
            if (await RunAsync(_program, folder, html, ct) is not { } made)
            {
                return null;
            }

            if (_printed.Count >= Remembered)
            {
                _printed.Clear();
            }

            _printed[digest] = made;
            return made;
        }
        finally
        {
            _one.Release();
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<byte[]?> RunAsync(string program, string folder, string html, CancellationToken ct)
    {
        var (page, made) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
        await File.WriteAllTextAsync(page, html, ct);
        using var chromium = Prepare(program, folder, page, made);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(Longest);
        try
        {
            chromium.Start();
            var said = chromium.StandardError.ReadToEndAsync(late.Token);
            _ = chromium.StandardOutput.ReadToEndAsync(late.Token);
            await chromium.WaitForExitAsync(late.Token);
            if (chromium.ExitCode == 0 && File.Exists(made))
            {
                return await File.ReadAllBytesAsync(made, ct);
            }

            NotMade(log, chromium.ExitCode, (await said).ReplaceLineEndings(" ") is { Length: > 500 } much ? much[..500] : await said);
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            TookTooLong(log, Longest.TotalSeconds);
            return null;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            NotStarted(log, program, e.Message);
            return null;
        }
        finally
        {
            End(chromium);
        }
    }

    private Process Prepare(string program, string folder, string page, string made)
    {
        ProcessStartInfo start = new(program) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync", "--disable-component-update",
            // No network: every name is unknown, and what is asked by number goes to a proxy that is not there. The page's own policy allows no scripts.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
            "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={made}", .. _hasSandbox ? Array.Empty<string>() : ["--no-sandbox"], new Uri(page).AbsoluteUri,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new() { StartInfo = start };
    }

    private static void End(Process chromium)
    {
        try
        {
            chromium.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended, or never began.
        }
    }

    [LoggerMessage(LogLevel.Warning, "Chromium made no PDF; it ended with {Code} and said: {Said}")]
    private static partial void NotMade(ILogger log, int code, string said);

    [LoggerMessage(LogLevel.Warning, "Chromium made no PDF within {Seconds} seconds")]
    private static partial void TookTooLong(ILogger log, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Program} can't be started: {Said}")]
    private static partial void NotStarted(ILogger log, string program, string said);
}
