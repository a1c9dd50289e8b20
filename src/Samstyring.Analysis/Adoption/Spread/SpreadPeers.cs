namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Whose score rises, and how much, when a member takes the solution into use. Neighbours have each their own; a network, a co-operation and the customers of a vendor
/// each share a row, which all of them read. Row 0 is of those who are in none. One with more neighbours than a byte counts has a row of its own for them.
/// </summary>
internal sealed class SpreadPeers
{
    public SpreadPeers(IReadOnlyList<SpreadMember> members, SpreadParameters parameters)
    {
        List<int> additions = [0];
        NetworkRow = Rows(members, member => member.Network, parameters.Network, additions);
        CooperationRow = Rows(members, member => member.Cooperation, parameters.Cooperation, additions);
        VendorRow = Rows(members, member => member.Vendor, parameters.Vendor, additions);
        NeighbourAddition = [.. members.Select(member => member.Neighbours.Count(place => members[place].IsEligible)).Select(count => count == 0 ? 0 : SpreadScale.Fixed(parameters.Neighbours / count))];
        CrowdRow = [.. members.Select((member, i) => member.Neighbours.Count > byte.MaxValue ? Row(NeighbourAddition[i], additions) : 0)];
        RowAddition = [.. additions];
        (WatcherStart, Watcher) = Watchers(members);
        StartScore = [.. members.Select(member => StartOf(member, parameters))];
        StartRow = new int[RowAddition.Length];
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i] is { IsEligible: true, Step: SpreadStep.InUse or SpreadStep.BenefitsConfirmed })
            {
                AddStart(i);
            }
        }
    }

    public int[] NetworkRow { get; }

    public int[] CooperationRow { get; }

    public int[] VendorRow { get; }

    /// <summary>The row of neighbours in use of a member that has more of them than a byte counts; 0 of others.</summary>
    public int[] CrowdRow { get; }

    /// <summary>What one more in use adds to a row.</summary>
    public int[] RowAddition { get; }

    /// <summary>Where in <see cref="Watcher"/> those begin who have a member for neighbour; one more than there are members.</summary>
    public int[] WatcherStart { get; }

    public int[] Watcher { get; }

    /// <summary>What one more neighbour in use adds to a member's score.</summary>
    public int[] NeighbourAddition { get; }

    /// <summary>Each member's score when the first quarter begins: baseline, size, step and neighbours in use.</summary>
    public int[] StartScore { get; }

    public int[] StartRow { get; }

    private static int StartOf(SpreadMember member, SpreadParameters parameters) => SpreadScale.Fixed(
        parameters.Baseline + (parameters.Size * Math.Log(member.Population / 10_000.0))
        + (member.Step switch { SpreadStep.Unaware => parameters.Unaware, SpreadStep.Considering => parameters.Considering, _ => 0 }));

    private static int[] Rows(IReadOnlyList<SpreadMember> members, Func<SpreadMember, int?> groupOf, double weight, List<int> additions)
    {
        var rows = new int[members.Count];
        var groups = Enumerable.Range(0, members.Count).Where(i => members[i].IsEligible && groupOf(members[i]) is not null).GroupBy(i => groupOf(members[i])!.Value).Where(group => group.Skip(1).Any());
        foreach (var group in groups)
        {
            foreach (var member in group)
            {
                rows[member] = additions.Count;
            }

            Row(SpreadScale.Fixed(weight / (group.Count() - 1)), additions);
        }

        return rows;
    }

    private static int Row(int addition, List<int> additions)
    {
        additions.Add(addition);
        return additions.Count - 1;
    }

    private static (int[] Starts, int[] Watchers) Watchers(IReadOnlyList<SpreadMember> members)
    {
        var starts = new int[members.Count + 1];
        foreach (var neighbour in members.SelectMany(member => member.Neighbours))
        {
            starts[neighbour + 1]++;
        }

        for (var i = 0; i < members.Count; i++)
        {
            starts[i + 1] += starts[i];
        }

        var (watchers, filled) = (new int[starts[^1]], starts.ToArray());
        for (var i = 0; i < members.Count; i++)
        {
            foreach (var neighbour in members[i].Neighbours)
            {
                watchers[filled[neighbour]++] = i;
            }
        }

        return (starts, watchers);
    }

    private void AddStart(int member)
    {
        for (var i = WatcherStart[member]; i < WatcherStart[member + 1]; i++)
        {
            StartScore[Watcher[i]] += NeighbourAddition[Watcher[i]];
        }

        foreach (var row in new[] { NetworkRow[member], CooperationRow[member], VendorRow[member] })
        {
            StartRow[row] += RowAddition[row];
        }
    }
}
