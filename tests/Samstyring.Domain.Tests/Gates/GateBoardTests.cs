using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Gates;

public sealed class GateBoardTests
{
    private static readonly CheckRegistry Four = new(
        [
            ComputedCheck.Of("met", _ => CheckResult.Met("so")), ComputedCheck.Of("not-met", _ => CheckResult.NotMet("so")),
            ComputedCheck.Of("unknown", _ => CheckResult.Unknown("so")), ComputedCheck.Of("not-applicable", _ => CheckResult.NotApplicable("so")), ComputedCheck.Later("later"),
        ],
        new Dictionary<string, Func<GateFacts, bool?>> { ["holds"] = _ => true, ["fails"] = _ => false, ["unknown"] = _ => null });

    [Theory]
    [InlineData(null, CheckState.Unknown)]
    [InlineData(Answer.Yes, CheckState.Met)]
    [InlineData(Answer.Partly, CheckState.NotMet)]
    [InlineData(Answer.No, CheckState.NotMet)]
    [InlineData(Answer.NotRelevant, CheckState.NotApplicable)]
    public void People_decide_what_is_answered_and_partly_is_not_met(Answer? answer, CheckState state) =>
        Assert.Equal(state, Row(Item(DecidedBy.Answered), answer).State);

    [Theory]
    [InlineData(null, "met", CheckState.Met)]
    [InlineData(null, "unknown", CheckState.Unknown)]
    [InlineData(null, "later", CheckState.Unknown)]
    [InlineData(null, "not-applicable", CheckState.NotApplicable)]
    [InlineData(Answer.Yes, "not-met", CheckState.NotMet)]
    [InlineData(Answer.NotRelevant, "not-met", CheckState.NotMet)]
    [InlineData(Answer.No, "met", CheckState.NotMet)]
    [InlineData(Answer.Yes, "unknown", CheckState.Met)]
    [InlineData(Answer.Yes, "later", CheckState.Met)]
    [InlineData(Answer.Partly, "unknown", CheckState.NotMet)]
    [InlineData(Answer.NotRelevant, "unknown", CheckState.NotApplicable)]
    public void Facts_that_speak_against_it_outweigh_an_answer_and_an_answer_counts_where_facts_are_silent(Answer? answer, string check, CheckState state) =>
        Assert.Equal(state, Row(Item(DecidedBy.Both, check), answer).State);

    [Theory]
    [InlineData("met", CheckState.Met)]
    [InlineData("not-met", CheckState.NotMet)]
    [InlineData("unknown", CheckState.Unknown)]
    public void No_answer_counts_where_facts_alone_decide(string check, CheckState state) =>
        Assert.All(Enum.GetValues<Answer>(), answer => Assert.Equal(state, Row(Item(DecidedBy.Computed, check), answer).State));

    [Theory]
    [InlineData(CheckState.NotMet, "met", "unknown", "not-met")]
    [InlineData(CheckState.Unknown, "met", "unknown", "not-applicable")]
    [InlineData(CheckState.Met, "met", "not-applicable")]
    [InlineData(CheckState.NotApplicable, "not-applicable", "not-applicable")]
    public void Of_several_checks_the_worst_decides(CheckState state, params string[] checks) => Assert.Equal(state, Row(Item(DecidedBy.Computed, checks), answer: null).State);

    [Fact]
    public void Where_the_question_asks_for_something_bad_no_meets_it_and_yes_does_not()
    {
        var item = Item(DecidedBy.Answered) with { Passes = [Answer.No] };

        Assert.Equal(CheckState.Met, Row(item, Answer.No).State);
        Assert.Equal(CheckState.NotMet, Row(item, Answer.Yes).State);
    }

    [Fact]
    public void What_only_must_be_answered_is_met_by_yes_and_by_no()
    {
        var item = Item(DecidedBy.Answered) with { Passes = [Answer.Yes, Answer.No] };

        Assert.Equal([CheckState.Met, CheckState.Met, CheckState.NotMet], [Row(item, Answer.Yes).State, Row(item, Answer.No).State, Row(item, Answer.Partly).State]);
    }

    [Fact]
    public void What_is_blocking_holds_while_it_is_not_met_or_not_known()
    {
        var item = Item(DecidedBy.Answered) with { Blocking = true };

        Assert.True(Row(item, answer: null).Holds);
        Assert.True(Row(item, Answer.Partly).Holds);
        Assert.False(Row(item, Answer.Yes).Holds);
        Assert.False(Row(item, Answer.NotRelevant).Holds);
        Assert.False(Row(item with { Blocking = false }, Answer.No).Holds);
        Assert.False(Row(item with { Kind = ItemKind.Group }, answer: null).Holds);
    }

    [Theory]
    [InlineData("holds", CheckState.Unknown)]
    [InlineData("unknown", CheckState.Unknown)]
    [InlineData("fails", CheckState.NotApplicable)]
    public void An_item_applies_unless_its_condition_is_known_to_fail(string condition, CheckState state) =>
        Assert.Equal(state, Row(Item(DecidedBy.Answered) with { AppliesWhen = condition }, answer: null).State);

    [Fact]
    public void What_is_for_the_state_alone_does_not_apply_to_others()
    {
        var item = Item(DecidedBy.Answered) with { StateOnly = true };

        Assert.Equal(CheckState.NotApplicable, BoardRow.OfItem(item, parent: null, answer: null, Of(In(ParticipantRole.Owner, Asker)), Four).State);
        Assert.Equal(CheckState.Unknown, BoardRow.OfItem(item, parent: null, answer: null, Of(In(ParticipantRole.Owner, Asker), In(ParticipantRole.Owner, Bufdir)), Four).State);
    }

    [Fact]
    public void Outputs_that_are_missing_are_listed()
    {
        var pack = Packs.NewestOf("starte-forme-levere")!;
        GateFacts facts = new(Work(purpose: "Et mål"), [Answered("G-D2-02", Answer.Yes), Answered("G-D2-05", Answer.Partly)], Bodies, pack.Phases[1], Today) { Next = pack.Phases[2] };

        Assert.Equal(["G-D2-03", "G-D2-04", "G-D2-05"], GateBoard.Of(pack, facts, Registry).MissingOutputs.Select(row => row.Id));
    }

    [Fact]
    public void When_municipalities_must_decide_the_map_and_the_instruments_hold_the_gate_into_planning()
    {
        string[] Holding(bool? needs) => [.. GateBoard.Of(Prosjektveiviseren, At("bp2", Work(needs: needs)), Registry).Holding.Select(row => row.Id).Where(id => id.EndsWith("-decide", StringComparison.Ordinal))];

        Assert.Equal(["actor-map-when-municipalities-decide", "instruments-when-municipalities-decide"], Holding(needs: true));
        Assert.Equal(["actor-map-when-municipalities-decide", "instruments-when-municipalities-decide"], Holding(needs: null));
        Assert.Empty(Holding(needs: false));
    }

    [Fact]
    public void A_board_names_what_it_looked_at_for_the_team_alone()
    {
        var rows = GateBoard.Of(Prosjektveiviseren, At("bp3", Work()), Registry).Rows;

        Assert.Equal(
            ["G-PLA-01a", "G-PLA-01c", "G-PLA-13", "critical-actors-have-channel", "critical-actors-have-position", "no-actor-can-block"],
            rows.Where(row => row.UsesAssessments).Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    internal static GateAnswer Answered(string item, Answer answer) => new() { Provenance = Here, Id = PartId.Of(item), Item = item, Answer = answer };

    private static BoardRow Row(MethodItem item, Answer? answer) => BoardRow.OfItem(item, parent: null, answer is { } given ? Answered(item.Id, given) : null, Of(), Four);

    private static MethodItem Item(DecidedBy decidedBy, params string[] checks) =>
        new("X-01", ItemKind.Question, Nb("?"), "network", ItemOrigin.Derived, Blocking: false, StateOnly: false, AppliesWhen: null, decidedBy, Nb("!"), checks, [Answer.Yes], "000", []);
}
