using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// 64 runs at a time, a lane each: what a member's decision rests on is reckoned for all of them at once, and only those whose draw may say yes are looked at one by one.
/// All memory is taken when the tile is made, and what is kept of a member is kept small, for every quarter goes through it all: among very many members that is what takes the time.
/// </summary>
internal sealed class SpreadTile
{
    private const int Lanes = SpreadLanes.Count;

    /// <summary>So many members before their turn to decide their rows are fetched: in the time these take, a line comes even from the memory.</summary>
    private const int Ahead = 6;

    /// <summary>So many members before their turn the calendar is fetched, a line of which is of several members.</summary>
    private const int CalendarAhead = 22;

    /// <summary>So many members before one takes it into use the rows are fetched that may then be changed: of its neighbours after it, for most of a member's neighbours are near it.</summary>
    private const int WatchersAhead = 30;

    private readonly SpreadPlan _plan;
    private readonly Philox _random;
    private readonly uint[] _thresholds;
    private readonly ulong[] _undecided;
    private readonly SpreadRows _rows;
    private readonly SpreadTraits[] _traits;
    private readonly int[] _row;
    private readonly int _firstRow;
    private readonly int[] _open;
    private readonly float[] _sharers = new float[Lanes];
    private readonly int[] _scores = new int[Lanes];
    private readonly uint[] _drawn = new uint[Lanes];
    private readonly SpreadJourneys _journeys;
    private float[] _own = [];
    private float[] _shared = [];
    private int _common;
    private int _openCount;
    private int _firstRun;

    public SpreadTile(SpreadPlan plan, ulong seed)
    {
        (_plan, _random, _thresholds) = (plan, new(seed), plan.Thresholds);
        _traits = plan.Peers.Traits;
        _undecided = new ulong[plan.Members.Count];
        _rows = new(plan.Members.Count, plan.HasQueue.Contains(true));
        (_row, _firstRow) = SpreadRows.Aligned<int>(plan.Peers.RowAddition.Length * Lanes);
        _open = new int[plan.Members.Count];
        Sums = new();
        _journeys = new(plan, _rows, _random);
    }

    /// <summary>As they are after the last quarter simulated.</summary>
    public SpreadLanes Sums { get; }

    /// <summary>Simulates the runs from the first on, as many as there are lanes or fewer.</summary>
    /// <param name="firstRun">Divisible by 64.</param>
    /// <param name="runs">How many of the 64 count.</param>
    /// <param name="quarters">How many quarters to simulate.</param>
    /// <param name="asked">Members that decide in quarter 0, come what may.</param>
    /// <param name="tallies">Where to count; null when only the sums at the end are wanted.</param>
    public void Run(int firstRun, int runs, int quarters, IReadOnlyList<int> asked, SpreadTallies? tallies, CancellationToken stop)
    {
        Start(firstRun, runs);
        foreach (var member in asked)
        {
            DecideAll(member, 0);
        }

        for (var quarter = 0; quarter < quarters; quarter++)
        {
            stop.ThrowIfCancellationRequested();
            Decide(quarter);
            _journeys.Install(quarter);
            TakeIntoUse(quarter, tallies);
            Sums.Close(_plan, quarter);
            tallies?.Record(quarter, Sums, runs);
        }
    }

    private void Start(int firstRun, int runs)
    {
        _firstRun = firstRun;
        _openCount = 0;
        Sums.Start(_plan);
        var counting = SpreadLanes.Counting(runs);
        for (var member = 0; member < _plan.Members.Count; member++)
        {
            var isOpen = _plan.IsOpen[member];
            _undecided[member] = isOpen ? counting : 0;
            _rows.Store(member, SpreadRows.Near, Vector512<byte>.Zero);
            if (isOpen && _plan.Members[member].Step < SpreadStep.Decided)
            {
                _open[_openCount++] = member;
            }
        }

        for (var row = 0; row < _plan.Peers.StartRow.Length; row++)
        {
            _row.AsSpan(_firstRow + (row * Lanes), Lanes).Fill(_plan.Peers.StartRow[row]);
        }

        _journeys.Start(firstRun, counting);
    }

    private void Decide(int quarter)
    {
        if (quarter == _plan.ReturnQuarter)
        {
            OpenThoseWhoSaidNo();
        }

        (_own, _shared, _common) = (_plan.OwnTerm[_plan.Phase[quarter]], _plan.SharedTerm[_plan.Phase[quarter]], _plan.CommonTerm[quarter]);
        for (var lane = 0; lane < Lanes; lane++)
        {
            _sharers[lane] = Sums.Weight[lane];
        }

        var kept = 0;
        for (var i = 0; i < _openCount; i++)
        {
            FetchOpen(i, quarter);
            var member = _open[i];
            if (quarter == _plan.Scenario.Deadline)
            {
                DecideAll(member, quarter);
            }
            else if (Decide(member, quarter))
            {
                _open[kept++] = member;
            }
        }

        _openCount = kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FetchOpen(int place, int quarter)
    {
        if (place + CalendarAhead < _openCount)
        {
            var member = _open[place + Ahead];
            _rows.Fetch(member, SpreadRows.Near);
            _journeys.FetchWaits(member);
            _journeys.FetchEnds(_open[place + CalendarAhead], _open[place + CalendarAhead - 1], quarter);
        }
    }

    private void OpenThoseWhoSaidNo()
    {
        for (var member = 0; member < _plan.Members.Count; member++)
        {
            if (_plan.IsOpen[member] && _plan.Members[member].Step >= SpreadStep.Declined)
            {
                _open[_openCount++] = member;
            }
        }
    }

    /// <returns>Whether the member is undecided in any run when the quarter begins.</returns>
    private bool Decide(int member, int quarter)
    {
        var undecided = _undecided[member];
        if (undecided == 0)
        {
            return false;
        }

        var (traits, own, shared) = (_traits[member], Vector512.Create(_own[member]), Vector512.Create(_shared[member]));
        var (first, second) = (Score(member, traits, own, shared, 0), Score(member, traits, own, shared, 1));
        var (third, fourth) = (Score(member, traits, own, shared, 2), Score(member, traits, own, shared, 3));
        var bound = _thresholds[SpreadScale.Step(Highest(Vector512.Max(Vector512.Max(first, second), Vector512.Max(third, fourth))))];
        if (bound == 0)
        {
            return true;
        }

        var draws = _random.Draw(Vector512<uint>.Indices + Vector512.Create((uint)_firstRun / 4), (uint)member, (uint)quarter, SpreadDraws.Decision);
        var below = Vector512.Create(bound);
        var hits = undecided & (Vector512.LessThan(draws.First, below).ExtractMostSignificantBits()
            | (Vector512.LessThan(draws.Second, below).ExtractMostSignificantBits() << 16)
            | (Vector512.LessThan(draws.Third, below).ExtractMostSignificantBits() << 32)
            | (Vector512.LessThan(draws.Fourth, below).ExtractMostSignificantBits() << 48));
        if (hits != 0)
        {
            Store(_scores, first, second, third, fourth);
            Store(_drawn, draws.First, draws.Second, draws.Third, draws.Fourth);
            DecideHits(hits, member, quarter);
        }

        return true;
    }

    private void DecideHits(ulong hits, int member, int quarter)
    {
        for (; hits != 0; hits &= hits - 1)
        {
            var lane = BitOperations.TrailingZeroCount(hits);
            if (_drawn[lane] < _thresholds[SpreadScale.Step(_scores[lane])])
            {
                Decide(member, lane, quarter);
            }
        }
    }

    /// <summary>The log-odds of a member in sixteen lanes: its own score, its peers', the net benefit at the price one more would pay, and what is common to all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<int> Score(int member, in SpreadTraits traits, Vector512<float> own, Vector512<float> shared, int vector)
    {
        var lane = (nuint)(vector * SpreadLanes.VectorLanes);
        var sharers = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_sharers), lane) + Vector512.Create(traits.Weight);
        var benefit = Vector512.MaxNative(own - (shared / sharers), Vector512.Create(-SpreadScale.LargestAddition));
        return Vector512.Create(traits.StartScore + _common) + (Near(member, lane) * Vector512.Create(traits.NeighbourAddition))
            + Row(traits.NetworkRow, lane) + Row(traits.CooperationRow, lane) + Row(traits.VendorRow, lane) + Row(traits.CrowdRow, lane)
            + Vector512.ConvertToInt32Native(Vector512.MinNative(benefit, Vector512.Create(SpreadScale.LargestAddition)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<int> Row(int row, nuint lane) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_row), (nuint)(uint)(_firstRow + (row * Lanes)) + lane);

    /// <summary>How many of the member's neighbours have taken it into use since the start, in sixteen lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<int> Near(int member, nuint lane)
    {
        var counts = Vector128.LoadUnsafe(ref _rows.From(member, SpreadRows.Near, lane));
        if (Avx512F.IsSupported)
        {
            return Avx512F.ConvertToVector512Int32(counts);
        }

        var (lower, upper) = Vector128.Widen(counts);
        return Vector512.Create(Vector256.Create(Vector128.WidenLower(lower), Vector128.WidenUpper(lower)), Vector256.Create(Vector128.WidenLower(upper), Vector128.WidenUpper(upper))).AsInt32();
    }

    private static void Store<T>(T[] values, Vector512<T> first, Vector512<T> second, Vector512<T> third, Vector512<T> fourth)
    {
        first.CopyTo(values, 0);
        second.CopyTo(values, 16);
        third.CopyTo(values, 32);
        fourth.CopyTo(values, 48);
    }

    private static int Highest(Vector512<int> values)
    {
        var eight = Vector256.Max(values.GetLower(), values.GetUpper());
        var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        var two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Math.Max(two[0], two[1]);
    }

    private void DecideAll(int member, int quarter)
    {
        for (var lanes = _undecided[member]; lanes != 0; lanes &= lanes - 1)
        {
            Decide(member, BitOperations.TrailingZeroCount(lanes), quarter);
        }
    }

    private void Decide(int member, int lane, int quarter)
    {
        _undecided[member] &= ~(1UL << lane);
        Sums.Decided[lane]++;
        Sums.Newcomers[lane]++;
        Sums.Weight[lane] += _plan.Weight[member];
        Sums.YearlyFees[lane] += _plan.YearlyFee[member];
        Sums.OneOffFees[lane] += _plan.OneOffFee[member];
        _journeys.Begin(member, lane, quarter);
    }

    private void TakeIntoUse(int quarter, SpreadTallies? tallies)
    {
        var takers = _journeys.TakersIntoUse(quarter);
        for (var member = 0; member < takers.Length; member++)
        {
            FetchWatchers(member);
            var lanes = takers[member];
            if (lanes == 0)
            {
                continue;
            }

            if (tallies is not null)
            {
                tallies.MemberInUse[(quarter * _plan.Members.Count) + member] += BitOperations.PopCount(lanes);
            }

            for (; lanes != 0; lanes &= lanes - 1)
            {
                var lane = BitOperations.TrailingZeroCount(lanes);
                Sums.InUse[lane]++;
                Sums.Inhabitants[lane] += _plan.Population[member];
                ShowPeers(member, lane);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FetchWatchers(int member)
    {
        if (member + WatchersAhead < _traits.Length)
        {
            _rows.Fetch(member + WatchersAhead, SpreadRows.Near);
            FetchRow(_traits[member + Ahead].CooperationRow);
        }
    }

    private void FetchRow(int row)
    {
        for (var lane = 0; lane < Lanes; lane += SpreadLanes.VectorLanes)
        {
            CacheLine.Fetch(ref _row[_firstRow + (row * Lanes) + lane]);
        }
    }

    private void ShowPeers(int member, int lane)
    {
        var (peers, traits) = (_plan.Peers, _traits[member]);
        foreach (var watcher in peers.Watcher.AsSpan(peers.WatcherStart[member]..peers.WatcherStart[member + 1]))
        {
            if (watcher < 0)
            {
                AddTo(~watcher, lane);
            }
            else
            {
                _rows[watcher, SpreadRows.Near, lane]++;
            }
        }

        AddTo(traits.NetworkRow, lane);
        AddTo(traits.CooperationRow, lane);
        AddTo(traits.VendorRow, lane);
    }

    private void AddTo(int row, int lane) => _row[_firstRow + (row * Lanes) + lane] += _plan.Peers.RowAddition[row];
}
