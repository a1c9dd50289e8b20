namespace Samstyring.Analysis.Tests.Adoption.Curves;

/// <summary>Mandates and emergency roll-outs, beside growth that is only steep.</summary>
public sealed class JumpTests
{
    private const double Leap = 120;

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    public void No_curve_goes_through_a_mandate(int year)
    {
        var forecast = Grown.Forecast(Grown.Yearly(14, t => Grown.Bass(t, 200, 0.02, 0.35) + (t >= year ? Leap : 0)), eligible: 356);
        var (bass, jump) = (forecast.Model("bass").Parameters, Assert.Single(forecast.Warnings, w => w.Code == "series.jump"));

        Assert.Equal($"{2000 + year}", jump.Period);
        Assert.Equal(Leap, jump.Value!.Value, Leap * 0.1);
        Assert.Equal(0.02, bass["p"], 0.003);
        Assert.Equal(0.35, bass["q"], 0.03);
        Assert.Equal(200 + Leap, bass["m"], tolerance: 15);
        Assert.Equal(Grown.Bass(22, 200, 0.02, 0.35) + Leap, forecast.Forecast[7].P50, tolerance: 15);
    }

    [Fact]
    public void A_mandate_may_take_two_periods()
    {
        var forecast = Grown.Forecast(Grown.Yearly(12, t => (5 * t) + (t >= 6 ? 100 : 0) + (t >= 7 ? 80 : 0)), eligible: 356);

        Assert.Equal(["2006", "2007"], forecast.Warnings.Where(w => w.Code == "series.jump").Select(w => w.Period));
        Assert.Equal(5, forecast.Model("linear").Parameters["pace"], 1e-9);
        Assert.Equal(245, forecast.Forecast[0].P50, 1e-6);
    }

    [Fact]
    public void A_jump_in_the_last_period_does_not_go_on()
    {
        var forecast = Grown.Forecast(Grown.Yearly(8, t => (10 * t) + (t == 8 ? 150 : 0)), eligible: 356, horizon: 2);

        Assert.Contains(forecast.Warnings, w => w is { Code: "series.jump", Period: "2008" });
        Assert.Equal([240, 250], forecast.Forecast.Select(f => Math.Round(f.P50, 6)));
    }

    [Fact]
    public void All_are_told_to_adopt_and_nobody_is_left()
    {
        var forecast = Grown.Forecast(Grown.Yearly(8, t => t < 6 ? 10 * t : 356), eligible: 356);

        Assert.Contains(forecast.Warnings, w => w is { Code: "series.jump", Period: "2006" });
        Assert.All(forecast.Forecast, f => Assert.Equal((356, 356, 356), (f.P10, f.P50, f.P90)));
    }

    [Fact]
    public void Published_series_have_no_jumps() =>
        Assert.All(PublishedSeries.All, series => Assert.DoesNotContain(Grown.Forecast(series.Points, horizon: 1).Warnings, w => w.Code == "series.jump"));

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(1)]
    public void Steep_growth_is_no_jump(double rate) => Assert.DoesNotContain(
        Grown.Forecast(Grown.Yearly(16, t => 356 / (1 + Math.Exp(-rate * (t - 8.2))))).Warnings, w => w.Code == "series.jump");
}
