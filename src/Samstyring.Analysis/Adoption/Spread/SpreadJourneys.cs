using System.Numerics;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// The way from decided to in use, in 64 runs: lead times, and the vendors' queues. How long each way takes is drawn when the runs start, and where a way ends is entered in a calendar when it begins.
/// </summary>
internal sealed class SpreadJourneys
{
    /// <summary>Later than any quarter there is.</summary>
    public const byte Never = byte.MaxValue;

    private const int Lanes = SpreadLanes.Count;

    /// <summary>So many members before their turn what is kept of them is fetched.</summary>
    private const int Ahead = 8;

    private readonly SpreadPlan _plan;
    private readonly SpreadWaits _waits;
    private readonly SpreadQueue[] _queues;
    private readonly int[] _travellers;
    private readonly int[] _underWay;
    private readonly SpreadRows _rows;
    private readonly SpreadCalendar _calendar;
    private readonly ulong[] _isToQueue;
    private readonly (int Member, ulong Lanes)[] _comers;
    private readonly int[] _come = new int[Lanes];
    private readonly ulong[] _inTurn;
    private readonly int[] _placed = new int[Lanes];
    private readonly int _mostComers;
    private int _comerCount;
    private int _firstRun;

    public SpreadJourneys(SpreadPlan plan, SpreadRows rows, Philox random)
    {
        (_plan, _rows, _waits) = (plan, rows, new(plan, random));
        int[] all = [.. Enumerable.Range(0, plan.Members.Count)];
        _queues = [.. all.Where(i => plan.HasQueue[i]).GroupBy(i => plan.Members[i].Vendor!.Value).Select(vendor => new SpreadQueue(plan.Scenario.VendorCapacity[vendor.Key]!.Value, [.. vendor]))];
        _underWay = [.. all.Where(i => plan.Members[i] is { IsEligible: true, Step: SpreadStep.Decided or SpreadStep.Procured or SpreadStep.Installed })];
        _travellers = [.. all.Where(i => plan.IsOpen[i]).Concat(_underWay).Order()];
        (_calendar, _isToQueue) = (new(all.Length, plan.Scenario.Quarters), new ulong[all.Length]);
        _mostComers = _queues.Select(queue => queue.Customers.Length).DefaultIfEmpty().Max();
        (_comers, _inTurn) = (new (int, ulong)[_mostComers], new ulong[_mostComers * Lanes]);
    }

    /// <summary>Those under way go on: what they have waited counts towards the minimum, and the rest of a geometric wait is as long whenever one looks.</summary>
    /// <param name="counting">The lanes that count, a bit each.</param>
    public void Start(int firstRun, ulong counting)
    {
        _firstRun = firstRun;
        _calendar.Clear();
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
            GoToQueue(member, lane, quarter + _rows[member, SpreadRows.ToQueue, lane]);
        }
        else
        {
            GoToUse(member, lane, quarter);
        }
    }

    /// <summary>Has it fetched how long the ways are of one who may decide in a little while.</summary>
    public void FetchWaits(int member) => _rows.Fetch(member, _plan.HasQueue[member] ? SpreadRows.ToQueue : SpreadRows.ToInUse);

    /// <summary>Has it fetched where the ways are entered of one who may decide in a little while.</summary>
    /// <param name="before">The one it was done for before this.</param>
    public void FetchEnds(int member, int before, int quarter) =>
        _calendar.Fetch(member, before, quarter + _plan.Scenario.DecidedToProcured.MinimumQuarters + _plan.Scenario.ProcuredToInstalled.MinimumQuarters);

    /// <summary>Those who come to their vendor's queue in the quarter are told when they are installed.</summary>
    public void Install(int quarter)
    {
        foreach (var queue in _queues)
        {
            Come(queue, quarter);
            Install(queue, quarter);
            for (var lane = 0; lane < Lanes; lane++)
            {
                queue.Close(lane, _come[lane]);
            }
        }
    }

    /// <summary>By member: the lanes, a bit each, in which it takes it into use in the quarter, when all who come in it are installed.</summary>
    public ReadOnlySpan<ulong> TakersIntoUse(int quarter) => _calendar.DueIn(quarter);

    private void Come(SpreadQueue queue, int quarter)
    {
        Array.Clear(_come);
        _comerCount = 0;
        var due = _calendar.DueIn(quarter);
        foreach (var customer in queue.Customers)
        {
            var lanes = due[customer] & _isToQueue[customer];
            if (lanes == 0)
            {
                continue;
            }

            due[customer] &= ~lanes;
            _isToQueue[customer] &= ~lanes;
            _comers[_comerCount++] = (customer, lanes);
            for (; lanes != 0; lanes &= lanes - 1)
            {
                _come[BitOperations.TrailingZeroCount(lanes)]++;
            }
        }
    }

    /// <summary>Member by member, for then what is kept of each is fetched once; but where it matters who is first, they stand in turn first.</summary>
    private void Install(SpreadQueue queue, int quarter)
    {
        Array.Clear(_placed);
        var isInTurn = LanesInTurn(queue);
        for (var i = 0; i < _comerCount; i++)
        {
            FetchComer(i + Ahead, quarter);
            var (member, lanes) = _comers[i];
            for (var rest = lanes; rest != 0; rest &= rest - 1)
            {
                var lane = BitOperations.TrailingZeroCount(rest);
                if ((isInTurn & (1UL << lane)) == 0)
                {
                    GoToUse(member, lane, quarter + queue.QuartersOf(lane, 0));
                }
                else
                {
                    _inTurn[(lane * _mostComers) + _placed[lane]++] = ((ulong)_waits.Key(member, _firstRun + SpreadLanes.RunOf(lane)) << 32) | (uint)member;
                }
            }
        }

        for (; isInTurn != 0; isInTurn &= isInTurn - 1)
        {
            InstallInTurn(queue, BitOperations.TrailingZeroCount(isInTurn), quarter);
        }
    }

    private void FetchComer(int place, int quarter)
    {
        if (place < _comerCount)
        {
            var member = _comers[place].Member;
            _rows.Fetch(member, SpreadRows.ToInUse);
            _calendar.Fetch(member, _comers[place - 1].Member, quarter + _plan.Scenario.InstalledToInUse.MinimumQuarters);
        }
    }

    private ulong LanesInTurn(SpreadQueue queue)
    {
        var lanes = 0UL;
        for (var lane = 0; lane < Lanes; lane++)
        {
            lanes |= queue.IsOrderOfAny(lane, _come[lane]) ? 1UL << lane : 0;
        }

        return lanes;
    }

    private void InstallInTurn(SpreadQueue queue, int lane, int quarter)
    {
        var turn = _inTurn.AsSpan(lane * _mostComers, _placed[lane]);
        turn.Sort();
        for (var i = 0; i < turn.Length; i++)
        {
            GoToUse((int)(turn[i] & int.MaxValue), lane, quarter + queue.QuartersOf(lane, i));
        }
    }

    private void GoOn(int member, int lane, (int ToQueue, int ToInUse) left)
    {
        if (_plan.HasQueue[member] && _plan.Members[member].Step != SpreadStep.Installed)
        {
            GoToQueue(member, lane, left.ToQueue);
        }
        else
        {
            _calendar.Add(member, lane, left.ToQueue + left.ToInUse);
        }
    }

    private void GoToQueue(int member, int lane, int quarter)
    {
        _isToQueue[member] |= 1UL << lane;
        _calendar.Add(member, lane, quarter);
    }

    private void GoToUse(int member, int lane, int quarter) => _calendar.Add(member, lane, quarter + _rows[member, SpreadRows.ToInUse, lane]);
}
