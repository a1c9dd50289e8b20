using System.Globalization;

namespace Samstyring.Domain.Kernel;

/// <summary>The time a fact holds for, no more exact than its source: a year, a month or a day.</summary>
public static class AsOf
{
    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    public static bool IsValid(string value) =>
        DateOnly.TryParseExact(value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
