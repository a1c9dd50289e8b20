using System.Runtime.InteropServices;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What a member's score is made of in all runs, side by side in memory: it is read each quarter.</summary>
/// <param name="StartScore">Baseline, size, step, and neighbours in use when the first quarter begins.</param>
/// <param name="NeighbourAddition">What one more neighbour in use adds.</param>
/// <param name="CrowdRow">The row of its neighbours in use, when they are more than a byte counts; else 0.</param>
/// <param name="Weight">When the shared base is divided.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SpreadTraits(int StartScore, int NeighbourAddition, int NetworkRow, int CooperationRow, int VendorRow, int CrowdRow, float Weight);

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
        int[] neighbourAddition = [.. members.Select(member => member.Neighbours.Count(place => members[place].IsEligible)).Select(count => count == 0 ? 0 : SpreadScale.Fixed(parameters.Neighbours / count))];
        int[] crowdRow = [.. members.Select((member, i) => member.Neighbours.Count > byte.MaxValue ? Row(neighbourAddition[i], additions) : 0)];
        RowAddition = [.. additions];
        (WatcherStart, Watcher) = Watchers(members, crowdRow);
        Traits = [.. members.Select((member, i) => new SpreadTraits(StartOf(member, parameters), neighbourAddition[i], NetworkRow[i], CooperationRow[i], VendorRow[i], crowdRow[i], member.Weight))];
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

    /// <summary>What one more in use adds to a row.</summary>
    public int[] RowAddition { get; }

    /// <summary>Where in <see cref="Watcher"/> those begin who have a member for neighbour; one more than there are members.</summary>
    public int[] WatcherStart { get; }

    /// <summary>Who looks to the member; of one with a row of its own for neighbours, the complement of the row.</summary>
    public int[] Watcher { get; }

    /// <summary>By member, as the first quarter begins.</summary>
    public SpreadTraits[] Traits { get; }

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

    private static (int[] Starts, int[] Watchers) Watchers(IReadOnlyList<SpreadMember> members, int[] crowdRow)
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
                watchers[filled[neighbour]++] = crowdRow[i] == 0 ? i : ~crowdRow[i];
            }
        }

        return (starts, watchers);
    }

    private void AddStart(int member)
    {
        foreach (var watcher in Watcher.AsSpan(WatcherStart[member]..WatcherStart[member + 1]))
        {
            if (watcher < 0)
            {
                StartRow[~watcher] += RowAddition[~watcher];
            }
            else
            {
                Traits[watcher] = Traits[watcher] with { StartScore = Traits[watcher].StartScore + Traits[watcher].NeighbourAddition };
            }
        }

        foreach (var row in new[] { NetworkRow[member], CooperationRow[member], VendorRow[member] })
        {
            StartRow[row] += RowAddition[row];
        }
    }
}
