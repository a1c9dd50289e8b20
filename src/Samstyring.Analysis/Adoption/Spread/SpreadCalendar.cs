namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// For whom something is due, and when, in 64 runs: a bit a lane, member after member, quarter by quarter. Who looks for what is due in a quarter reads eight bytes a member in a row,
/// and who goes through the members in order writes in order as well, whatever the quarters.
/// </summary>
/// <param name="quarters">How many there are; what is due later is not kept.</param>
internal sealed class SpreadCalendar(int members, int quarters)
{
    private readonly ulong[] _lanes = new ulong[members * quarters];

    public void Clear() => Array.Clear(_lanes);

    public void Add(int member, int lane, int quarter)
    {
        if (quarter < quarters)
        {
            _lanes[(quarter * members) + member] |= 1UL << lane;
        }
    }

    /// <summary>By member: the lanes, a bit each, in which something is due in the quarter.</summary>
    public Span<ulong> DueIn(int quarter) => _lanes.AsSpan(quarter * members, members);
}
