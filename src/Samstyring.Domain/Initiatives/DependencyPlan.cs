using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Initiatives;

/// <summary>A piece of work on the time line. A date that is not known is null.</summary>
public sealed record PlannedWork(InitiativeId Id, DateOnly? Starts, DateOnly? Ends);

/// <summary>One work waits for another.</summary>
/// <param name="Days">How many days after the end of the other it can begin at the earliest.</param>
public sealed record Wait(InitiativeId Waiting, InitiativeId For, int Days);

/// <summary>A work that cannot begin when it was to.</summary>
/// <param name="Days">How many days later it must begin; null where a date that is needed is not known.</param>
/// <param name="Because">The work that it waits longest for.</param>
public sealed record MovedWork(InitiativeId Id, int? Days, InitiativeId Because);

/// <summary>What a moved date leads to, in the order that it happens.</summary>
public sealed record DateEffect(IReadOnlyList<MovedWork> Moved);

/// <summary>The effect of a moved date over the works that wait (R-015; 003 §4.7 p.32 l.686).</summary>
public static class DependencyPlan
{
    public const string Cycle = "dependency.cycle";

    /// <summary>Whether some work waits, in the end, for itself.</summary>
    public static bool HasCycle(IReadOnlyCollection<Wait> waits) => InOrder(waits) is null;

    /// <summary>
    /// Works that wait for the moved one, at once or through others, and cannot begin as planned. A work moves no more than it must,
    /// and its end moves as much as its start. A work that still fits is not named, and nothing behind it moves.
    /// </summary>
    /// <param name="ends">The new end of the moved work.</param>
    public static Outcome<DateEffect> Of(IReadOnlyCollection<PlannedWork> works, IReadOnlyCollection<Wait> waits, InitiativeId moved, DateOnly ends)
    {
        if (InOrder(waits) is not { } order)
        {
            return new Refusal(new Reason(Cycle));
        }

        var planned = works.DistinctBy(work => work.Id).ToDictionary(work => work.Id);
        var ahead = waits.ToLookup(wait => wait.Waiting);
        Dictionary<InitiativeId, DateOnly?> newEnds = new() { [moved] = ends };
        List<MovedWork> effect = [];
        foreach (var id in order.Where(id => id != moved))
        {
            if (Delay(id, [.. ahead[id].Where(wait => newEnds.ContainsKey(wait.For))], planned.GetValueOrDefault(id), newEnds) is { } delayed)
            {
                effect.Add(delayed);
                newEnds[id] = delayed.Days is { } days && planned[id].Ends is { } end ? AsOf.PlusDays(end, days) : null;
            }
        }

        return new DateEffect(effect);
    }

    private static MovedWork? Delay(InitiativeId id, IReadOnlyCollection<Wait> waits, PlannedWork? work, Dictionary<InitiativeId, DateOnly?> newEnds)
    {
        if (waits.Count == 0)
        {
            return null;
        }

        var undated = waits.FirstOrDefault(wait => newEnds[wait.For] is null);
        if (undated is not null || work?.Starts is null)
        {
            return new(id, Days: null, (undated ?? waits.First()).For);
        }

        var (earliest, because) = waits.Select(wait => (Earliest: AsOf.PlusDays(newEnds[wait.For]!.Value, wait.Days), wait.For)).MaxBy(pair => pair.Earliest);
        var days = earliest.DayNumber - work.Starts.Value.DayNumber;
        return days > 0 ? new(id, days, because) : null;
    }

    /// <summary>Every work after those that it waits for; null where that cannot be.</summary>
    private static List<InitiativeId>? InOrder(IReadOnlyCollection<Wait> waits)
    {
        var left = waits.SelectMany(wait => new[] { wait.Waiting, wait.For }).Distinct().ToDictionary(id => id, _ => 0);
        foreach (var wait in waits)
        {
            left[wait.Waiting]++;
        }

        var behind = waits.ToLookup(wait => wait.For, wait => wait.Waiting);
        Queue<InitiativeId> free = new(left.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        List<InitiativeId> order = [];
        while (free.TryDequeue(out var id))
        {
            order.Add(id);
            foreach (var waiting in behind[id])
            {
                if (--left[waiting] == 0)
                {
                    free.Enqueue(waiting);
                }
            }
        }

        return order.Count == left.Count ? order : null;
    }
}
