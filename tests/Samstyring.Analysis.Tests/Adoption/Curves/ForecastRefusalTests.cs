using Samstyring.Analysis.Adoption.Curves;

namespace Samstyring.Analysis.Tests.Adoption.Curves;

/// <summary>What no forecast is made of.</summary>
public sealed class ForecastRefusalTests
{
    /// <summary>What is published of how Norwegian solutions spread, as far as it has a number. The sources stand with each in adoption_published.csv of the facts the project was given.</summary>
    [Theory]
    [InlineData("Digisos digital søknad", "2018-09", 6, "2019-03", 34, "2020", 80)]
    [InlineData("Nasjonal portal for bekymringsmelding", "2020-04-30", 7, "2020-12", 73, "2021-11", 170)]
    [InlineData("Digital hjemmeoppfølging (spredning)", "2024-12-31", 182)]
    [InlineData("Nasjonale fellesløsninger (Digdir), virksomheter", "2022", 1396)]
    [InlineData("Nasjonale fellesløsninger (Digdir), tjenester", "2021", 9257)]
    public void What_is_published_of_Norwegian_solutions_is_too_little(string solution, params object[] periodsAndNumbers)
    {
        AdoptionPoint[] points = [.. periodsAndNumbers.Chunk(2).Select(pair => new AdoptionPoint((string)pair[0], (int)pair[1]))];

        var reason = Assert.Single(Grown.Refused(points));

        Assert.True(("forecast.too-few-points", $"{points.Length}") == (reason.Code, reason.Value), solution);
    }

    [Fact]
    public void Four_points_are_too_few_and_five_are_enough()
    {
        var points = Grown.Yearly(5, t => 10 * t);

        Assert.Equal(["forecast.too-few-points"], Grown.Refused([.. points.Take(4)]).Select(r => r.Code));
        Assert.Equal(["forecast.too-few-points"], Grown.Refused([]).Select(r => r.Code));
        Assert.Empty(Grown.Refused(points));
    }

    [Fact]
    public void Years_with_nobody_are_no_points_but_the_last()
    {
        Assert.Equal(["forecast.too-few-adopting"], Grown.Refused(Grown.Yearly(7, t => Math.Max(0, t - 4))).Select(r => r.Code));
        Assert.Equal(["forecast.too-few-adopting"], Grown.Refused(Grown.Yearly(7, _ => 0)).Select(r => r.Code));
        Assert.Empty(Grown.Refused(Grown.Yearly(7, t => Math.Max(0, t - 3))));
    }

    [Theory]
    [InlineData("2004", -1, "forecast.adopters", "4")]
    [InlineData("2004", double.NaN, "forecast.adopters", "4")]
    [InlineData("2004", double.PositiveInfinity, "forecast.adopters", "4")]
    [InlineData("2004", 1e300, "forecast.adopters", "4")]
    [InlineData("2004", 28, "forecast.falls", "4")]
    [InlineData("2003", 40, "forecast.period-order", "4")]
    [InlineData("2003-12-31", 40, "forecast.period-order", "4")]
    [InlineData("1999", 40, "forecast.period-order", "4")]
    [InlineData("2019 (før påske)", 40, "forecast.period-unreadable", "4")]
    [InlineData("2020-13", 40, "forecast.period-unreadable", "4")]
    [InlineData("2021-02-29", 40, "forecast.period-unreadable", "4")]
    [InlineData("2020-Q5", 40, "forecast.period-unreadable", "4")]
    [InlineData("-4", 40, "forecast.period-unreadable", "4")]
    [InlineData("", 40, "forecast.period-unreadable", "4")]
    public void A_point_that_cannot_be_is_named(string period, double adopters, string code, string point)
    {
        AdoptionPoint[] points = [.. Grown.Yearly(6, t => 10 * t)];
        points[3] = new(period, adopters);

        Assert.Contains((code, point), Grown.Refused(points).Select(r => (r.Code, r.Field!)));
    }

    [Fact]
    public void Dates_and_plain_numbers_do_not_mix()
    {
        AdoptionPoint[] points = [new("1", 1), new("2", 2), new("2020-06", 3), new("2021", 4), new("2022", 5)];

        Assert.Equal([("forecast.period-unreadable", "1"), ("forecast.period-unreadable", "2")], Grown.Refused(points).Select(r => (r.Code, r.Field!)));
    }

    [Theory]
    [InlineData(49.9, 8, "forecast.eligible")]
    [InlineData(-1, 8, "forecast.eligible")]
    [InlineData(double.NaN, 8, "forecast.eligible")]
    [InlineData(double.PositiveInfinity, 8, "forecast.eligible")]
    [InlineData(356, 0, "forecast.horizon")]
    [InlineData(356, 201, "forecast.horizon")]
    public void What_is_asked_must_be_possible(double eligible, int horizon, string code) =>
        Assert.Equal([code], Grown.Refused(Grown.Yearly(5, t => 10 * t), new(eligible, horizon)).Select(r => r.Code));

    [Theory]
    [InlineData(50, 1)]
    [InlineData(356, 200)]
    public void The_limits_are_possible(double eligible, int horizon) => Assert.Equal(horizon, Grown.Forecast(Grown.Yearly(5, t => 10 * t), eligible, horizon).Forecast.Count);
}
