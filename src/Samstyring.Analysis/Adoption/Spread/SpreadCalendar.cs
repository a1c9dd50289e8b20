namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// For whom something is due, and when, in 64 runs: a bit a lane, member after member, quarter after quarter. Who looks for what is due in a quarter reads eight bytes a member in a row, and who
/// goes through the members in order writes in order as well, whatever the quarters are.
/// </summary>
/// <param name="quarters">How many there are; what is due later is not kept.</param>
internal sealed class SpreadCalendar(int members, int quarters)
{
    private const int MembersOfLine = CacheLine.Size / sizeof(ulong);

    /// <summary>In how many quarters from the least wait on most waits end.</summary>
    private const int Likely = 8;

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

    /// <summary>Has it fetched where something may soon be added for the member, in the quarter or one of the next.</summary>
    /// <param name="before">The one it was done for before this: what is on the same line is not asked for again.</param>
    public void Fetch(int member, int before, int quarter)
    {
        var end = member / MembersOfLine == before / MembersOfLine ? quarter : Math.Min(quarter + Likely, quarters);
        for (; quarter < end; quarter++)
        {
            CacheLine.Fetch(ref _lanes[(quarter * members) + member]);
        }
    }
}
