using Samstyring.Domain.Actors;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Tests.Governance;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Actors;

public sealed class ActorChecksTests
{
    private static readonly ActorEntry Leaders = new() { Provenance = Here, Id = PartId.Of("leaders"), Name = Nb("Barnevernsledere"), Order = 1 };
    private static readonly ActorEntry KsActor = new() { Provenance = Here, Id = PartId.Of("ks"), Organisation = Ks, Order = 2, Sector = Sector.Public };

    [Theory]
    [InlineData(Rank.High, Rank.Low, ActorCategory.Important)]
    [InlineData(Rank.High, Rank.High, ActorCategory.Moderate)]
    [InlineData(Rank.Low, Rank.Low, ActorCategory.Moderate)]
    [InlineData(Rank.Low, Rank.High, ActorCategory.Low)]
    [InlineData(null, Rank.High, null)]
    [InlineData(Rank.Low, null, null)]
    public void The_category_is_exactly_that_of_the_grid(Rank? importance, Rank? replaceability, ActorCategory? category) =>
        Assert.Equal(category, ActorGrid.CategoryOf(importance, replaceability));

    [Fact]
    public void A_map_is_mandatory_when_municipalities_must_decide()
    {
        Assert.Equal("Unknown not-answered", Say("actor-map-when-municipalities-decide", Of(Leaders)));
        Assert.Equal("NotApplicable not-needed", Say("actor-map-when-municipalities-decide", Of(Work(needs: false))));
        Assert.Equal("NotMet no-map", Say("actor-map-when-municipalities-decide", Of(Work(needs: true))));
        Assert.Equal("Met mapped: 2", Say("actor-map-when-municipalities-decide", Of(Work(needs: true), Leaders, KsActor)));
    }

    [Fact]
    public void The_overview_has_KS_voluntary_and_private_actors()
    {
        ActorEntry[] others = [new() { Provenance = Here, Id = PartId.Of("v"), Name = Nb("Visma"), Sector = Sector.Private }, new() { Provenance = Here, Id = PartId.Of("f"), Name = Nb("Frivilligheten"), Sector = Sector.Voluntary }];

        Assert.Equal("NotMet none", Say("actor-overview-covers-sectors", Of()));
        Assert.Equal("Unknown no-ks: 1", Say("actor-overview-covers-sectors", Of(Leaders)));
        Assert.Equal("Unknown lacks: [voluntary, private]", Say("actor-overview-covers-sectors", Of(KsActor)));
        Assert.Equal("Met covered: 3", Say("actor-overview-covers-sectors", Of([KsActor, .. others])));
    }

    [Fact]
    public void Every_actor_says_what_the_problem_is()
    {
        Assert.Equal("Unknown no-actors", Say("problem-in-own-words", Of()));
        Assert.Equal("Unknown not-all: 1 | 2 | [Barnevernsledere]", Say("problem-in-own-words", Of(Leaders, Speaking("ks", 2))));
        Assert.Equal("Met all: 1", Say("problem-in-own-words", Of(Speaking("ks", 2))));
    }

    [Fact]
    public void Actors_are_placed_grouped_and_tied()
    {
        InitiativePart[] placed = [Leaders, KsActor, Thinks(Leaders), Thinks(KsActor)];
        ActorTie tie = new() { Provenance = Here, Actor = Leaders.Id, OtherActor = KsActor.Id, Kind = TieKind.Informs };

        Assert.Equal(["NotMet no-actors", "NotMet no-actors"], Both());
        Assert.Equal(["NotMet not-placed: 1 | [Barnevernsledere]", "NotMet not-grouped: 1 | [Barnevernsledere]"], Both(Leaders, KsActor, Thinks(KsActor)));
        Assert.Equal(["NotMet not-placed: 1 | [KS]", "Met grouped: 1 | 1"], Both(KsActor, Thinks(KsActor, position: null)));
        Assert.Equal(["NotMet no-ties", "Met grouped: 2 | 2"], Both(placed));
        Assert.Equal(["Met placed: 2", "Met grouped: 2 | 2"], Both([.. placed, tie]));

        static string[] Both(params IReadOnlyList<InitiativePart> parts) => [Say("actors-placed", Of(parts)), Say("actors-grouped", Of(parts))];
    }

    [Fact]
    public void A_critical_actor_has_a_position_an_agreement_and_a_channel()
    {
        Assert.Equal(["Unknown not-grouped", "Unknown not-grouped", "Unknown not-grouped"], Critical());
        Assert.Equal(["Unknown not-grouped", "Unknown not-grouped", "Unknown not-grouped"], Critical(KsActor));
        Assert.Equal(["NotApplicable none-critical", "NotApplicable none-critical", "NotApplicable none-critical"], Critical(KsActor, Thinks(KsActor, importance: Rank.Low)));
        Assert.Equal(["NotMet missing: 1 | [KS]", "NotMet missing: 1 | [KS]", "NotMet missing: 1 | [KS]"], Critical(KsActor, Thinks(KsActor, position: null)));
        Assert.Equal(
            ["Met all: 1", "Met all: 1", "Met all: 1"],
            Critical(KsActor, Thinks(KsActor, channel: "Direktøren"), AgreementChecksTests.Deal(ends: "2027"), AgreementChecksTests.Party(Ks, null)));
        Assert.Equal("NotMet missing: 1 | [KS]", Say("critical-actors-have-agreement", Of(KsActor, Thinks(KsActor), AgreementChecksTests.Deal(ends: "2025"), AgreementChecksTests.Party(Ks, null))));

        static string[] Critical(params IReadOnlyList<InitiativePart> parts) => [.. new[] { "position", "agreement", "channel" }.Select(what => Say($"critical-actors-have-{what}", Of(parts)))];
    }

    [Fact]
    public void An_actor_that_can_block_is_named()
    {
        Assert.Equal("Unknown no-actors", Say("no-actor-can-block", Of()));
        Assert.Equal("Unknown not-assessed: 1 | [KS]", Say("no-actor-can-block", Of(KsActor, Thinks(KsActor))));
        Assert.Equal("Met none: 1", Say("no-actor-can-block", Of(KsActor, Thinks(KsActor, blocks: false))));
        Assert.Equal("NotMet can-block: 1 | [KS]", Say("no-actor-can-block", Of(Leaders, KsActor, Thinks(KsActor, blocks: true))));
    }

    [Fact]
    public void Those_outside_the_organisation_have_a_plan()
    {
        Assert.Equal("Unknown nobody-outside", Say("actors-outside-have-plan", Of(KsActor, In(ParticipantRole.Participant, Ks))));
        Assert.Equal("Unknown not-all: 1 | [KS]", Say("actors-outside-have-plan", Of(KsActor, Thinks(KsActor))));
        Assert.Equal("Met all: 1", Say("actors-outside-have-plan", Of(KsActor, Thinks(KsActor, plan: "Brev hver måned"))));
    }

    [Fact]
    public void Only_people_can_review_the_danger_signals()
    {
        Assert.Equal("Unknown raised: 1 | [unclear_goals]", Say("danger-signals-reviewed", Of()));
        Assert.Equal("Unknown none-raised", Say("danger-signals-reviewed", Of(Work(purpose: "Et mål"))));
    }

    [Fact]
    public void An_important_actor_that_is_not_with_it_is_asymmetry()
    {
        Assert.Equal("Unknown not-grouped ", Signal(Danger.Asymmetry, KsActor));
        Assert.Equal("Raised important-outside 1,[KS]", Signal(Danger.Asymmetry, Leaders, KsActor, Thinks(KsActor)));
        Assert.Equal("NotRaised important-inside 1", Signal(Danger.Asymmetry, KsActor, Thinks(KsActor), In(ParticipantRole.Steering, Ks)));
        Assert.Equal("NotRaised important-inside 1", Signal(Danger.Asymmetry, KsActor, Thinks(KsActor), AgreementChecksTests.Deal(), AgreementChecksTests.Party(Ks, null)));
        Assert.Equal([Danger.Asymmetry], DangerSignals.Of(Of()).Where(signal => signal.UsesAssessments).Select(signal => signal.Danger));
    }

    [Fact]
    public void A_problem_that_one_alone_describes_is_one_sided()
    {
        Assert.Equal("Unknown too-few-actors 1", Signal(Danger.OneSidedProblem, Speaking("a", 1)));
        Assert.Equal("Raised one-voice 1,2", Signal(Danger.OneSidedProblem, Speaking("a", 1), KsActor));
        Assert.Equal("Raised one-voice 0,2", Show(Of(Work(problem: "Papir"), Leaders, KsActor), Danger.OneSidedProblem));
        Assert.Equal("Unknown some-silent 0,2", Signal(Danger.OneSidedProblem, Leaders, KsActor));
        Assert.Equal("Unknown some-silent 2,3", Signal(Danger.OneSidedProblem, Speaking("a", 1), Speaking("b", 2), KsActor));
        Assert.Equal("NotRaised all-speak 2", Signal(Danger.OneSidedProblem, Speaking("a", 1), Speaking("b", 2)));
    }

    [Fact]
    public void Goals_benefits_and_trust_are_judged_by_what_is_written()
    {
        Assert.Equal("Raised no-goal ", Signal(Danger.UnclearGoals));
        Assert.Equal("NotRaised stated ", Show(Of(Work(purpose: "Et mål")), Danger.UnclearGoals));
        Assert.Equal("Unknown not-yet ", Signal(Danger.UnclearBenefits));
        Assert.Equal("Unknown nothing-shows ", Signal(Danger.LackOfTrust, GovernanceChecksTests.Disagreement("2020")));
        Assert.Equal("Raised stuck-disagreements 1,Hvem betaler?", Signal(Danger.LackOfTrust, GovernanceChecksTests.Disagreement("2026", DisagreementState.Escalated)));
        Assert.Equal("Raised stuck-disagreements 1,Hvem betaler?", Signal(Danger.LackOfTrust, GovernanceChecksTests.Disagreement("2026-01"), GovernanceChecksTests.Rule(CoOperationRuleKind.Escalation, "Styret", 30)));
    }

    private static string Signal(Danger danger, params IReadOnlyList<InitiativePart> parts) => Show(Of(parts), danger);

    private static string Show(Domain.Gates.GateFacts facts, Danger danger)
    {
        var signal = DangerSignals.Of(facts).Single(signal => signal.Danger == danger);
        return $"{signal.State} {signal.Because} {string.Join(',', Words(signal))}";
    }

    private static string[] Words(DangerSignal signal) =>
        signal.With.Count == 0 ? [] : Say(Domain.Gates.CheckResult.Met("x", signal.With)).Split(": ")[1].Split(" | ");

    private static ActorEntry Speaking(string key, int order) => new() { Provenance = Here, Id = PartId.Of(key), Name = Nb(key), Order = order, Problem = Nb("Slik ser vi det") };

    private static ActorAssessment Thinks(ActorEntry actor, Rank importance = Rank.High, Position? position = Position.Supports, string? channel = null, string? plan = null, bool? blocks = null) =>
        new() { Provenance = Here, Actor = actor.Id, Importance = importance, Replaceability = Rank.Low, Strategy = Strategy.Cooperate, Position = position, Channel = new(channel), Plan = new(plan), CanBlock = blocks };
}
