using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Governance;

public sealed class GovernanceChecksTests
{
    [Fact]
    public void Criteria_and_rules_for_disagreement_are_written_down()
    {
        Assert.Equal("NotMet none", Say("decision-criteria-set", Of(Rule(CoOperationRuleKind.Criterion, null))));
        Assert.Equal("Met set: 1", Say("decision-criteria-set", Of(Rule(CoOperationRuleKind.Criterion, "Nytte for flest"))));
        Assert.Equal("NotMet none", Say("escalation-rules-set", Of(Rule(CoOperationRuleKind.Criterion, "Nytte for flest"))));
        Assert.Equal("NotMet no-days: Departementet", Say("escalation-rules-set", Of(Rule(CoOperationRuleKind.Escalation, "Departementet"))));
        Assert.Equal("Met set: Departementet | 30", Say("escalation-rules-set", Of(Rule(CoOperationRuleKind.Escalation, "Departementet", 30))));
    }

    [Fact]
    public void A_disagreement_lasts_no_longer_than_the_rule_allows()
    {
        var rule = Rule(CoOperationRuleKind.Escalation, "Departementet", 30);

        Assert.Equal("NotApplicable none-open", Say("disagreements-within-time", Of(rule, Disagreement("2020", DisagreementState.Resolved))));
        Assert.Equal("Unknown no-timer: 1", Say("disagreements-within-time", Of(Disagreement("2026-06-01"))));
        Assert.Equal("Met within-time: 1", Say("disagreements-within-time", Of(rule, Disagreement("2026-05-16"))));
        Assert.Equal("NotMet overdue: 1 | Hvem betaler? | 2026-06-14", Say("disagreements-within-time", Of(rule, Disagreement("2026-05-15"))));
        Assert.Equal("Unknown none", Say("disagreements-brought-out", Of()));
        Assert.Equal("Met registered: 1", Say("disagreements-brought-out", Of(Disagreement("2026", DisagreementState.Accepted))));
    }

    [Fact]
    public void The_shortest_rule_sets_the_timer_and_only_what_is_open_runs()
    {
        CoOperationRule[] rules = [Rule(CoOperationRuleKind.Escalation, "Styret", 14), Rule(CoOperationRuleKind.Escalation, "Departementet", 30), Rule(CoOperationRuleKind.Criterion, "Nytte", 1)];

        Assert.Equal(new DateOnly(2026, 6, 15), Timers.EscalatesOn(Disagreement("2026-06-01"), rules));
        Assert.Null(Timers.EscalatesOn(Disagreement("2026-06-01", DisagreementState.Escalated), rules));
        Assert.Null(Timers.EscalatesOn(Disagreement(null), rules));
        Assert.Null(Timers.EscalatesOn(Disagreement("2026-06-01"), []));
    }

    [Fact]
    public void Somebody_decides_in_each_domain_and_guidance_is_followed_up()
    {
        Archetype[] top = [Archetype.BusinessMonarchy], each = [Archetype.Anarchy];
        var anarchy = new DecisionMatrix
        {
            Id = DecisionMatrixId.Of("m"),
            Key = "m",
            Name = Nb("Beslutninger"),
            Provenance = Here,
            PrinciplesInput = top,
            ArchitectureInput = top,
            InfrastructureInput = top,
            ApplicationsInput = top,
            InvestmentsInput = top,
            PrinciplesDecided = each,
            ArchitectureDecided = each,
            InfrastructureDecided = each,
            ApplicationsDecided = each,
            InvestmentsDecided = each,
        };
        var federal = new DecisionMatrix { Id = DecisionMatrixId.Of("m"), Key = "m", Name = Nb("Beslutninger"), Provenance = Here, PrinciplesDecided = [Archetype.Federal] };

        Assert.Equal("Unknown no-matrix", Say("decision-rights-stated", Of()));
        Assert.Equal("NotMet nobody-decides: 4 | [it_architecture, it_infrastructure, business_applications, it_investments]", Say("decision-rights-stated", With(Work(), [federal])));
        Assert.Equal("Met stated", Say("decision-rights-stated", With(Work(), [anarchy])));
        Assert.Equal("Unknown no-matrix", Say("decision-rights-followed", Of()));
        Assert.StartsWith("NotMet decided-as-anarchy: 5", Say("decision-rights-followed", With(Work(), [anarchy])));
        Assert.Equal("Met followed", Say("decision-rights-followed", With(Work(), [federal])));
    }

    [Fact]
    public void Steering_group_leader_and_agreement_are_the_structure()
    {
        Participant[] both = [In(ParticipantRole.Steering, Bufdir), In(ParticipantRole.Leader, Ks)];

        Assert.Equal("Unknown lacks-roles: [leader]", Say("structures-in-place", Of(both[0])));
        Assert.Equal("Unknown no-agreement", Say("structures-in-place", Of([.. both, AgreementChecksTests.Deal(ends: "2025", covers: [Coverage.Organisation])])));
        Assert.Equal("Met in-place: Samarbeidsavtalen", Say("structures-in-place", Of([.. both, AgreementChecksTests.Deal(ends: "2027", covers: [Coverage.Organisation])])));
    }

    [Fact]
    public void A_co_operation_is_a_network_or_a_programme_and_a_programme_has_signed_resources()
    {
        Participant[] two = [In(ParticipantRole.Owner, Bufdir), In(ParticipantRole.Participant, Ks)];
        var programme = Work(model: CoOperationModel.Programme);

        Assert.Equal("NotApplicable one-body", Say("co-operation-model-chosen", Of(two[0])));
        Assert.Equal("NotMet not-chosen: 2", Say("co-operation-model-chosen", Of(two)));
        Assert.Equal("Met chosen: programme", Say("co-operation-model-chosen", Of(programme, two)));
        Assert.Equal("Unknown model-not-chosen", Say("programme-resources-signed", Of(two)));
        Assert.Equal("NotApplicable no-programme", Say("programme-resources-signed", Of(two[0])));
        Assert.Equal("NotApplicable no-programme", Say("programme-resources-signed", Of(Work(model: CoOperationModel.Network), two)));
        Assert.Equal("Unknown no-participants", Say("programme-resources-signed", Of(programme)));
        Assert.Equal("NotMet not-signed: 1 | [KS]", Say("programme-resources-signed", Of(programme, [.. two, Committed(Bufdir, "2026-01", CommitmentTo.Resources), Committed(Ks, on: null, CommitmentTo.Resources)])));
        Assert.Equal("Met signed: 2", Say("programme-resources-signed", Of(programme, [.. two, Committed(Bufdir, "2026-01", CommitmentTo.Resources), Committed(Ks, "2026-06-15", CommitmentTo.Resources)])));
    }

    [Fact]
    public void Each_that_must_decide_has_a_path_with_a_next_step_until_it_has_decided()
    {
        var two = new InitiativePart[] { Deciding(Asker), Deciding(Others, 1) };

        Assert.Equal(["Unknown none-named", "Unknown none-named", "Unknown none-named"], Paths(Work()));
        Assert.Equal(["NotApplicable nobody-decides", "NotApplicable nobody-decides", "NotApplicable nobody-decides"], Paths(Work(needs: false)));
        Assert.Equal(["Unknown not-all: 2 | 2 | [Asker, Øvrige kommuner]", "NotMet no-path: 2 | 2 | [Asker, Øvrige kommuner]", "NotMet not-decided: 0 | 2"], Paths(Work(), two));
        Assert.Equal(["Met mapped: 2", "NotMet no-next-step: 1 | [Øvrige kommuner]", "NotMet not-decided: 1 | 2"], Paths(Work(), [.. two, Path(Asker, PathState.Yes), Path(Others, PathState.UnderWay)]));
        Assert.Equal(["Met mapped: 2", "Met planned: 2", "NotMet late: 1 | [Øvrige kommuner]"], Paths(Work(), [.. two, Path(Asker, PathState.Yes), Path(Others, PathState.UnderWay, "Formannskapet", "2026-06-14")]));
        Assert.Equal(["Met mapped: 2", "Met planned: 2", "Met decided: 1 | 1"], Paths(Work(), [.. two, Path(Asker, PathState.Yes), Path(Others, PathState.No)]));
        Assert.All(Paths(Work(), new AffectedArea { Provenance = Here, Name = Nb("En gruppe"), MustDecide = true }), said => Assert.Equal("Unknown not-in-registry: 1 | [En gruppe]", said));

        static string[] Paths(Initiative work, params IReadOnlyList<InitiativePart> parts) =>
            [.. new[] { "decision-structure-mapped", "decision-paths-planned", "decision-paths-carried-out" }.Select(check => Say(check, Of(work, parts)))];
    }

    internal static Disagreement Disagreement(string? starts, DisagreementState state = DisagreementState.Open) => new() { Provenance = Here, Text = Nb("Hvem betaler?"), Starts = starts, State = state };

    internal static CoOperationRule Rule(CoOperationRuleKind kind, string? text, int? days = null) => new() { Provenance = Here, Kind = kind, Text = new(text), Days = days };

    private static DecisionPath Path(OrganisationId body, PathState state, string? step = null, string? ends = null) =>
        new() { Provenance = Here, Organisation = body, State = state, Text = new(step), Name = new(step), Ends = ends };
}
