namespace Samstyring.Analysis.Networks;

/// <summary>A place in a drawing, in its units, from the upper left corner.</summary>
public sealed record LayoutPoint(double X, double Y);

/// <summary>
/// Where to draw the nodes of a network: those with ties near each other, the rest apart (T. Fruchterman and E. Reingold, «Graph Drawing by
/// Force-directed Placement», 1991). The same graph gives the same drawing every time.
/// </summary>
public sealed class NetworkLayout
{
    /// <summary>More nodes than this cannot be told from each other: show a list.</summary>
    public const int MostNodes = 300;

    private const int Rounds = 300;

    /// <summary>The length that ties strive for, in spacings.</summary>
    private const double Stretch = 2.5;

    /// <summary>What draws every node to the middle, so that parts without ties between them stay in the picture.</summary>
    private const double Gravity = 0.05;

    /// <summary>Turning by this angle, the golden one, puts point after point where there is most room (H. Vogel, 1979).</summary>
    private static readonly double GoldenAngle = Math.PI * (3 - Math.Sqrt(5));

    private NetworkLayout(IReadOnlyList<LayoutPoint> points, double width, double height) => (Points, Width, Height) = (points, width, height);

    /// <summary>In the order of the nodes.</summary>
    public IReadOnlyList<LayoutPoint> Points { get; }

    public double Width { get; }

    public double Height { get; }

    /// <param name="spacing">The least distance between two nodes, and half of it between a node and the border. At least 1.</param>
    /// <exception cref="ArgumentException">The graph has more than <see cref="MostNodes"/> nodes, or the spacing is below 1.</exception>
    public static NetworkLayout Of(NetworkGraph graph, double spacing)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(graph.Nodes.Count, MostNodes, nameof(graph));
        ArgumentOutOfRangeException.ThrowIfLessThan(spacing, 1);
        var points = Apart(Balanced(graph, spacing * Stretch), spacing);
        if (points is [])
        {
            return new([], spacing, spacing);
        }

        var (left, top) = (points.Min(p => p.X) - (spacing / 2), points.Min(p => p.Y) - (spacing / 2));
        return new(
            [.. points.Select(p => new LayoutPoint(p.X - left, p.Y - top))],
            points.Max(p => p.X) - left + (spacing / 2),
            points.Max(p => p.Y) - top + (spacing / 2));
    }

    /// <summary>All nodes push each other away, ties pull, and the steps grow shorter.</summary>
    private static (double X, double Y)[] Balanced(NetworkGraph graph, double length)
    {
        (double X, double Y)[] points = [.. graph.Nodes.Select((_, i) => Around((0, 0), length * Math.Sqrt(i + 0.5), i * GoldenAngle))];
        for (var round = 0; round < Rounds; round++)
        {
            var pull = Forces(graph, points, length);
            var longest = length * (1 - ((double)round / Rounds));
            for (var i = 0; i < points.Length; i++)
            {
                var size = Math.Max(Length(pull[i]), double.Epsilon);
                var step = Math.Min(size, longest) / size;
                points[i] = (points[i].X + (pull[i].X * step), points[i].Y + (pull[i].Y * step));
            }
        }

        return points;
    }

    private static (double X, double Y)[] Forces(NetworkGraph graph, (double X, double Y)[] points, double length)
    {
        (double X, double Y)[] forces = [.. points.Select(p => (-p.X * Gravity, -p.Y * Gravity))];
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = i + 1; j < points.Length; j++)
            {
                Add(i, j, isTie: false);
            }
        }

        for (var edge = 0; edge < graph.Edges.Count; edge++)
        {
            Add(graph.From[edge], graph.To[edge], isTie: true);
        }

        return forces;

        // Ties pull, all else pushes, along the line between the two. Two in the same place are pushed in a direction that their numbers give.
        void Add(int i, int j, bool isTie)
        {
            var (x, y) = (points[i].X - points[j].X, points[i].Y - points[j].Y);
            var distance = Length((x, y));
            var (alongX, alongY) = distance > 0 ? (x / distance, y / distance) : Around((0, 0), i == j ? 0 : 1, (i + j) * GoldenAngle);
            distance = Math.Max(distance, length / 100);
            var force = isTie ? -distance * distance / length : length * length / distance;
            forces[i] = (forces[i].X + (alongX * force), forces[i].Y + (alongY * force));
            forces[j] = (forces[j].X - (alongX * force), forces[j].Y - (alongY * force));
        }
    }

    /// <summary>Node by node takes its place, or the nearest that is free on rings around it. There always is one.</summary>
    private static List<(double X, double Y)> Apart((double X, double Y)[] wanted, double spacing)
    {
        const int Directions = 16;
        List<(double X, double Y)> taken = [];
        foreach (var place in wanted)
        {
            var tried = Enumerable.Range(0, int.MaxValue).Select(i => Rounded(Around(place, (i + Directions - 1) / Directions * spacing / 4, i * 2 * Math.PI / Directions)));
            taken.Add(tried.First(free => taken.TrueForAll(other => Length((free.X - other.X, free.Y - other.Y)) >= spacing)));
        }

        return taken;
    }

    private static (double X, double Y) Around((double X, double Y) middle, double radius, double angle) => (middle.X + (radius * Math.Cos(angle)), middle.Y + (radius * Math.Sin(angle)));

    private static (double X, double Y) Rounded((double X, double Y) point) => (Math.Round(point.X, 1), Math.Round(point.Y, 1));

    private static double Length((double X, double Y) vector) => Math.Sqrt((vector.X * vector.X) + (vector.Y * vector.Y));
}
