using System.Globalization;
using Samstyring.Analysis.Adoption.Curves;

namespace Samstyring.Analysis.Tests.Adoption.Curves;

/// <summary>The fits beside published ones, closed forms and series that follow a curve exactly.</summary>
public sealed class CurveFittingTests
{
    /// <summary>Estimates by non-linear least squares on the increments that the literature gives for these series (V. Srinivasan and C. H. Mason, 1986; R. Venkatesan, T. V. Krishnan and V. Kumar, 2004).</summary>
    public static TheoryData<string, double, double, double> Estimates() => new()
    {
        { "Room air conditioners", 18_713, 0.0094, 0.3748 },
        { "Colour televisions", 39_659, 0.0185, 0.6159 },
        { "Clothes dryers", 16_497, 0.0136, 0.3267 },
    };

    [Theory, MemberData(nameof(Estimates))]
    public void Bass_parameters_are_those_that_Srinivasan_and_Mason_find(string name, double m, double p, double q)
    {
        var bass = Grown.Forecast(PublishedSeries.All.Single(s => s.Name == name).Points).Model("bass");

        Assert.Equal((m, p, q), (Math.Round(bass.Parameters["m"]), Math.Round(bass.Parameters["p"], 4), Math.Round(bass.Parameters["q"], 4)));
    }

    /// <summary>
    /// Cowpertwait and Metcalfe find m = 67,980, p = 0.006594, q = 0.6381 by fitting the density at the end of each year, where the increments are those of the whole year: theirs is the same
    /// curve half a year later.
    /// </summary>
    [Fact]
    public void Video_recorders_grow_as_the_textbook_says_half_a_year_earlier()
    {
        const double P = 0.006594, Q = 0.6381;
        var bass = Grown.Forecast(PublishedSeries.VideoRecorders.Points).Model("bass").Parameters;

        Assert.Equal(67_980, bass["m"], 67_980 * 0.01);
        Assert.Equal(Q, bass["q"], Q * 0.01);
        Assert.Equal(Math.Log(Q / P) / (P + Q) - 0.5, Math.Log(bass["q"] / bass["p"]) / (bass["p"] + bass["q"]), 0.02);
    }

    [Fact]
    public void Innovation_alone_is_exponential_saturation()
    {
        var bass = Grown.Forecast(Grown.Yearly(10, t => 200 * (1 - Math.Exp(-0.3 * t)))).Model("bass");

        Assert.Equal(200, bass.Parameters["m"], 0.001);
        Assert.Equal(0.3, bass.Parameters["p"], 0.00001);
        Assert.Equal(0, bass.Parameters["q"], 0.00001);
        Assert.Equal(0, bass.ResidualStandardError, 0.001);
    }

    [Fact]
    public void Imitation_alone_is_logistic_growth()
    {
        var forecast = Grown.Forecast(Grown.Yearly(16, t => Grown.Bass(t, 300, 1e-5, 0.9)));
        var (bass, logistic) = (forecast.Model("bass").Parameters, forecast.Model("logistic").Parameters);

        Assert.Equal((300, 0.9), (Math.Round(bass["m"], 3), Math.Round(bass["q"], 4)));
        Assert.Equal(300, logistic["m"], 0.1);
        Assert.Equal(0.9, logistic["b"], 0.001);
        Assert.Equal(2001 + (Math.Log(0.9 / 1e-5) / 0.90001), logistic["peak"], 0.001);
    }

    [Fact]
    public void A_logistic_series_gives_its_parameters_back()
    {
        var forecast = Grown.Forecast(Grown.Yearly(12, t => 356 / (1 + Math.Exp(-0.7 * (t - 6.5)))));

        AssertClose([("m", 356), ("b", 0.7), ("peak", 2007.5)], forecast.Model("logistic"));
        Assert.Equal("logistic", forecast.Chosen);
        Assert.Equal(356 / (1 + Math.Exp(-0.7 * (20 - 6.5))), forecast.Forecast[7].P50, 0.01);
    }

    [Fact]
    public void A_Gompertz_series_gives_its_parameters_back()
    {
        var forecast = Grown.Forecast(Grown.Yearly(12, t => 356 * Math.Exp(-Math.Exp(-0.4 * (t - 5)))));

        AssertClose([("m", 356), ("b", 0.4), ("peak", 2006)], forecast.Model("gompertz"));
        Assert.Equal("gompertz", forecast.Chosen);
    }

    [Fact]
    public void The_same_number_each_year_is_a_line()
    {
        var forecast = Grown.Forecast(Grown.Yearly(9, t => 12 * t), eligible: 200);

        Assert.Equal(12, forecast.Model("linear").Parameters["pace"], 1e-9);
        Assert.Equal(0, forecast.Model("linear").ResidualStandardError, 1e-9);
        Assert.Equal("linear", forecast.Chosen);
        Assert.Equal([120, 132, 144, 156, 168, 180, 192, 200], forecast.Forecast.Select(f => Math.Round(f.P50, 6)));
    }

    [Fact]
    public void Observations_at_uneven_times_lie_on_the_same_curve()
    {
        (string Period, double Quarters)[] periods =
            [("2018-09", 3), ("2018-12", 4), ("2019", 8), ("2020-04-30", 9 + (1 / 3.0)), ("2020-Q2", 10), ("2020K4", 12), ("2021-03-31", 13), ("2021-Q3", 15), ("2021", 16), ("2022-06", 18)];
        var launch = 3 - Median(periods.Select(p => p.Quarters));

        var forecast = Grown.Forecast([.. periods.Select(p => new AdoptionPoint(p.Period, Grown.Bass(p.Quarters - launch, 356, 0.01, 0.35)))], eligible: 400, horizon: 3);

        Assert.Equal(TimeUnit.Quarter, forecast.Unit);
        AssertClose([("m", 356), ("p", 0.01), ("q", 0.35)], forecast.Model("bass"));
        Assert.Equal(["2022-Q3", "2022-Q4", "2023-Q1"], forecast.Forecast.Select(f => f.Period));
        Assert.Equal(Grown.Bass(19 - launch, 356, 0.01, 0.35), forecast.Forecast[0].P50, 0.01);
    }

    [Theory]
    [InlineData(TimeUnit.Number, "11", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")]
    [InlineData(TimeUnit.Month, "2021-01", "2020-08", "2020-09", "2020-10", "2020-11", "2020-12")]
    [InlineData(TimeUnit.Quarter, "2021-Q1", "2019-Q4", "2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4")]
    [InlineData(TimeUnit.Quarter, "2021-Q1", "2019", "2020-03-15", "2020-Q2", "2020-09-30", "2020")]
    [InlineData(TimeUnit.Year, "2021", "2012", "2014", "2016", "2018", "2020")]
    [InlineData(TimeUnit.Year, "2021", "2016-06-30", "2017-06-30", "2018-06-30", "2019-06-30", "2020-12-31")]
    public void A_forecast_goes_on_in_the_unit_of_the_series(TimeUnit unit, string next, params string[] periods)
    {
        var forecast = Grown.Forecast([.. periods.Select((period, i) => new AdoptionPoint(period, 10 * (i + 1)))]);

        Assert.Equal((unit, next), (forecast.Unit, forecast.Forecast[0].Period));
    }

    [Fact]
    public void The_launch_is_the_last_observation_of_nobody()
    {
        var points = Grown.Yearly(12, t => Grown.Bass(t, 300, 0.02, 0.4));
        AdoptionPoint[] withNobody = [new("1998", 0), new("1999", 0), new("2000", 0), .. points];

        Assert.Equal(Grown.Forecast(points).Forecast, Grown.Forecast(withNobody).Forecast);
        AssertClose([("m", 300), ("p", 0.02), ("q", 0.4)], Grown.Forecast(withNobody).Model("bass"));
    }

    [Fact]
    public void The_chosen_model_has_the_smallest_out_of_sample_error()
    {
        foreach (var series in PublishedSeries.All)
        {
            var forecast = Grown.Forecast(series.Points, horizon: 1);

            Assert.Equal(["bass", "logistic", "gompertz", "linear"], forecast.Models.Select(m => m.Name));
            Assert.Equal(forecast.Models.Min(m => m.OutOfSampleError), forecast.Model(forecast.Chosen).OutOfSampleError);
            Assert.All(forecast.Models, m => Assert.True(m.OutOfSampleError > 0 && m.ResidualStandardError > 0));
        }
    }

    [Fact]
    public void A_daily_series_of_two_years_is_fitted_too()
    {
        var first = new DateOnly(2024, 1, 1);
        var forecast = Grown.Forecast([.. Enumerable.Range(1, 731).Select(day => new AdoptionPoint(first.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Grown.Bass(day / 30.5, 356, 0.01, 0.3)))], horizon: 1);

        Assert.Equal((TimeUnit.Month, "2026-01", "bass"), (forecast.Unit, forecast.Forecast[0].Period, forecast.Chosen));
        Assert.Equal(356, forecast.Model("bass").Parameters["m"], 5.0);
    }

    private static void AssertClose(IEnumerable<(string Name, double Value)> expected, CurveModel model) =>
        Assert.All(expected, e => Assert.Equal(e.Value, model.Parameters[e.Name], Math.Abs(e.Value) * 1e-5));

    private static double Median(IEnumerable<double> times)
    {
        double[] all = [.. times], gaps = [.. all.Skip(1).Zip(all, (later, earlier) => later - earlier).Order()];
        return (gaps[(gaps.Length - 1) / 2] + gaps[gaps.Length / 2]) / 2;
    }
}
