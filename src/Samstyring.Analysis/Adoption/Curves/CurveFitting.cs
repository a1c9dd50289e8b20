using System.Globalization;
using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>Fits curves of adoption to a series, chooses the one that would have foretold it best, and says what is to be expected.</summary>
public static class CurveFitting
{
    /// <summary>Where nobody said how many are eligible, no market is sought beyond so many times the most observed.</summary>
    internal const double FarthestMarket = 20;

    /// <summary>A market so many times the most observed is a guess: a series that has not begun to slow cannot tell.</summary>
    private const double DoubtfulMarket = 10;

    /// <summary>Below it a curve may bend anywhere: see the backtest in docs/benchmarks.md.</summary>
    private const int FewPoints = 10;

    /// <param name="points">In order of time, at least five.</param>
    /// <returns>
    /// The forecast, or every reason against it, the most important first. A reason's field is the number of the point, from 1. Codes: <c>forecast.too-few-points</c>,
    /// <c>forecast.too-few-adopting</c> (less than five points when all but the last of those with nobody are left out),
    /// <c>forecast.adopters</c> (negative, more than a million million, or no number),
    /// <c>forecast.falls</c> (more than 5 per cent below an earlier one), <c>forecast.period-unreadable</c>, <c>forecast.period-order</c> (not after the one before),
    /// <c>forecast.eligible</c> (less than observed, or more than a million million) and <c>forecast.horizon</c>.
    /// </returns>
    public static Outcome<CurveForecast> Forecast(IReadOnlyList<AdoptionPoint> points, CurveOptions options)
    {
        var isAccepted = AdoptionSeries.Create(points, options.Eligible).IsAccepted(out var series, out var refusal);
        if (options.Horizon is < CurveOptions.LeastHorizon or > CurveOptions.MostHorizon)
        {
            return new Refusal([.. refusal?.Reasons ?? [], new("forecast.horizon", Value: options.Horizon.ToString(CultureInfo.InvariantCulture))]);
        }

        return isAccepted ? new Fitting(series!, options).Forecast() : refusal!;
    }

    /// <summary>One series, without its jumps.</summary>
    private sealed class Fitting
    {
        private readonly AdoptionSeries _series;
        private readonly CurveOptions _options;
        private readonly IReadOnlyList<Jumps.Jump> _jumps;
        private readonly Increments _increments;

        /// <summary>What the jumps have beyond the growth around them.</summary>
        private readonly double _leapt;

        /// <summary>The eligible who did not leap; unbounded where nobody said.</summary>
        private readonly double _mostMarket;

        public Fitting(AdoptionSeries series, CurveOptions options)
        {
            (_series, _options, _jumps) = (series, options, Jumps.In(series.Increments));
            (_increments, _leapt) = (Jumps.Without(series.Increments, _jumps), _jumps.Sum(j => j.Excess));
            _mostMarket = (options.Eligible ?? double.PositiveInfinity) - _leapt;
        }

        public CurveForecast Forecast()
        {
            var bounds = RollingOrigin.Bounds(_increments, _mostMarket);
            Candidate[] candidates = [.. CurveFamily.All.Select(family => new Candidate(family, family.Fit(_increments, bounds), RollingOrigin.Error(family, _increments, _mostMarket)))];
            var chosen = candidates.MinBy(c => c.Error)!;
            double[] ends = [.. Ends()];
            var percentiles = new ResidualBootstrap(candidates, _increments, _mostMarket, _options.Replicates).Percentile([.. ends.Select(_series.TimeOf)], _options.Seed);
            var least = _series.Observed[^1].Adopters;
            return new(
                _series.Unit,
                [.. candidates.Select(Describe)],
                chosen.Family.Name,
                [.. ends.Zip(percentiles, (end, p) => new PeriodForecast(SeriesPeriod.NameOf(end, _series.Unit), WithJumps(p[0], least), WithJumps(p[1], least), WithJumps(p[2], least)))],
                [.. OfLength(), .. _series.Falls, .. _jumps.Select(j => new CurveWarning("series.jump", _series.Observed[j.Index].Period, j.Excess)), .. OfMarket(chosen.Curve)]);
        }

        private CurveModel Describe(Candidate candidate)
        {
            var expected = candidate.Curve.Expected(_increments);
            var squares = Enumerable.Range(0, _increments.Count).Where(i => _increments.IsFitted[i]).Sum(i => Math.Pow(_increments.Counts[i] - expected[i], 2) / _increments.Gaps[i]);
            var freedom = _increments.Fitted - candidate.Family.Parameters;
            return new(candidate.Family.Name, Parameters(candidate.Family.Name, candidate.Curve), freedom > 0 ? Math.Sqrt(squares / freedom) : 0, candidate.Error);
        }

        private Dictionary<string, double> Parameters(string name, FittedCurve curve)
        {
            if (curve is not MarketCurve { Parameters: var (first, second) } market)
            {
                return new(StringComparer.Ordinal) { ["pace"] = ((StraightLine)curve).Pace };
            }

            var m = WithJumps(market.Market, _series.Observed.Max(o => o.Adopters));
            return name == "bass"
                ? new(StringComparer.Ordinal) { ["m"] = m, ["p"] = first, ["q"] = second }
                : new(StringComparer.Ordinal) { ["m"] = m, ["b"] = first, ["peak"] = SeriesPeriod.Readable(_series.EndOf(second), _series.Unit) };
        }

        /// <summary>Held where it belongs, whatever rounding adds.</summary>
        private double WithJumps(double adopters, double least) => Math.Clamp(adopters + _leapt, least, _options.Eligible ?? double.PositiveInfinity);

        /// <summary>Of the next whole units of the calendar: after 2020-04-30 comes 2020-Q2.</summary>
        private IEnumerable<double> Ends() =>
            Enumerable.Range(0, _options.Horizon).Select(step => SeriesPeriod.NextEnd(_series.End, _series.Unit) + (step * (double)SeriesPeriod.LengthOf(_series.Unit)));

        private IEnumerable<CurveWarning> OfLength() => _series.Observed.Count < FewPoints ? [new("series.short", Value: _series.Observed.Count)] : [];

        private IEnumerable<CurveWarning> OfMarket(FittedCurve chosen)
        {
            if (_options.Eligible is null)
            {
                yield return new("market.unbounded");
                if (chosen is MarketCurve { Market: var market } && market > DoubtfulMarket * _increments.Most)
                {
                    yield return new("market.undetermined", Value: market);
                }
            }
        }
    }
}
