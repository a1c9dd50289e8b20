using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Gates;

/// <summary>Whether what comes next has a plan and a date.</summary>
internal static class PlanChecks
{
    /// <summary>One result is the end; from two on there is something to see underway.</summary>
    private const int FewestSmallResults = 2;

    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        ComputedCheck.Of("next-phase-planned", NextPhasePlanned),
        ComputedCheck.Of("evaluation-date-set", EvaluationDateSet),
        ComputedCheck.Of("key-events-mapped", KeyEventsMapped),
        ComputedCheck.Of("small-results-planned", SmallResultsPlanned),
        ComputedCheck.Of("dependencies-hold", DependenciesHold),
    ];

    /// <summary>The next phase has a plan with time, cost and people before this one closes (R-028; 003 §2.2 p.10 l.201).</summary>
    private static CheckResult NextPhasePlanned(GateFacts facts)
    {
        if (facts.Next is not { } next)
        {
            return CheckResult.NotApplicable("last");
        }

        var plans = facts.Of<PhasePlan>().Where(plan => string.Equals(plan.Phase, next.Key, StringComparison.Ordinal)).ToList();
        var whole = plans.Find(plan => plan.IsPlanned && AsOf.First(plan.Starts) is not null && AsOf.First(plan.Ends) is not null);
        return (plans, whole) switch
        {
            ([], _) => CheckResult.NotMet("none", next.Name),
            (_, { } plan) => CheckResult.Met("planned", next.Name, CheckWord.At(plan.Starts!), CheckWord.At(plan.Ends!), plan.Count!.Value).From(plan),
            _ => CheckResult.NotMet("incomplete", next.Name).From(plans),
        };
    }

    /// <summary>A date is set to evaluate and adjust the co-operation (R-029; 000 Vedlegg 2 l.1476). One that has passed stays on record, and says so.</summary>
    private static CheckResult EvaluationDateSet(GateFacts facts)
    {
        var set = facts.Initiative.Evaluated;
        var result = AsOf.Last(set) switch
        {
            null => CheckResult.NotMet("no-date"),
            { } day when day < facts.Today => CheckResult.Met("passed", CheckWord.At(set!)),
            _ => CheckResult.Met("set", CheckWord.At(set!)),
        };
        return result.FromField("evaluated");
    }

    /// <summary>Decision processes that it depends on stand on the time line: decisions, budgets, priorities, hearings (R-037; 000 Vedlegg 2 l.1460).</summary>
    private static CheckResult KeyEventsMapped(GateFacts facts)
    {
        var processes = facts.Of<KeyEvent>().Where(happens => happens.Kind is EventKind.Decision or EventKind.Budget or EventKind.Priorities or EventKind.Hearing).ToList();
        return processes is [] ? CheckResult.Unknown("none") : CheckResult.Met("mapped", processes.Count).From(processes);
    }

    /// <summary>There are deliveries or milestones before the end (004 §3.2.8 l.914-922). Smaller ones may be planned elsewhere.</summary>
    private static CheckResult SmallResultsPlanned(GateFacts facts)
    {
        var end = AsOf.Last(facts.Initiative.Ends) ?? DateOnly.MaxValue;
        var results = facts.Of<KeyEvent>().Where(happens => happens.Kind is EventKind.Delivery or EventKind.Milestone && AsOf.First(happens.Starts) < end).ToList();
        return (results.Count >= FewestSmallResults ? CheckResult.Met("planned", results.Count) : CheckResult.Unknown("too-few", results.Count)).From(results);
    }

    /// <summary>
    /// The work begins when what it waits for is over, and so many days have passed (R-015; 003 §4.7 p.32 l.686). Times that are no
    /// more exact than a month or a year count against it only where no day in them fits.
    /// </summary>
    private static CheckResult DependenciesHold(GateFacts facts)
    {
        var waits = facts.Of<Dependency>().ToList();
        if (waits is [])
        {
            return CheckResult.NotApplicable("none");
        }

        var others = facts.Other<Initiative>().DistinctBy(other => other.Id).ToDictionary(other => other.Id);
        var late = waits.Where(wait => Fits(wait) is false).ToList();
        if (late is [var first, ..])
        {
            var other = others[first.Other];
            return CheckResult.NotMet("too-early", late.Count, other.Name, CheckWord.At(other.Ends!)).From(late).FromField("starts");
        }

        var undated = waits.Where(wait => Fits(wait) is null).ToList();
        return undated is [] ? CheckResult.Met("hold", waits.Count).From(waits) : CheckResult.Unknown("dates-not-known", undated.Count, waits.Count).From(undated);

        bool? Fits(Dependency wait)
        {
            var ends = others.GetValueOrDefault(wait.Other)?.Ends;
            if (AsOf.First(ends) is not { } soonest || AsOf.First(facts.Initiative.Starts) is not { } starts)
            {
                return null;
            }

            var days = wait.Days ?? 0;
            return AsOf.Last(facts.Initiative.Starts) < AsOf.PlusDays(soonest, days) ? false : starts >= AsOf.PlusDays(AsOf.Last(ends)!.Value, days) ? true : null;
        }
    }
}
