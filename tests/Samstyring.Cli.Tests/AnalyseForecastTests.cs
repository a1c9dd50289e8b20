using System.Globalization;
using System.Text.Json;

namespace Samstyring.Cli.Tests;

public sealed class AnalyseForecastTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samstyring-forecast-");

    [Fact]
    public async Task A_series_in_a_file_is_forecast_without_a_database()
    {
        var run = await ForecastAsync("period,adopters\n" + Rows(12), "--eligible", "400", "--horizon", "3");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["unit", "models", "chosen", "forecast", "warnings"], report.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["bass", "logistic", "gompertz", "linear"], report.GetProperty("models").EnumerateArray().Select(m => m.GetProperty("name").GetString()));
        var bass = report.GetProperty("models")[0];
        Assert.Equal(["name", "parameters", "residualStandardError", "outOfSampleError"], bass.EnumerateObject().Select(p => p.Name));
        Assert.Equal([300, 0.02, 0.4], new[] { "m", "p", "q" }.Select(name => Math.Round(bass.GetProperty("parameters").GetProperty(name).GetDouble(), 4)));
        Assert.Equal(("bass", "year"), (report.GetProperty("chosen").GetString(), report.GetProperty("unit").GetString()));
        Assert.Equal(["2013", "2014", "2015"], report.GetProperty("forecast").EnumerateArray().Select(f => f.GetProperty("period").GetString()));
        Assert.All(report.GetProperty("forecast").EnumerateArray(), f => Assert.True(Percentile(f, "p10") <= Percentile(f, "p50") && Percentile(f, "p50") <= Percentile(f, "p90")));
        Assert.Empty(report.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task The_same_series_gives_the_same_report()
    {
        const string Series = "period,adopters\n2018-09,6\n2019-04,34\n2020-03,80\n2020-11,120\n2021-06-30,150\n2021,163\n";

        var (file, again) = (await ForecastAsync(Series), await Programs.SamstyringReadingAsync(Series, "analyse", "forecast", "-"));

        Assert.Equal((0, 8), (file.ExitCode, JsonDocument.Parse(file.Output).RootElement.GetProperty("forecast").GetArrayLength()));
        Assert.Equal(file, again);
    }

    [Fact]
    public async Task A_mandate_is_named_with_its_period()
    {
        var run = await ForecastAsync("\uFEFFadopters,note,period\n5,,2015\n10,,2016\n15,,2017\n20,\"a law, for all\",2018\n325,,2019\n330,,2020\n335,,2021\n");

        var warning = JsonDocument.Parse(run.Output).RootElement.GetProperty("warnings").EnumerateArray().Single(w => w.GetProperty("code").GetString() == "series.jump");
        Assert.Equal(("2019", 300), (warning.GetProperty("period").GetString(), warning.GetProperty("value").GetDouble()));
        Assert.Equal("2019 has 300 more than the growth around it. No curve goes through it.", warning.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("period,count\n2019,1\n", "line 1: there is no column «adopters». The header must have period and adopters. (series.no-column)")]
    [InlineData("år;antall\n2019;1\n", "line 1: there is no column «period».")]
    [InlineData("", "line 1: there is no column «period».")]
    [InlineData("period,adopters\n2019,1\n2020,mange\n", "line 3: adopters is «mange», which is no number. (series.no-number)")]
    [InlineData("period,adopters\n2019,1\n2020,\n", "line 3: adopters is «», which is no number.")]
    [InlineData("period,adopters\n2019,1\n2020,< halvparten\n", "line 3: adopters is «< halvparten», which is no number.")]
    [InlineData("period,adopters\n2019,1\n2020,2,3\n", "line 3: 3 cells, but the header has 2. (series.cells)")]
    [InlineData("period,adopters\n2019,\"1\n", "line 2: this is no CSV")]
    [InlineData("period,adopters\n2017,1\n2018,-2\n2019,3\n2020,4\n2021,5\n", "line 3: adopters is -2. It must be 0 or more, at most a million million. (forecast.adopters)")]
    [InlineData("period,adopters\n2017,1\n2018,2\n2019,NaN\n2020,4\n2021,5\n", "line 4: adopters is NaN.")]
    [InlineData("period,adopters\n2017,1\n2018,2\n2019 (før påske),3\n2020,4\n2021,5\n", "line 4: period is «2019 (før påske)».")]
    [InlineData("period,adopters\n2017,1\n2018,2\n2018,3\n2020,4\n2021,5\n", "line 4: period «2018» does not end after the one before. (forecast.period-order)")]
    [InlineData("period,adopters\n2017,10\n2018,20\n2019,30\n\n2020,12\n2021,50\n", "line 6: adopters falls to 12, more than 5 per cent below an earlier point. The column is cumulative. (forecast.falls)")]
    [InlineData("period,adopters\n2018-09,6\n2019,34\n2020,80\n", "A forecast needs at least 5 points. There are 3. (forecast.too-few-points)")]
    [InlineData("period,adopters\n", "A forecast needs at least 5 points. There are 0. (forecast.too-few-points)")]
    [InlineData("period,adopters\n2017,0\n2018,0\n2019,0\n2020,4\n2021,5\n", "A forecast needs at least 5 points from the last with no adopters on. There are 3. (forecast.too-few-adopting)")]
    public async Task What_is_wrong_with_a_series_is_said_on_standard_error_alone(string csv, string error)
    {
        var run = await ForecastAsync(csv);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(error, run.Errors);
        Assert.EndsWith("Nothing was forecast.\n", run.Errors);
    }

    [Theory]
    [InlineData("--eligible is 260. It must be at least the most adopters observed. (forecast.eligible)", "--eligible", "260")]
    [InlineData("--eligible is -1.", "--eligible", "-1")]
    [InlineData("--horizon is 0. It must be 1 to 200. (forecast.horizon)", "--horizon", "0")]
    [InlineData("--horizon is 201.", "--horizon", "201")]
    public async Task What_cannot_be_asked_for_is_refused(string error, params string[] options)
    {
        var run = await ForecastAsync("period,adopters\n" + Rows(12), options);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(error, run.Errors);
    }

    [Theory]
    [InlineData("analyse", "forecast")]
    [InlineData("analyse", "forecast", "/no/such/file.csv")]
    [InlineData("analyse", "forecast", "-", "--horizon", "many")]
    [InlineData("analyse", "forecast", "-", "--eligible", "all")]
    public async Task A_command_that_makes_no_sense_is_not_understood(params string[] arguments)
    {
        var run = await Programs.SamstyringAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A Bass curve to 300 with p = 0.02 and q = 0.4, from 2001 on.</summary>
    private static string Rows(int count) => string.Concat(Enumerable.Range(1, count).Select(t => string.Create(
        CultureInfo.InvariantCulture, $"{2000 + t},{300 * (1 - Math.Exp(-0.42 * t)) / (1 + (20 * Math.Exp(-0.42 * t))):R}\n")));

    private static double Percentile(JsonElement forecast, string name) => forecast.GetProperty(name).GetDouble();

    private async Task<Run> ForecastAsync(string csv, params string[] options)
    {
        var file = Path.Combine(_folder.FullName, "series.csv");
        await File.WriteAllTextAsync(file, csv);
        return await Programs.SamstyringAsync(["analyse", "forecast", file, .. options]);
    }
}
