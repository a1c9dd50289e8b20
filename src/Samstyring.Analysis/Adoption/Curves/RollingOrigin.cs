namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>
/// How well a kind of curve would have foretold the series: it is fitted to the first half of the observations (at least three), foretells all that follow, is fitted to one more, and so
/// on to the last but one (L. J. Tashman, International Journal of Forecasting 16, 2000). Each of these origins has the mean absolute error of what it foretold, one step ahead and
/// more; the error is their mean, in adopters, in which the first origin counts once, the second twice, and so on. Evenly counted, the first decide: a curve fitted before growth began to
/// slow may see many times the market, and says little of how the same kind does with all that is known now.
/// </summary>
internal static class RollingOrigin
{
    private const int FewestFitted = 3;

    /// <summary>Of a longer series they stand evenly apart, so that the time grows with the points, not with their square.</summary>
    private const int MostOrigins = 20;

    public static double Error(CurveFamily family, Increments increments, double mostMarket)
    {
        var levels = increments.Levels();
        var (sum, weights) = (0.0, 0);
        var first = Math.Max(FewestFitted, (increments.Count + 1) / 2);
        var origins = Math.Min(MostOrigins, increments.Count - first);
        for (var weight = 1; weight <= origins; weight++)
        {
            sum += weight * ErrorFrom(first + ((weight - 1) * (increments.Count - first) / origins));
            weights += weight;
        }

        return sum / weights;

        double ErrorFrom(int origin)
        {
            var known = increments.First(origin);
            var curve = family.Fit(known, Bounds(known, mostMarket));
            return Enumerable.Range(origin, increments.Count - origin).Average(ahead =>
                Math.Abs(Math.Min(mostMarket, curve.After(levels[origin - 1], increments.Times[ahead] - increments.Times[origin - 1])) - levels[ahead]));
        }
    }

    /// <summary>The market is at least what was observed; where nobody said how many are eligible, at most so many times that.</summary>
    public static MarketBounds Bounds(Increments increments, double mostMarket) =>
        new(Math.Min(increments.Most, mostMarket), double.IsFinite(mostMarket) ? mostMarket : CurveFitting.FarthestMarket * increments.Most);
}
