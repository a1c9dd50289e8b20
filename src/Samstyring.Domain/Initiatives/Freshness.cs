using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Initiatives;

/// <summary>Whether somebody has lately said that an entry is right (R-018; 003 §3.3 p.18 l.399).</summary>
public static class Freshness
{
    /// <param name="confirmed">A year, a month or a day.</param>
    /// <param name="months">How long a confirmation holds.</param>
    /// <returns>Null where nobody has confirmed it, or no interval is set.</returns>
    public static bool? IsStale(string? confirmed, int? months, DateOnly today) =>
        DueOn(confirmed, months) is { } due ? due < today : null;

    /// <summary>The last day that a confirmation holds; null as above.</summary>
    public static DateOnly? DueOn(string? confirmed, int? months) => AsOf.Last(confirmed) is { } day && months is > 0 and { } interval ? AsOf.PlusMonths(day, interval) : null;
}
