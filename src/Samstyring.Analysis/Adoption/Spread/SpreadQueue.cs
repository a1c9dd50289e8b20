namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Those who wait for one vendor, in 64 runs. The first come is the first served and the capacity is the same every quarter, so that whoever comes is told at once in which quarter: all that
/// is kept is how many are waiting.
/// </summary>
/// <param name="capacity">Installations a quarter.</param>
/// <param name="customers">Whose vendor it is.</param>
internal sealed class SpreadQueue(int capacity, int[] customers)
{
    private readonly int[] _waiting = new int[SpreadLanes.Count];

    public int[] Customers => customers;

    public void Clear() => Array.Clear(_waiting);

    /// <summary>Whether it matters who is first of so many who come.</summary>
    public bool IsOrderOfAny(int lane, int come) => capacity > 0 && come > 1 && QuartersOf(lane, 0) != QuartersOf(lane, come - 1);

    /// <summary>How many quarters one waits to be installed who comes with so many before it in the same quarter.</summary>
    public int QuartersOf(int lane, int before) => capacity > 0 ? (_waiting[lane] + before) / capacity : SpreadJourneys.Never;

    /// <summary>The quarter is over, in which so many came.</summary>
    public void Close(int lane, int come) => _waiting[lane] = Math.Max(0, _waiting[lane] + come - capacity);
}
