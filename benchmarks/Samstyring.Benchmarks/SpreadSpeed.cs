using System.Diagnostics;
using System.Globalization;
using System.Text;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Analysis.Tests.Adoption.Spread;

namespace Samstyring.Benchmarks;

/// <summary>The simulation of spread beside the oracle of its tests, in turns over the same members and the same seed; and how its time grows.</summary>
internal static class SpreadSpeed
{
    private const int Municipalities = 357;

    private const int Quarters = 40;

    private const int Runs = 10_000;

    /// <summary>What a slider on the screen, and a search for whom to ask, take.</summary>
    private const int ScreenRuns = 1_000;

    /// <summary>Where there are many members.</summary>
    private const int GrowthRuns = 512;

    private const int Threads = 2;

    private const int Rounds = 3;

    private const ulong Seed = 5;

    /// <summary>How much faster than the oracle the product must be.</summary>
    private const double Target = 8;

    /// <summary>How much more a member may cost among 100,000 than among 1,000, if time is to grow linearly.</summary>
    private const double MostGrowth = 1.5;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    private static readonly SpreadModel Country = SpreadSketch.Model(SpreadSketch.Members(Municipalities, seed: 1), Scenario([8, null, 12]));

    public static string Run()
    {
        StringBuilder report = new(string.Create(CultureInfo.InvariantCulture, $"""
            ## Simulation of spread

            {Runs:N0} runs of {Municipalities} municipalities over {Quarters} quarters, all factors on, {Threads} threads for both, seconds; the best of {Rounds} rounds in turns. The oracle
            (`tests/Samstyring.Analysis.Tests/Adoption/Spread/SpreadOracle.cs`) is the same model with the same random words, one run and one municipality at a time; it keeps the runs, and its percentiles are not in its time.

            | Scenario | Oracle | Samstyring, 1 thread | Samstyring | Times as fast | At least {Target:0} | Same counts |
            |---|---:|---:|---:|---:|---|---|

            """));
        Write(report, Compare("two vendors of three with limited capacity", Country));
        Write(report, Compare("vendors without limit", SpreadSketch.Model(SpreadSketch.Members(Municipalities, seed: 1), Scenario([]))));

        report.Append(CultureInfo.InvariantCulture, $"""

            {ScreenRuns:N0} runs, as when a slider on the screen is moved: {Fastest(() => SpreadSimulation.Run(Country, ScreenRuns, Seed, Threads)) * 1_000:0} ms. The ten to ask first for most in use after two years, by as many runs: {Fastest(() => WhomToAsk.First(Country, 10, new(8), ScreenRuns, Seed, Threads)):0.0} s.

            Time a member, a run and a quarter as the members become more, {GrowthRuns:N0} runs, {Threads} threads; memory is what one simulation takes in all.

            | Members | Seconds | Nanoseconds | Of the first | At most {MostGrowth} | Memory, MB |
            |---:|---:|---:|---:|---|---:|

            """);
        foreach (var row in Growth())
        {
            Write(report, row);
        }

        return report.ToString();
    }

    private static SpreadScenario Scenario(IReadOnlyList<int?> capacity) => SpreadSketch.Scenario(Quarters, seed: 1) with { LegalForceFrom = 30, Deadline = null, VendorCapacity = capacity };

    private static string Compare(string name, SpreadModel model)
    {
        var oracle = new SpreadOracle(model, Seed);
        var (slow, single, fast) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        var isSame = true;
        for (var round = 0; round < Rounds; round++)
        {
            var runs = new OracleRun[Runs];
            slow = Math.Min(slow, Seconds(() => Parallel.For(0, Runs, new ParallelOptions { MaxDegreeOfParallelism = Threads }, run => runs[run] = oracle.Run(run))));
            single = Math.Min(single, Seconds(() => SpreadSimulation.Run(model, Runs, Seed, threads: 1)));
            fast = Math.Min(fast, Seconds(() => SpreadSimulation.Run(model, Runs, Seed, Threads)));
            isSame &= IsSame(runs, SpreadSimulation.Tally(model, Runs, Seed, Threads, progress: null, CancellationToken.None));
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {slow:0.00} | {single:0.00} | {fast:0.00} | {slow / fast:0.0} | {(slow / fast >= Target ? "yes" : "**no**")} | {(isSame ? "yes" : "**no**")} |");
    }

    private static bool IsSame(OracleRun[] runs, SpreadTallies tallies)
    {
        var expected = new int[Municipalities * Quarters];
        foreach (var (member, quarter) in runs.SelectMany(run => run.InUseAt.Select((quarter, member) => (member, quarter))).Where(pair => pair.quarter is >= 0 and < Quarters))
        {
            expected[(quarter * Municipalities) + member]++;
        }

        return expected.SequenceEqual(tallies.MemberInUse);
    }

    private static IEnumerable<string> Growth()
    {
        var first = 0.0;
        foreach (var size in Sizes)
        {
            var model = SpreadSketch.Model(SpreadSketch.Members(size, seed: 1), Scenario([size / 45, null, size / 30]));
            var before = GC.GetTotalAllocatedBytes(precise: true);
            SpreadSimulation.Run(model, GrowthRuns, Seed, Threads);
            var memory = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(1 << 20);
            var seconds = Fastest(() => SpreadSimulation.Run(model, GrowthRuns, Seed, Threads));
            var each = seconds / GrowthRuns / size / Quarters * 1e9;
            first = first == 0 ? each : first;
            yield return string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {seconds:0.000} | {each:0.00} | {each / first:0.00} | {(each / first <= MostGrowth ? "yes" : "**no**")} | {memory:0.0} |");
        }
    }

    private static double Fastest(Func<object> work) => Enumerable.Range(0, Rounds).Min(_ => Seconds(() => work()));

    private static double Seconds(Action work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Write(StringBuilder report, string row)
    {
        Console.Error.WriteLine(row);
        report.AppendLine(row);
    }
}
