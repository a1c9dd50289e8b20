using System.Globalization;

namespace Samstyring.Domain.Roadmap;

/// <summary>A quarter of a year.</summary>
/// <param name="Number">1 to 4.</param>
public sealed record Quarter(int Year, int Number)
{
    public DateOnly First => new(Year, (Number * 3) - 2, 1);

    public DateOnly Last => First.AddMonths(3).AddDays(-1);

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

    /// <param name="code">As <see cref="ToString"/> writes it.</param>
    public static Quarter? Parse(string code) =>
        code is [_, _, _, _, '-', 'q', >= '1' and <= '4'] && int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? new(year, code[6] - '0') : null;

    public Quarter Plus(int quarters)
    {
        var (year, rest) = Math.DivRem((Year * 4) + Number - 1 + quarters, 4);
        return new(year, rest + 1);
    }

    /// <summary><c>2027-q2</c>, in addresses and in the API.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-q{Number}");
}
