using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;

namespace Samstyring.Data.Roadmap;

/// <summary>A municipality, as far as its agenda needs it.</summary>
public sealed record AgendaMunicipality
{
    public required OrganisationId Id { get; init; }

    /// <summary>Four digits, leading zero kept.</summary>
    public required string Number { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The county's number.</summary>
    public required string County { get; init; }

    public required LocalizedText CountyName { get; init; }

    public required OrganisationId CountyId { get; init; }

    /// <summary>Inhabitants on 1 January 2026.</summary>
    public required int Population { get; init; }

    /// <summary>1 (most central) to 6.</summary>
    public required int Centrality { get; init; }

    /// <summary>Solutions that are for it and can be taken in use.</summary>
    public required int Available { get; init; }

    /// <summary>Whether the viewer acts for it, or for a body that it is in or that has its mandate .</summary>
    public required bool IsOwn { get; init; }
}

/// <summary>One thing to do, with what it is of.</summary>
/// <param name="Record">What is known of the municipality and the solution; null is nothing.</param>
public sealed record AgendaEntry(AgendaItem Item, Solution Solution, AdoptionRecord? Record)
{
    /// <summary>What is asked for, where it is a request.</summary>
    public MunicipalRequest? Request { get; init; }

    /// <summary>The product that goes away, where it is a change of product.</summary>
    public SolutionProduct? Product { get; init; }

    /// <summary>Null where nothing is paid for it.</summary>
    public SolutionCost? Cost { get; init; }
}

/// <summary>A solution that the municipality has in use, and what it costs.</summary>
public sealed record HadSolution(Solution Solution, AdoptionRecord Record, SolutionCost Cost);

/// <summary>An obstacle that the municipality has reported.</summary>
public sealed record ObstacleOf(ReportedObstacle Obstacle, string Solution, LocalizedText SolutionName);

/// <summary>What a municipality must decide, when, and what it costs.</summary>
/// <param name="PlanFrom">The first year of the økonomiplan that is decided on next.</param>
/// <param name="Items">In the order of <see cref="Agenda.InOrder{T}"/>.</param>
/// <param name="IsCut">Whether there is more than was read: figures are of what was.</param>
public sealed record MunicipalAgenda(
    AgendaMunicipality Municipality, BudgetCycle Cycle, IReadOnlyList<BudgetDate> OwnDates, DateOnly Today, int PlanFrom, IReadOnlyList<AgendaEntry> Items, IReadOnlyList<HadSolution> InUse, bool IsCut)
{
    /// <summary>Prices that are published, by solution.</summary>
    public required ILookup<SolutionId, PriceComponent> Prices { get; init; }

    /// <summary>How many share a price, with the municipality itself, by solution: only of solutions with a shared price that somebody has in use.</summary>
    public required IReadOnlyDictionary<SolutionId, Adopters> Adopters { get; init; }

    /// <summary>Only for those who act for a public body.</summary>
    public required IReadOnlyList<ObstacleOf> Obstacles { get; init; }

    /// <summary>What must be decided with the next budget, or before it.</summary>
    public IReadOnlyList<AgendaEntry> ForNextBudget => [.. Items.Where(e => e.Item.Kind.IsDecision() && e.Item.BudgetYear == PlanFrom)];

    /// <summary>When the council decides on the next budget.</summary>
    public BudgetDay? Decides => Cycle.DayOf(BudgetEvent.CouncilAdopts, PlanFrom);

    /// <summary>Every solution that costs: what is to be decided or taken in use, and what is in use.</summary>
    public IReadOnlyList<SolutionCost> Costs => [.. Items.Select(e => e.Cost).OfType<SolutionCost>(), .. InUse.Select(h => h.Cost)];

    /// <summary>What the municipality is asked for from today on, and for how long. A request without an end is reckoned for a year.</summary>
    public IReadOnlyList<RequestedWork> Asked =>
    [
        .. Items.Select(e => e switch
        {
            { Request: { } request } => Work(request.Kind, AsOf.First(request.Starts), AsOf.Last(request.Ends), request.Count),
            { Item.Kind: AgendaKind.TakeInUse, Solution.StaffDays: var days } => Work(RequestKind.Adoption, AsOf.First(e.Record?.StandingSince), e.Item.Deadline, days is { } known ? (int)Math.Round(known * RequestLoad.HoursOfDay, MidpointRounding.AwayFromZero) : null),
            _ => null,
        }).OfType<RequestedWork>(),
    ];

    private RequestedWork Work(RequestKind kind, DateOnly? starts, DateOnly? ends, int? hours)
    {
        var first = starts ?? Today;
        var last = ends ?? (first > Today ? first : Today).AddYears(1);
        return new(kind, first, last < first ? first : last, hours);
    }
}
