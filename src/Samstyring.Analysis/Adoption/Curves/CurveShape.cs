using System.Runtime.InteropServices;

namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>The place of a search for the two parameters of a shape, in numbers that are near 1 whatever the unit of time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SearchPoint(double X, double Y);

/// <summary>A curve of growth to a market, as the share F of the market that has adopted at a time, with two parameters beside the market.</summary>
internal abstract class CurveShape
{
    public abstract string Name { get; }

    /// <summary>From where a fit is tried, the same for every series.</summary>
    public abstract IReadOnlyList<SearchPoint> Starts { get; }

    public abstract SearchPoint Least { get; }

    public abstract SearchPoint Most { get; }

    /// <param name="span">From launch to the last observation, in units.</param>
    public abstract (double First, double Second) Parameters(SearchPoint at, double span);

    /// <summary>F, from 0 to 1, never falling.</summary>
    /// <param name="time">In units since the launch.</param>
    public abstract double Share(double time, double first, double second);

    /// <summary>When a share is reached: the inverse of <see cref="Share"/>.</summary>
    /// <param name="share">More than 0, less than 1.</param>
    public abstract double TimeOf(double share, double first, double second);

    protected static SearchPoint[] Grid(double[] xs, double[] ys) => [.. from x in xs from y in ys select new SearchPoint(x, y)];
}

/// <summary>
/// Innovation p and imitation q, both per unit: dF/dt = (p + qF)(1 − F), F(0) = 0, so F(t) = (1 − e^−(p+q)t) / (1 + (q/p)e^−(p+q)t). F. M. Bass, Management Science 15, 1969.
/// Where q is 0 this is exponential saturation; where p vanishes, logistic.
/// </summary>
internal sealed class BassShape : CurveShape
{
    public override string Name => "bass";

    public override IReadOnlyList<SearchPoint> Starts { get; } = Grid([.. Logs(1e-4, 1e-2, 0.1, 0.5, 2)], [.. Logs(0.1, 1, 3, 6, 12, 25)]);

    public override SearchPoint Least { get; } = new(Math.Log(1e-9), Math.Log(1e-6));

    public override SearchPoint Most { get; } = new(Math.Log(100), Math.Log(300));

    public override (double First, double Second) Parameters(SearchPoint at, double span) => (Math.Exp(at.X) / span, Math.Exp(at.Y) / span);

    public override double Share(double time, double first, double second)
    {
        var remaining = Math.Exp(-(first + second) * time);
        return first * (1 - remaining) / (first + (second * remaining));
    }

    public override double TimeOf(double share, double first, double second) => -Math.Log(first * (1 - share) / (first + (second * share))) / (first + second);

    private static IEnumerable<double> Logs(params IEnumerable<double> numbers) => numbers.Select(number => Math.Log(number));
}

/// <summary>F(t) = 1 / (1 + e^−b(t − peak)). P.-F. Verhulst, 1838.</summary>
internal sealed class LogisticShape : PeakedShape
{
    public override string Name => "logistic";

    public override double Share(double time, double first, double second) => 1 / (1 + Math.Exp(-first * (time - second)));

    public override double TimeOf(double share, double first, double second) => second + (Math.Log(share / (1 - share)) / first);
}

/// <summary>F(t) = e^−e^−b(t − peak): fastest early, at a share of 1/e. B. Gompertz, 1825.</summary>
internal sealed class GompertzShape : PeakedShape
{
    public override string Name => "gompertz";

    public override double Share(double time, double first, double second) => Math.Exp(-Math.Exp(-first * (time - second)));

    public override double TimeOf(double share, double first, double second) => second - (Math.Log(-Math.Log(share)) / first);
}

/// <summary>A rate b per unit, and the time of fastest growth in units since the launch.</summary>
internal abstract class PeakedShape : CurveShape
{
    public override IReadOnlyList<SearchPoint> Starts { get; } = Grid([Math.Log(1), Math.Log(3), Math.Log(6), Math.Log(12), Math.Log(25)], [0, 0.25, 0.5, 0.75, 1, 1.5]);

    public override SearchPoint Least { get; } = new(Math.Log(1e-3), -5);

    public override SearchPoint Most { get; } = new(Math.Log(300), 5);

    public override (double First, double Second) Parameters(SearchPoint at, double span) => (Math.Exp(at.X) / span, at.Y * span);
}
