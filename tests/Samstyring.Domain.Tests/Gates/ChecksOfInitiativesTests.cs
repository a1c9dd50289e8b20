using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Gates;

public sealed class ChecksOfInitiativesTests
{
    private static readonly CommitmentTo[] Execution = [CommitmentTo.TechnicalSolution, CommitmentTo.Resources, CommitmentTo.Money, CommitmentTo.Execution];

    [Fact]
    public void The_overview_shows_what_is_open_and_asks_for_owner_levels_municipalities_and_start()
    {
        Assert.Equal("Met open", Say("registered-in-overview", Of()));
        Assert.Equal("NotMet restricted", Say("registered-in-overview", Of(Work(audience: AudienceId.Of(Bufdir)))));
        Assert.Equal("NotMet lacks: 3 | [owner, levels, starts]", Say("entry-complete", Of()));
        Assert.Equal("NotMet lacks: 1 | [municipalities]", Say("entry-complete", Of(Work(starts: "2026", levels: [Level.State, Level.Municipality]), In(ParticipantRole.Owner, Bufdir))));
        Assert.Equal("Met complete", Say("entry-complete", Of(Work(starts: "2026", levels: [Level.State]), In(ParticipantRole.Owner, Bufdir))));
    }

    [Theory]
    [InlineData(null, null, "NotMet never")]
    [InlineData("2026-01-10", null, "Unknown no-interval")]
    [InlineData("2025-12-15", 6, "Met fresh: 2025-12-15 | 2026-06-15")]
    [InlineData("2025-12-14", 6, "NotMet stale: 2025-12-14 | 2026-06-14")]
    [InlineData("2025-12", 6, "Met fresh: 2025-12 | 2026-06-30")]
    public void An_entry_is_confirmed_again_within_its_interval(string? confirmed, int? months, string said) =>
        Assert.Equal(said, Say("entry-confirmed", Of(Work(keptBy: Bufdir, confirmed: confirmed, months: confirmed is null ? 6 : months))));

    [Fact]
    public void An_entry_that_nobody_keeps_is_not_confirmed() => Assert.Equal("NotMet nobody", Say("entry-confirmed", Of(Work(confirmed: "2026-06-01", months: 6))));

    [Fact]
    public void Whether_municipalities_must_decide_is_said_in_one_voice()
    {
        Assert.Equal("Unknown not-answered", Say("municipal-decisions-answered", Of()));
        Assert.Equal("Met yes", Say("municipal-decisions-answered", Of(Work(needs: true), Deciding(Asker))));
        Assert.Equal("Met no", Say("municipal-decisions-answered", Of(GateBoardTests.Answered("G-KON-01", Answer.No))));
        Assert.Equal("Met yes", Say("municipal-decisions-answered", Of(GateBoardTests.Answered("G-KON-01", Answer.Partly))));
        Assert.Equal("Unknown not-answered", Say("municipal-decisions-answered", Of(GateBoardTests.Answered("G-KON-01", Answer.NotRelevant))));
        Assert.Equal("NotMet contradiction", Say("municipal-decisions-answered", Of(Work(needs: false), Deciding(Asker))));
        Assert.Equal("NotMet contradiction", Say("municipal-decisions-answered", Of(Work(needs: true), GateBoardTests.Answered("G-KON-01", Answer.No))));
    }

    [Fact]
    public void One_who_says_that_municipalities_must_decide_is_enough()
    {
        Assert.True(MunicipalDecisions.Needed(Of(Work(needs: false), Deciding(Asker))));
        Assert.False(MunicipalDecisions.Needed(Of(Work(needs: false))));
        Assert.Null(MunicipalDecisions.Needed(Of()));
    }

    [Fact]
    public void An_initiative_that_touches_municipalities_has_KS_with_it()
    {
        Assert.Equal("Unknown not-seen", Say("ks-involved", Of()));
        Assert.Equal("NotApplicable no-municipality", Say("ks-involved", Of(Work(levels: [Level.State]))));
        Assert.Equal("Met takes-part: KS", Say("ks-involved", Of(Deciding(Asker), In(ParticipantRole.Participant, Ks))));
        Assert.Equal("Met discussed: KS | 2026-02", Say("ks-involved", Of(Deciding(Asker), Event(EventKind.Advice, "2026-02", Ks))));
        Assert.Equal("Unknown not-seen", Say("ks-involved", Of(Deciding(Asker), Event(EventKind.Advice, "2027", Ks))));
    }

    [Fact]
    public void Those_affected_who_do_not_take_part_are_named()
    {
        Assert.Equal("Unknown none-named", Say("affected-take-part", Of()));
        Assert.Equal("Unknown not-all: 1 | [Øvrige kommuner]", Say("affected-take-part", Of(Deciding(Asker), Deciding(Others, 1), In(ParticipantRole.Participant, Asker))));
        Assert.Equal("Met all: 1", Say("affected-take-part", Of(Deciding(Asker), In(ParticipantRole.Participant, Asker))));
    }

    [Fact]
    public void What_must_be_written_down_is_asked_for()
    {
        Assert.Equal(["NotMet not-checked", "NotMet not-stated", "Unknown not-written", "Unknown not-stated"], Written(Work()));
        Assert.Equal(["Met checked", "Met stated", "Met written", "Met stated"], Written(Work(shared: "Altinn", sectors: "Ingen", purpose: "Bedre tjenester")));

        static IEnumerable<string> Written(Initiative work) => new[] { "shared-solutions-checked", "other-sectors-stated", "similar-work-looked-for", "goal-stated" }.Select(check => Say(check, Of(work)));
    }

    [Theory]
    [InlineData(null, null, "Unknown not-answered")]
    [InlineData(false, null, "NotApplicable no-personal-data")]
    [InlineData(true, null, "NotMet not-assessed")]
    [InlineData(true, "2026-07", "NotMet planned: 2026-07")]
    [InlineData(true, "2026-02", "NotMet before-phase: 2026-02 | 2026-03-01")]
    [InlineData(true, "2026-03", "Met assessed: 2026-03")]
    public void Privacy_and_security_are_assessed_anew_in_every_phase_where_personal_data_are_touched(bool? personal, string? assessed, string said)
    {
        var facts = Of(Work(personal: personal, privacy: assessed), Plan("planning", "2026-03-01"), Plan("concept", "2025"));

        Assert.Equal(said, Say("privacy-assessed", facts));
        Assert.Equal(said, Say("security-assessed", facts));
    }

    [Fact]
    public void Exactly_one_answers_for_integration()
    {
        Assert.Equal("NotMet nobody", Say("integration-answered-for-by-one", Of(In(ParticipantRole.Owner, Bufdir))));
        Assert.Equal("Met one: Bufdir", Say("integration-answered-for-by-one", Of(In(ParticipantRole.Integration, Bufdir))));
        Assert.Equal("Met one: Bufdir", Say("integration-answered-for-by-one", Of(In(ParticipantRole.Integration, Bufdir), In(ParticipantRole.Integration, Bufdir))));
        Assert.Equal("NotMet several: 2 | [Bufdir, KS]", Say("integration-answered-for-by-one", Of(Ordered(In(ParticipantRole.Integration, Bufdir), 1), Ordered(In(ParticipantRole.Integration, Ks), 2))));
        Assert.Equal("NotMet a-group: Kommunene | 8", Say("integration-answered-for-by-one", Of(new Participant { Provenance = Here, Role = ParticipantRole.Integration, Name = Nb("Kommunene"), Count = 8 })));
    }

    [Fact]
    public void Somebody_owns_operation_and_takes_over_with_mandate_and_money()
    {
        Assert.Equal("NotMet nobody", Say("operation-has-an-owner", Of()));
        Assert.Equal("Met named: [KS]", Say("operation-has-an-owner", Of(In(ParticipantRole.Operation, Ks))));
        Assert.Equal("NotMet nobody", Say("operation-handed-over", Of()));
        Assert.Equal("Unknown mandate-or-money-not-stated: [KS]", Say("operation-handed-over", Of(In(ParticipantRole.Operation, Ks, "Drift"))));
        Assert.Equal("Unknown mandate-or-money-not-stated: [KS]", Say("operation-handed-over", Of(In(ParticipantRole.Operation, Ks), Committed(Ks, "2026", CommitmentTo.Money))));
        Assert.Equal("Met handed-over: KS", Say("operation-handed-over", Of(In(ParticipantRole.Operation, Ks, "Drift"), Committed(Ks, "2026", CommitmentTo.Money))));
    }

    [Fact]
    public void The_leaders_of_all_who_own_it_or_take_part_have_committed_them()
    {
        Participant[] two = [Ordered(In(ParticipantRole.Owner, Bufdir), 1), Ordered(In(ParticipantRole.Participant, Ks), 2), In(ParticipantRole.Ministry, Others)];

        Assert.Equal("Unknown no-participants", Say("leaders-committed-to-execution", Of(In(ParticipantRole.Supplier, Asker))));
        Assert.Equal("NotMet missing: 2 | 2 | [Bufdir, KS]", Say("leaders-committed-to-execution", Of(two)));
        Assert.Equal("NotMet missing: 1 | 2 | [KS]", Say("leaders-committed-to-execution", Of([.. two, Committed(Bufdir, "2026", Execution)])));
        Assert.Equal("NotMet missing: 1 | 2 | [KS]", Say("leaders-committed-to-execution", Of([.. two, Committed(Bufdir, "2026", Execution), Committed(Ks, "2027", Execution)])));
        Assert.Equal("NotMet lacks: KS | [money]", Say("leaders-committed-to-execution", Of([.. two, Committed(Bufdir, "2026", Execution), Committed(Ks, "2026", [.. Execution.Except([CommitmentTo.Money])])])));
        Assert.Equal("Unknown not-stated: 1 | [KS]", Say("leaders-committed-to-execution", Of([.. two, Committed(Bufdir, "2026", Execution), Committed(Ks)])));
        Assert.Equal("Met all: 2", Say("leaders-committed-to-execution", Of([.. two, Committed(Bufdir, "2026", Execution), Committed(Ks, on: null, Execution)])));
        Assert.Equal("NotMet lacks: Bufdir | [implementation]", Say("leaders-committed-to-implementation", Of([.. two, Committed(Bufdir, "2026", Execution), Committed(Ks, "2026", CommitmentTo.Implementation)])));
    }

    [Fact]
    public void Mandates_stand_on_those_who_act()
    {
        Assert.Equal("Unknown no-participants", Say("mandates-clear", Of(In(ParticipantRole.Supplier, Asker))));
        Assert.Equal("Unknown not-all: 1 | [KS]", Say("mandates-clear", Of(In(ParticipantRole.Owner, Bufdir, "Beslutter"), In(ParticipantRole.Steering, Ks))));
        Assert.Equal("Met all: 1", Say("mandates-clear", Of(In(ParticipantRole.Owner, Bufdir, "Beslutter"))));
    }

    [Fact]
    public void The_next_phase_has_time_cost_and_people_before_this_one_closes()
    {
        Assert.Equal("NotMet none: Gjennomføring", Say("next-phase-planned", Of(Plan("planning", "2026"))));
        Assert.Equal("NotMet incomplete: Gjennomføring", Say("next-phase-planned", Of(Plan("execution", "2026"))));
        Assert.Equal("Met planned: Gjennomføring | 2026-08 | 2027 | 4", Say("next-phase-planned", Of(new PhasePlan { Provenance = Here, Phase = "execution", Starts = "2026-08", Ends = "2027", Cost = 0, Count = 4 })));
        Assert.Equal("NotApplicable last", Say("next-phase-planned", At("bp6", Work())));
    }

    [Theory]
    [InlineData(null, "NotMet no-date")]
    [InlineData("snart", "NotMet no-date")]
    [InlineData("2026-05", "Met passed: 2026-05")]
    [InlineData("2026", "Met set: 2026")]
    public void A_date_is_set_to_evaluate_the_co_operation(string? evaluated, string said) => Assert.Equal(said, Say("evaluation-date-set", Of(Work(evaluated: evaluated))));

    [Fact]
    public void The_time_line_shows_decision_processes_and_small_results()
    {
        Assert.Equal("Unknown none", Say("key-events-mapped", Of(Event(EventKind.Milestone, "2026", Ks))));
        Assert.Equal("Met mapped: 1", Say("key-events-mapped", Of(Event(EventKind.Budget, "2026-10", Asker))));
        Assert.Equal("Unknown too-few: 1", Say("small-results-planned", Of(Work(ends: "2026-12-01"), Event(EventKind.Delivery, "2026-10", Ks), Event(EventKind.Delivery, "2026-12-31", Ks))));
        Assert.Equal("Met planned: 2", Say("small-results-planned", Of(Work(ends: "2026-12-01"), Event(EventKind.Delivery, "2026-10", Ks), Event(EventKind.Milestone, "2026-11", Ks))));
    }

    [Theory]
    [InlineData("2026-09-01", "2026-08-01", "Met hold: 1")]
    [InlineData("2026-08-30", "2026-08-01", "NotMet too-early: 1 | Registeret | 2026-08-01")]
    [InlineData("2026-09", "2026-08", "Unknown dates-not-known: 1 | 1")]
    [InlineData("2026", "2028", "NotMet too-early: 1 | Registeret | 2028")]
    [InlineData(null, "2026-08", "Unknown dates-not-known: 1 | 1")]
    [InlineData("2026-09", null, "Unknown dates-not-known: 1 | 1")]
    public void A_work_begins_when_what_it_waits_for_is_over(string? starts, string? otherEnds, string said)
    {
        Initiative register = new() { Id = InitiativeId.Of("register"), Key = "register", Name = Nb("Registeret"), Kind = InitiativeKind.Project, Type = "register", Provenance = Here, SortKey = "", Folded = "", Ends = otherEnds };
        Dependency waits = new() { Provenance = Here, Other = register.Id, Days = 31 };

        Assert.Equal(said, Say("dependencies-hold", With(Work(starts: starts), [register], waits)));
        Assert.Equal("Unknown dates-not-known: 1 | 1", Say("dependencies-hold", With(Work(starts: starts), [], waits)));
        Assert.Equal("NotApplicable none", Say("dependencies-hold", With(Work(starts: starts), [register])));
    }

    [Fact]
    public void A_reason_leads_to_the_facts_that_it_was_worked_out_from()
    {
        var integration = In(ParticipantRole.Integration, Bufdir);

        Assert.Equal([new CheckLink("Participant", integration.Id.ToString())], Registry.Find("integration-answered-for-by-one").Run!(Of(integration)).Links);
        Assert.Equal([new CheckLink("Initiative", "evaluated")], Registry.Find("evaluation-date-set").Run!(Of()).Links);
    }

    [Fact]
    public void A_reason_names_at_most_five_and_says_how_many_there_are()
    {
        var nine = Enumerable.Range(0, 9).Select(i => new AffectedArea { Provenance = Here, Order = i, Name = Nb($"Kommune {i}") }).ToArray();

        Assert.Equal("Unknown not-all: 9 | [Kommune 0, Kommune 1, Kommune 2, Kommune 3, Kommune 4]", Say("affected-take-part", Of(nine)));
    }

    private static KeyEvent Event(EventKind kind, string starts, OrganisationId body) => new() { Provenance = Here, Kind = kind, Starts = starts, Organisation = body };

    private static PhasePlan Plan(string phase, string starts) => new() { Provenance = Here, Phase = phase, Starts = starts };

    private static Participant Ordered(Participant participant, int order) => new() { Provenance = Here, Id = participant.Id, Role = participant.Role, Organisation = participant.Organisation, Order = order };
}
