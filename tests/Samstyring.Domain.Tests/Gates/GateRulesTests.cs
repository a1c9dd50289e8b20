using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Gates;

public sealed class GateRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly GateWish Wish = new("bp1", GateOutcome.Proceed, "Vedtekt 4", " Styringsgruppen ", "Alt er på plass", Exception: null, SeenNumber: 0, Conditions: []);

    [Fact]
    public void A_decision_keeps_who_decided_on_what_mandate_when_and_by_which_rules()
    {
        var decision = Accepted(Standing(holds: false), Wish);

        Assert.Equal(("bp1", 1, GateOutcome.Proceed, Bufdir), (decision.Gate, decision.Number, decision.Outcome, decision.OnBehalfOf));
        Assert.Equal(("Vedtekt 4", "Styringsgruppen", "Alt er på plass", (string?)null), (decision.Mandate, decision.DecidedBy, decision.Reason, decision.Exception));
        Assert.Equal((Now, "prosjektveiviseren-utvidet", 1), (decision.At, decision.Method, decision.MethodVersion));
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(null)]
    public void Only_a_contributor_for_an_owner_may_decide(Role? role)
    {
        Assert.Equal([GateRules.NotAllowed], Refused(Standing(holds: false), Wish, Who(role)));
        Assert.Equal([GateRules.NotAllowed], Refused(Standing(holds: false), Wish, Who(Role.Manager) with { OnBehalfOf = Ks }));
        Assert.Equal([GateRules.NotAllowed], Refused(Standing(holds: false), Wish, Who(Role.Manager) with { User = null }));
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() =>
        Assert.Equal(
            ["field.required outcome", "field.required mandate", "field.required decided_by", "field.required reason", "field.required condition_0_text", "field.required condition_0_owner", "gate.condition-date condition_0_ends"],
            Refusal(Standing(holds: false), new("bp1", null, " ", null, "", null, 0, [new("", null, "2026-06")])).Reasons.Select(reason => $"{reason.Code} {reason.Field}"));

    [Fact]
    public void A_gate_that_something_holds_is_passed_only_by_a_manager_who_says_why()
    {
        var held = Standing(holds: true);

        Assert.Equal([GateRules.Held], Refused(held, Wish, Who(Role.Contributor)));
        Assert.Equal([GateRules.Held], Refused(held, Wish, Who(Role.Manager)));
        Assert.Equal([GateRules.Held], Refused(held, Wish with { Exception = "  " }, Who(Role.Manager)));
        Assert.Equal([GateRules.ManagerOnly], Refused(held, Wish with { Exception = "Vi tar risikoen" }, Who(Role.Contributor)));
        Assert.Equal("Vi tar risikoen", Accepted(held, Wish with { Exception = " Vi tar risikoen " }, Who(Role.Manager)).Exception);
    }

    [Theory]
    [InlineData(GateOutcome.Rework)]
    [InlineData(GateOutcome.Hold)]
    [InlineData(GateOutcome.Stop)]
    public void A_held_gate_can_be_sent_back_paused_or_stopped_without_an_exception(GateOutcome outcome) =>
        Assert.Null(Accepted(Standing(holds: true), Wish with { Outcome = outcome, Exception = "unødvendig" }).Exception);

    [Fact]
    public void Two_who_decide_at_once_do_not_both_pass() => Assert.Equal([GateRules.DecidedMeanwhile], Refused(Standing(holds: false) with { Number = 1 }, Wish));

    [Fact]
    public void A_gate_that_is_passed_or_stopped_or_not_next_stays_as_it_is()
    {
        Assert.Equal([GateRules.Passed], Refused(Standing(holds: false) with { Open = ["bp2", "bp3"] }, Wish));
        Assert.Equal([GateRules.Stopped], Refused(Standing(holds: false) with { IsStopped = true }, Wish));
        Assert.Equal([GateRules.Skipped], Refused(Standing(holds: false), Wish with { Gate = "bp2" }));
        Assert.Equal([GateRules.Passed], Refused(Standing(holds: false), Wish with { Gate = "bp9" }));
    }

    [Fact]
    public void Phases_that_may_overlap_may_pass_in_any_order()
    {
        var now = Standing(holds: false);

        Assert.Equal("bp2", Accepted(now with { Board = now.Board with { Pack = now.Board.Pack with { ParallelPhases = true } } }, Wish with { Gate = "bp2" }).Gate);
    }

    [Fact]
    public void A_condition_has_a_text_an_owner_and_a_day()
    {
        Assert.Equal(GateOutcome.Proceed, Accepted(Standing(holds: false), Wish with { Conditions = [new("Skriv planen", Ks, "2026-09-01")] }).Outcome);
        Assert.Equal([GateRules.ConditionDate], Refused(Standing(holds: false), Wish with { Conditions = [new("Skriv planen", Ks, "2026-02-30")] }));
    }

    internal static GateStanding Standing(GateBoard board, params IReadOnlyList<string> open) => new(Work(), board, Number: 0, open, Owners: [Bufdir], IsStopped: false);

    internal static Standing Who(Role? role) => new(new UserId(Guid.Empty), Bufdir, role, IsAdministrator: true);

    private static GateStanding Standing(bool holds)
    {
        var phase = Prosjektveiviseren.Phases[0];
        BoardRow row = new("x", Item: null, Parent: null, Blocking: holds, Answer: null, Applies: true, [], CheckState.NotMet);
        return Standing(new GateBoard(Prosjektveiviseren, phase, [row]), "bp1", "bp2");
    }

    private static GateDecision Accepted(GateStanding now, GateWish wish, Standing? who = null)
    {
        Assert.True(GateRules.Decide(now, wish, who ?? Who(Role.Contributor), Now).IsAccepted(out var decision, out _));
        return decision;
    }

    private static Refusal Refusal(GateStanding now, GateWish wish, Standing? who = null)
    {
        Assert.False(GateRules.Decide(now, wish, who ?? Who(Role.Manager), Now).IsAccepted(out _, out var refusal));
        return refusal;
    }

    private static IEnumerable<string> Refused(GateStanding now, GateWish wish, Standing? who = null) => Refusal(now, wish, who).Reasons.Select(reason => reason.Code);
}
