using Samstyring.Domain.Instruments;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Instruments;

public sealed class InstrumentChecksTests
{
    [Fact]
    public void All_five_instruments_are_assessed_for_the_phase_with_a_reason()
    {
        InstrumentAssessment[] five = [.. Enum.GetValues<Instrument>().Select(instrument => Assessed(instrument))];

        Assert.Equal("NotMet not-assessed: 5 | [law, social_norms, market, architecture, financing]", Say("instruments-assessed", Of()));
        Assert.Equal("NotMet not-assessed: 1 | [law]", Say("instruments-assessed", Of(five[1..])));
        Assert.Equal("NotMet not-assessed: 1 | [law]", Say("instruments-assessed", Of([.. five[1..], Assessed(Instrument.Law, phase: "concept")])));
        Assert.Equal("NotMet no-reason: 1 | [law]", Say("instruments-assessed", Of([.. five[1..], Assessed(Instrument.Law, phase: "planning", reason: null)])));
        Assert.Equal("Met assessed", Say("instruments-assessed", Of([.. five[1..], Assessed(Instrument.Law, phase: "planning")])));
    }

    [Fact]
    public void The_assessment_is_mandatory_when_municipalities_must_decide()
    {
        Assert.Equal("Unknown not-answered", Say("instruments-when-municipalities-decide", Of()));
        Assert.Equal("NotApplicable not-needed", Say("instruments-when-municipalities-decide", Of(Work(needs: false))));
        Assert.StartsWith("NotMet not-assessed: 5", Say("instruments-when-municipalities-decide", Of(Work(needs: true))));
        Assert.Equal("Met assessed", Say("instruments-when-municipalities-decide", Of(Work(needs: true), [.. Enum.GetValues<Instrument>().Select(instrument => Assessed(instrument))])));
    }

    [Theory]
    [InlineData("law", Instrument.Law)]
    [InlineData("market", Instrument.Market)]
    [InlineData("financing", Instrument.Financing)]
    public void One_instrument_is_assessed_for_the_phase_with_a_reason(string name, Instrument instrument)
    {
        Assert.Equal("NotMet not-assessed", Say($"{name}-assessed", Of(Assessed(instrument, phase: "concept"))));
        Assert.Equal("NotMet no-reason", Say($"{name}-assessed", Of(Assessed(instrument, reason: null))));
        Assert.Equal("Met assessed: used", Say($"{name}-assessed", Of(Assessed(instrument))));
    }

    [Theory]
    [InlineData("law", Instrument.Law)]
    [InlineData("market", Instrument.Market)]
    [InlineData("financing", Instrument.Financing)]
    [InlineData("architecture", Instrument.Architecture)]
    public void An_instrument_that_is_only_considered_is_a_decision_that_is_missing(string name, Instrument instrument)
    {
        Assert.Equal("Unknown not-assessed", Say($"{name}-decided", Of()));
        Assert.Equal("NotMet only-considered", Say($"{name}-decided", Of(Assessed(instrument, InstrumentChoice.Considered))));
        Assert.Equal("Met decided: not_relevant", Say($"{name}-decided", Of(Assessed(instrument, InstrumentChoice.NotRelevant, "concept"))));
        Assert.Equal($"NotMet only-considered: 1 | [{name}]", Say("instruments-decided", Of(Assessed(instrument, InstrumentChoice.Considered))));
    }

    [Fact]
    public void Instruments_are_decided_when_none_is_open()
    {
        Assert.Equal("Unknown not-assessed: 4 | [social_norms, market, architecture, financing]", Say("instruments-decided", Of(Assessed(Instrument.Law))));
        Assert.Equal("Met decided", Say("instruments-decided", Of([.. Enum.GetValues<Instrument>().Select(instrument => Assessed(instrument))])));
    }

    [Fact]
    public void Instruments_in_use_are_looked_at_again_in_the_phase()
    {
        Assert.Equal("Unknown none-chosen", Say("instruments-reviewed", Of(Assessed(Instrument.Law, InstrumentChoice.Considered))));
        Assert.Equal("Unknown not-all: 1 | [law]", Say("instruments-reviewed", Of(Assessed(Instrument.Law, phase: "concept"))));
        Assert.Equal("Met reviewed: 1", Say("instruments-reviewed", Of(Assessed(Instrument.Law, phase: "concept"), Assessed(Instrument.Law, phase: "planning"))));
    }

    [Fact]
    public void What_is_not_followed_in_full_deviates()
    {
        Conformity[] seven = [.. Enum.GetValues<Guideline>().Select(guideline => Stands(guideline, Conforming.Follows))];

        Assert.StartsWith("Unknown not-stated: 7", Say("guidelines-followed", Of()));
        Assert.Equal("Met followed", Say("guidelines-followed", Of(seven)));
        Assert.Equal("NotMet deviates: 1 | [user_needs]", Say("guidelines-followed", Of([.. seven, Stands(Guideline.UserNeeds, Conforming.Partly)])));
        Assert.Equal("NotMet deviates: 1 | [trust]", Say("guidelines-followed", Of(Deviation())));
        Assert.Equal("Met none", Say("deviations-approved", Of(seven)));
        Assert.StartsWith("Unknown not-stated: 7", Say("deviations-approved", Of()));
        Assert.Equal("NotMet not-registered: 1 | [user_needs]", Say("deviations-approved", Of(Stands(Guideline.UserNeeds, Conforming.Deviates))));
    }

    [Theory]
    [InlineData(null, "2026-01", "Digdir", "2026-02", "2027", "NotMet no-reason: trust")]
    [InlineData("Grunn", null, "Digdir", "2026-02", "2027", "NotMet not-reported: trust")]
    [InlineData("Grunn", "2026-07", "Digdir", "2026-02", "2027", "NotMet not-reported: trust")]
    [InlineData("Grunn", "2026-01", null, "2026-02", "2027", "NotMet not-approved: trust")]
    [InlineData("Grunn", "2026-01", "Digdir", null, "2027", "NotMet not-approved: trust")]
    [InlineData("Grunn", "2026-01", "Digdir", "2026-07", "2027", "NotMet not-approved: trust")]
    [InlineData("Grunn", "2026-01", "Digdir", "2026-02", null, "NotMet no-end: trust")]
    [InlineData("Grunn", "2026-01", "Digdir", "2026-02", "2026-06-14", "NotMet expired: trust | 2026-06-14")]
    [InlineData("Grunn", "2026-01", "Digdir", "2026-02", "2026-06-15", "Met approved: 1")]
    public void A_deviation_has_reason_report_approval_and_an_end_that_has_not_come(string? reason, string? reported, string? by, string? approved, string? ends, string said) =>
        Assert.Equal(said, Say("deviations-approved", Of([.. Enum.GetValues<Guideline>().Select(guideline => Stands(guideline, Conforming.Follows)), Deviation(reason, reported, by, approved, ends)])));

    private static InstrumentAssessment Assessed(Instrument instrument, InstrumentChoice choice = InstrumentChoice.Used, string? phase = null, string? reason = "Fordi") =>
        new() { Provenance = Here, Instrument = instrument, Choice = choice, Phase = phase, Note = new(reason), Order = phase is null ? 0 : 1 };

    private static Conformity Stands(Guideline guideline, Conforming conforming) => new() { Provenance = Here, Guideline = guideline, Conforming = conforming };

    private static Deviation Deviation(string? reason = null, string? reported = null, string? by = null, string? approved = null, string? ends = null) =>
        new() { Provenance = Here, Guideline = Guideline.Trust, Note = new(reason), Starts = reported, Name = new(by), SignedOn = approved, Ends = ends };
}
