using System.Globalization;
using System.Text;

namespace Samstyring.Web.Features.Design.Hex;

/// <summary>Where cells, borders and county names are drawn. Cells are pointy-top; odd rows stand half a cell to the right.</summary>
internal static class HexGrid
{
    /// <summary>From the middle of a cell to its corners, in the drawing's units.</summary>
    public const double Radius = 11;

    private const double Width = 19.05; // √3 · Radius
    private const double Half = Width / 2;
    private const double Pitch = 1.5 * Radius;
    private const double LetterWidth = 9.4; // of .county, 17 px
    private const double Gap = 9;

    public static double X(HexCell cell) => Width * (cell.Column + (0.5 * (cell.Row % 2)));

    public static double Y(HexCell cell) => Pitch * cell.Row;

    public static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The corners of a cell around 0, 0.</summary>
    public static string Corners(double radius)
    {
        var (x, y) = (Text(radius * Math.Sqrt(3) / 2), Text(radius / 2));
        return $"0-{Text(radius)} {x}-{y} {x} {y} 0 {Text(radius)}-{x} {y}-{x}-{y}";
    }

    /// <summary>One path along every edge between two counties.</summary>
    public static string Borders(IReadOnlyList<HexCell> cells)
    {
        var at = cells.ToDictionary(c => (c.Column, c.Row));
        var path = new StringBuilder();
        foreach (var cell in cells)
        {
            var (x, y, odd) = (X(cell), Y(cell), cell.Row % 2);
            Edge(cell, at.GetValueOrDefault((cell.Column + 1, cell.Row)), x + Half, y - (Radius / 2), "v11");
            Edge(cell, at.GetValueOrDefault((cell.Column + odd, cell.Row + 1)), x + Half, y + (Radius / 2), "l-9.5 5.5");
            Edge(cell, at.GetValueOrDefault((cell.Column + odd - 1, cell.Row + 1)), x, y + Radius, "l-9.5-5.5");
        }

        return path.ToString();

        void Edge(HexCell cell, HexCell? other, double x, double y, string line)
        {
            if (other is not null && !string.Equals(cell.County, other.County, StringComparison.Ordinal))
            {
                path.Append('M').Append(Text(x)).Append(y < 0 ? "" : " ").Append(Text(y)).Append(line);
            }
        }
    }

    /// <summary>
    /// Names of counties at the coast or the border, each beside a row where nothing stands between the county and the edge. A county
    /// without such a row gets no name.
    /// </summary>
    public static IReadOnlyList<CountyLabel> Labels(IReadOnlyList<HexCell> cells, Func<HexCell, string> name)
    {
        var rows = cells.GroupBy(c => c.Row).ToDictionary(g => g.Key, g => (West: g.Min(X), East: g.Max(X)));
        List<CountyLabel> labels = [];
        foreach (var county in cells.GroupBy(c => c.County, StringComparer.Ordinal).OrderByDescending(g => g.Count()))
        {
            var best = county.SelectMany(cell => Beside(cell, rows, county.Average(Y)))
                .Where(p => !labels.Any(l => l.East == p.East && Math.Abs(l.Y - p.Y) < 20))
                .OrderBy(p => p.Cost).ThenBy(p => p.Y).FirstOrDefault();
            if (best is not null)
            {
                labels.Add(new(name(county.First()), best.X, best.Y, best.East));
            }
        }

        return labels;
    }

    public static string ViewBox(IReadOnlyList<HexCell> cells, IReadOnlyList<CountyLabel> labels)
    {
        var west = cells.Min(X) - Width;
        var east = cells.Max(X) + Width;
        foreach (var label in labels)
        {
            west = Math.Min(west, label.East ? west : label.X - (label.Name.Length * LetterWidth));
            east = Math.Max(east, label.East ? label.X + (label.Name.Length * LetterWidth) : east);
        }

        var (north, south) = (cells.Min(Y) - Pitch, cells.Max(Y) + Pitch);
        return string.Create(CultureInfo.InvariantCulture, $"{west:0} {north:0} {east - west:0} {south - north:0}");
    }

    /// <summary>The places beside a cell that is the outermost of its row, free over three rows because a name is as high as a row.</summary>
    private static IEnumerable<Place> Beside(HexCell cell, Dictionary<int, (double West, double East)> rows, double middle)
    {
        var around = Enumerable.Range(cell.Row - 1, 3).Where(rows.ContainsKey).Select(r => rows[r]).ToList();
        var (x, y) = (X(cell), Y(cell));
        if (x <= rows[cell.Row].West)
        {
            var edge = around.Min(r => r.West) - Half;
            yield return new(edge - Gap, y + 6, East: false, (x - edge) + (Math.Abs(y - middle) / 4));
        }

        if (x >= rows[cell.Row].East)
        {
            var edge = around.Max(r => r.East) + Half;
            yield return new(edge + Gap, y + 6, East: true, (edge - x) + (Math.Abs(y - middle) / 4));
        }
    }

    private sealed record Place(double X, double Y, bool East, double Cost);
}

/// <summary>The name of a county in the map; <c>East</c> begins at X, the others end there.</summary>
internal sealed record CountyLabel(string Name, double X, double Y, bool East);
