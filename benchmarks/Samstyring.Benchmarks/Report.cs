using System.Globalization;
using System.Text;

namespace Samstyring.Benchmarks;

/// <summary>What is said of the run beside its figures.</summary>
internal sealed record Circumstances(DateTimeOffset At, string LoadTool, int Seconds, string Postgres, double BusyWithOther, string Version);

/// <summary>Everything one run of the benchmarks found out.</summary>
internal sealed record Findings(
    Circumstances Circumstances, IReadOnlyList<Dataset> Datasets, IReadOnlyList<Result> Results, IReadOnlyList<Target> Skipped, IReadOnlyList<(string Server, ColdStart Start, long MemoryAfter)> Starts);

/// <summary>The findings as Markdown, for docs/benchmarks.md.</summary>
internal sealed class Report(Findings findings)
{
    public const string Bare = "Bare page";

    public const double LeastOfList = 0.5;

    /// <summary>At most three times as long as a bare page.</summary>
    public const double LeastOfGate = 1 / 3.0;

    private const double MostGrowth = 1.2;
    private const double Busy = 0.1;

    private readonly StringBuilder _text = new();

    public override string ToString()
    {
        _text.Clear();
        Circumstances();
        Table("Requests a second", "In brackets: the share of the bare page in the same run.", Rate);
        Table("Milliseconds to an answer", "Half the answers came within the first figure, 99 of 100 within the second.", r => string.Create(CultureInfo.InvariantCulture, $"{r.Median.P50:0.0} · {r.Median.P99:0.0}"));
        Table("Processor time for an answer", "Milliseconds of the web server's process; what PostgreSQL uses is not in it. Less disturbed by other programs than the figures above.", r => string.Create(CultureInfo.InvariantCulture, $"{r.Median.Processor:0.00}"));
        Table("Size of the answer", "Kilobytes, before compression.", r => string.Create(CultureInfo.InvariantCulture, $"{r.Bytes / 1_000.0:0.0}"));
        Targets();
        Starts();
        Method();
        return _text.ToString();
    }

    private IEnumerable<string> Servers => findings.Datasets.Select(d => d.Name).Prepend(Bare);

    private IEnumerable<Target> Measured => findings.Results.Select(r => r.Target).Distinct();

    private Result? Of(Target target, string server) => findings.Results.FirstOrDefault(r => r.Target == target && string.Equals(r.Server, server, StringComparison.Ordinal));

    private void Line(FormattableString line) => _text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

    private void Circumstances()
    {
        var c = findings.Circumstances;
        Line($"# Benchmarks");
        Line($"");
        Line($"Made by `./dev bench` {c.At:yyyy-MM-dd} from version {c.Version}. Do not edit: run it again.");
        Line($"");
        if (c.BusyWithOther > Busy)
        {
            Line($"**The machine was busy with other things: they took up to {c.BusyWithOther:P0} of it between the runs. These figures say nothing of how fast Samstyring is.**");
            Line($"");
        }

        Line($"- Machine: {Environment.ProcessorCount} cores ({Machine.Processor}), {Machine.Memory}. Other programs used at most {c.BusyWithOther:P0} of it between the runs.");
        Line($"- {Machine.System}; {c.Postgres}; SQLite in WAL mode.");
        Line($"- Load: {c.LoadTool}, on the same machine; the median of {Comparison.Rounds} runs of {c.Seconds} s, the servers in turn.");
        foreach (var target in findings.Skipped)
        {
            Line($"- Not measured: {target.Name} (`{target.Path}`) answered 404.");
        }

        Line($"");
    }

    private void Table(string heading, string note, Func<Result, string> cell)
    {
        Line($"## {heading}");
        Line($"");
        Line($"{note}");
        Line($"");
        Line($"| | {string.Join(" | ", Servers)} |");
        Line($"|---|{string.Concat(Servers.Select(_ => "---:|"))}");
        foreach (var target in Measured)
        {
            Line($"| {target.Name} | {string.Join(" | ", Servers.Select(s => Of(target, s) is { } result ? cell(result) : "–"))} |");
        }

        Line($"");
    }

    private string Rate(Result result) => ShareOfBare(result) is { } share && result.Server != Bare
        ? string.Create(CultureInfo.InvariantCulture, $"{result.Median.RequestsPerSecond:N0} ({share:0.00})")
        : result.Median.RequestsPerSecond.ToString("N0", CultureInfo.InvariantCulture);

    private double? ShareOfBare(Result result) => Of(result.Target, Bare) is { } bare ? result.Median.RequestsPerSecond / bare.Median.RequestsPerSecond : null;

    private void Targets()
    {
        Line($"## Targets");
        Line($"");
        Line($"A list page gives at least {LeastOfList:0.0} of the answers of a bare page of its size, and the gate page of the largest initiative at least {LeastOfGate:0.00}: an answer takes at most three times as long. Half the answers from the large database come within {MostGrowth:0.0} times the time of the small one.");
        Line($"");
        Line($"| Target | Database | Figure | Met |");
        Line($"|---|---|---:|---|");
        foreach (var dataset in findings.Datasets)
        {
            foreach (var promised in Measured.Where(t => t.LeastOfBare is not null).Select(t => Of(t, dataset.Name)).OfType<Result>())
            {
                Row($"{promised.Target.Name} / bare page", dataset.Name, ShareOfBare(promised) ?? 0, figure => figure >= promised.Target.LeastOfBare);
            }
        }

        foreach (var target in Measured)
        {
            foreach (var database in findings.Datasets.GroupBy(d => d.Database, StringComparer.Ordinal))
            {
                var (small, large) = (Of(target, database.First().Name), Of(target, database.Last().Name));
                Row($"{target.Name}, large / small", database.Key, large!.Median.P50 / small!.Median.P50, figure => figure <= MostGrowth);
            }
        }

        Line($"");

        void Row(string what, string database, double figure, Func<double, bool> met) => Line($"| {what} | {database} | {figure:0.00} | {(met(figure) ? "yes" : "**no**")} |");
    }

    private void Starts()
    {
        Line($"## Cold start and memory");
        Line($"");
        Line($"From the start of the process, the median of three. Memory is resident, in MB: after the first page, and after all the load. PostgreSQL's own is not in it.");
        Line($"");
        Line($"| | Ready, ms | First page, ms | Memory | Memory after load |");
        Line($"|---|---:|---:|---:|---:|");
        foreach (var (server, start, after) in findings.Starts)
        {
            Line($"| {server} | {start.Ready.TotalMilliseconds:0} | {start.FirstPage.TotalMilliseconds:0} | {start.Memory / 1e6:0} | {after / 1e6:0} |");
        }

        Line($"");
    }

    private void Method()
    {
        Line($"## How");
        Line($"");
        Line($"The web is published ready-to-run and runs in Production. The databases hold the facts of the registry, and on top of them rows made up for measuring (`benchmarks/Samstyring.Benchmarks/GeneratedFacts.cs`), the same every time:");
        Line($"");
        foreach (var size in findings.Datasets.Select(d => d.Size).Distinct())
        {
            Line($"- {size.Name}: {size.Organisations:N0} organisations, {size.Memberships:N0} memberships, {size.LifeEvents:N0} more life events with {size.Activities:N0} activities, {size.OfTheLargest:N0} of them on one; search entries for all of these.");
        }

        var initiative = InitiativeSize.Largest;
        Line($"- On each, the largest initiative (`benchmarks/Samstyring.Benchmarks/GeneratedInitiative.cs`): {initiative.Actors:N0} actors with assessments and {initiative.Ties:N0} ties, {initiative.Agreements:N0} agreements with {initiative.Agreements * initiative.Parties:N0} parties, {initiative.Decisions:N0} decisions, {initiative.Municipalities:N0} municipalities.");
        Line($"");
        Line($"The bare page (`benchmarks/Samstyring.Bare`) is what Razor itself costs: a table of rows in memory, encoded, in a layout, with the same Kestrel and compression settings and within 3 % of the same size as the page on the largest PostgreSQL database. «From the cache» is what a visitor who has not signed in gets when somebody has asked for the same within a minute (ADR 0014); the growth says nothing then of the database. «Made anew» is asked for with a cookie, so that no cache of answers serves it: it shows what making the answer costs. A larger database has more to show, too: the municipality is in more bodies, and the search has more hits; «one hit» finds as many. All five run at once and rest while another is measured.");
        Line($"Any answer but 200 ends the run without a report. PostgreSQL runs with the settings it comes with, after `VACUUM ANALYZE`; Samstyring asks for `random_page_cost=1.1` on its connections.");
    }
}
