using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Actors;

/// <summary>What warns that a network is failing (Klijn &amp; Koppenjan; 000 §3.1.2 p.22 l.476-484).</summary>
public enum Danger { Asymmetry = 1, OneSidedProblem, UnclearGoals, UnclearBenefits, LackOfTrust }

public enum SignalState { Raised = 1, NotRaised, Unknown }

/// <summary>A danger signal as the facts show it now.</summary>
/// <param name="Because">The reason's code within the signal, for the text <c>danger.SIGNAL.CODE</c>.</param>
/// <param name="UsesAssessments">Whether it looks at what only the team may see .</param>
public sealed record DangerSignal(Danger Danger, SignalState State, string Because, IReadOnlyList<CheckWord> With, IReadOnlyList<CheckLink> Links, bool UsesAssessments);

/// <summary>
/// The five danger signals, from facts. A signal is raised by a fact that shows it; that nothing shows it is said as what the
/// facts do say, and no more.
/// </summary>
public static class DangerSignals
{
    public static IReadOnlyList<DangerSignal> Of(GateFacts facts) =>
    [
        Asymmetry(facts),
        OneSidedProblem(facts),
        UnclearGoals(facts),
        Signal(Danger.UnclearBenefits, CheckResult.Unknown(ComputedCheck.NotYet)),
        LackOfTrust(facts),
    ];

    /// <summary>«Lukkede prosesser uten involvering av sentrale aktører»: an actor of the category important neither takes part nor is bound by an agreement.</summary>
    private static DangerSignal Asymmetry(GateFacts facts)
    {
        var map = ActorMap.Of(facts);
        var inside = facts.Of<Participant>().Select(participant => participant.Organisation).OfType<OrganisationId>().ToHashSet();
        BoundParties bound = new(facts);
        var outside = map.Where(placed => placed.IsCritical && !(placed.Actor.Organisation is { } body && inside.Contains(body)) && !bound.Has(placed.Actor.Organisation, placed.Actor.Name))
            .Select(placed => placed.Actor).ToList();
        var result = outside is not [] ? CheckResult.NotMet("important-outside", outside.Count, CheckWord.List(outside.Select(actor => facts.NameOf(actor.Organisation, actor.Name)))).From(outside)
            : map.Count == 0 || map.Any(placed => placed.Assessment?.Category is null) ? CheckResult.Unknown("not-grouped")
            : CheckResult.Met("important-inside", map.Count(placed => placed.IsCritical)).From(map.Where(placed => placed.IsCritical).Select(placed => placed.Actor));
        return Signal(Danger.Asymmetry, result) with { UsesAssessments = true };
    }

    /// <summary>«Ensidig beskrivelse av problemet»: the problem is described, and by nobody, or by one, of at least two actors.</summary>
    private static DangerSignal OneSidedProblem(GateFacts facts)
    {
        var actors = facts.Of<ActorEntry>().ToList();
        var speaking = actors.Where(actor => !actor.Problem.IsUnknown).ToList();
        var described = speaking is not [] || !facts.Initiative.Problem.IsUnknown;
        var result = actors.Count < 2 ? CheckResult.Unknown("too-few-actors", actors.Count)
            : speaking.Count == actors.Count ? CheckResult.Met("all-speak", actors.Count)
            : speaking.Count < 2 && described ? CheckResult.NotMet("one-voice", speaking.Count, actors.Count)
            : CheckResult.Unknown("some-silent", speaking.Count, actors.Count);
        return Signal(Danger.OneSidedProblem, result.From(actors));
    }

    /// <summary>«Målene er uklare og endres underveis»: no goal is written down. Whether a goal changes on the way is for people to see in the history.</summary>
    private static DangerSignal UnclearGoals(GateFacts facts) =>
        Signal(Danger.UnclearGoals, (facts.Initiative.Purpose.IsUnknown ? CheckResult.NotMet("no-goal") : CheckResult.Met("stated")).FromField("purpose_nb"));

    /// <summary>«Manglende tillit mellom aktørene»: a disagreement is escalated, or has lasted longer than the parties' own rule. That there is trust no fact here can show.</summary>
    private static DangerSignal LackOfTrust(GateFacts facts)
    {
        var rules = facts.Of<CoOperationRule>().ToList();
        var stuck = facts.Of<Disagreement>().Where(disagreement => disagreement.State is DisagreementState.Escalated || Timers.EscalatesOn(disagreement, rules) < facts.Today).ToList();
        return Signal(Danger.LackOfTrust, stuck is [] ? CheckResult.Unknown("nothing-shows") : CheckResult.NotMet("stuck-disagreements", stuck.Count, stuck[0].Text).From(stuck));
    }

    private static DangerSignal Signal(Danger danger, CheckResult found)
    {
        var state = found.State switch
        {
            CheckState.NotMet => SignalState.Raised,
            CheckState.Met => SignalState.NotRaised,
            _ => SignalState.Unknown,
        };
        return new(danger, state, found.Because, found.With, found.Links, UsesAssessments: false);
    }
}
