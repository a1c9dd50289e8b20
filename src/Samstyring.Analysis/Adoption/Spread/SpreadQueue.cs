using System.Numerics;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Those who wait for one vendor, in 64 runs: the first come is the first served, and of those who come in the same quarter the one with the lowest key. Linked
/// lists over one array, since nobody stands in two places.
/// </summary>
internal sealed class SpreadQueue
{
    private const int Nobody = -1;

    private readonly int[] _members;
    private readonly int[] _next;
    private readonly int[] _arrived = new int[SpreadLanes.Count];
    private readonly int[] _head = new int[SpreadLanes.Count];
    private readonly int[] _tail = new int[SpreadLanes.Count];
    private readonly ulong[] _inOrder;

    /// <param name="capacity">Installations a quarter.</param>
    /// <param name="members">Whose vendor it is.</param>
    public SpreadQueue(int capacity, int[] members)
    {
        (Capacity, _members) = (capacity, members);
        _next = new int[members.Length * SpreadLanes.Count];
        _inOrder = new ulong[members.Length];
    }

    public int Capacity { get; }

    public void Clear()
    {
        Array.Fill(_arrived, Nobody);
        Array.Fill(_head, Nobody);
    }

    /// <summary>Puts those who come in the quarter last in the queue.</summary>
    /// <param name="readyAt">The quarter in which each member comes, in rows of lanes; likewise the keys.</param>
    public void Enqueue(int quarter, byte[] readyAt, uint[] keys)
    {
        for (var i = 0; i < _members.Length; i++)
        {
            for (var lanes = SpreadJourneys.LanesAt(readyAt, _members[i], quarter); lanes != 0; lanes &= lanes - 1)
            {
                var lane = BitOperations.TrailingZeroCount(lanes);
                _next[(i * SpreadLanes.Count) + lane] = _arrived[lane];
                _arrived[lane] = i;
            }
        }

        for (var lane = 0; lane < SpreadLanes.Count; lane++)
        {
            Append(lane, keys);
        }
    }

    /// <summary>Finds the first in the queue, who then leaves it.</summary>
    public bool TryDequeue(int lane, out int member)
    {
        var first = Pop(ref _head[lane], lane);
        member = first == Nobody ? Nobody : _members[first];
        return first != Nobody;
    }

    private void Append(int lane, uint[] keys)
    {
        var count = 0;
        for (var i = Pop(ref _arrived[lane], lane); i != Nobody; i = Pop(ref _arrived[lane], lane))
        {
            _inOrder[count++] = ((ulong)keys[(_members[i] * SpreadLanes.Count) + lane] << 32) | (uint)i;
        }

        var arrivals = _inOrder.AsSpan(0, count);
        if (count > 1)
        {
            arrivals.Sort();
        }

        foreach (var arrival in arrivals)
        {
            var i = (int)(arrival & int.MaxValue);
            _next[(i * SpreadLanes.Count) + lane] = Nobody;
            (_head[lane] == Nobody ? ref _head[lane] : ref _next[(_tail[lane] * SpreadLanes.Count) + lane]) = i;
            _tail[lane] = i;
        }
    }

    private int Pop(ref int head, int lane)
    {
        var first = head;
        if (first != Nobody)
        {
            head = _next[(first * SpreadLanes.Count) + lane];
        }

        return first;
    }
}
