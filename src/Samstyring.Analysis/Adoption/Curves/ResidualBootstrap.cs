using MathNet.Numerics.Statistics;

namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>A curve that was fitted, and its out-of-sample error in adopters.</summary>
internal sealed record Candidate(CurveFamily Family, FittedCurve Curve, double Error);

/// <summary>
/// What may come: series are made of the increments that a curve expects and residuals drawn at random, a curve of the same kind is fitted to each, and goes on from the last observation
/// with residuals drawn again (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, ch. 9). Which kind of curve is right is uncertain too, in short series mostly that:
/// each kind has a share of the draws in proportion to 1 / (its out-of-sample error)² (J. M. Bates and C. W. J. Granger, Operational Research Quarterly 20, 1969).
/// </summary>
internal sealed class ResidualBootstrap(IReadOnlyList<Candidate> candidates, Increments increments, double mostMarket, int replicates)
{
    private static readonly double[] Percentiles = [0.1, 0.5, 0.9];

    /// <returns>For each future time, the percentiles 10, 50 and 90 of the cumulative number, each never falling with time.</returns>
    /// <param name="times">In units since the launch, in order.</param>
    public double[][] Percentile(IReadOnlyList<double> times, int seed)
    {
        // The seeded generator of .NET is the same on every machine, and in every version.
        var random = new Random(seed);
        var levels = times.Select(_ => new double[replicates]).ToArray();
        var (shares, drawn, share) = (Shares(), 0, 0.0);
        for (var i = 0; i < candidates.Count; i++)
        {
            share += shares[i];
            var until = (int)Math.Round(replicates * share);
            Draw(candidates[i], levels, (drawn, until), times, random);
            drawn = until;
        }

        return Held(levels);
    }

    /// <summary>They add up to 1. A curve without error has them all.</summary>
    private double[] Shares()
    {
        var least = candidates.Min(c => c.Error);
        double[] odds = [.. candidates.Select(c => c.Error > least ? Math.Pow(least / c.Error, 2) : 1)];
        return [.. odds.Select(o => o / odds.Sum())];
    }

    private void Draw(Candidate candidate, double[][] levels, (int From, int Until) drawn, IReadOnlyList<double> times, Random random)
    {
        var (expected, residuals) = (candidate.Curve.Expected(increments), Residuals(candidate));
        for (var replicate = drawn.From; replicate < drawn.Until; replicate++)
        {
            var counts = expected.Select((count, i) => count + (Residual() * Math.Sqrt(increments.Gaps[i]))).ToArray();
            var curve = candidate.Family.Fit(increments with { Counts = counts }, RollingOrigin.Bounds(increments, mostMarket), candidate.Curve);
            var (level, time) = (increments.Last, increments.Span);
            for (var step = 0; step < times.Count; step++)
            {
                var duration = times[step] - time;
                level = Math.Clamp(curve.After(level, duration) + (Residual() * Math.Sqrt(duration)), 0, mostMarket);
                (levels[step][replicate], time) = (level, times[step]);
            }
        }

        double Residual() => residuals[random.Next(residuals.Length)];
    }

    /// <summary>Per unit of time, about 0, and as wide as the error is: those of a fit are smaller by what the parameters took.</summary>
    private double[] Residuals(Candidate candidate)
    {
        var expected = candidate.Curve.Expected(increments);
        double[] raw = [.. Enumerable.Range(0, increments.Count).Where(i => increments.IsFitted[i]).Select(i => (increments.Counts[i] - expected[i]) / Math.Sqrt(increments.Gaps[i]))];
        var (mean, widen) = (raw.Average(), Math.Sqrt((double)raw.Length / Math.Max(1, raw.Length - candidate.Family.Parameters)));
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
