using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>The way from decided to in use, in 64 runs: lead times, and the vendors' queues.</summary>
internal sealed class SpreadJourneys
{
    /// <summary>Later than any quarter there is.</summary>
    public const byte Never = byte.MaxValue;

    private const int Lanes = SpreadLanes.Count;

    private readonly SpreadPlan _plan;
    private readonly SpreadWaits _waits;
    private readonly SpreadQueue[] _queues;
    private readonly bool[] _hasQueue;
    private readonly int[] _underWay;
    private readonly byte[] _readyAt;
    private readonly byte[] _inUseAt;

    public SpreadJourneys(SpreadPlan plan, Philox random)
    {
        (_plan, _waits) = (plan, new(plan, random));
        _hasQueue = [.. plan.Members.Select(member => member.Vendor is { } vendor && plan.Scenario.VendorCapacity.ElementAtOrDefault(vendor) is not null)];
        _queues = [.. Enumerable.Range(0, plan.Members.Count).Where(i => _hasQueue[i]).GroupBy(i => plan.Members[i].Vendor!.Value)
            .Select(vendor => new SpreadQueue(plan.Scenario.VendorCapacity[vendor.Key]!.Value, [.. vendor]))];
        _underWay = [.. Enumerable.Range(0, plan.Members.Count).Where(i => plan.Members[i] is { IsEligible: true, Step: SpreadStep.Decided or SpreadStep.Procured or SpreadStep.Installed })];
        _inUseAt = new byte[plan.Members.Count * Lanes];
        _readyAt = _queues is [] ? [] : new byte[_inUseAt.Length];
    }

    /// <summary>Those under way go on: what they have waited counts towards the minimum, and the rest of a geometric wait is as long whenever one looks.</summary>
    public void Start(int firstRun, int runs)
    {
        Array.Fill(_readyAt, Never);
        Array.Fill(_inUseAt, Never);
        foreach (var queue in _queues)
        {
            queue.Clear();
        }

        _waits.Draw(firstRun);
        foreach (var member in _underWay)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                if (SpreadLanes.RunOf(lane) < runs)
                {
                    GoOn(member, lane, _waits.Left(member, firstRun + SpreadLanes.RunOf(lane)));
                }
            }
        }
    }

    /// <summary>The member has decided in the quarter.</summary>
    public void Begin(int member, int lane, int quarter)
    {
        var ready = quarter + _waits.ToQueue(member, lane);
        if (_hasQueue[member])
        {
            Put(_readyAt, ready, member, lane);
        }
        else
        {
            Put(_inUseAt, ready + _waits.ToInUse(member, lane), member, lane);
        }
    }

    /// <summary>Each vendor installs for the first in its queue, as many as it has capacity for.</summary>
    public void Install(int quarter)
    {
        foreach (var queue in _queues)
        {
            queue.Enqueue(quarter, _readyAt, _waits.Keys);
            for (var lane = 0; lane < Lanes; lane++)
            {
                for (var left = queue.Capacity; left > 0 && queue.TryDequeue(lane, out var member); left--)
                {
                    Put(_inUseAt, quarter + _waits.ToInUse(member, lane), member, lane);
                }
            }
        }
    }

    /// <summary>The lanes, a bit each, in which the member takes it into use in the quarter.</summary>
    public ulong TakesIntoUse(int member, int quarter) => LanesAt(_inUseAt, member, quarter);

    /// <summary>The lanes, a bit each, in which a row of quarters has this quarter.</summary>
    public static ulong LanesAt(byte[] rows, int row, int quarter) =>
        Vector512.Equals(Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(rows), (nuint)(row * Lanes)), Vector512.Create((byte)quarter)).ExtractMostSignificantBits();

    private void GoOn(int member, int lane, (int ToQueue, int ToInUse) left)
    {
        if (_hasQueue[member] && _plan.Members[member].Step != SpreadStep.Installed)
        {
            Put(_readyAt, left.ToQueue, member, lane);
        }
        else
        {
            Put(_inUseAt, left.ToQueue + left.ToInUse, member, lane);
        }
    }

    private static void Put(byte[] rows, int quarter, int member, int lane) => rows[(member * Lanes) + lane] = (byte)Math.Min(quarter, Never);
}
