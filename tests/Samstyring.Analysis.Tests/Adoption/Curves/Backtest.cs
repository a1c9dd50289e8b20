using System.Globalization;
using System.Text;
using Samstyring.Analysis.Adoption.Curves;

namespace Samstyring.Analysis.Tests.Adoption.Curves;

/// <summary>
/// The whole forecast, choice of model and all, beside «last year's pace»: the last increment again and again. From the middle of each published series on, each sees only what was before.
/// </summary>
internal sealed class Backtest
{
    private const int FewestPoints = 10;

    private int _ahead;
    private int _held;

    /// <summary>The mean absolute error of the next period.</summary>
    public (double Forecast, double Pace) Next { get; private set; }

    /// <summary>The mean absolute error of all periods that followed.</summary>
    public (double Forecast, double Pace) All { get; private set; }

    /// <summary>How many of the observations that followed stood from the percentile 10 to 90.</summary>
    public double Held => (double)_held / _ahead;

    public static Backtest Of(PublishedSeries series)
    {
        var (points, result, origins) = (series.Points, new Backtest(), 0);
        for (var origin = (points.Count + 1) / 2; origin < points.Count; origin++, origins++)
        {
            result.From(origin, points);
        }

        result.Next = (result.Next.Forecast / origins, result.Next.Pace / origins);
        result.All = (result.All.Forecast / result._ahead, result.All.Pace / result._ahead);
        return result;
    }

    /// <summary>A section of docs/benchmarks.md.</summary>
    public static string Report()
    {
        StringBuilder report = new(
            """
            ## Forecasts beside last year's pace

            The curves of `samstyring analyse forecast` on published series of at least ten points (`tests/Samstyring.Analysis.Tests/Adoption/Curves/PublishedSeries.cs`), nobody saying how many are eligible.
            From the middle of the series on, each forecast sees only what was before. Last year's pace is the last increment again and again. Mean absolute errors, in the unit of the series; a ratio
            below 1 is better than last year's pace. «Held»: how many of the observations that followed stood between the percentiles 10 and 90, of which 80 % would be right.

            | Series | Points | Next period | Last pace | Ratio | All that followed | Last pace | Ratio | Held |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        PublishedSeries[] series = [.. PublishedSeries.All.Where(s => s.Points.Count >= FewestPoints)];
        var results = series.AsParallel().AsOrdered().Select(Of).ToArray();
        foreach (var (of, result) in series.Zip(results))
        {
            report.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {of.Name} | {of.Points.Count} | {Short(result.Next.Forecast)} | {Short(result.Next.Pace)} | {Ratio(result.Next):0.00} | {Short(result.All.Forecast)} | {Short(result.All.Pace)} | {Ratio(result.All):0.00} | {result.Held:P0} |"));
        }

        report.AppendLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nLast year's pace was nearer for the next period in {results.Count(r => Ratio(r.Next) > 1)} of {series.Length} series, and for all that followed in {results.Count(r => Ratio(r.All) > 1)}."));
        return report.ToString().ReplaceLineEndings("\n");
    }

    private static string Short(double error) => error.ToString(error < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    private static double Ratio((double Forecast, double Pace) errors) => errors.Forecast / errors.Pace;

    private void From(int origin, IReadOnlyList<AdoptionPoint> points)
    {
        if (!CurveFitting.Forecast([.. points.Take(origin)], new(Horizon: points.Count - origin)).IsAccepted(out var forecast, out var refusal))
        {
            throw new InvalidOperationException(string.Join(", ", refusal.Reasons));
        }

        var (last, pace) = (points[origin - 1].Adopters, points[origin - 1].Adopters - points[origin - 2].Adopters);
        for (var ahead = 0; ahead < forecast.Forecast.Count; ahead++)
        {
            var (expected, came) = (forecast.Forecast[ahead], points[origin + ahead].Adopters);
            var errors = (Forecast: Math.Abs(expected.P50 - came), Pace: Math.Abs(last + ((ahead + 1) * pace) - came));
            Next = ahead == 0 ? (Next.Forecast + errors.Forecast, Next.Pace + errors.Pace) : Next;
            All = (All.Forecast + errors.Forecast, All.Pace + errors.Pace);
            _ahead++;
            _held += came >= expected.P10 && came <= expected.P90 ? 1 : 0;
        }
    }
}
