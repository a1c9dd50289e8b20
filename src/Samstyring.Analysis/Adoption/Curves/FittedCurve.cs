namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>A curve with its parameters found.</summary>
internal abstract class FittedCurve
{
    /// <summary>The cumulative number at a time, in units since the launch. The increments that were fitted are its differences, the first from none.</summary>
    public abstract double At(double time);

    /// <summary>The cumulative number some time after there are so many: the curve goes on from what is observed, not from where it would have been.</summary>
    public abstract double After(double level, double duration);

    /// <summary>What it expects in place of the increments.</summary>
    public double[] Expected(Increments increments) => [.. increments.Times.Select((time, i) => At(time) - (i == 0 ? 0 : At(increments.Times[i - 1])))];
}

/// <summary>Growth to a market.</summary>
/// <param name="found">Where the search ended, for a search near it.</param>
internal sealed class MarketCurve(CurveShape shape, double market, SearchPoint found, double span) : FittedCurve
{
    public double Market => market;

    public SearchPoint Found => found;

    public (double First, double Second) Parameters { get; } = shape.Parameters(found, span);

    public override double At(double time) => market * shape.Share(time, Parameters.First, Parameters.Second);

    public override double After(double level, double duration)
    {
        if (level >= market || level < 0)
        {
            return level;
        }

        var time = level == 0 ? 0 : shape.TimeOf(level / market, Parameters.First, Parameters.Second);
        return double.IsFinite(time) ? Math.Max(level, At(time + duration)) : level;
    }
}

/// <summary>The same number in each unit of time.</summary>
internal sealed class StraightLine(double pace, double firstTime, double first) : FittedCurve
{
    public double Pace => pace;

    public override double At(double time) => first + (pace * (time - firstTime));

    public override double After(double level, double duration) => level + (Math.Max(0, pace) * duration);
}
