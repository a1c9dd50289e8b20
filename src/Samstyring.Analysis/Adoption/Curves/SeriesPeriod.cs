using System.Globalization;
using System.Text.RegularExpressions;

namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>A period as it is written, and when it ends.</summary>
/// <param name="IsNumber">Whether it is a whole number: a year where the whole series has years, else a number of its own.</param>
/// <param name="End">In months since the year 0; a day is its share of its month, so that months, quarters and years are equally long. The number itself, for a number.</param>
internal readonly partial record struct SeriesPeriod(bool IsNumber, double End)
{
    private const int EarliestYear = 1000;
    private const int MonthsOfYear = 12;
    private const int MonthsOfQuarter = 3;

    /// <summary>Whether a number can be a year.</summary>
    public bool IsYear => IsNumber && End is >= EarliestYear and <= 9999;

    /// <summary>A year among other dates, by its last month.</summary>
    public SeriesPeriod AsYear => new(IsNumber: false, (End + 1) * MonthsOfYear);

    public static SeriesPeriod? Read(string text)
    {
        if (Number().IsMatch(text))
        {
            return new(IsNumber: true, int.Parse(text, CultureInfo.InvariantCulture));
        }

        if (Quarter().Match(text) is { Success: true } quarter)
        {
            return new(IsNumber: false, (Whole(quarter, "year") * MonthsOfYear) + (Whole(quarter, "quarter") * MonthsOfQuarter));
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new(IsNumber: false, (month.Year * MonthsOfYear) + month.Month);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(IsNumber: false, (day.Year * MonthsOfYear) + day.Month - 1 + ((double)day.Day / DateTime.DaysInMonth(day.Year, day.Month)))
            : null;
    }

    /// <summary>In the numbers of a period's <see cref="End"/>.</summary>
    public static int LengthOf(TimeUnit unit) => unit switch { TimeUnit.Quarter => MonthsOfQuarter, TimeUnit.Year => MonthsOfYear, _ => 1 };

    /// <summary>The unit nearest to how far apart the observations stand.</summary>
    /// <param name="gap">In months.</param>
    public static TimeUnit UnitOf(double gap) => gap switch { <= 1.5 => TimeUnit.Month, <= 7.5 => TimeUnit.Quarter, _ => TimeUnit.Year };

    /// <summary>The first end of a whole unit after a time.</summary>
    public static double NextEnd(double time, TimeUnit unit) => (Math.Floor(time / LengthOf(unit)) + 1) * LengthOf(unit);

    /// <param name="end">Of a whole unit.</param>
    public static string NameOf(double end, TimeUnit unit)
    {
        var last = (int)Math.Round(end) - 1;
        return unit switch
        {
            TimeUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{last / MonthsOfYear:0000}-{(last % MonthsOfYear) + 1:00}"),
            TimeUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{last / MonthsOfYear:0000}-Q{(last % MonthsOfYear / MonthsOfQuarter) + 1}"),
            TimeUnit.Year => string.Create(CultureInfo.InvariantCulture, $"{last / MonthsOfYear:0000}"),
            _ => (last + 1).ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>As a reader sees it: months as calendar years, numbers as they are.</summary>
    public static double Readable(double time, TimeUnit unit) => unit is TimeUnit.Number ? time : time / MonthsOfYear;

    private static int Whole(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9]{1,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Number();

    [GeneratedRegex("^(?<year>[0-9]{4})-?[QKqk](?<quarter>[1-4])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Quarter();
}
