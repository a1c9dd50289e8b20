using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Instruments;

/// <summary>How far an initiative has come in using law.</summary>
public static class LegalUse
{
    /// <summary>How long legislation takes, in months .</summary>
    public const int LeadTime = 24;

    /// <summary>The last day that work on a step can begin and be in force when it is wanted; a month or a year counts from its first day. Null where no day is wanted.</summary>
    public static DateOnly? LatestStart(LadderStep step) => AsOf.First(step.Effect) is { } effect ? AsOf.PlusMonths(effect, -LeadTime) : null;

    /// <summary>
    /// Whether something binding is chosen, a regulation or a law. The ladder is more exact than the choice of instrument: who has
    /// chosen law as instrument, and only guidance on the ladder, has chosen nothing binding. Null where nothing is said of law.
    /// </summary>
    public static bool? Planned(GateFacts facts)
    {
        var steps = facts.Of<LadderStep>().ToList();
        if (steps.Exists(step => IsBinding(step.Step) && IsChosen(step)))
        {
            return true;
        }

        var assessments = facts.Of<InstrumentAssessment>().Where(assessment => assessment.Instrument is Instrument.Law).ToList();
        return steps.Exists(IsChosen) ? false
            : assessments.Exists(assessment => assessment.Choice is InstrumentChoice.Used or InstrumentChoice.Planned) ? true
            : assessments is [] && !steps.Exists(step => IsBinding(step.Step)) ? null
            : false;
    }

    public static bool IsBinding(LegalStep step) => step is LegalStep.Regulation or LegalStep.Law;

    public static bool IsChosen(LadderStep step) => step.State is LegalState.InUse or LegalState.Tried or LegalState.Planned;

    public static bool IsTried(LadderStep step) => step.State is LegalState.InUse or LegalState.Tried;

    /// <summary>What a check on law says where nothing binding is chosen: an initiative of the state must first say whether it is.</summary>
    public static CheckResult? NotChosen(GateFacts facts) => (Planned(facts), facts.IsOfState) switch
    {
        (true, _) => null,
        (null, true) => CheckResult.Unknown("law-not-assessed"),
        _ => CheckResult.NotApplicable("law-not-chosen"),
    };
}
