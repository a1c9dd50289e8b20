using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Instruments;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Instruments;

public sealed class LegalChecksTests
{
    private static readonly Participant State = In(ParticipantRole.Owner, Bufdir);
    private static readonly LadderStep Law = Step(LegalStep.Law, LegalState.Planned);

    [Fact]
    public void Something_binding_is_chosen_when_the_ladder_says_so_or_law_is_chosen_and_the_ladder_is_silent()
    {
        Assert.Null(LegalUse.Planned(Of()));
        Assert.True(LegalUse.Planned(Of(Law)));
        Assert.True(LegalUse.Planned(Of(Step(LegalStep.Regulation, LegalState.InUse))));
        Assert.True(LegalUse.Planned(Of(Chosen(InstrumentChoice.Planned))));
        Assert.False(LegalUse.Planned(Of(Chosen(InstrumentChoice.Planned), Step(LegalStep.NormativeGuidance, LegalState.Planned))));
        Assert.False(LegalUse.Planned(Of(Chosen(InstrumentChoice.Considered))));
        Assert.False(LegalUse.Planned(Of(Step(LegalStep.Law, LegalState.NotRelevant))));
        Assert.Null(LegalUse.Planned(Of(Step(LegalStep.NormativeGuidance, LegalState.Considered))));
    }

    [Theory]
    [InlineData("legislation-begun-in-time")]
    [InlineData("proportionality-assessed")]
    [InlineData("tested-before-mandated")]
    [InlineData("softer-steps-first")]
    public void Where_law_is_not_chosen_nothing_is_asked_but_the_state_must_say_so(string check)
    {
        Assert.Equal("NotApplicable law-not-chosen", Say(check, Of()));
        Assert.Equal("Unknown law-not-assessed", Say(check, Of(State)));
        Assert.Equal("NotApplicable law-not-chosen", Say(check, Of(State, Chosen(InstrumentChoice.NotRelevant))));
    }

    [Theory]
    [InlineData("2028-06-15", null, "Met still-time: 2026-06-15 | 2028-06-15")]
    [InlineData("2028-06-14", null, "NotMet too-late: 2026-06-14 | 2028-06-14")]
    [InlineData("2028", null, "NotMet too-late: 2026-01-01 | 2028")]
    [InlineData("2029-01", null, "Met still-time: 2027-01-01 | 2029-01")]
    [InlineData("2028-06-14", "2026-06-14", "Met begun: 2026-06-14 | 2026-06-14")]
    [InlineData("2028-06-14", "2026-06-15", "NotMet begins-too-late: 2026-06-15 | 2026-06-14 | 2028-06-14")]
    [InlineData("2029-01", "2026-12-31", "Met still-time: 2027-01-01 | 2029-01")]
    [InlineData(null, "2026", "Unknown no-effect-date")]
    public void Work_on_a_law_begins_at_least_24_months_before_it_is_wanted_in_force(string? effect, string? starts, string said) =>
        Assert.Equal(said, Say("legislation-begun-in-time", Of(new LadderStep { Provenance = Here, Step = LegalStep.Law, State = LegalState.Planned, Effect = effect, Starts = starts })));

    [Fact]
    public void The_24_months_are_of_a_law_that_is_not_yet_in_force()
    {
        Assert.Equal("Met in-force", Say("legislation-begun-in-time", Of(Step(LegalStep.Law, LegalState.InUse))));
        Assert.Equal("NotApplicable no-law", Say("legislation-begun-in-time", Of(Step(LegalStep.Regulation, LegalState.Planned))));
        Assert.Equal("Unknown no-ladder", Say("legislation-begun-in-time", Of(Chosen(InstrumentChoice.Used))));
    }

    [Theory]
    [InlineData(Fulfilment.Yes, "Met fulfilled")]
    [InlineData(Fulfilment.Partly, "NotMet partly")]
    [InlineData(Fulfilment.No, "NotMet not-fulfilled")]
    public void Proportionality_and_testing_are_as_they_were_assessed(Fulfilment fulfilment, string said)
    {
        Assert.Equal(said, Say("proportionality-assessed", Of(Law, Assessed(LegalPrecondition.Proportionality, fulfilment))));
        Assert.Equal(said, Say("tested-before-mandated", Of(Law, Assessed(LegalPrecondition.TestedSolution, fulfilment))));
    }

    [Fact]
    public void A_proportionality_assessment_must_be_recorded_and_a_test_may_have_been_done_elsewhere()
    {
        Assert.Equal("NotMet not-assessed", Say("proportionality-assessed", Of(Law, Assessed(LegalPrecondition.TestedSolution, Fulfilment.Yes))));
        Assert.Equal("NotMet not-assessed", Say("proportionality-assessed", Of(Law, Assessed(LegalPrecondition.Proportionality, null))));
        Assert.Equal("Unknown not-assessed", Say("tested-before-mandated", Of(Law)));
    }

    [Fact]
    public void Softer_steps_are_tried_before_a_harder_one_is_chosen()
    {
        LadderStep[] tried = [Step(LegalStep.Guidance, LegalState.InUse), Step(LegalStep.NormativeGuidance, LegalState.Tried)];

        Assert.Equal("Unknown not-stated: law | [guidance, normative_guidance, regulation]", Say("softer-steps-first", Of(Law)));
        Assert.Equal("Unknown not-stated: law | [regulation]", Say("softer-steps-first", Of([Law, .. tried])));
        Assert.Equal("NotMet not-tried: law | [regulation]", Say("softer-steps-first", Of([Law, .. tried, Step(LegalStep.Regulation, LegalState.Planned)])));
        Assert.Equal("Met tried: law", Say("softer-steps-first", Of([Law, .. tried, Step(LegalStep.Regulation, LegalState.Tried)])));
        Assert.Equal("Met tried: regulation", Say("softer-steps-first", Of([.. tried, Step(LegalStep.Regulation, LegalState.Planned)])));
        Assert.Equal("Unknown no-ladder", Say("softer-steps-first", Of(Chosen(InstrumentChoice.Planned))));
    }

    [Fact]
    public void Where_law_is_not_chosen_it_is_said_that_it_is_too_early_for_it() =>
        Assert.Equal(
            "NotApplicable too-early: [normative_guidance]",
            Say("softer-steps-first", Of(State, Step(LegalStep.Guidance, LegalState.InUse), Step(LegalStep.NormativeGuidance, LegalState.Considered), Step(LegalStep.Law, LegalState.NotRelevant))));

    [Fact]
    public void The_legal_basis_and_law_for_those_who_are_late_are_thought_of()
    {
        Assert.Equal("Unknown not-assessed", Say("rule-changes-captured", Of(Assessed(LegalPrecondition.LegalBasis, null))));
        Assert.Equal("Met assessed", Say("rule-changes-captured", Of(Assessed(LegalPrecondition.LegalBasis, Fulfilment.No))));
        Assert.Equal("Unknown not-stated", Say("law-considered-for-laggards", Of(Law)));
        Assert.Equal("Met considered: law | considered", Say("law-considered-for-laggards", Of(new LadderStep { Provenance = Here, Step = LegalStep.Law, State = LegalState.Considered, Text = Nb("Først i 2028") })));
    }

    private static LadderStep Step(LegalStep step, LegalState state) => new() { Provenance = Here, Step = step, State = state };

    private static InstrumentAssessment Chosen(InstrumentChoice choice) => new() { Provenance = Here, Instrument = Instrument.Law, Choice = choice };

    private static LegalAssessment Assessed(LegalPrecondition precondition, Fulfilment? fulfilment) => new() { Provenance = Here, Precondition = precondition, Fulfilment = fulfilment };
}
