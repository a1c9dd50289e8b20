namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What is kept of the runs: counts, whose sum is the same in any order. As large for a million runs as for one.</summary>
internal sealed class SpreadTallies
{
    /// <summary>The shares of the eligible whose quarter is noted.</summary>
    public static readonly double[] Shares = [0.5, 0.8, 1];

    private readonly int _quarters;

    public SpreadTallies(SpreadPlan plan)
    {
        _quarters = plan.Scenario.Quarters;
        IReadOnlyList<SpreadMember> eligible = [.. plan.Members.Where(member => member.IsEligible)];
        Decided = Histograms(_ => (0, eligible.Count));
        InUse = Histograms(_ => (0, eligible.Count));
        Inhabitants = Histograms(_ => (0, eligible.Sum(member => member.Population)));
        Sharers = Histograms(_ => (0, eligible.Sum(member => member.Weight)));
        Result = Histograms(quarter => SpreadLedger.Bounds(plan, quarter));
        MemberInUse = new int[plan.Members.Count * _quarters];
        Needed = [.. Shares.Select(share => (int)Math.Ceiling(share * eligible.Count))];
        Reached = [.. Shares.Select(_ => new int[_quarters + 1])];
    }

    /// <summary>By quarter, like the four that follow: how many have decided.</summary>
    public SpreadHistogram[] Decided { get; }

    public SpreadHistogram[] InUse { get; }

    /// <summary>Inhabitants where it is in use.</summary>
    public SpreadHistogram[] Inhabitants { get; }

    /// <summary>The weight of those who share the base.</summary>
    public SpreadHistogram[] Sharers { get; }

    /// <summary>The owner's result so far, kroner.</summary>
    public SpreadHistogram[] Result { get; }

    /// <summary>In how many runs each member took it into use in each quarter; a row a quarter. Those in use from the start are in none.</summary>
    public int[] MemberInUse { get; }

    /// <summary>How many in use each of <see cref="Shares"/> is.</summary>
    public int[] Needed { get; }

    /// <summary>By share: in how many runs it was reached first in each quarter, and last those in which it was not.</summary>
    public int[][] Reached { get; }

    public void Record(int quarter, SpreadLanes lanes, int runs)
    {
        for (var lane = 0; lane < SpreadLanes.Count; lane++)
        {
            if (SpreadLanes.RunOf(lane) >= runs)
            {
                continue;
            }

            Decided[quarter].Add(lanes.Decided[lane]);
            InUse[quarter].Add(lanes.InUse[lane]);
            Inhabitants[quarter].Add(lanes.Inhabitants[lane]);
            Sharers[quarter].Add(lanes.Weight[lane]);
            Result[quarter].Add(lanes.Result[lane]);
            RecordReached(quarter, lanes, lane);
        }
    }

    public void Add(SpreadTallies other)
    {
        for (var quarter = 0; quarter < _quarters; quarter++)
        {
            Decided[quarter].Add(other.Decided[quarter]);
            InUse[quarter].Add(other.InUse[quarter]);
            Inhabitants[quarter].Add(other.Inhabitants[quarter]);
            Sharers[quarter].Add(other.Sharers[quarter]);
            Result[quarter].Add(other.Result[quarter]);
        }

        Add(MemberInUse, other.MemberInUse);
        foreach (var (mine, others) in Reached.Zip(other.Reached))
        {
            Add(mine, others);
        }
    }

    private static void Add(int[] mine, int[] others)
    {
        for (var i = 0; i < mine.Length; i++)
        {
            mine[i] += others[i];
        }
    }

    private SpreadHistogram[] Histograms(Func<int, (double Low, double High)> bounds) =>
        [.. Enumerable.Range(0, _quarters).Select(bounds).Select(bound => new SpreadHistogram(bound.Low, bound.High))];

    private void RecordReached(int quarter, SpreadLanes lanes, int lane)
    {
        ref var reached = ref lanes.Reached[lane];
        while (reached < Needed.Length && lanes.InUse[lane] >= Needed[reached])
        {
            Reached[reached++][quarter]++;
        }

        for (var share = reached; share < Needed.Length && quarter == _quarters - 1; share++)
        {
            Reached[share][_quarters]++;
        }
    }
}
