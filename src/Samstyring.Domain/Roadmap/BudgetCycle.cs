using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Roadmap;

public readonly record struct BudgetDateId(Guid Value) : IStrongId
{
    /// <summary>A municipality has one date of each event of each budget year.</summary>
    public static BudgetDateId Of(OrganisationId municipality, BudgetEvent happening, int year) => new(NamedId.From("budget-date", $"{municipality.Value:D}/{Codes.Of(happening)}/{year}"));
}

/// <summary>The events of the year before the budget year in which a municipality decides on its budget.</summary>
public enum BudgetEvent
{
    /// <summary>The last day on which something new can come into the proposal.</summary>
    InputCloses = 1,

    /// <summary>Kommunedirektørens forslag til økonomiplan og årsbudsjett.</summary>
    ProposalIsPublished,

    /// <summary>Formannskapets innstilling, public at least 14 days before the decision (kommuneloven § 14-3).</summary>
    RecommendationIsPublic,

    /// <summary>Kommunestyret vedtar, by the end of the year (kommuneloven § 14-3).</summary>
    CouncilAdopts,
}

/// <summary>A municipality's own date, in place of the default.</summary>
public sealed class BudgetDate
{
    public required BudgetDateId Id { get; init; }

    public required OrganisationId Municipality { get; init; }

    public BudgetEvent Event { get; init; }

    /// <summary>The year that the budget is of.</summary>
    public int Year { get; init; }

    /// <summary>A day: <c>2026-12-17</c>.</summary>
    public string? Day { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>An event of the state's or the municipalities' year, as the sources give it.</summary>
public sealed class CycleEvent
{
    public required string Key { get; init; }

    /// <summary>Of the municipality's budget, or null for the state's and for what follows it.</summary>
    public BudgetEvent? Event { get; init; }

    public required bool IsMunicipal { get; init; }

    /// <summary>«primo oktober»: as the source says it.</summary>
    public required LocalizedText When { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>0 is the budget year, -1 the year before it.</summary>
    public required int RelativeYear { get; init; }

    /// <summary>The month and the day that it is reckoned with where no own date is known.</summary>
    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>Its place in the file.</summary>
    public required int Order { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>One date of a municipality's budget.</summary>
/// <param name="IsOwn">Whether the municipality has said it; else it is the default for all.</param>
public sealed record BudgetDay(BudgetEvent Event, int Year, DateOnly Day, bool IsOwn, Provenance Provenance);

/// <summary>When a municipality decides on its budgets: its own dates, else those of the annual cycle.</summary>
public sealed class BudgetCycle(IReadOnlyList<CycleEvent> defaults, IEnumerable<BudgetDate> own)
{
    private readonly ILookup<(BudgetEvent, int), BudgetDate> _own = own.ToLookup(d => (d.Event, d.Year));

    /// <summary>The date of an event for a budget year; null where neither the municipality nor the annual cycle has one.</summary>
    public BudgetDay? DayOf(BudgetEvent happening, int year)
    {
        if (_own[(happening, year)].FirstOrDefault(d => AsOf.First(d.Day) is not null) is { } own)
        {
            return new(happening, year, AsOf.First(own.Day)!.Value, IsOwn: true, own.Provenance);
        }

        return defaults.FirstOrDefault(d => d.Event == happening) is { Month: { } month, Day: { } day } known
            ? new(happening, year, new(year + known.RelativeYear, month, day), IsOwn: false, known.Provenance)
            : null;
    }

    /// <summary>All dates of a budget year, in time order.</summary>
    public IReadOnlyList<BudgetDay> DaysOf(int year) => [.. Enum.GetValues<BudgetEvent>().Select(e => DayOf(e, year)).OfType<BudgetDay>().OrderBy(d => d.Day)];

    /// <summary>The first budget year that something announced on a day can still come into.</summary>
    public int FirstYearFor(DateOnly announced)
    {
        var year = announced.Year + 1;
        return DayOf(BudgetEvent.InputCloses, year) is { } closes && announced > closes.Day ? year + 1 : year;
    }

    /// <summary>The first budget from a year on that the council has not decided on before a day: what needs money there must be decided by then.</summary>
    public int OpenYear(int from, DateOnly today)
    {
        var year = Math.Max(from, today.Year + 1);
        while (DayOf(BudgetEvent.CouncilAdopts, year) is { } adopts && adopts.Day < today)
        {
            year++;
        }

        return year;
    }

    /// <summary>The next date of any budget, from a day on.</summary>
    public BudgetDay? Next(DateOnly today) => new[] { today.Year, today.Year + 1, today.Year + 2 }.SelectMany(DaysOf).Where(d => d.Day >= today).MinBy(d => d.Day);
}
