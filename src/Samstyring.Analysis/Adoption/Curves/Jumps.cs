namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>
/// Leaps that peers did not cause: a mandate, an emergency roll-out. No curve is fitted through one. Its increment is left out of the fit, and what it has beyond the growth around
/// it is taken off the series there and later, put aside, and added again to market and forecast: the curve describes those who adopt of their own accord, before and after alike.
/// A part after the leap alone is mostly too short to be fitted.
/// </summary>
internal static class Jumps
{
    /// <summary>How many times faster than all around it. The steepest that logistic growth at a rate of 1 per observation shows is below it.</summary>
    private const double Times = 4;

    /// <summary>Of the last observed number. Smaller leaps change no forecast.</summary>
    private const double LeastShare = 0.1;

    /// <summary>Beyond the chance of a count with the expected mean, in standard deviations.</summary>
    private const double LeastDeviations = 3;

    private const int Around = 2;

    /// <param name="Index">Of the increment.</param>
    /// <param name="Excess">What it has beyond the growth around it, in adopters.</param>
    public sealed record Jump(int Index, double Excess);

    public static IReadOnlyList<Jump> In(Increments increments)
    {
        List<Jump> jumps = [];
        for (var i = 1; i < increments.Count; i++)
        {
            for (var last = i; last < Math.Min(increments.Count, i + Around); last++)
            {
                if (Run(increments, i, last) is { Count: > 0 } run)
                {
                    jumps.AddRange(run);
                    i = last;
                    break;
                }
            }
        }

        return jumps;
    }

    public static Increments Without(Increments increments, IReadOnlyList<Jump> jumps)
    {
        var (counts, isFitted) = (increments.Counts.ToArray(), increments.IsFitted.ToArray());
        foreach (var jump in jumps)
        {
            counts[jump.Index] -= jump.Excess;
            isFitted[jump.Index] = false;
        }

        return increments with { Counts = counts, IsFitted = isFitted };
    }

    /// <summary>Increments next to each other that all leap out of what stands before and after them: a mandate often takes two.</summary>
    private static List<Jump> Run(Increments increments, int first, int last)
    {
        double[] before = [.. Enumerable.Range(Math.Max(0, first - Around), Math.Min(Around, first)).Select(Rate)];
        double[] after = [.. Enumerable.Range(last + 1, Math.Min(Around, increments.Count - 1 - last)).Select(Rate)];
        var fastest = before.Concat(after).Append(Continued(before)).Append(0).Max();
        var expected = Math.Max(0, before.Concat(after).Average());
        List<Jump> run = [.. Enumerable.Range(first, last - first + 1).Select(i => new Jump(i, increments.Counts[i] - (expected * increments.Gaps[i])))];
        return run.All(IsLeap) ? run : [];

        double Rate(int i) => increments.Counts[i] / increments.Gaps[i];

        bool IsLeap(Jump jump) => Rate(jump.Index) > Times * fastest
            && jump.Excess >= LeastShare * increments.Last
            && jump.Excess > LeastDeviations * Math.Sqrt(Math.Max(1, expected * increments.Gaps[jump.Index]));
    }

    /// <summary>What comes next if growth goes on as it grew: at the end of a series nothing after it can tell.</summary>
    private static double Continued(double[] before) => before is [> 0 and var earlier, var later] && later > earlier ? later * later / earlier : 0;
}
