using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>Between what the market of a curve must lie, in adopters.</summary>
/// <param name="Least">The largest number observed.</param>
/// <param name="Most">The eligible; where nobody said, far beyond what is observed, so that the search ends.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MarketBounds(double Least, double Most);

/// <summary>A kind of curve, and how it is fitted: by least squares on the increments, each weighed by one over the time that it took.</summary>
internal abstract class CurveFamily
{
    public static IReadOnlyList<CurveFamily> All { get; } = [new MarketFamily(new BassShape()), new MarketFamily(new LogisticShape()), new MarketFamily(new GompertzShape()), new LinearFamily()];

    public abstract string Name { get; }

    public abstract int Parameters { get; }

    /// <param name="near">A curve of this family that is almost right: the search starts there alone.</param>
    public abstract FittedCurve Fit(Increments increments, MarketBounds bounds, FittedCurve? near = null);
}

internal sealed class LinearFamily : CurveFamily
{
    public override string Name => "linear";

    public override int Parameters => 2;

    /// <summary>The line goes through the first observation, for which it has a parameter; the pace is that of the others.</summary>
    public override FittedCurve Fit(Increments increments, MarketBounds bounds, FittedCurve? near = null)
    {
        var (counted, time) = (0.0, 0.0);
        for (var i = 1; i < increments.Count; i++)
        {
            counted += increments.IsFitted[i] ? increments.Counts[i] : 0;
            time += increments.IsFitted[i] ? increments.Gaps[i] : 0;
        }

        return new StraightLine(time > 0 ? counted / time : 0, increments.Times[0], increments.Counts[0]);
    }
}

/// <summary>
/// A shape and a market. The market enters linearly: for given other parameters the best one is known, held within its bounds (variable projection; G. H. Golub and V. Pereyra,
/// SIAM Journal on Numerical Analysis 10, 1973). What is left is a search in two dimensions, from the best places of a fixed grid.
/// </summary>
internal sealed class MarketFamily(CurveShape shape) : CurveFamily
{
    private const int StartsTried = 3;
    private const double Tolerance = 1e-12;
    private const int MostSteps = 1_000;

    /// <summary>For a search that starts where it will end. Enough for an interval.</summary>
    private const double ToleranceNear = 1e-7;

    public override string Name => shape.Name;

    public override int Parameters => 3;

    public override FittedCurve Fit(Increments increments, MarketBounds bounds, FittedCurve? near = null)
    {
        var problem = new Problem(shape, increments, bounds);
        if (near is MarketCurve { Found: var known })
        {
            problem.Search(known, ToleranceNear);
        }
        else
        {
            foreach (var start in shape.Starts.OrderBy(problem.Error).Take(StartsTried).ToArray())
            {
                problem.Search(start, Tolerance);
            }

            // A simplex can collapse on its way: a fresh one at the best place goes on, or finds nothing better.
            problem.Search(problem.Best, Tolerance);
        }

        return new MarketCurve(shape, problem.Market, problem.Best, increments.Span);
    }

    private sealed class Problem(CurveShape shape, Increments increments, MarketBounds bounds)
    {
        private readonly double[] _shares = new double[increments.Count];
        private readonly double _scale = Math.Max(double.Epsilon, increments.Counts.Index().Where(c => increments.IsFitted[c.Index]).Sum(c => c.Item * c.Item / increments.Gaps[c.Index]));
        private double _least = double.PositiveInfinity;

        public SearchPoint Best { get; private set; }

        public double Market { get; private set; } = bounds.Least;

        /// <summary>The sum of squares as a share of that of the increments themselves, plus how far outside the limits of the search the place is.</summary>
        public double Error(SearchPoint at)
        {
            SearchPoint held = new(Math.Clamp(at.X, shape.Least.X, shape.Most.X), Math.Clamp(at.Y, shape.Least.Y, shape.Most.Y));
            var (squares, market) = Squares(held);
            var error = (squares / _scale) + Math.Abs(at.X - held.X) + Math.Abs(at.Y - held.Y);
            if (error < _least)
            {
                (_least, Best, Market) = (error, held, market);
            }

            return error;
        }

        public void Search(SearchPoint start, double tolerance)
        {
            var objective = ObjectiveFunction.Value(at => Error(new(at[0], at[1])));
            try
            {
                NelderMeadSimplex.Minimum(objective, Vector<double>.Build.Dense([start.X, start.Y]), Vector<double>.Build.Dense([0.3, 0.1]), tolerance, MostSteps);
            }
            catch (MaximumIterationsException)
            {
                // The best place so far is kept: flat ground has no lowest point.
            }
        }

        private (double Squares, double Market) Squares(SearchPoint at)
        {
            var (first, second) = shape.Parameters(at, increments.Span);
            var (products, squares, earlier) = (0.0, 0.0, 0.0);
            for (var i = 0; i < _shares.Length; i++)
            {
                var share = shape.Share(increments.Times[i], first, second);
                (_shares[i], earlier) = (share - earlier, share);
                if (increments.IsFitted[i])
                {
                    products += _shares[i] * increments.Counts[i] / increments.Gaps[i];
                    squares += _shares[i] * _shares[i] / increments.Gaps[i];
                }
            }

            var market = squares > 0 ? Math.Clamp(products / squares, bounds.Least, bounds.Most) : bounds.Least;
            var sum = 0.0;
            for (var i = 0; i < _shares.Length; i++)
            {
                var residual = increments.IsFitted[i] ? increments.Counts[i] - (market * _shares[i]) : 0;
                sum += residual * residual / increments.Gaps[i];
            }

            return (sum, market);
        }
    }
}
