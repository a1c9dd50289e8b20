using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Domain.Actors;

/// <summary>Whether those who can decide what comes of the work are mapped, tied to it and followed up (000 §3.1.2 p.22).</summary>
public static class ActorChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        ComputedCheck.Of("actor-map-when-municipalities-decide", MapWhenMunicipalitiesDecide),
        ComputedCheck.Of("actor-overview-covers-sectors", OverviewCoversSectors),
        ComputedCheck.Of("problem-in-own-words", ProblemInOwnWords),
        ComputedCheck.OfTeam("actors-placed", ActorsPlaced),
        ComputedCheck.OfTeam("actors-grouped", ActorsGrouped),
        ComputedCheck.OfTeam("critical-actors-have-position", facts => Critical(facts, (_, assessment) => assessment.Position is not null)),
        ComputedCheck.OfTeam("critical-actors-have-agreement", CriticalHaveAgreement),
        ComputedCheck.OfTeam("critical-actors-have-channel", facts => Critical(facts, (_, assessment) => !assessment.Channel.IsUnknown)),
        ComputedCheck.OfTeam("no-actor-can-block", NoActorCanBlock),
        ComputedCheck.OfTeam("actors-outside-have-plan", ActorsOutsideHavePlan),
        ComputedCheck.OfTeam("danger-signals-reviewed", DangerSignalsReviewed),
    ];

    /// <summary>Where success depends on decisions of municipalities a map of actors is mandatory (R-023; 000 §7.1 p.67 l.1243-1244).</summary>
    private static CheckResult MapWhenMunicipalitiesDecide(GateFacts facts)
    {
        var actors = facts.Of<ActorEntry>().ToList();
        var result = (MunicipalDecisions.Needed(facts), actors) switch
        {
            (null, _) => CheckResult.Unknown("not-answered"),
            (false, _) => CheckResult.NotApplicable("not-needed"),
            (_, []) => CheckResult.NotMet("no-map"),
            _ => CheckResult.Met("mapped", actors.Count),
        };
        return result.FromField("needs_municipal_decisions").From(actors);
    }

    /// <summary>KS, voluntary and private actors are among them (R-040; 003 §2.2 p.10 l.199). That one is left out may be right.</summary>
    private static CheckResult OverviewCoversSectors(GateFacts facts)
    {
        var actors = facts.Of<ActorEntry>().ToList();
        if (actors is [])
        {
            return CheckResult.NotMet("none");
        }

        if (!actors.Exists(actor => facts.Body(actor.Organisation)?.Kind is OrganisationKind.Ks))
        {
            return CheckResult.Unknown("no-ks", actors.Count).From(actors);
        }

        var lacking = new[] { Sector.Voluntary, Sector.Private }.Except(actors.Select(actor => actor.Sector).OfType<Sector>()).ToList();
        return (lacking is [] ? CheckResult.Met("covered", actors.Count) : CheckResult.Unknown("lacks", CheckWord.List(lacking))).From(actors);
    }

    /// <summary>Every actor has said in its own words what the problem is: then it is seen whether they share it (R-035; 000 §3.1.2 p.22 l.472).</summary>
    private static CheckResult ProblemInOwnWords(GateFacts facts)
    {
        var actors = facts.Of<ActorEntry>().ToList();
        var silent = actors.Where(actor => actor.Problem.IsUnknown).ToList();
        return (actors, silent) switch
        {
            ([], _) => CheckResult.Unknown("no-actors"),
            (_, []) => CheckResult.Met("all", actors.Count).From(actors),
            _ => CheckResult.Unknown("not-all", silent.Count, actors.Count, Names(facts, silent)).From(silent),
        };
    }

    /// <summary>Each actor is placed by importance, replaceability, strategy and position, and dependencies between them are drawn (R-032; 000 §3.1.2 p.22 l.453-460).</summary>
    private static CheckResult ActorsPlaced(GateFacts facts)
    {
        var map = ActorMap.Of(facts);
        var unplaced = map.Where(placed => placed.Assessment is not { Category: not null, Strategy: not null, Position: not null }).Select(placed => placed.Actor).ToList();
        return (map, unplaced) switch
        {
            ([], _) => CheckResult.NotMet("no-actors"),
            (_, not []) => CheckResult.NotMet("not-placed", unplaced.Count, Names(facts, unplaced)).From(unplaced),
            _ when !facts.Of<ActorTie>().Any() => CheckResult.NotMet("no-ties").From(map.Select(placed => placed.Actor)),
            _ => CheckResult.Met("placed", map.Count).From(map.Select(placed => placed.Actor)),
        };
    }

    /// <summary>Each actor has a category of the grid (R-033; 000 Vedlegg 2 l.1454).</summary>
    private static CheckResult ActorsGrouped(GateFacts facts)
    {
        var map = ActorMap.Of(facts);
        var outside = map.Where(placed => placed.Assessment?.Category is null).Select(placed => placed.Actor).ToList();
        return (map, outside) switch
        {
            ([], _) => CheckResult.NotMet("no-actors"),
            (_, not []) => CheckResult.NotMet("not-grouped", outside.Count, Names(facts, outside)).From(outside),
            _ => CheckResult.Met("grouped", map.Count, map.Count(placed => placed.IsCritical)).From(map.Select(placed => placed.Actor)),
        };
    }

    /// <summary>Each is party to an agreement whose time is now (000 §3.1.2 p.22 l.474, Vedlegg 2 l.1456).</summary>
    private static CheckResult CriticalHaveAgreement(GateFacts facts)
    {
        BoundParties bound = new(facts);
        return Critical(facts, (actor, _) => bound.Has(actor.Organisation, actor.Name));
    }

    /// <summary>What each actor of the category «important» must have, since it is important and cannot be replaced (000 §3.1.2 p.22 l.462-474).</summary>
    private static CheckResult Critical(GateFacts facts, Func<ActorEntry, ActorAssessment, bool> has)
    {
        var map = ActorMap.Of(facts);
        var critical = map.Where(placed => placed.IsCritical).ToList();
        var without = critical.Where(placed => !has(placed.Actor, placed.Assessment!)).Select(placed => placed.Actor).ToList();
        return without is not [] ? CheckResult.NotMet("missing", without.Count, Names(facts, without)).From(without)
            : map.Count == 0 || map.Any(placed => placed.Assessment?.Category is null) ? CheckResult.Unknown("not-grouped").From(map.Where(placed => placed.Assessment?.Category is null).Select(placed => placed.Actor))
            : critical is [] ? CheckResult.NotApplicable("none-critical")
            : CheckResult.Met("all", critical.Count).From(critical.Select(placed => placed.Actor));
    }

    /// <summary>No actor can stop the work (R-032; 000 §3.1.2 p.22 l.453).</summary>
    private static CheckResult NoActorCanBlock(GateFacts facts)
    {
        var map = ActorMap.Of(facts);
        var blocking = map.Where(placed => placed.Assessment?.CanBlock is true).Select(placed => placed.Actor).ToList();
        var unsaid = map.Where(placed => placed.Assessment?.CanBlock is null).Select(placed => placed.Actor).ToList();
        return (map, blocking, unsaid) switch
        {
            (_, not [], _) => CheckResult.NotMet("can-block", blocking.Count, Names(facts, blocking)).From(blocking),
            ([], _, _) => CheckResult.Unknown("no-actors"),
            (_, _, not []) => CheckResult.Unknown("not-assessed", unsaid.Count, Names(facts, unsaid)).From(unsaid),
            _ => CheckResult.Met("none", map.Count).From(map.Select(placed => placed.Actor)),
        };
    }

    /// <summary>Actors that are touched and sit in no part of the organisation have a plan (R-034; 000 Vedlegg 2 l.1477). It may stand elsewhere too.</summary>
    private static CheckResult ActorsOutsideHavePlan(GateFacts facts)
    {
        var inside = facts.Of<Participant>().Select(participant => participant.Organisation).OfType<OrganisationId>().ToHashSet();
        var outside = ActorMap.Of(facts).Where(placed => placed.Actor.Organisation is not { } body || !inside.Contains(body)).ToList();
        var without = outside.Where(placed => placed.Assessment is null || placed.Assessment.Plan.IsUnknown).Select(placed => placed.Actor).ToList();
        return (outside, without) switch
        {
            ([], _) => CheckResult.Unknown("nobody-outside"),
            (_, []) => CheckResult.Met("all", outside.Count).From(outside.Select(placed => placed.Actor)),
            _ => CheckResult.Unknown("not-all", without.Count, Names(facts, without)).From(without),
        };
    }

    /// <summary>Only people can review the danger signals; this says which of them are raised now (R-036; 000 §3.1.2 p.22 l.476-484).</summary>
    private static CheckResult DangerSignalsReviewed(GateFacts facts)
    {
        var raised = DangerSignals.Of(facts).Where(signal => signal.State is SignalState.Raised).ToList();
        return raised is []
            ? CheckResult.Unknown("none-raised")
            : CheckResult.Unknown("raised", raised.Count, CheckWord.List(raised.Select(signal => signal.Danger))) with { Links = [.. raised.SelectMany(signal => signal.Links)] };
    }

    private static CheckWord Names(GateFacts facts, IEnumerable<ActorEntry> actors) => CheckWord.List(actors.Select(actor => facts.NameOf(actor.Organisation, actor.Name)));
}
