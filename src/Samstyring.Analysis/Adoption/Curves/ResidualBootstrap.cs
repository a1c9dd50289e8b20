using MathNet.Numerics.Statistics;

namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>
/// What may come, given one kind of curve: series are made of the fitted increments and residuals drawn at random, the curve is fitted to each, and goes on from the last observation with
/// residuals drawn again (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, ch. 9). Holds what parameters and increments are uncertain by; not that another kind of
/// curve may be right.
/// </summary>
internal sealed class ResidualBootstrap(CurveFamily family, Increments increments, FittedCurve best, double mostMarket)
{
    private const int Replicates = 1_000;

    private static readonly double[] Percentiles = [0.1, 0.5, 0.9];

    /// <returns>For each future time, the percentiles 10, 50 and 90 of the cumulative number, each never falling with time.</returns>
    /// <param name="times">In units since the launch, in order.</param>
    public double[][] Percentile(IReadOnlyList<double> times, int seed)
    {
        // The seeded generator of .NET is the same on every machine, and in every version.
        var random = new Random(seed);
        var (expected, residuals) = (best.Expected(increments), Residuals());
        var levels = times.Select(_ => new double[Replicates]).ToArray();
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var counts = expected.Select((count, i) => count + (Draw() * Math.Sqrt(increments.Gaps[i]))).ToArray();
            var curve = family.Fit(increments with { Counts = counts }, RollingOrigin.Bounds(increments, mostMarket), best);
            var (level, time) = (increments.Last, increments.Span);
            for (var step = 0; step < times.Count; step++)
            {
                var duration = times[step] - time;
                level = Math.Clamp(curve.After(level, duration) + (Draw() * Math.Sqrt(duration)), 0, mostMarket);
                (levels[step][replicate], time) = (level, times[step]);
            }
        }

        return Held(levels);

        double Draw() => residuals[random.Next(residuals.Length)];
    }

    /// <summary>Per unit of time, about 0, and as wide as the error is: those of a fit are smaller by what the parameters took.</summary>
    private double[] Residuals()
    {
        var expected = best.Expected(increments);
        double[] raw = [.. Enumerable.Range(0, increments.Count).Where(i => increments.IsFitted[i]).Select(i => (increments.Counts[i] - expected[i]) / Math.Sqrt(increments.Gaps[i]))];
        var (mean, widen) = (raw.Average(), Math.Sqrt((double)raw.Length / Math.Max(1, raw.Length - family.Parameters)));
        return [.. raw.Select(residual => (residual - mean) * widen)];
    }

    private double[][] Held(double[][] levels)
    {
        var least = Percentiles.Select(_ => increments.Last).ToArray();
        return [.. levels.Select(ofStep =>
        {
            Array.Sort(ofStep);
            for (var p = 0; p < Percentiles.Length; p++)
            {
                least[p] = Math.Max(least[p], SortedArrayStatistics.Quantile(ofStep, Percentiles[p]));
            }

            return least.ToArray();
        })];
    }
}
