using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Samstyring.Benchmarks;

/// <summary>What one short run of load gave. Times are in milliseconds.</summary>
/// <param name="Processor">Processor time of the server for each answer.</param>
internal sealed record Measurement(double RequestsPerSecond, double P50, double P99, double Processor);

/// <summary>The same before the server's processor time is known.</summary>
internal sealed record Answers(int Count, double RequestsPerSecond, double P50, double P99);

/// <summary>Sends requests as fast as they are answered, from a few connections on this machine. Any other answer than 200 ends the benchmark.</summary>
internal abstract partial class Load
{
    public const int Connections = 8;

    /// <summary>What the report calls it.</summary>
    public abstract string Name { get; }

    public static Load Create() => Commands.Exists("wrk") ? new Wrk() : new Loop();

    public abstract Task<Answers> RunAsync(Uri address, IReadOnlyList<Header> headers, int seconds);

    private sealed partial class Wrk : Load
    {
        public override string Name => string.Create(CultureInfo.InvariantCulture, $"wrk, 1 thread, {Connections} connections");

        public override async Task<Answers> RunAsync(Uri address, IReadOnlyList<Header> headers, int seconds)
        {
            string[] more = [.. headers.SelectMany(header => (string[])["-H", $"{header.Name}: {header.Value}"])];
            var said = await Commands.RunAsync("wrk", ["-t1", string.Create(CultureInfo.InvariantCulture, $"-c{Connections}"), string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "--latency", .. more, address.AbsoluteUri]);
            if (Failure().Match(said) is { Success: true } failure)
            {
                throw new InvalidOperationException($"{address}: {failure.Value}");
            }

            return new(int.Parse(Count().Match(said).Groups["count"].Value, CultureInfo.InvariantCulture), double.Parse(Rate().Match(said).Groups["rate"].Value, CultureInfo.InvariantCulture), Percentile(said, "50%"), Percentile(said, "99%"));
        }

        private static double Percentile(string said, string which)
        {
            var match = Regex.Match(said, $@"\s{which}\s+(?<time>[\d.]+)(?<unit>us|ms|s|m)\s", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
            var time = double.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture);
            return match.Groups["unit"].Value switch { "us" => time / 1_000, "ms" => time, "s" => time * 1_000, _ => time * 60_000 };
        }

        [GeneratedRegex(@"(Non-2xx or 3xx responses|Socket errors).*", RegexOptions.ExplicitCapture, 10_000)]
        private static partial Regex Failure();

        [GeneratedRegex(@"(?<count>\d+) requests in", RegexOptions.ExplicitCapture, 10_000)]
        private static partial Regex Count();

        [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)", RegexOptions.ExplicitCapture, 10_000)]
        private static partial Regex Rate();
    }

    /// <summary>Where there is no wrk: the same from this program, which itself takes more of the machine.</summary>
    private sealed class Loop : Load
    {
        public override string Name => string.Create(CultureInfo.InvariantCulture, $"a loop of HttpClient, {Connections} connections (no wrk here)");

        public override async Task<Answers> RunAsync(Uri address, IReadOnlyList<Header> headers, int seconds)
        {
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, AllowAutoRedirect = false });
            foreach (var header in headers)
            {
                client.DefaultRequestHeaders.TryAddWithoutValidation(header.Name, header.Value);
            }

            ConcurrentBag<double> times = [];
            var clock = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
            {
                while (clock.Elapsed.TotalSeconds < seconds)
                {
                    var from = clock.Elapsed;
                    using var answer = await client.GetAsync(address);
                    times.Add((clock.Elapsed - from).TotalMilliseconds);
                    if (answer.StatusCode is not HttpStatusCode.OK)
                    {
                        throw new InvalidOperationException($"{address}: {(int)answer.StatusCode}");
                    }
                }
            }));
            double[] ordered = [.. times.Order()];
            return new(ordered.Length, ordered.Length / clock.Elapsed.TotalSeconds, ordered[ordered.Length / 2], ordered[ordered.Length * 99 / 100]);
        }
    }
}
