namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>
/// What a series grew by from each observation to the next, the first from none at the launch. Times are in units since the launch.
/// The variance of an increment is taken to be in proportion to how long it took; V. Srinivasan and C. H. Mason (Marketing Science 5, 1986) have even periods, where this is theirs.
/// </summary>
/// <param name="Times">The end of each increment.</param>
/// <param name="Gaps">How long each took.</param>
/// <param name="IsFitted">Whether curves are fitted to it: not to a jump.</param>
internal sealed record Increments(double[] Times, double[] Gaps, double[] Counts, bool[] IsFitted)
{
    public int Count => Counts.Length;

    public int Fitted => IsFitted.Count(isFitted => isFitted);

    /// <summary>How long it is from the launch to the last observation.</summary>
    public double Span => Times[^1];

    /// <summary>The cumulative number at the end of the last.</summary>
    public double Last => Counts.Sum();

    /// <summary>The largest cumulative number.</summary>
    public double Most => Levels().Max();

    public static Increments Of(double[] times, double[] levels) => new(
        times,
        [.. times.Select((time, i) => time - (i == 0 ? 0 : times[i - 1]))],
        [.. levels.Select((level, i) => level - (i == 0 ? 0 : levels[i - 1]))],
        [.. levels.Select(_ => true)]);

    public Increments First(int count) => new(Times[..count], Gaps[..count], Counts[..count], IsFitted[..count]);

    /// <summary>The cumulative numbers.</summary>
    public double[] Levels()
    {
        var levels = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            levels[i] = Counts[i] + (i == 0 ? 0 : levels[i - 1]);
        }

        return levels;
    }
}
