using System.CommandLine;
using System.Globalization;
using Samstyring.Analysis.Adoption.Curves;
using Samstyring.Domain.Kernel;

namespace Samstyring.Cli;

/// <summary><c>analyse forecast</c>: fits curves to a series of adopters in a file, and says what comes. Needs no database.</summary>
internal static class ForecastCommand
{
    private const string StandardInput = "-";

    /// <summary>More errors than this are counted, not listed.</summary>
    private const int MostListed = 20;

    private sealed record Warning(string Code, string? Period, double? Value, string Text);

    private sealed record Report(TimeUnit Unit, IReadOnlyList<CurveModel> Models, string Chosen, IReadOnlyList<PeriodForecast> Forecast, IEnumerable<Warning> Warnings);

    public static Command Create()
    {
        var file = new Argument<string>("SERIES") { Description = "A file in CSV, or - for standard input." };
        file.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } path && path != StandardInput && !File.Exists(path))
            {
                result.AddError($"There is no file «{path}».");
            }
        });
        var eligible = new Option<double?>("--eligible") { Description = "How many can adopt at all. No forecast goes above it. Unbounded when left out.", HelpName = "N" };
        var horizon = new Option<int>("--horizon")
        {
            Description = $"How many future periods, {CurveOptions.LeastHorizon} to {CurveOptions.MostHorizon}.",
            HelpName = "H",
            DefaultValueFactory = _ => CurveOptions.DefaultHorizon,
        };
        var command = new Command(
            "forecast",
            """
            Forecasts adoption: fits curves to how adopters grew in number, and goes on as those do that would have foretold the series best. Prints a report in JSON.

            SERIES has the columns period,adopters and a row for each observation, in order of time, at least five.
            period   a year (2021), quarter (2021-Q3), month (2021-09) or day (2021-09-30), also mixed; or plain numbers: 1, 2, 3
            adopters how many had adopted by the end of the period, all told

            unit      the step of the forecast: month, quarter or year, whichever is nearest to how far apart the observations stand; number for plain numbers
            models    Bass (m, p, q), logistic and Gompertz (m, b, peak), linear (pace), fitted to the increments by least squares. p, q, b and pace are per unit; m is the
                      market, never below what is observed. outOfSampleError: fitted to the first half, the curve foretells the rest, and so on from each later point; the mean
                      absolute error in adopters, in which later points count more
            forecast  percentiles by residual bootstrap, the same each time. The chosen model has the smallest outOfSampleError, and most say in them; the others have theirs
                      in proportion to 1 / outOfSampleError squared
            warnings  a jump (a mandate, an emergency roll-out) is named with its period: no curve goes through it, and the forecast stands on top of it
            """)
        { file, eligible, horizon };
        command.SetAction((parsed, ct) => ForecastAsync(parsed.GetRequiredValue(file), new(parsed.GetValue(eligible), parsed.GetValue(horizon)), ct));
        return command;
    }

    private static async Task<int> ForecastAsync(string path, CurveOptions options, CancellationToken ct)
    {
        await using var content = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        if (!SeriesFile.Read(content).IsAccepted(out var series, out var unread))
        {
            await ExplainAsync(unread.Reasons.Select(reason => $"line {reason.Field}: {Explain(reason)}"));
            return ExitCodes.Refused;
        }

        ct.ThrowIfCancellationRequested();
        if (!CurveFitting.Forecast(series.Points, options).IsAccepted(out var forecast, out var refusal))
        {
            await ExplainAsync(refusal.Reasons.Select(reason => $"{Place(reason, series)}{Explain(reason)}"));
            return ExitCodes.Refused;
        }

        CommandJson.Print(new Report(forecast.Unit, forecast.Models, forecast.Chosen, forecast.Forecast, forecast.Warnings.Select(w => new Warning(w.Code, w.Period, w.Value, Text(w)))));
        return ExitCodes.Done;
    }

    /// <summary>The line of the point that a reason is about.</summary>
    private static string Place(Reason reason, SeriesFile series) =>
        reason.Field is null ? "" : string.Create(CultureInfo.InvariantCulture, $"line {series.Lines[int.Parse(reason.Field, CultureInfo.InvariantCulture) - 1]}: ");

    private static async Task ExplainAsync(IEnumerable<string> errors)
    {
        IReadOnlyList<string> all = [.. errors];
        foreach (var error in all.Take(MostListed))
        {
            await Console.Error.WriteLineAsync(error);
        }

        await Console.Error.WriteLineAsync(all.Count == 1 ? "There is one error. Nothing was forecast." : $"There are {all.Count} errors. Nothing was forecast.");
    }

    /// <summary>With the code, which is stable.</summary>
    private static string Explain(Reason reason) => (reason.Code switch
    {
        "series.no-csv" => $"this is no CSV: {reason.Value}",
        "series.no-column" => $"there is no column «{reason.Value}». The header must have period and adopters.",
        "series.cells" => $"{reason.Value}.",
        "series.no-number" => $"adopters is «{reason.Value}», which is no number.",
        "forecast.too-few-points" => $"A forecast needs at least 5 points. There are {reason.Value}.",
        "forecast.too-few-adopting" => $"A forecast needs at least 5 points from the last with no adopters on. There are {reason.Value}.",
        "forecast.adopters" => $"adopters is {reason.Value}. It must be 0 or more, at most a million million.",
        "forecast.falls" => $"adopters falls to {reason.Value}, more than 5 per cent below an earlier point. The column is cumulative.",
        "forecast.period-unreadable" => $"period is «{reason.Value}». It must be like 2021, 2021-Q3, 2021-09 or 2021-09-30, or all be plain numbers.",
        "forecast.period-order" => $"period «{reason.Value}» does not end after the one before.",
        "forecast.eligible" => $"--eligible is {reason.Value}. It must be at least the most adopters observed.",
        "forecast.horizon" => $"--horizon is {reason.Value}. It must be {CurveOptions.LeastHorizon} to {CurveOptions.MostHorizon}.",
        _ => "refused.",
    }) + $" ({reason.Code})";

    private static string Text(CurveWarning warning) => warning.Code switch
    {
        "market.unbounded" => "Nobody said how many are eligible: the market is unbounded. --eligible says it.",
        "market.undetermined" => "The series has not begun to slow: it does not tell where the curve ends.",
        "series.jump" => string.Create(CultureInfo.InvariantCulture, $"{warning.Period} has {warning.Value:0.##} more than the growth around it. No curve goes through it."),
        "series.falls" => string.Create(CultureInfo.InvariantCulture, $"{warning.Period} has {warning.Value:0.##} fewer than the period before."),
        "series.short" => string.Create(CultureInfo.InvariantCulture, $"There are only {warning.Value} points. A curve may bend anywhere."),
        _ => warning.Code,
    };
}
