using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Governance;

/// <summary>The paths to the decisions of municipalities and co-operations that must decide (R-051; 000 Vedlegg 2 l.1478-1481).</summary>
internal static class PathChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        ComputedCheck.Of("decision-structure-mapped", Mapped),
        ComputedCheck.Of("decision-paths-planned", Planned),
        ComputedCheck.Of("decision-paths-carried-out", CarriedOut),
    ];

    /// <summary>It is known how each of them decides: it has a path. It may be mapped elsewhere too.</summary>
    private static CheckResult Mapped(GateFacts facts) => Walk(facts, paths =>
    {
        var without = paths.Where(pair => pair.Path is null).Select(pair => pair.Area).ToList();
        return without is [] ? CheckResult.Met("mapped", paths.Count) : CheckResult.Unknown("not-all", without.Count, paths.Count, Names(facts, without)).From(without);
    });

    /// <summary>Each path has a next step and somebody who takes it, until the decision is made .</summary>
    private static CheckResult Planned(GateFacts facts) => Walk(facts, paths =>
    {
        var without = paths.Where(pair => pair.Path is null).Select(pair => pair.Area).ToList();
        var unclear = paths.Where(pair => pair.Path is { } path && !IsDecided(path) && (path.Text.IsUnknown || path.Name.IsUnknown)).ToList();
        return (without, unclear) switch
        {
            (not [], _) => CheckResult.NotMet("no-path", without.Count, paths.Count, Names(facts, without)).From(without),
            (_, not []) => CheckResult.NotMet("no-next-step", unclear.Count, Names(facts, unclear.Select(pair => pair.Area))).From(unclear.Select(pair => pair.Path!)),
            _ => CheckResult.Met("planned", paths.Count).From(paths.Select(pair => pair.Path!)),
        };
    });

    /// <summary>All have decided, for or against. A step whose day has passed without a decision is said first.</summary>
    private static CheckResult CarriedOut(GateFacts facts) => Walk(facts, paths =>
    {
        var late = paths.Where(pair => pair.Path is { } path && !IsDecided(path) && AsOf.Last(path.Ends) < facts.Today).ToList();
        var decided = paths.Count(pair => pair.Path is { } path && IsDecided(path));
        return late is not [] ? CheckResult.NotMet("late", late.Count, Names(facts, late.Select(pair => pair.Area))).From(late.Select(pair => pair.Path!))
            : decided < paths.Count ? CheckResult.NotMet("not-decided", decided, paths.Count).From(paths.Where(pair => pair.Path is null || !IsDecided(pair.Path)).Select(pair => (InitiativePart?)pair.Path ?? pair.Area))
            : CheckResult.Met("decided", paths.Count(pair => pair.Path!.State is PathState.Yes), paths.Count(pair => pair.Path!.State is PathState.No)).From(paths.Select(pair => pair.Path!));
    });

    /// <summary>Looks at those that must decide, each with its path. One that is no body of the registry cannot be tied to a path.</summary>
    private static CheckResult Walk(GateFacts facts, Func<List<(AffectedArea Area, DecisionPath? Path)>, CheckResult> look)
    {
        var deciding = MunicipalDecisions.Deciding(facts).ToList();
        if (deciding is [])
        {
            return (MunicipalDecisions.Needed(facts) is false ? CheckResult.NotApplicable("nobody-decides") : CheckResult.Unknown("none-named")).FromField("needs_municipal_decisions");
        }

        var nameless = deciding.Where(area => area.Organisation is null).ToList();
        if (nameless is not [])
        {
            return CheckResult.Unknown("not-in-registry", nameless.Count, Names(facts, nameless)).From(nameless);
        }

        var paths = facts.Of<DecisionPath>().ToLookup(path => path.Organisation);
        return look([.. deciding.Select(area => (area, paths[area.Organisation].LastOrDefault()))]);
    }

    private static bool IsDecided(DecisionPath path) => path.State is PathState.Yes or PathState.No;

    private static CheckWord Names(GateFacts facts, IEnumerable<AffectedArea> areas) => CheckWord.List(areas.Select(area => facts.NameOf(area.Organisation, area.Name)));
}
