using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Instruments;

/// <summary>What must hold before somebody is bound by law (000 §2.1.4.1, §3.2, §5.3.1, §6.3).</summary>
internal static class LegalChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        ComputedCheck.Of("legislation-begun-in-time", LegislationBegunInTime),
        ComputedCheck.Of("proportionality-assessed", ProportionalityAssessed),
        ComputedCheck.Of("tested-before-mandated", TestedBeforeMandated),
        ComputedCheck.Of("softer-steps-first", SofterStepsFirst),
        ComputedCheck.Of("rule-changes-captured", RuleChangesCaptured),
        ComputedCheck.Of("law-considered-for-laggards", LawConsideredForLaggards),
    ];

    /// <summary>
    /// Work on a law begins at the latest 24 months before the day it is wanted in force (R-065; 000 §3.2 p.25 l.499-501, §6.3 p.62
    /// l.1138). A month or a year counts from its first day, the strictest reading.
    /// </summary>
    private static CheckResult LegislationBegunInTime(GateFacts facts)
    {
        if (LegalUse.NotChosen(facts) is { } unused)
        {
            return unused;
        }

        if (facts.Of<LadderStep>().LastOrDefault(step => step.Step is LegalStep.Law && LegalUse.IsChosen(step)) is not { } law)
        {
            return facts.Of<LadderStep>().Any(LegalUse.IsChosen) ? CheckResult.NotApplicable("no-law") : CheckResult.Unknown("no-ladder");
        }

        if (LegalUse.LatestStart(law) is not { } latest)
        {
            return (law.State is LegalState.InUse ? CheckResult.Met("in-force") : CheckResult.Unknown("no-effect-date")).From(law);
        }

        var result = AsOf.First(law.Starts) switch
        {
            { } begins when begins > latest => CheckResult.NotMet("begins-too-late", CheckWord.At(law.Starts!), CheckWord.On(latest), CheckWord.At(law.Effect!)),
            { } begins when begins <= facts.Today => CheckResult.Met("begun", CheckWord.At(law.Starts!), CheckWord.On(latest)),
            _ when facts.Today > latest => CheckResult.NotMet("too-late", CheckWord.On(latest), CheckWord.At(law.Effect!)),
            _ => CheckResult.Met("still-time", CheckWord.On(latest), CheckWord.At(law.Effect!)),
        };
        return result.From(law);
    }

    /// <summary>Self-government is limited no more than national goals need, and that is assessed and written down (R-066; kommuneloven § 2-2; 000 §2.1.4.1 p.14 l.276-280).</summary>
    private static CheckResult ProportionalityAssessed(GateFacts facts) => Assessed(facts, LegalPrecondition.Proportionality, CheckState.NotMet);

    /// <summary>The solution is tested, and accepted by those who use it, before it is mandated (R-064; 000 §5.3.1 p.47 l.887-897, §6.3 p.62 l.1140-1144).</summary>
    private static CheckResult TestedBeforeMandated(GateFacts facts) => Assessed(facts, LegalPrecondition.TestedSolution, CheckState.Unknown);

    /// <param name="missing">What it is that nothing is recorded: not met where the rule is that it must be.</param>
    private static CheckResult Assessed(GateFacts facts, LegalPrecondition precondition, CheckState missing)
    {
        if (LegalUse.NotChosen(facts) is { } unused)
        {
            return unused;
        }

        var assessment = facts.Of<LegalAssessment>().LastOrDefault(assessed => assessed.Precondition == precondition);
        return assessment?.Fulfilment switch
        {
            Fulfilment.Yes => CheckResult.Met("fulfilled").From(assessment),
            Fulfilment.Partly => CheckResult.NotMet("partly").From(assessment),
            Fulfilment.No => CheckResult.NotMet("not-fulfilled").From(assessment),
            _ => new CheckResult(missing, "not-assessed", [], []),
        };
    }

    /// <summary>
    /// Guidance, normative guidance and regulation are tried before the next harder step (R-064; 000 §5.3.1 p.47 l.895, §6.3 p.62 l.1144,
    /// 1152). Where nothing binding is chosen it says whether the softer steps leave room for it yet.
    /// </summary>
    private static CheckResult SofterStepsFirst(GateFacts facts)
    {
        var steps = facts.Of<LadderStep>().GroupBy(step => step.Step).ToDictionary(group => group.Key, group => group.Last());
        if (LegalUse.NotChosen(facts) is { } unused)
        {
            var early = Untried(steps, LegalStep.Law);
            return early is [] ? unused : unused with { State = CheckState.NotApplicable, Because = "too-early", With = [CheckWord.List(early)], Links = [.. CheckResult.Met("").From(steps.Values).Links] };
        }

        var hardest = steps.Values.Where(LegalUse.IsChosen).Select(step => step.Step).DefaultIfEmpty().Max();
        if (hardest == default)
        {
            return CheckResult.Unknown("no-ladder");
        }

        var (untried, unsaid) = (Untried(steps, hardest), Enum.GetValues<LegalStep>().Where(step => step < hardest && !steps.ContainsKey(step)).ToList());
        var result = (untried, unsaid) switch
        {
            (not [], _) => CheckResult.NotMet("not-tried", hardest, CheckWord.List(untried)),
            (_, not []) => CheckResult.Unknown("not-stated", hardest, CheckWord.List(unsaid)),
            _ => CheckResult.Met("tried", hardest),
        };
        return result.From(steps.Values);
    }

    /// <summary>The legal basis is assessed: then it is known what rules stand in the way (002 «Lag brukerreiser» p.16 l.349).</summary>
    private static CheckResult RuleChangesCaptured(GateFacts facts) =>
        facts.Of<LegalAssessment>().LastOrDefault(assessed => assessed.Precondition is LegalPrecondition.LegalBasis && assessed.Fulfilment is not null) is { } basis
            ? CheckResult.Met("assessed").From(basis)
            : CheckResult.Unknown("not-assessed");

    /// <summary>It is said what is thought of regulation or law for those who are late (000 §5.3.1 p.47 l.895-897).</summary>
    private static CheckResult LawConsideredForLaggards(GateFacts facts) =>
        facts.Of<LadderStep>().LastOrDefault(step => LegalUse.IsBinding(step.Step) && !step.Text.IsUnknown) is { } step
            ? CheckResult.Met("considered", step.Step, step.State).From(step)
            : CheckResult.Unknown("not-stated");

    /// <summary>Softer steps that are recorded, and not as tried.</summary>
    private static List<LegalStep> Untried(Dictionary<LegalStep, LadderStep> steps, LegalStep hardest) =>
        [.. steps.Values.Where(step => step.Step < hardest && !LegalUse.IsTried(step)).Select(step => step.Step).Order()];
}
