using System.Net;

namespace Samstyring.Benchmarks;

/// <summary>A line of a request's head.</summary>
internal sealed record Header(string Name, string Value)
{
    public static readonly Header Compressed = new("Accept-Encoding", "br");

    /// <summary>The proxy had the certificate.</summary>
    public static readonly Header Secure = new("X-Forwarded-Proto", "https");

    /// <summary>No cache of answers serves a request that may be somebody's own.</summary>
    public static readonly Header Anew = new("Cookie", "anew=1");
}

/// <summary>An address that is measured.</summary>
/// <param name="Header">What the reader says beside the address.</param>
/// <param name="BesideBare">Whether a bare page of the same size is measured with it.</param>
/// <param name="LeastOfBare">The least share of the answers of a bare page that it is to give; null where none is promised.</param>
internal sealed record Target(string Name, string Path, Header? Header = null, bool BesideBare = true, double? LeastOfBare = null)
{
    /// <summary>Whether the one who asks has signed in.</summary>
    public bool IsSignedIn { get; init; }

    public IReadOnlyList<Header> HeadersTo(Server server) => IsSignedIn ? server.Session : Header is null ? [] : [Header];
}

/// <summary>The median measurement of a target on a server.</summary>
/// <param name="Bytes">The size of the answer.</param>
internal sealed record Result(Target Target, string Server, int Bytes, Measurement Median);

/// <summary>Measures every target on every server in turn, several times over, so that what disturbs one disturbs all.</summary>
/// <param name="bare">Null where no target is measured beside it.</param>
/// <param name="servers">Servers of Samstyring, of which the last has most rows.</param>
internal sealed class Comparison(Server? bare, IReadOnlyList<Server> servers, Load load, int seconds)
{
    public const int Rounds = 5;

    private const double SizeTolerance = 0.03;

    private sealed record Entry(Target Target, Server Server, Uri Address, int Bytes)
    {
        public List<Measurement> Measurements { get; } = [];
    }

    private readonly List<Entry> _entries = [];

    /// <summary>Targets that answer 404: not built yet.</summary>
    public List<Target> Skipped { get; } = [];

    /// <summary>The greatest share of the machine that others used between rounds, 0 to 1.</summary>
    public double BusyWithOther { get; private set; }

    public async Task<IReadOnlyList<Result>> RunAsync(IReadOnlyList<Target> targets, CancellationToken stop)
    {
        foreach (var target in targets)
        {
            await AddAsync(target);
        }

        foreach (var entry in _entries)
        {
            await MeasureAsync(entry, 1);
        }

        for (var round = 1; round <= Rounds; round++)
        {
            BusyWithOther = Math.Max(BusyWithOther, await Machine.BusyAsync());
            await Console.Error.WriteLineAsync($"Round {round} of {Rounds}, {_entries.Count} runs of {seconds} s …");
            foreach (var entry in _entries)
            {
                stop.ThrowIfCancellationRequested();
                entry.Measurements.Add(await MeasureAsync(entry, seconds));
            }
        }

        return [.. _entries.Select(e => new Result(e.Target, e.Server.Name, e.Bytes, new(Median(e, m => m.RequestsPerSecond), Median(e, m => m.P50), Median(e, m => m.P99), Median(e, m => m.Processor))))];
    }

    private static double Median(Entry entry, Func<Measurement, double> figure) => entry.Measurements.Select(figure).Order().ElementAt(entry.Measurements.Count / 2);

    /// <summary>A wrong answer ends the benchmark with what the server has to say of it.</summary>
    private async Task<Measurement> MeasureAsync(Entry entry, int time)
    {
        try
        {
            var before = entry.Server.Processor;
            var answers = await load.RunAsync(entry.Address, entry.Target.HeadersTo(entry.Server), time);
            return new(answers.RequestsPerSecond, answers.P50, answers.P99, (entry.Server.Processor - before).TotalMilliseconds / answers.Count);
        }
        catch (InvalidOperationException failure)
        {
            throw new InvalidOperationException($"{entry.Server.Name}: {failure.Message}\n{entry.Server.LastLines()}", failure);
        }
    }

    private async Task AddAsync(Target target)
    {
        var answers = await Task.WhenAll(servers.Select(server => AnswerAsync(new(server.Address, target.Path), target.IsSignedIn ? server.Session : [])));
        if (answers.All(a => a.Status is HttpStatusCode.NotFound))
        {
            Skipped.Add(target);
            return;
        }

        foreach (var (server, answer) in servers.Zip(answers))
        {
            if (answer.Status is not HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{server.Name}: {target.Path} answered {(int)answer.Status}.");
            }
        }

        if (target.BesideBare)
        {
            _entries.Add(await BareAsync(bare!, target, answers[^1].Bytes));
        }

        _entries.AddRange(servers.Zip(answers, (server, answer) => new Entry(target, server, new(server.Address, target.Path), answer.Bytes)));
    }

    /// <summary>The bare page that comes nearest to a size: asked for once, and again by what it was short or long.</summary>
    private static async Task<Entry> BareAsync(Server bare, Target target, int bytes)
    {
        var wanted = (double)bytes;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var address = new Uri(bare.Address, $"/?bytes={(int)wanted}");
            var got = (await AnswerAsync(address, [])).Bytes;
            if (Math.Abs(got - bytes) <= bytes * SizeTolerance)
            {
                return new(target, bare, address, got);
            }

            wanted *= (double)bytes / got;
        }

        throw new InvalidOperationException($"No bare page of about {bytes} bytes.");
    }

    private static async Task<(HttpStatusCode Status, int Bytes)> AnswerAsync(Uri address, IReadOnlyList<Header> headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        foreach (var header in headers)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(header.Name, header.Value);
        }

        using var answer = await client.GetAsync(address);
        return (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }
}
