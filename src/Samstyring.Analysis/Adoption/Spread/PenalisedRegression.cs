namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Logistic regression with a normal prior and lower bounds, by Newton's method on the parameters that are not held at their bound (D. P. Bertsekas, 1982: projected
/// Newton). The penalised likelihood is strictly concave, so there is one best.
/// </summary>
internal sealed class PenalisedRegression(SpreadObservations observed, double[] prior, double[] deviations, double[] lowest)
{
    private const int Width = SpreadObservations.Width;

    private const int MostSteps = 100;

    /// <summary>A step that gains less of log-likelihood than this is the last.</summary>
    private const double Enough = 1e-10;

    /// <returns>The values, and the standard deviation of each: that of the prior's normal and the history's curvature together; of one held at its bound, had it been free.</returns>
    public (double[] Values, double[] Deviations) MostLikely(CancellationToken stop)
    {
        var values = prior.ToArray();
        var (likelihood, slope, curvature) = At(values);
        for (var (step, gained) = (0, double.MaxValue); step < MostSteps && gained > Enough; step++)
        {
            stop.ThrowIfCancellationRequested();
            var direction = Direction(values, slope, curvature);
            var next = Advance(values, direction, likelihood);
            gained = next.Likelihood - likelihood;
            (values, likelihood) = next;
            (_, slope, curvature) = At(values);
        }

        return (values, [.. Enumerable.Range(0, Width).Select(i => Math.Sqrt(Solve(curvature, [.. Enumerable.Range(0, Width).Select(j => i == j ? 1.0 : 0)], [.. Enumerable.Range(0, Width)])[i]))]);
    }

    /// <summary>Halves the step until it leads upwards, and stays where it is when none does.</summary>
    private (double[] Values, double Likelihood) Advance(double[] values, double[] direction, double likelihood)
    {
        for (var length = 1.0; length > Enough; length /= 2)
        {
            double[] tried = [.. values.Select((value, i) => Math.Max(lowest[i], value + (length * direction[i])))];
            var found = At(tried).Likelihood;
            if (found > likelihood)
            {
                return (tried, found);
            }
        }

        return (values, likelihood);
    }

    private double[] Direction(double[] values, double[] slope, double[,] curvature)
    {
        int[] free = [.. Enumerable.Range(0, Width).Where(i => values[i] > lowest[i] || slope[i] > 0)];
        return Solve(curvature, slope, free);
    }

    /// <summary>The penalised log-likelihood, its slope, and its curvature with the sign turned.</summary>
    private (double Likelihood, double[] Slope, double[,] Curvature) At(double[] values)
    {
        var (likelihood, slope, curvature) = (0.0, new double[Width], new double[Width, Width]);
        for (var observation = 0; observation < observed.Count; observation++)
        {
            var factors = observed.Factors(observation);
            var score = observed.Offset(observation);
            for (var i = 0; i < Width; i++)
            {
                score += values[i] * factors[i];
            }

            var chance = 1 / (1 + Math.Exp(-score));
            likelihood += observed.HasDecided(observation) ? -SoftPlus(-score) : -SoftPlus(score);
            Add(factors, (observed.HasDecided(observation) ? 1 : 0) - chance, chance * (1 - chance), slope, curvature);
        }

        for (var i = 0; i < Width; i++)
        {
            var (apart, precision) = (values[i] - prior[i], 1 / (deviations[i] * deviations[i]));
            likelihood -= apart * apart * precision / 2;
            slope[i] -= apart * precision;
            curvature[i, i] += precision;
        }

        return (likelihood, slope, curvature);
    }

    private static void Add(ReadOnlySpan<double> factors, double residual, double weight, double[] slope, double[,] curvature)
    {
        for (var i = 0; i < Width; i++)
        {
            slope[i] += residual * factors[i];
            for (var j = 0; j < Width; j++)
            {
                curvature[i, j] += weight * factors[i] * factors[j];
            }
        }
    }

    /// <summary>ln(1 + eˣ), without overflow.</summary>
    private static double SoftPlus(double x) => Math.Max(0, x) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    /// <summary>Solves matrix · x = right among the free rows and columns by Cholesky; the others are 0.</summary>
    private static double[] Solve(double[,] matrix, double[] right, int[] free)
    {
        var (lower, solved) = (new double[free.Length, free.Length], new double[Width]);
        for (var i = 0; i < free.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var left = matrix[free[i], free[j]] - Enumerable.Range(0, j).Sum(k => lower[i, k] * lower[j, k]);
                lower[i, j] = i == j ? Math.Sqrt(left) : left / lower[j, j];
            }
        }

        for (var i = 0; i < free.Length; i++)
        {
            solved[free[i]] = (right[free[i]] - Enumerable.Range(0, i).Sum(k => lower[i, k] * solved[free[k]])) / lower[i, i];
        }

        for (var i = free.Length - 1; i >= 0; i--)
        {
            solved[free[i]] = (solved[free[i]] - Enumerable.Range(i + 1, free.Length - i - 1).Sum(k => lower[k, i] * solved[free[k]])) / lower[i, i];
        }

        return solved;
    }
}
