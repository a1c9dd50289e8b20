using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Roadmap;

/// <summary>A piece of work that a municipality is asked for.</summary>
/// <param name="Starts">The first day of it.</param>
/// <param name="Ends">The last day of it, not before the first.</param>
/// <param name="Hours">Of work; null is unknown.</param>
public sealed record RequestedWork(RequestKind Kind, DateOnly Starts, DateOnly Ends, int? Hours);

/// <summary>What a municipality is asked for in one quarter.</summary>
/// <param name="Requests">Those that are open on some day of the quarter.</param>
/// <param name="Hours">Of those whose hours are known.</param>
/// <param name="WithoutHours">Those whose hours nobody has said: they are in no sum.</param>
public sealed record QuarterLoad(Quarter Quarter, IReadOnlyDictionary<RequestKind, int> Requests, int Hours, int WithoutHours)
{
    public int Total => Requests.Values.Sum();
}

/// <summary>What a municipality is asked for at the same time (R-016; 001 §4.3 p.23 l.417–421).</summary>
public static class RequestLoad
{
    /// <summary>Hours of work in a day of work.</summary>
    public const decimal HoursOfDay = 7.5m;

    /// <summary>The load of each quarter. The hours of a request are spread evenly over its days, and rounded so that they add up to what was asked for.</summary>
    public static IReadOnlyList<QuarterLoad> PerQuarter(IReadOnlyList<RequestedWork> work, Quarter from, int quarters) =>
    [
        .. Enumerable.Range(0, quarters).Select(from.Plus).Select(quarter =>
        {
            var open = work.Where(w => w.Starts <= quarter.Last && w.Ends >= quarter.First).ToList();
            return new QuarterLoad(quarter, open.CountBy(w => w.Kind).ToDictionary(), open.Sum(w => HoursUntil(w, quarter.Last) - HoursUntil(w, quarter.First.AddDays(-1))), open.Count(w => w.Hours is null));
        }),
    ];

    /// <summary>The hours of it to the end of a day.</summary>
    private static int HoursUntil(RequestedWork work, DateOnly day)
    {
        var days = work.Ends.DayNumber - work.Starts.DayNumber + 1;
        var gone = Math.Clamp(day.DayNumber - work.Starts.DayNumber + 1, 0, days);
        return (int)Math.Round((decimal)(work.Hours ?? 0) * gone / days, MidpointRounding.AwayFromZero);
    }
}
