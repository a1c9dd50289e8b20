namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>
/// How well a kind of curve would have foretold the series: it is fitted to the first half of the observations (at least three), foretells all that follow, is fitted to one more, and so
/// on to the last but one. The error is the square root of the mean of all squared errors, one step ahead and more, in adopters.
/// L. J. Tashman, International Journal of Forecasting 16, 2000.
/// </summary>
internal static class RollingOrigin
{
    private const int FewestFitted = 3;

    public static double Error(CurveFamily family, Increments increments, double mostMarket)
    {
        var (sum, count, levels) = (0.0, 0, increments.Levels());
        for (var origin = FirstOrigin(increments.Count); origin < increments.Count; origin++)
        {
            var known = increments.First(origin);
            var curve = family.Fit(known, Bounds(known, mostMarket));
            for (var ahead = origin; ahead < increments.Count; ahead++)
            {
                var foretold = Math.Min(mostMarket, curve.After(levels[origin - 1], increments.Times[ahead] - increments.Times[origin - 1]));
                sum += (foretold - levels[ahead]) * (foretold - levels[ahead]);
                count++;
            }
        }

        return Math.Sqrt(sum / count);
    }

    public static int FirstOrigin(int count) => Math.Max(FewestFitted, (count + 1) / 2);

    /// <summary>The market is at least what was observed; where nobody said how many are eligible, at most so many times that.</summary>
    public static MarketBounds Bounds(Increments increments, double mostMarket) =>
        new(Math.Min(increments.Most, mostMarket), double.IsFinite(mostMarket) ? mostMarket : CurveFitting.FarthestMarket * increments.Most);
}
