using System.Globalization;

namespace Samstyring.Domain.Kernel;

/// <summary>The time a fact holds for, no more exact than its source: a year, a month or a day.</summary>
public static class AsOf
{
    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    public static bool IsValid(string value) => First(value) is not null;

    /// <summary>The first day that the time can mean; null where it is no time.</summary>
    public static DateOnly? First(string? value) =>
        DateOnly.TryParseExact(value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The last day that the time can mean: «2022» is 31 December 2022. Null where it is no time.</summary>
    public static DateOnly? Last(string? value) => (First(value), value?.Length) switch
    {
        (null, _) => null,
        ({ } day, 4) => new(day.Year, 12, 31),
        ({ } day, 7) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
        ({ } day, _) => day,
    };

    /// <summary>So many months later, or earlier. It stays within the calendar: what comes after its last day is its last day.</summary>
    public static DateOnly PlusMonths(DateOnly day, int months)
    {
        var month = (day.Year * 12L) + day.Month - 1 + months;
        var (year, rest) = Math.DivRem(Math.Clamp(month, 12, (9999 * 12) + 11), 12);
        return new((int)year, (int)rest + 1, Math.Min(day.Day, DateTime.DaysInMonth((int)year, (int)rest + 1)));
    }

    /// <summary>So many days later, or earlier, within the calendar.</summary>
    public static DateOnly PlusDays(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + Math.Clamp(days, -DateOnly.MaxValue.DayNumber, DateOnly.MaxValue.DayNumber), 0, DateOnly.MaxValue.DayNumber));
}
