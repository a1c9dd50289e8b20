using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Samstyring.Benchmarks;

/// <summary>How long a server took from the start of its process, and what it holds in memory then.</summary>
internal sealed record ColdStart(TimeSpan Ready, TimeSpan FirstPage, long Memory);

/// <summary>A published server in a process of its own.</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();

    private Server(Process process, string name, Uri address)
    {
        (_process, Name, Address) = (process, name, address);
        process.OutputDataReceived += Remember;
        process.ErrorDataReceived += Remember;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Name { get; }

    public Uri Address { get; }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What somebody who has signed in sends with each request; empty where nobody has.</summary>
    public IReadOnlyList<Header> Session { get; private set; } = [];

    /// <summary>Signs somebody in by the form, as if through a proxy that has the certificate: without one no cookie is given.</summary>
    public async Task SignInAsync(string email, string password)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add(Header.Secure.Name, Header.Secure.Value);
        using var form = await client.GetAsync("/logg-inn");
        var token = Token().Match(await form.Content.ReadAsStringAsync()).Groups["token"].Value;
        using var asked = new HttpRequestMessage(HttpMethod.Post, "/logg-inn") { Content = new FormUrlEncodedContent([new("Email", email), new("Password", password), new("__RequestVerificationToken", token)]) };
        asked.Headers.Add("Cookie", Cookies(form));
        using var answer = await client.SendAsync(asked);
        Session = answer.StatusCode is HttpStatusCode.Redirect ? [Header.Secure, new("Cookie", Cookies(answer))] : throw new InvalidOperationException($"{Name}: sign-in answered {(int)answer.StatusCode}.\n{LastLines()}");
    }

    private static string Cookies(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Token();

    /// <summary>What it last wrote.</summary>
    public string LastLines()
    {
        lock (_lastLines)
        {
            return string.Join('\n', _lastLines);
        }
    }

    /// <summary>Starts a server several times and keeps the last one.</summary>
    /// <param name="dll">The published program.</param>
    /// <param name="firstPage">The path of the page that is asked for when it is ready.</param>
    public static async Task<(Server Server, ColdStart Median)> StartAsync(string name, string dll, string firstPage, string? database)
    {
        const int Times = 3;
        List<ColdStart> starts = [];
        for (var i = 1; ; i++)
        {
            var (server, start) = await StartOnceAsync(name, dll, firstPage, database);
            starts.Add(start);
            if (i == Times)
            {
                return (server, new(Median(s => s.Ready.Ticks), Median(s => s.FirstPage.Ticks), starts.Select(s => s.Memory).Order().ElementAt(Times / 2)));
            }

            await server.DisposeAsync();
        }

        TimeSpan Median(Func<ColdStart, long> ticks) => new(starts.Select(ticks).Order().ElementAt(Times / 2));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<(Server Server, ColdStart Start)> StartOnceAsync(string name, string dll, string firstPage, string? database)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Commands.FreePort()}"));
        var program = new ProcessStartInfo("dotnet", [dll]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(dll) };
        program.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        program.Environment["ASPNETCORE_URLS"] = address.ToString();
        program.Environment["SAMSTYRING_DATABASE"] = database;
        program.Environment["SAMSTYRING_PROXIES"] = "127.0.0.1";
        program.Environment.Remove("SAMSTYRING_DATA");
        var clock = Stopwatch.StartNew();
        var server = new Server(Process.Start(program)!, name, address);
        try
        {
            return (server, await server.FirstAsync(firstPage, clock));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task<ColdStart> FirstAsync(string firstPage, Stopwatch clock)
    {
        using var client = new HttpClient { BaseAddress = Address };
        await ReadyAsync(client, clock);
        var ready = clock.Elapsed;
        using var page = await client.GetAsync(firstPage);
        return page.StatusCode is HttpStatusCode.OK ? new(ready, clock.Elapsed, Memory) : throw new InvalidOperationException($"{Name}: {firstPage} answered {(int)page.StatusCode}.\n{LastLines()}");
    }

    private async Task ReadyAsync(HttpClient client, Stopwatch clock)
    {
        while (clock.Elapsed < Patience && !_process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        throw new InvalidOperationException($"{Name} did not get ready:\n{LastLines()}");
    }

    private void Remember(object sender, DataReceivedEventArgs line)
    {
        lock (_lastLines)
        {
            _lastLines.Enqueue(line.Data ?? "");
            if (_lastLines.Count > 40)
            {
                _lastLines.Dequeue();
            }
        }
    }
}
