namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Who comes to the vendor's queue, who stands in it and who takes the solution into use, for 64 runs: linked lists over one array, since nobody is in two places.
/// </summary>
internal sealed class SpreadCalendar
{
    private const int Nobody = -1;

    private readonly int[] _next;
    private readonly int[] _ready;
    private readonly int[] _inUse;
    private readonly int[] _queueHead;
    private readonly int[] _queueTail;
    private readonly ulong[] _arrivals;

    public SpreadCalendar(int members, int quarters, int queues)
    {
        _next = new int[members * SpreadLanes.Count];
        _ready = new int[quarters * queues * SpreadLanes.Count];
        _inUse = new int[quarters * SpreadLanes.Count];
        _queueHead = new int[queues * SpreadLanes.Count];
        _queueTail = new int[queues * SpreadLanes.Count];
        _arrivals = new ulong[members];
        Queues = queues;
    }

    /// <summary>How many vendors have limited capacity.</summary>
    public int Queues { get; }

    public void Clear()
    {
        Array.Fill(_ready, Nobody);
        Array.Fill(_inUse, Nobody);
        Array.Fill(_queueHead, Nobody);
    }

    /// <summary>The member comes to a queue in this quarter.</summary>
    public void AddReady(int quarter, int queue, int member, int lane) => Push(ref _ready[((quarter * Queues) + queue) * SpreadLanes.Count + lane], member, lane);

    public void AddInUse(int quarter, int member, int lane) => Push(ref _inUse[(quarter * SpreadLanes.Count) + lane], member, lane);

    /// <returns>One who takes it into use in the quarter; −1 when there is nobody more.</returns>
    public int TakeInUse(int quarter, int lane) => Pop(ref _inUse[(quarter * SpreadLanes.Count) + lane], lane);

    /// <summary>Puts those who come in the quarter last in the queue, in the order of the key they draw.</summary>
    public void Enqueue(int quarter, int queue, int lane, Func<int, int, uint> keyOf)
    {
        var count = 0;
        ref var ready = ref _ready[((quarter * Queues) + queue) * SpreadLanes.Count + lane];
        for (var member = Pop(ref ready, lane); member != Nobody; member = Pop(ref ready, lane))
        {
            _arrivals[count++] = ((ulong)keyOf(member, lane) << 32) | (uint)member;
        }

        var arrivals = _arrivals.AsSpan(0, count);
        arrivals.Sort();
        foreach (var arrival in arrivals)
        {
            Append(queue, (int)(arrival & int.MaxValue), lane);
        }
    }

    /// <returns>The first in the queue; −1 when it is empty.</returns>
    public int Dequeue(int queue, int lane) => Pop(ref _queueHead[(queue * SpreadLanes.Count) + lane], lane);

    private void Append(int queue, int member, int lane)
    {
        var place = (queue * SpreadLanes.Count) + lane;
        _next[(member * SpreadLanes.Count) + lane] = Nobody;
        (_queueHead[place] == Nobody ? ref _queueHead[place] : ref _next[(_queueTail[place] * SpreadLanes.Count) + lane]) = member;
        _queueTail[place] = member;
    }

    private void Push(ref int head, int member, int lane)
    {
        _next[(member * SpreadLanes.Count) + lane] = head;
        head = member;
    }

    private int Pop(ref int head, int lane)
    {
        var member = head;
        if (member != Nobody)
        {
            head = _next[(member * SpreadLanes.Count) + lane];
        }

        return member;
    }
}
