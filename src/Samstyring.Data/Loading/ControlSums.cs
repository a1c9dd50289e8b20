using System.Globalization;

namespace Samstyring.Data.Loading;

/// <summary>
/// What the sources say that their tables add up to. A file that lost or gained a row on the way is not loaded.
/// </summary>
internal static class ControlSums
{
    public static void Check(ReferenceFiles files)
    {
        foreach (var control in files["control-sums"].Rows)
        {
            var (file, expected) = (control.Required("file"), control.Int("expected"));
            var rows = files[file].Rows.Where(row => Matches(row, control.Optional("where"))).ToList();
            var found = control.Optional("sum") is { } column ? rows.Sum(row => row.OptionalInt(column) ?? 0) : rows.Count;
            if (found != expected)
            {
                control.Report("expected", string.Create(CultureInfo.InvariantCulture, $"{file} gives {found}, but the source says {expected}"));
            }
        }
    }

    private static bool Matches(DataRow row, string? condition) =>
        condition?.Split('=', 2) is not [var column, var value] || string.Equals(row.Optional(column), value, StringComparison.Ordinal);
}
