using FsCheck;
using FsCheck.Fluent;
using Samstyring.Analysis.Adoption.Curves;

namespace Samstyring.Analysis.Tests.Adoption.Curves;

/// <summary>What holds of every forecast, whatever the series.</summary>
public sealed class ForecastIntervalTests
{
    [Fact]
    public void Percentiles_are_in_order_and_stay_between_the_last_observed_and_the_eligible() => Prop.ForAll(AnySeries().ToArbitrary(), series =>
    {
        var points = Grown.Yearly(series.Increments.Count, t => series.Increments.Take(t).Sum());
        var last = points[^1].Adopters;
        var eligible = last + series.Room;

        return Grown.Refused(points) is not [] || IsInOrder(Grown.Forecast(points, eligible, horizon: 12), last, eligible);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_Bass_series_gives_its_parameters_back() => Prop.ForAll(AnyBass().ToArbitrary(), bass =>
    {
        var fitted = Grown.Forecast(Grown.Yearly(bass.Count, t => Grown.Bass(t, bass.M, bass.P, bass.Q)), horizon: 1, replicates: 10).Model("bass").Parameters;

        return IsNear(bass.M, fitted["m"]) && IsNear(bass.P, fitted["p"]) && IsNear(bass.Q, fitted["q"]);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_same_seed_gives_the_same_forecast_and_another_seed_almost_the_same()
    {
        var points = PublishedSeries.AirConditioners.Points;
        var (first, again, other) = (Of(seed: 1), Of(seed: 1), Of(seed: 2));

        Assert.Equal(first.Forecast, again.Forecast);
        Assert.NotEqual(first.Forecast, other.Forecast);
        Assert.All(first.Forecast.Zip(other.Forecast), pair => Assert.Equal(pair.First.P50, pair.Second.P50, pair.First.P50 * 0.01));

        CurveForecast Of(int seed) => Grown.Forecast(points, seed: seed, replicates: CurveOptions.DefaultReplicates);
    }

    [Fact]
    public void Of_series_that_follow_a_curve_and_chance_about_four_in_five_go_on_within_the_interval()
    {
        const int Series = 120, Observed = 14, Ahead = 4;
        var (random, held) = (new Random(7), 0);
        for (var series = 0; series < Series; series++)
        {
            var level = 0.0;
            var levels = Enumerable.Range(1, Observed + Ahead).Select(t => level += Grown.Bass(t, 300, 0.01, 0.4) - Grown.Bass(t - 1, 300, 0.01, 0.4) + (6 * (random.NextDouble() - 0.5))).ToArray();
            var last = Grown.Forecast(Grown.Yearly(Observed, t => Math.Max(0, levels[t - 1])), eligible: 356, horizon: Ahead, replicates: 250).Forecast[^1];
            held += levels[^1] >= last.P10 && levels[^1] <= last.P90 ? 1 : 0;
        }

        Assert.InRange((double)held / Series, 0.65, 0.9);
    }

    [Fact]
    public void An_interval_widens_with_time()
    {
        var forecast = Grown.Forecast(PublishedSeries.Telephones.Points, replicates: CurveOptions.DefaultReplicates).Forecast;

        Assert.All(forecast.Zip(forecast.Skip(1)), pair => Assert.True(pair.Second.P90 - pair.Second.P10 > pair.First.P90 - pair.First.P10));
    }

    [Fact]
    public void The_market_is_what_is_eligible_at_most_and_what_is_observed_at_least()
    {
        var eligible = Grown.Forecast(Grown.Yearly(8, t => Grown.Bass(t, 500, 0.01, 0.4)), eligible: 300);
        var observed = Grown.Forecast(PublishedSeries.Mammography.Points);

        Assert.All(eligible.Models.Where(m => m.Name != "linear"), m => Assert.InRange(m.Parameters["m"], 0, 300));
        Assert.All(observed.Models.Where(m => m.Name != "linear"), m => Assert.InRange(m.Parameters["m"], 119, 200));
    }

    [Fact]
    public void Who_does_not_say_how_many_are_eligible_is_warned()
    {
        var points = Grown.Yearly(10, t => Math.Exp(0.5 * t));

        Assert.Equal(["market.unbounded", "market.undetermined"], Grown.Forecast(points).Warnings.Select(w => w.Code));
        Assert.Empty(Grown.Forecast(points, eligible: 356).Warnings);
    }

    [Fact]
    public void A_small_fall_is_a_warning_and_the_forecast_stays_above_the_last_observed()
    {
        AdoptionPoint[] points = [.. Grown.Yearly(9, t => 20 * t), new("2010", 176)];

        var forecast = Grown.Forecast(points, eligible: 356);

        Assert.Equal([new("series.falls", "2010", 4)], forecast.Warnings);
        Assert.All(forecast.Forecast, f => Assert.True(f.P10 >= 176));
        Assert.All(forecast.Models.Where(m => m.Name != "linear"), m => Assert.True(m.Parameters["m"] >= 180));
    }

    [Fact]
    public void A_short_series_is_called_short() => Assert.Contains(new("series.short", Value: 6), Grown.Forecast(Grown.Yearly(6, t => 10 * t), eligible: 356).Warnings);

    private static bool IsInOrder(CurveForecast forecast, double last, double eligible) =>
        forecast.Forecast.All(f => last <= f.P10 && f.P10 <= f.P50 && f.P50 <= f.P90 && f.P90 <= eligible)
        && forecast.Forecast.Zip(forecast.Forecast.Skip(1)).All(pair => pair.First.P10 <= pair.Second.P10 && pair.First.P50 <= pair.Second.P50 && pair.First.P90 <= pair.Second.P90)
        && forecast.Models.All(m => double.IsFinite(m.OutOfSampleError) && double.IsFinite(m.ResidualStandardError) && m.Parameters.Values.All(double.IsFinite));

    private static bool IsNear(double expected, double found) => Math.Abs(found - expected) <= 1e-4 * expected;

    private static Gen<(IReadOnlyList<int> Increments, int Room)> AnySeries() =>
        from count in Gen.Choose(5, 16)
        from most in Gen.Elements(1, 5, 60)
        from increments in Gen.Choose(0, most).ListOf(count)
        from room in Gen.Elements(0, 1, 20, 300)
        select ((IReadOnlyList<int>)[.. increments], room);

    private static Gen<(int Count, double M, double P, double Q)> AnyBass() =>
        from count in Gen.Choose(10, 20)
        from m in Gen.Choose(50, 20_000)
        from p in Gen.Choose(5, 60)
        from q in Gen.Choose(200, 700)
        select (count, (double)m, p / 1000.0, q / 1000.0);
}
