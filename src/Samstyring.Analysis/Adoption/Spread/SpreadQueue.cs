using System.Numerics;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Those who wait for one vendor, in 64 runs: the first come is the first served, and of those who come in the same quarter the one with the lowest key. Nobody comes
/// twice, so that a lane has room for all from the start.
/// </summary>
internal sealed class SpreadQueue
{
    private readonly int[] _members;
    private readonly ulong[] _comers;
    private readonly int[] _served = new int[SpreadLanes.Count];
    private readonly int[] _come = new int[SpreadLanes.Count];

    /// <param name="capacity">Installations a quarter.</param>
    /// <param name="members">Whose vendor it is.</param>
    public SpreadQueue(int capacity, int[] members)
    {
        (Capacity, _members) = (capacity, members);
        _comers = new ulong[members.Length * SpreadLanes.Count];
    }

    public int Capacity { get; }

    public void Clear()
    {
        Array.Clear(_served);
        Array.Clear(_come);
    }

    /// <summary>Puts those who come in the quarter last in the queue.</summary>
    /// <param name="readyAt">The quarter in which each member comes, in rows of lanes; likewise the keys.</param>
    public void Enqueue(int quarter, byte[] readyAt, uint[] keys)
    {
        Span<int> before = stackalloc int[SpreadLanes.Count];
        _come.CopyTo(before);
        foreach (var member in _members)
        {
            for (var lanes = SpreadJourneys.LanesAt(readyAt, member, quarter); lanes != 0; lanes &= lanes - 1)
            {
                var lane = BitOperations.TrailingZeroCount(lanes);
                _comers[(lane * _members.Length) + _come[lane]++] = ((ulong)keys[(member * SpreadLanes.Count) + lane] << 32) | (uint)member;
            }
        }

        for (var lane = 0; lane < SpreadLanes.Count; lane++)
        {
            if (_come[lane] - before[lane] > 1)
            {
                _comers.AsSpan((lane * _members.Length) + before[lane], _come[lane] - before[lane]).Sort();
            }
        }
    }

    /// <summary>Finds the first in the queue, who then leaves it.</summary>
    public bool TryDequeue(int lane, out int member)
    {
        var isAnybody = _served[lane] < _come[lane];
        member = isAnybody ? (int)(_comers[(lane * _members.Length) + _served[lane]++] & int.MaxValue) : -1;
        return isAnybody;
    }
}
