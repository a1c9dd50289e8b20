using Samstyring.Domain.Gates;

namespace Samstyring.Domain.Instruments;

/// <summary>Whether the instruments are assessed and decided on, in each phase (R-063; 000 §3.2 p.25, Vedlegg 2).</summary>
public static class InstrumentChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        .. LegalChecks.All,
        .. ArchitectureChecks.All,
        ComputedCheck.Of("instruments-assessed", InstrumentsAssessed),
        ComputedCheck.Of("instruments-when-municipalities-decide", WhenMunicipalitiesDecide),
        ComputedCheck.Of("law-assessed", facts => OneAssessed(facts, Instrument.Law)),
        ComputedCheck.Of("market-assessed", facts => OneAssessed(facts, Instrument.Market)),
        ComputedCheck.Of("financing-assessed", facts => OneAssessed(facts, Instrument.Financing)),
        ComputedCheck.Of("instruments-decided", InstrumentsDecided),
        ComputedCheck.Of("law-decided", facts => OneDecided(facts, Instrument.Law)),
        ComputedCheck.Of("financing-decided", facts => OneDecided(facts, Instrument.Financing)),
        ComputedCheck.Of("architecture-decided", facts => OneDecided(facts, Instrument.Architecture)),
        ComputedCheck.Of("market-decided", facts => OneDecided(facts, Instrument.Market)),
        ComputedCheck.Of("instruments-reviewed", InstrumentsReviewed),
    ];

    public static IReadOnlyDictionary<string, Func<GateFacts, bool?>> Conditions { get; } = new Dictionary<string, Func<GateFacts, bool?>>(StringComparer.Ordinal)
    {
        ["legal-instrument-planned"] = LegalUse.Planned,
    };

    /// <summary>All five are assessed for this phase, or for all, with a choice and a reason .</summary>
    private static CheckResult InstrumentsAssessed(GateFacts facts)
    {
        var here = OfPhase(facts).ToList();
        var missing = Enum.GetValues<Instrument>().Except(here.Select(assessment => assessment.Instrument)).ToList();
        var bare = here.Where(assessment => assessment.Note.IsUnknown).Select(assessment => assessment.Instrument).Distinct().Order().ToList();
        var result = (missing, bare) switch
        {
            (not [], _) => CheckResult.NotMet("not-assessed", missing.Count, CheckWord.List(missing)),
            (_, not []) => CheckResult.NotMet("no-reason", bare.Count, CheckWord.List(bare)),
            _ => CheckResult.Met("assessed"),
        };
        return result.From(here);
    }

    /// <summary>Where success depends on decisions of municipalities the assessment is mandatory (R-023; 000 §7.1 p.67 l.1241-1250).</summary>
    private static CheckResult WhenMunicipalitiesDecide(GateFacts facts) => MunicipalDecisions.Needed(facts) switch
    {
        null => CheckResult.Unknown("not-answered").FromField("needs_municipal_decisions"),
        false => CheckResult.NotApplicable("not-needed").FromField("needs_municipal_decisions"),
        true => InstrumentsAssessed(facts).FromField("needs_municipal_decisions"),
    };

    /// <summary>One instrument is assessed for this phase, with a reason .</summary>
    private static CheckResult OneAssessed(GateFacts facts, Instrument instrument) => OfPhase(facts).LastOrDefault(assessment => assessment.Instrument == instrument) switch
    {
        null => CheckResult.NotMet("not-assessed"),
        { Note.IsUnknown: true } bare => CheckResult.NotMet("no-reason").From(bare),
        var assessment => CheckResult.Met("assessed", assessment.Choice).From(assessment),
    };

    /// <summary>No instrument is only being considered: that is a decision that is missing (000 Vedlegg 2 l.1463-1464).</summary>
    private static CheckResult InstrumentsDecided(GateFacts facts)
    {
        var last = facts.Of<InstrumentAssessment>().GroupBy(assessment => assessment.Instrument).Select(group => group.Last()).ToList();
        var open = last.Where(assessment => !IsDecided(assessment)).Select(assessment => assessment.Instrument).Order().ToList();
        var missing = Enum.GetValues<Instrument>().Except(last.Select(assessment => assessment.Instrument)).ToList();
        var result = (open, missing) switch
        {
            (not [], _) => CheckResult.NotMet("only-considered", open.Count, CheckWord.List(open)),
            (_, not []) => CheckResult.Unknown("not-assessed", missing.Count, CheckWord.List(missing)),
            _ => CheckResult.Met("decided"),
        };
        return result.From(last);
    }

    /// <summary>One instrument is chosen or put aside, in this phase or before (000 Vedlegg 2 l.1465-1468).</summary>
    private static CheckResult OneDecided(GateFacts facts, Instrument instrument) => facts.Of<InstrumentAssessment>().LastOrDefault(assessment => assessment.Instrument == instrument) switch
    {
        null => CheckResult.Unknown("not-assessed"),
        var assessment when IsDecided(assessment) => CheckResult.Met("decided", assessment.Choice).From(assessment),
        var considered => CheckResult.NotMet("only-considered").From(considered),
    };

    /// <summary>Instruments that are in use or planned are looked at again in this phase (000 Vedlegg 2 l.1483). It may be done elsewhere too.</summary>
    private static CheckResult InstrumentsReviewed(GateFacts facts)
    {
        var chosen = facts.Of<InstrumentAssessment>().Where(assessment => assessment.Choice is InstrumentChoice.Used or InstrumentChoice.Planned).Select(assessment => assessment.Instrument).Distinct().ToList();
        var reviewed = facts.Of<InstrumentAssessment>().Where(assessment => string.Equals(assessment.Phase, facts.Phase.Key, StringComparison.Ordinal)).ToList();
        var left = chosen.Except(reviewed.Select(assessment => assessment.Instrument)).Order().ToList();
        return chosen is [] ? CheckResult.Unknown("none-chosen")
            : left is [] ? CheckResult.Met("reviewed", chosen.Count).From(reviewed)
            : CheckResult.Unknown("not-all", left.Count, CheckWord.List(left)).From(reviewed);
    }

    private static bool IsDecided(InstrumentAssessment assessment) => assessment.Choice is InstrumentChoice.Used or InstrumentChoice.Planned or InstrumentChoice.NotRelevant;

    private static IEnumerable<InstrumentAssessment> OfPhase(GateFacts facts) =>
        facts.Of<InstrumentAssessment>().Where(assessment => assessment.Phase is null || string.Equals(assessment.Phase, facts.Phase.Key, StringComparison.Ordinal));
}
