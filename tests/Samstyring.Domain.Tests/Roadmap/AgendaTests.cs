using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;
using static Samstyring.Domain.Tests.Roadmap.RoadmapFacts;

namespace Samstyring.Domain.Tests.Roadmap;

public sealed class AgendaTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_solution_that_nobody_has_spoken_of_is_decided_with_the_budget_that_is_still_open()
    {
        var item = Assert.Single(Items(SolutionOf()));

        Assert.Equal((AgendaKind.Decide, new DateOnly(2026, 12, 31), DeadlineBasis.BudgetDecision, 2027), (item.Kind, item.Deadline, item.Basis, item.BudgetYear));
    }

    [Fact]
    public void The_municipality_s_own_date_comes_before_the_default()
    {
        var item = Assert.Single(Items(SolutionOf(), cycle: CycleOf(Own(BudgetEvent.CouncilAdopts, 2027, "2026-12-17"))));

        Assert.Equal(new DateOnly(2026, 12, 17), item.Deadline);
    }

    [Fact]
    public void When_the_council_has_decided_on_a_budget_the_next_one_is_the_deadline()
    {
        var item = Assert.Single(Items(SolutionOf(), cycle: CycleOf(Own(BudgetEvent.CouncilAdopts, 2027, "2026-11-19"))));

        Assert.Equal((new DateOnly(2027, 12, 31), 2028), (item.Deadline, item.BudgetYear));
    }

    [Fact]
    public void What_law_demands_in_a_later_year_is_decided_with_the_budget_of_that_year() =>
        Assert.Equal((AgendaKind.Comply, new DateOnly(2028, 12, 31), 2029), Assert.Single(Items(SolutionOf(mandatory: "2029-07-01"))) is var item ? (item.Kind, item.Deadline!.Value, item.BudgetYear!.Value) : default);

    [Fact]
    public void The_owner_s_deadline_holds_until_it_has_passed()
    {
        Assert.Equal((new DateOnly(2026, 12, 1), DeadlineBasis.SaidByOwner), Of(Items(SolutionOf(decideBy: "2026-12-01"))));
        Assert.Equal((new DateOnly(2026, 11, 30), DeadlineBasis.SaidByOwner), Of(Items(SolutionOf(decideBy: "2026-11"))));
        Assert.Equal((new DateOnly(2026, 12, 31), DeadlineBasis.BudgetDecision), Of(Items(SolutionOf(decideBy: "2026-11-21"))));
    }

    [Theory]
    [InlineData(AdoptionStep.InUse, null, false)]
    [InlineData(AdoptionStep.BenefitsConfirmed, "2027", false)]
    [InlineData(AdoptionStep.Declined, null, false)]
    [InlineData(AdoptionStep.Declined, "2027", true)]
    [InlineData(AdoptionStep.ManualEnough, "2027", true)]
    [InlineData(AdoptionStep.Considering, null, true)]
    public void What_is_in_use_or_not_wanted_asks_for_nothing_unless_law_demands_it(AdoptionStep step, string? mandatory, bool asks) =>
        Assert.Equal(asks, Items(SolutionOf(mandatory: mandatory), RecordOf(step)).Any());

    [Theory]
    [InlineData(null)]
    [InlineData(SolutionState.Considered)]
    public void A_solution_that_is_only_considered_asks_for_nothing(SolutionState? state) => Assert.Empty(Items(SolutionOf(state)));

    [Fact]
    public void What_only_the_owner_has_said_is_to_be_confirmed_whatever_the_solution_s_state() =>
        Assert.Contains(Items(SolutionOf(state: null), RecordOf(claimed: AdoptionStep.InUse)), item => item is { Kind: AgendaKind.Confirm, Deadline: null });

    [Theory]
    [InlineData("2027-03", null, "2027-03-31", DeadlineBasis.OwnPlan)]
    [InlineData("2027-03", "2027-01-01", "2027-01-01", DeadlineBasis.Law)]
    [InlineData(null, "2027-01-01", "2027-01-01", DeadlineBasis.Law)]
    [InlineData("2026-12", "2027-01-01", "2026-12-31", DeadlineBasis.OwnPlan)]
    public void What_is_decided_is_due_by_the_own_plan_unless_law_demands_it_before(string? planned, string? mandatory, string deadline, DeadlineBasis basis)
    {
        var item = Assert.Single(Items(SolutionOf(mandatory: mandatory), RecordOf(AdoptionStep.Decided, planned: planned)));

        Assert.Equal((AgendaKind.TakeInUse, DateOnly.Parse(deadline, System.Globalization.CultureInfo.InvariantCulture), basis), (item.Kind, item.Deadline, item.Basis));
    }

    [Fact]
    public void A_system_whose_vendor_leaves_must_be_changed_with_the_budget_of_the_year_it_ends()
    {
        var product = new SolutionProduct { Id = PartId.Of("p"), Solution = Id, Leaves = true, Ends = "2028-06", Provenance = Origin };

        var item = Assert.Single(Items(SolutionOf(), RecordOf(AdoptionStep.InUse, product: product.Id), products: [product]));

        Assert.Equal((AgendaKind.ChangeProduct, new DateOnly(2027, 12, 31), 2028, product.Id), (item.Kind, item.Deadline, item.BudgetYear, item.Part));
    }

    [Fact]
    public void A_request_is_for_all_or_for_the_one_that_is_named_also_where_nothing_is_said_of_the_municipality()
    {
        MunicipalRequest To(OrganisationId? body, string? ends = null) => new() { Id = PartId.New(), Solution = Id, Organisation = body, Kind = RequestKind.Survey, Ends = ends, Provenance = Origin };

        MunicipalRequest[] requests = [To(null), To(Flekkefjord, "2027-01-20"), To(OrganisationId.Of("0301")), To(null, "2026-11-21")];
        var asked = Items(SolutionOf(SolutionState.Considered), requests: requests);

        Assert.Equal([requests[0].Id, requests[1].Id], asked.Select(item => item.Part));
        Assert.Equal([null, new DateOnly(2027, 1, 20)], asked.Select(item => item.Deadline));
    }

    [Theory]
    [InlineData("2026-09-30", "2027-03", false)]
    [InlineData("2026-10-02", "2027-03", true)]
    [InlineData("2026-10-02", "2028-01", false)]
    public void The_owner_that_tells_after_the_last_day_for_input_is_late_for_next_year_s_budget(string announced, string available, bool late)
    {
        Assert.Equal(late, Agenda.IsAnnouncedLate(SolutionOf(announced: announced, available: available), CycleOf()));
        Assert.Equal(late, Assert.Single(Items(SolutionOf(announced: announced, available: available))).IsAnnouncedLate);
    }

    [Fact]
    public void Whether_an_owner_is_late_is_unknown_without_dates_and_is_told_by_the_first_day_it_is_needed()
    {
        Assert.Null(Agenda.IsAnnouncedLate(SolutionOf(available: "2027"), CycleOf()));
        Assert.Null(Agenda.IsAnnouncedLate(SolutionOf(announced: "2026-11"), CycleOf()));
        Assert.True(Agenda.IsAnnouncedLate(SolutionOf(announced: "2026-11", mandatory: "2027-01-01"), CycleOf()));
        Assert.True(Agenda.IsAnnouncedLate(SolutionOf(announced: "2026-11", available: "2028", mandatory: "2027-01-01"), CycleOf()));
    }

    [Fact]
    public void Each_municipality_is_told_late_by_its_own_date()
    {
        var (oslo, bergen) = (OrganisationId.Of("0301"), OrganisationId.Of("4601"));
        var solution = SolutionOf(announced: "2026-09-15", available: "2027");
        ILookup<OrganisationId, BudgetDate> own = new[] { Own(BudgetEvent.InputCloses, 2027, "2026-09-01") }.ToLookup(d => d.Municipality);

        Assert.Equal(0, Agenda.AnnouncedLateFor(solution, Defaults, own, [oslo, bergen]));
        Assert.Equal(1, Agenda.AnnouncedLateFor(solution, Defaults, own, [oslo, bergen, Flekkefjord]));
        Assert.Equal(2, Agenda.AnnouncedLateFor(SolutionOf(announced: "2026-10-15", available: "2027"), Defaults, new[] { Own(BudgetEvent.InputCloses, 2027, "2026-11-01") }.ToLookup(d => d.Municipality), [oslo, bergen, Flekkefjord]));
        Assert.Null(Agenda.AnnouncedLateFor(SolutionOf(available: "2027"), Defaults, own, [oslo]));
    }

    private static (DateOnly?, DeadlineBasis?) Of(IReadOnlyList<AgendaItem> items) => Assert.Single(items) is var item ? (item.Deadline, item.Basis) : default;

    private static IReadOnlyList<AgendaItem> Items(Solution solution, AdoptionRecord? record = null, BudgetCycle? cycle = null, IReadOnlyList<SolutionProduct>? products = null, IReadOnlyList<MunicipalRequest>? requests = null) =>
        [.. Agenda.Of(new(solution, record, products ?? [], requests ?? []), Flekkefjord, cycle ?? CycleOf(), Today)];
}
