using System.Numerics;
using System.Runtime.Intrinsics;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// The way from decided to in use, in 64 runs: lead times, and the vendors' queues. A byte holds how long a way takes until it is begun, and from then on the quarter in which it ends;
/// a bit says which.
/// </summary>
internal sealed class SpreadJourneys
{
    /// <summary>Later than any quarter there is.</summary>
    public const byte Never = byte.MaxValue;

    private const int Lanes = SpreadLanes.Count;

    private readonly SpreadPlan _plan;
    private readonly SpreadWaits _waits;
    private readonly SpreadQueue[] _queues;
    private readonly int[] _travellers;
    private readonly int[] _underWay;
    private readonly SpreadRows _rows;
    private readonly ulong[] _isToQueue;
    private readonly ulong[] _isToInUse;
    private readonly ulong[] _comers;
    private readonly int[] _come = new int[Lanes];
    private readonly int _mostComers;
    private int _firstRun;

    public SpreadJourneys(SpreadPlan plan, SpreadRows rows, Philox random)
    {
        (_plan, _rows, _waits) = (plan, rows, new(plan, random));
        int[] all = [.. Enumerable.Range(0, plan.Members.Count)];
        _queues = [.. all.Where(i => plan.HasQueue[i]).GroupBy(i => plan.Members[i].Vendor!.Value).Select(vendor => new SpreadQueue(plan.Scenario.VendorCapacity[vendor.Key]!.Value, [.. vendor]))];
        _underWay = [.. all.Where(i => plan.Members[i] is { IsEligible: true, Step: SpreadStep.Decided or SpreadStep.Procured or SpreadStep.Installed })];
        _travellers = [.. all.Where(i => plan.IsOpen[i]).Concat(_underWay).Order()];
        (_isToInUse, _isToQueue) = (new ulong[all.Length], new ulong[all.Length]);
        _mostComers = _queues.Select(queue => queue.Customers.Length).DefaultIfEmpty().Max();
        _comers = new ulong[_mostComers * Lanes];
    }

    /// <summary>Those who may take it into use in the course of the simulation.</summary>
    public ReadOnlySpan<int> Travellers => _travellers;

    /// <summary>Those under way go on: what they have waited counts towards the minimum, and the rest of a geometric wait is as long whenever one looks.</summary>
    /// <param name="counting">The lanes that count, a bit each.</param>
    public void Start(int firstRun, ulong counting)
    {
        _firstRun = firstRun;
        Array.Clear(_isToInUse);
        Array.Clear(_isToQueue);
        foreach (var queue in _queues)
        {
            queue.Clear();
        }

        foreach (var member in _travellers)
        {
            var (first, last) = _waits.Draw(firstRun, member);
            _rows.Store(member, SpreadRows.ToInUse, _plan.HasQueue[member] ? last : first);
            if (_plan.HasQueue[member])
            {
                _rows.Store(member, SpreadRows.ToQueue, first);
            }
        }

        foreach (var member in _underWay)
        {
            for (var lanes = counting; lanes != 0; lanes &= lanes - 1)
            {
                var lane = BitOperations.TrailingZeroCount(lanes);
                GoOn(member, lane, _waits.Left(member, firstRun + SpreadLanes.RunOf(lane)));
            }
        }
    }

    /// <summary>The member has decided in the quarter.</summary>
    public void Begin(int member, int lane, int quarter)
    {
        if (_plan.HasQueue[member])
        {
            Begin(SpreadRows.ToQueue, _isToQueue, member, lane, quarter);
        }
        else
        {
            Begin(SpreadRows.ToInUse, _isToInUse, member, lane, quarter);
        }
    }

    /// <summary>Those who come to their vendor's queue in the quarter are told when they are installed.</summary>
    public void Install(int quarter)
    {
        foreach (var queue in _queues)
        {
            Come(queue, quarter);
            for (var lane = 0; lane < Lanes; lane++)
            {
                var comers = _comers.AsSpan(lane * _mostComers, _come[lane]);
                if (queue.IsOrderOfAny(lane, comers.Length))
                {
                    Order(comers, _firstRun + SpreadLanes.RunOf(lane));
                }

                for (var i = 0; i < comers.Length; i++)
                {
                    Begin(SpreadRows.ToInUse, _isToInUse, (int)(comers[i] & int.MaxValue), lane, quarter + queue.QuartersOf(lane, i));
                }

                queue.Close(lane, comers.Length);
            }
        }
    }

    /// <summary>The lanes, a bit each, in which the member takes it into use in the quarter.</summary>
    public ulong TakesIntoUse(int member, int quarter) => LanesAt(SpreadRows.ToInUse, _isToInUse, member, quarter);

    private void Come(SpreadQueue queue, int quarter)
    {
        Array.Clear(_come);
        foreach (var customer in queue.Customers)
        {
            for (var lanes = LanesAt(SpreadRows.ToQueue, _isToQueue, customer, quarter); lanes != 0; lanes &= lanes - 1)
            {
                var lane = BitOperations.TrailingZeroCount(lanes);
                _comers[(lane * _mostComers) + _come[lane]++] = (uint)customer;
            }
        }
    }

    private void Order(Span<ulong> comers, int run)
    {
        foreach (ref var comer in comers)
        {
            comer |= (ulong)_waits.Key((int)comer, run) << 32;
        }

        comers.Sort();
    }

    private void GoOn(int member, int lane, (int ToQueue, int ToInUse) left)
    {
        if (_plan.HasQueue[member] && _plan.Members[member].Step != SpreadStep.Installed)
        {
            End(SpreadRows.ToQueue, _isToQueue, member, lane, left.ToQueue);
        }
        else
        {
            End(SpreadRows.ToInUse, _isToInUse, member, lane, left.ToQueue + left.ToInUse);
        }
    }

    private void Begin(int row, ulong[] isBegun, int member, int lane, int quarter) => End(row, isBegun, member, lane, quarter + _rows[member, row, lane]);

    private void End(int row, ulong[] isBegun, int member, int lane, int quarter)
    {
        _rows[member, row, lane] = (byte)Math.Min(quarter, Never);
        isBegun[member] |= 1UL << lane;
    }

    /// <summary>The lanes, a bit each, in which a way that is begun ends in the quarter.</summary>
    private ulong LanesAt(int row, ulong[] isBegun, int member, int quarter) =>
        isBegun[member] == 0 ? 0 : isBegun[member] & Vector512.Equals(Vector512.LoadUnsafe(ref _rows.From(member, row)), Vector512.Create((byte)quarter)).ExtractMostSignificantBits();
}
