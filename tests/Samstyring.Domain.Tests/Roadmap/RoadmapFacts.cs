using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;

namespace Samstyring.Domain.Tests.Roadmap;

/// <summary>A municipality, the annual cycle, and solutions to put on its agenda.</summary>
internal static class RoadmapFacts
{
    public static readonly OrganisationId Flekkefjord = OrganisationId.Of("4207");

    public static readonly SolutionId Id = SolutionId.Of("timer");

    public static readonly Provenance Origin = new("example", "2026", Certainty.Stated);

    /// <summary>As the annual cycle has it: input to 1 October, the council's decision by 31 December.</summary>
    public static readonly IReadOnlyList<CycleEvent> Defaults =
    [
        Event(BudgetEvent.InputCloses, 10, 1), Event(BudgetEvent.ProposalIsPublished, 11, 1), Event(BudgetEvent.RecommendationIsPublic, 12, 17), Event(BudgetEvent.CouncilAdopts, 12, 31),
    ];

    public static BudgetCycle CycleOf(params BudgetDate[] own) => new(Defaults, own);

    public static BudgetDate Own(BudgetEvent happening, int year, string day) => new() { Id = BudgetDateId.Of(Flekkefjord, happening, year), Municipality = Flekkefjord, Event = happening, Year = year, Day = day, Provenance = Origin };

    public static Solution SolutionOf(SolutionState? state = SolutionState.BeingAdopted, string? available = null, string? decideBy = null, string? mandatory = null, string? announced = null) => new()
    {
        Id = Id,
        Key = "timer",
        Name = new("Timer"),
        Owner = OrganisationId.Of("ks"),
        State = state,
        Available = available,
        DecideBy = decideBy,
        Mandatory = mandatory,
        Announced = announced,
        Provenance = Origin,
        SortKey = "",
        Folded = "",
    };

    public static AdoptionRecord RecordOf(AdoptionStep? step = null, AdoptionStep? claimed = null, string? planned = null, PartId? product = null)
    {
        AdoptionRecord record = new() { Solution = Id, Municipality = Flekkefjord, Step = step, ClaimedStep = claimed, PlannedInUse = planned, Product = product };
        record.Derive();
        return record;
    }

    public static PriceComponent PriceOf(PriceKind kind, decimal? amount, PriceBasis basis = PriceBasis.Fixed, string? ends = null) => new() { Solution = Id, Kind = kind, Basis = basis, Amount = amount, Ends = ends, Provenance = Origin };

    private static CycleEvent Event(BudgetEvent happening, int month, int day) =>
        new() { Key = Codes.Of(happening), Event = happening, IsMunicipal = true, When = LocalizedText.Unknown, Name = LocalizedText.Unknown, RelativeYear = -1, Month = month, Day = day, Order = month, Provenance = Origin };
}
