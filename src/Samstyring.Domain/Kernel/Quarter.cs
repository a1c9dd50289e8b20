using System.Globalization;
using System.Runtime.InteropServices;

namespace Samstyring.Domain.Kernel;

/// <summary>A quarter of a year.</summary>
/// <param name="Number">1 to 4.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    public DateOnly First => new(Year, (Number * 3) - 2, 1);

    public DateOnly Last => new(Year, Number * 3, DateTime.DaysInMonth(Year, Number * 3));

    /// <summary>Quarters since the beginning of year 0, so that they can be counted and told apart by subtraction.</summary>
    public int Index => (Year * 4) + Number - 1;

    /// <summary>First or second half of the year, 1 or 2.</summary>
    public int Half => (Number + 1) / 2;

    /// <summary>The months of it, as times begin: <c>2027-04</c>.</summary>
    public IReadOnlyList<string> Months
    {
        get
        {
            var first = First;
            return [.. Enumerable.Range(0, 3).Select(month => first.AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture))];
        }
    }

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>The quarter that a time lies in; null where it is a year, which has four.</summary>
    public static Quarter? Of(string? time) => AsOf.First(time) is { } first && AsOf.Last(time) is { } last && Of(first) == Of(last) ? Of(first) : null;

    /// <summary>The quarter in which a time ends: of a year its last. Null where there is no time.</summary>
    public static Quarter? EndOf(string? time) => AsOf.Last(time) is { } last ? Of(last) : null;

    /// <summary>The quarter with an <see cref="Index"/>.</summary>
    public static Quarter At(int index) => new(index / 4, (index % 4) + 1);

    /// <param name="code">As <see cref="ToString"/> writes it.</param>
    public static Quarter? Parse(string code) =>
        code is [_, _, _, _, '-', 'q', >= '1' and <= '4'] && int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? new(year, code[6] - '0') : null;

    public Quarter Plus(int quarters) => At(Index + quarters);

    public int CompareTo(Quarter other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    /// <summary><c>2027-q2</c>, in addresses and in the API.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-q{Number}");
}
