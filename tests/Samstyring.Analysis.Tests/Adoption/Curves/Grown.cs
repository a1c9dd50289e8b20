using System.Globalization;
using Samstyring.Analysis.Adoption.Curves;
using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Tests.Adoption.Curves;

/// <summary>Series that follow a curve exactly, by the formulas of textbooks, and how tests ask for forecasts.</summary>
internal static class Grown
{
    public static double Bass(double time, double market, double innovation, double imitation) =>
        market * (1 - Math.Exp(-(innovation + imitation) * time)) / (1 + (imitation / innovation * Math.Exp(-(innovation + imitation) * time)));

    /// <summary>In years from 2001 on, the first a year after the launch.</summary>
    public static IReadOnlyList<AdoptionPoint> Yearly(int count, Func<int, double> level) =>
        [.. Enumerable.Range(1, count).Select(time => new AdoptionPoint((2000 + time).ToString(CultureInfo.InvariantCulture), level(time)))];

    /// <param name="replicates">A tenth of what the product draws: what is tested mostly holds of any number of them.</param>
    public static CurveForecast Forecast(IReadOnlyList<AdoptionPoint> points, double? eligible = null, int horizon = CurveOptions.DefaultHorizon, int seed = 1, int replicates = CurveOptions.DefaultReplicates / 10)
    {
        var outcome = CurveFitting.Forecast(points, new(eligible, horizon, seed) { Replicates = replicates });
        return outcome.IsAccepted(out var forecast, out var refusal) ? forecast : throw new InvalidOperationException(string.Join(", ", refusal.Reasons));
    }

    public static IReadOnlyList<Reason> Refused(IReadOnlyList<AdoptionPoint> points, CurveOptions? options = null) =>
        CurveFitting.Forecast(points, options ?? new()).IsAccepted(out _, out var refusal) ? [] : refusal.Reasons;

    public static CurveModel Model(this CurveForecast forecast, string name) => forecast.Models.Single(m => m.Name == name);
}
