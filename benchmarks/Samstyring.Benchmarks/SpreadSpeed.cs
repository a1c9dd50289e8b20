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

    /// <summary>As many simulated members as each round of growth has at least, and as many runs.</summary>
    private const int GrowthMembers = 25_600_000;

    private const int FewestGrowthRuns = 256;

    private const int GrowthRounds = 5;

    private const int Threads = 2;

    private const int Rounds = 3;

    private const ulong Seed = 5;

    /// <summary>How much faster than the oracle the product must be.</summary>
    private const double Target = 8;

    /// <summary>How much more a member may cost among 100,000 than among 3,570, if time is to grow linearly.</summary>
    private const double MostGrowth = 1.2;

    private static readonly int[] Sizes = [Municipalities, 3_570, 35_700, 100_000];

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

            Time a member, a run and a quarter as the members become more, {Threads} threads; the median of {GrowthRounds} rounds in turns, each of {GrowthMembers:N0} members in all and at least {FewestGrowthRuns} runs; memory is what one simulation takes in all.

            | Scenario | Members | Nanoseconds | Of 3,570 | At most {MostGrowth} | Memory, MB |
            |---|---:|---:|---:|---|---:|

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

    private static List<string> Growth()
    {
        var cases = Sizes.Select(size => new GrowthCase(isLimited: true, size)).Concat(Sizes.Select(size => new GrowthCase(isLimited: false, size))).ToList();
        var memory = cases.ConvertAll(of => of.Memory());
        var times = cases.ConvertAll(_ => new List<double>());
        for (var round = 0; round < GrowthRounds; round++)
        {
            foreach (var (of, time) in cases.Zip(times))
            {
                time.Add(of.Nanoseconds());
            }
        }

        var medians = times.ConvertAll(time => time.Order().ElementAt(GrowthRounds / 2));
        return [.. cases.Select((of, i) =>
        {
            var ratio = medians[i] / medians[(i / Sizes.Length * Sizes.Length) + 1];
            return string.Create(CultureInfo.InvariantCulture, $"| {(of.IsLimited ? "two vendors of three with limited capacity" : "vendors without limit")} | {of.Size:N0} | {medians[i]:0.00} | {ratio:0.00} | {(ratio <= MostGrowth ? "yes" : "**no**")} | {memory[i]:0.0} |");
        })];
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

    private sealed class GrowthCase(bool isLimited, int size)
    {
        private readonly int _runs = Math.Max(FewestGrowthRuns, GrowthMembers / size / SpreadLanes.Count * SpreadLanes.Count);

        private readonly SpreadModel _model = SpreadSketch.Model(SpreadSketch.Members(size, seed: 1), Scenario(isLimited ? [size / 45, null, size / 30] : []));

        public bool IsLimited => isLimited;

        public int Size => size;

        public double Memory()
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            SpreadSimulation.Run(_model, FewestGrowthRuns, Seed, Threads);
            return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(1 << 20);
        }

        public double Nanoseconds() => Seconds(() => SpreadSimulation.Run(_model, _runs, Seed, Threads)) / _runs / size / Quarters * 1e9;
    }
}
