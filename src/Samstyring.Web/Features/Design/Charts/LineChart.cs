namespace Samstyring.Web.Features.Design.Charts;

/// <summary>A point that was seen or reckoned, with what is written at it.</summary>
public sealed record ChartPoint(double X, double Y, string? Label = null);

/// <summary>What a forecast says of one time: eight of ten outcomes are between the outer two, half between the inner two.</summary>
public sealed record FanPoint(double X, double Low, double InnerLow, double Mid, double InnerHigh, double High);

/// <summary>A curve with axes. The same numbers stand in a table beside it.</summary>
/// <param name="Description">All that the drawing says, for those who do not see it.</param>
/// <param name="Ticks">Places on the x axis and what is written there.</param>
/// <param name="Value">How a value of the y axis is written.</param>
public sealed record LineChart(string Heading, string Description, double FirstX, double LastX, IReadOnlyList<(double X, string Text)> Ticks, Func<double, string> Value)
{
    public string? Note { get; init; }

    /// <summary>What the x axis is of; null where the ticks say it.</summary>
    public string? Axis { get; init; }

    public IReadOnlyList<ChartPoint> Line { get; init; } = [];

    /// <summary>Points of their own on the line: what was observed, or where we are.</summary>
    public IReadOnlyList<ChartPoint> Dots { get; init; } = [];

    public IReadOnlyList<FanPoint> Fan { get; init; } = [];

    /// <summary>A level that cannot be passed, such as all municipalities.</summary>
    public (double Y, string Text)? Limit { get; init; }

    /// <summary>The highest value that there must be room for; 1 at least.</summary>
    public double Top => Math.Max(1, Line.Select(p => p.Y).Concat(Dots.Select(p => p.Y)).Concat(Fan.Select(p => p.High)).Append(Limit?.Y ?? 0).Max());

    /// <summary>Round values up the y axis, from 0, four or five of them.</summary>
    public IReadOnlyList<double> Levels
    {
        get
        {
            var rough = Top / 4;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var step = power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 });
            return [.. Enumerable.Range(0, 7).Select(i => i * step).Where(level => level <= Top * 1.001)];
        }
    }
}
