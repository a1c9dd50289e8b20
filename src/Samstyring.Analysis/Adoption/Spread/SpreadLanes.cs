namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// The sums of 64 runs side by side, a lane each. Four consecutive runs share one block of random words, of which lanes 0–15 take the
/// first, lanes 16–31 the second and so on: so run 4·l + k is lane 16·k + l.
/// </summary>
internal sealed class SpreadLanes
{
    public const int Count = 64;

    public const int VectorLanes = 16;

    public int[] Decided { get; } = new int[Count];

    public int[] InUse { get; } = new int[Count];

    public long[] Inhabitants { get; } = new long[Count];

    /// <summary>Of those who share the base.</summary>
    public long[] Weight { get; } = new long[Count];

    /// <summary>Kroner a year that those who have decided pay apart from the shared base, before changes of price.</summary>
    public long[] YearlyFees { get; } = new long[Count];

    /// <summary>Kroner once, of those who decided in this quarter.</summary>
    public long[] OneOffFees { get; } = new long[Count];

    /// <summary>How many decided in this quarter.</summary>
    public int[] Newcomers { get; } = new int[Count];

    /// <summary>The owner's result so far, kroner.</summary>
    public double[] Result { get; } = new double[Count];

    /// <summary>How many of the noted shares of the eligible are reached.</summary>
    public int[] Reached { get; } = new int[Count];

    /// <summary>The run of a lane, counted from the first of the 64.</summary>
    public static int RunOf(int lane) => (4 * (lane % VectorLanes)) + (lane / VectorLanes);

    /// <summary>The lanes, a bit each, of the first so many of the 64 runs.</summary>
    public static ulong Counting(int runs)
    {
        var lanes = 0UL;
        for (var lane = 0; lane < Count; lane++)
        {
            lanes |= RunOf(lane) < runs ? 1UL << lane : 0;
        }

        return lanes;
    }

    /// <summary>As everything is when the first quarter begins.</summary>
    public void Start(SpreadPlan plan)
    {
        IReadOnlyList<int> decided = [.. Enumerable.Range(0, plan.Members.Count).Where(i => plan.Members[i] is { IsEligible: true, Step: >= SpreadStep.Decided and <= SpreadStep.BenefitsConfirmed })];
        IReadOnlyList<int> inUse = [.. decided.Where(i => plan.Members[i].Step >= SpreadStep.InUse)];
        Array.Fill(Decided, decided.Count);
        Array.Fill(InUse, inUse.Count);
        Array.Fill(Inhabitants, inUse.Sum(i => plan.Population[i]));
        Array.Fill(Weight, decided.Sum(i => plan.Weight[i]));
        Array.Fill(YearlyFees, decided.Sum(i => plan.YearlyFee[i]));
        Array.Clear(OneOffFees);
        Array.Clear(Newcomers);
        Array.Clear(Result);
        Array.Clear(Reached);
    }

    public void Close(SpreadPlan plan, int quarter)
    {
        for (var lane = 0; lane < Count; lane++)
        {
            Result[lane] += SpreadLedger.ResultOf(plan, quarter, this, lane);
            (Newcomers[lane], OneOffFees[lane]) = (0, 0);
        }
    }
}
