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

/// <summary>How long each member waits on the way from decided to in use in 64 runs, whenever it decides. Rows of lanes, a row a member.</summary>
internal sealed class SpreadWaits
{
    private readonly SpreadPlan _plan;
    private readonly Philox _random;
    private readonly byte[] _toQueue;
    private readonly byte[] _toInUse;

    public SpreadWaits(SpreadPlan plan, Philox random)
    {
        (_plan, _random) = (plan, random);
        _toQueue = new byte[plan.Members.Count * SpreadLanes.Count];
        _toInUse = new byte[_toQueue.Length];
        Keys = plan.Scenario.VendorCapacity.Any(capacity => capacity is not null) ? new uint[_toQueue.Length] : [];
    }

    /// <summary>Who is before whom of those who come to a queue in the same quarter; none where there are no queues.</summary>
    public uint[] Keys { get; }

    /// <summary>From decided to the vendor's queue, quarters; <see cref="SpreadJourneys.Never"/> at most.</summary>
    public int ToQueue(int member, int lane) => _toQueue[(member * SpreadLanes.Count) + lane];

    /// <summary>From installed to in use, likewise.</summary>
    public int ToInUse(int member, int lane) => _toInUse[(member * SpreadLanes.Count) + lane];

    /// <summary>Draws for the 64 runs from the first on.</summary>
    public void Draw(int firstRun)
    {
        for (var member = 0; member < _plan.Members.Count; member++)
        {
            var (first, second) = (Draw(firstRun, member, 0), Draw(firstRun, member, 1));
            var (third, fourth) = (Draw(firstRun, member, 2), Draw(firstRun, member, 3));
            Vector512.Narrow(Vector512.Narrow(first.ToQueue, second.ToQueue), Vector512.Narrow(third.ToQueue, fourth.ToQueue)).CopyTo(_toQueue, member * SpreadLanes.Count);
            Vector512.Narrow(Vector512.Narrow(first.ToInUse, second.ToInUse), Vector512.Narrow(third.ToInUse, fourth.ToInUse)).CopyTo(_toInUse, member * SpreadLanes.Count);
        }
    }

    /// <summary>For one who is under way when the first quarter begins: what is left, reckoned from quarter 0, to the queue (0 when installed) and from there to in use.</summary>
    public (int ToQueue, int ToInUse) Left(int member, int run)
    {
        var words = _random.Draw((uint)run, (uint)member, 0, SpreadDraws.Journey);
        var (procured, installed, inUse) = (Wait(words.First, _plan.ProcuredWaits), Wait(words.Second, _plan.InstalledWaits), Wait(words.Third, _plan.InUseWaits));
        var (scenario, reached) = (_plan.Scenario, _plan.Members[member].ReachedQuarter);
        return _plan.Members[member].Step switch
        {
            SpreadStep.Decided => (Remaining(scenario.DecidedToProcured) + procured + scenario.ProcuredToInstalled.MinimumQuarters + installed, scenario.InstalledToInUse.MinimumQuarters + inUse),
            SpreadStep.Procured => (Remaining(scenario.ProcuredToInstalled) + installed, scenario.InstalledToInUse.MinimumQuarters + inUse),
            _ => (0, Remaining(scenario.InstalledToInUse) + inUse),
        };

        int Remaining(SpreadLeadTime lead) => Math.Max(0, reached + lead.MinimumQuarters);
    }

    private (Vector512<uint> ToQueue, Vector512<uint> ToInUse) Draw(int firstRun, int member, int vector)
    {
        var (scenario, lane) = (_plan.Scenario, vector * SpreadLanes.VectorLanes);
        var runs = Vector512.Create((uint)(firstRun + SpreadLanes.RunOf(lane))) + (Vector512<uint>.Indices * 4);
        var words = _random.Draw(runs, (uint)member, 0, SpreadDraws.Journey);
        if (Keys is not [])
        {
            words.Fourth.CopyTo(Keys, (member * SpreadLanes.Count) + lane);
        }

        var (procured, installed, inUse) = (Wait(words.First, _plan.ProcuredWaits), Wait(words.Second, _plan.InstalledWaits), Wait(words.Third, _plan.InUseWaits));
        return (AtMostNever(procured + installed, scenario.DecidedToProcured.MinimumQuarters + scenario.ProcuredToInstalled.MinimumQuarters), AtMostNever(inUse, scenario.InstalledToInUse.MinimumQuarters));
    }

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
