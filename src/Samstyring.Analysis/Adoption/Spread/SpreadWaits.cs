using System.Runtime.Intrinsics;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What a draw is for: the last coordinate of its place.</summary>
internal static class SpreadDraws
{
    /// <summary>At (run / 4, member, quarter): a word for each of four runs.</summary>
    public const uint Decision = 0;

    /// <summary>At (run, member, 0): the waits to procured, installed and in use, and the key in the vendor's queue.</summary>
    public const uint Journey = 1;

    /// <summary>At (draw, member, 0): the order of those who are asked blindly.</summary>
    public const uint Blind = 2;
}

/// <summary>How long a member waits on the way from decided to in use, whenever it decides.</summary>
internal sealed class SpreadWaits(SpreadPlan plan, Philox random)
{
    /// <summary>
    /// In 64 runs, a lane each, quarters and <see cref="SpreadJourneys.Never"/> at most: from decided to the vendor's queue, and from installed to in use. Without a queue the first is
    /// the whole way, and the other nothing.
    /// </summary>
    public (Vector512<byte> First, Vector512<byte> Last) Draw(int firstRun, int member)
    {
        var (one, two, three, four) = (Sixteen(firstRun, member, 0), Sixteen(firstRun, member, 1), Sixteen(firstRun, member, 2), Sixteen(firstRun, member, 3));
        return (Bytes(one.First, two.First, three.First, four.First), Bytes(one.Last, two.Last, three.Last, four.Last));
    }

    /// <summary>Who is before whom of those who come to a queue in the same quarter: the lowest first.</summary>
    public uint Key(int member, int run) => random.Draw((uint)run, (uint)member, 0, SpreadDraws.Journey).Fourth;

    /// <summary>For one who is under way when the first quarter begins: what is left, reckoned from quarter 0, to the queue (0 when installed) and from there to in use.</summary>
    public (int ToQueue, int ToInUse) Left(int member, int run)
    {
        var words = random.Draw((uint)run, (uint)member, 0, SpreadDraws.Journey);
        var (procured, installed, inUse) = (Wait(words.First, plan.ProcuredWaits), Wait(words.Second, plan.InstalledWaits), Wait(words.Third, plan.InUseWaits));
        var (scenario, reached) = (plan.Scenario, plan.Members[member].ReachedQuarter);
        return plan.Members[member].Step switch
        {
            SpreadStep.Decided => (Remaining(scenario.DecidedToProcured) + procured + scenario.ProcuredToInstalled.MinimumQuarters + installed, scenario.InstalledToInUse.MinimumQuarters + inUse),
            SpreadStep.Procured => (Remaining(scenario.ProcuredToInstalled) + installed, scenario.InstalledToInUse.MinimumQuarters + inUse),
            _ => (0, Remaining(scenario.InstalledToInUse) + inUse),
        };

        int Remaining(SpreadLeadTime lead) => Math.Max(0, reached + lead.MinimumQuarters);
    }

    private (Vector512<uint> First, Vector512<uint> Last) Sixteen(int firstRun, int member, int vector)
    {
        var runs = Vector512.Create((uint)(firstRun + SpreadLanes.RunOf(vector * SpreadLanes.VectorLanes))) + (Vector512<uint>.Indices * 4);
        var words = random.Draw(runs, (uint)member, 0, SpreadDraws.Journey);
        var scenario = plan.Scenario;
        var toQueue = AtMostNever(Wait(words.First, plan.ProcuredWaits) + Wait(words.Second, plan.InstalledWaits), scenario.DecidedToProcured.MinimumQuarters + scenario.ProcuredToInstalled.MinimumQuarters);
        var toInUse = AtMostNever(Wait(words.Third, plan.InUseWaits), scenario.InstalledToInUse.MinimumQuarters);
        return plan.HasQueue[member] ? (toQueue, toInUse) : (AtMostNever(toQueue + toInUse, 0), Vector512<uint>.Zero);
    }

    private static Vector512<byte> Bytes(Vector512<uint> first, Vector512<uint> second, Vector512<uint> third, Vector512<uint> fourth) =>
        Vector512.Narrow(Vector512.Narrow(first, second), Vector512.Narrow(third, fourth));

    private static Vector512<uint> AtMostNever(Vector512<uint> quarters, int minimum) => Vector512.Min(quarters + Vector512.Create((uint)minimum), Vector512.Create((uint)SpreadJourneys.Never));

    private static int Wait(uint word, uint[] bounds)
    {
        var quarters = 0;
        while (quarters < bounds.Length && word >= bounds[quarters])
        {
            quarters++;
        }

        return quarters;
    }

    private static Vector512<uint> Wait(Vector512<uint> words, uint[] bounds)
    {
        var quarters = Vector512<uint>.Zero;
        foreach (var bound in bounds)
        {
            var isLonger = Vector512.GreaterThanOrEqual(words, Vector512.Create(bound));
            if (isLonger == Vector512<uint>.Zero)
            {
                break;
            }

            quarters -= isLonger;
        }

        return quarters;
    }
}
