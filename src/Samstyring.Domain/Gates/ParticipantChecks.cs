using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Gates;

/// <summary>Whether those who take part have the roles, the mandates and the commitments that a gate asks for.</summary>
internal static class ParticipantChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        ComputedCheck.Of("integration-answered-for-by-one", IntegrationByOne),
        ComputedCheck.Of("operation-has-an-owner", OperationHasAnOwner),
        ComputedCheck.Of("operation-handed-over", OperationHandedOver),
        ComputedCheck.Of("mandates-clear", MandatesClear),
        ComputedCheck.Of("leaders-committed-to-execution", facts => LeadersCommitted(facts, [CommitmentTo.TechnicalSolution, CommitmentTo.Resources, CommitmentTo.Money, CommitmentTo.Execution])),
        ComputedCheck.Of("leaders-committed-to-implementation", facts => LeadersCommitted(facts, [CommitmentTo.Implementation])),
    ];

    /// <summary>Exactly one party answers for integration across systems (R-050; 002 Samtale med tre rådsmedlemmer p.28 l.734).</summary>
    private static CheckResult IntegrationByOne(GateFacts facts)
    {
        var answering = In(facts, ParticipantRole.Integration).DistinctBy(participant => (participant.Organisation, participant.Organisation is null ? Folding.Fold(participant.Name.ToString()) : "")).ToList();
        return answering switch
        {
            [] => CheckResult.NotMet("nobody"),
            [{ Count: > 1 } group] => CheckResult.NotMet("a-group", Name(facts, group), group.Count.Value).From(group),
            [var one] => CheckResult.Met("one", Name(facts, one)).From(one),
            _ => CheckResult.NotMet("several", answering.Count, Names(facts, answering)).From(answering),
        };
    }

    /// <summary>Somebody is named who owns and pays for operation afterwards (003 §3.7 p.26 l.572).</summary>
    private static CheckResult OperationHasAnOwner(GateFacts facts)
    {
        var owners = In(facts, ParticipantRole.Operation).ToList();
        return owners is [] ? CheckResult.NotMet("nobody") : CheckResult.Met("named", Names(facts, owners)).From(owners);
    }

    /// <summary>Who takes over has a mandate, and has committed money (000 §6.2 p.59 l.1102; 003 §3.7 p.26 l.572). Both can also be seen elsewhere.</summary>
    private static CheckResult OperationHandedOver(GateFacts facts)
    {
        var owners = In(facts, ParticipantRole.Operation).ToList();
        if (owners is [])
        {
            return CheckResult.NotMet("nobody");
        }

        var ready = owners.Find(owner => !owner.Text.IsUnknown && CommitmentsOf(facts, owner.Organisation).Any(commitment => commitment.Covers.Contains(CommitmentTo.Money)));
        return ready is null
            ? CheckResult.Unknown("mandate-or-money-not-stated", Names(facts, owners)).From(owners)
            : CheckResult.Met("handed-over", Name(facts, ready)).From(ready).From(CommitmentsOf(facts, ready.Organisation));
    }

    /// <summary>Everybody who decides or works in it has a mandate that is written down (000 Vedlegg 2 l.1459).</summary>
    private static CheckResult MandatesClear(GateFacts facts)
    {
        var acting = facts.Of<Participant>().Where(participant => participant.Role is not (ParticipantRole.Ministry or ParticipantRole.Supplier)).ToList();
        var without = acting.Where(participant => participant.Text.IsUnknown).ToList();
        return (acting, without) switch
        {
            ([], _) => CheckResult.Unknown("no-participants"),
            (_, []) => CheckResult.Met("all", acting.Count).From(acting),
            _ => CheckResult.Unknown("not-all", without.Count, Names(facts, without)).From(without),
        };
    }

    /// <summary>
    /// The top leaders of all bodies that own it or take part have committed them to everything in the list (R-025; 000 §5.4 p.52
    /// l.991, §6.1.1 p.55 l.1045). A commitment that does not say what it covers decides nothing; one dated later than today is not given.
    /// </summary>
    private static CheckResult LeadersCommitted(GateFacts facts, CommitmentTo[] needed)
    {
        var bodies = Participation.Bodies(facts);
        if (bodies is [])
        {
            return CheckResult.Unknown("no-participants");
        }

        var given = bodies.ToDictionary(body => body.Id, body => CommitmentsOf(facts, body.Organisation).ToList());
        var without = bodies.Where(body => body.Organisation is not null && given[body.Id] is []).ToList();
        if (without is not [])
        {
            return CheckResult.NotMet("missing", without.Count, bodies.Count, Names(facts, without)).From(without);
        }

        var silent = bodies.Where(body => body.Organisation is null || given[body.Id].Exists(commitment => commitment.Covers is [])).ToList();
        var lacking = bodies.Except(silent).Select(body => (Body: body, Lacks: needed.Except(given[body.Id].SelectMany(commitment => commitment.Covers)).ToList())).Where(pair => pair.Lacks is not []).ToList();
        return (lacking, silent) switch
        {
            ([var (body, lacks), ..], _) => CheckResult.NotMet("lacks", Name(facts, body), CheckWord.List(lacks)).From(given[body.Id]),
            (_, not []) => CheckResult.Unknown("not-stated", silent.Count, Names(facts, silent)).From(silent),
            _ => CheckResult.Met("all", bodies.Count).From(given.Values.SelectMany(commitments => commitments)),
        };
    }

    private static IEnumerable<Participant> In(GateFacts facts, ParticipantRole role) => facts.Of<Participant>().Where(participant => participant.Role == role);

    private static IEnumerable<Commitment> CommitmentsOf(GateFacts facts, OrganisationId? body) => Participation.CommitmentsOf(facts, body);

    private static LocalizedText Name(GateFacts facts, Participant participant) => facts.NameOf(participant.Organisation, participant.Name);

    private static CheckWord Names(GateFacts facts, IEnumerable<Participant> participants) => CheckWord.List(participants.Select(participant => Name(facts, participant)));
}

/// <summary>Who takes part, as several checks need it.</summary>
public static class Participation
{
    /// <summary>Bodies that own the work or take part with people, money or decisions; each once.</summary>
    public static IReadOnlyList<Participant> Bodies(GateFacts facts) =>
        [.. facts.Of<Participant>().Where(participant => participant.Role is ParticipantRole.Owner or ParticipantRole.Participant).DistinctBy(participant => participant.Organisation?.Value ?? participant.Id.Value)];

    /// <summary>What the leader of a body has committed it to by today.</summary>
    public static IEnumerable<Commitment> CommitmentsOf(GateFacts facts, OrganisationId? body) =>
        facts.Of<Commitment>().Where(commitment => body is not null && commitment.Organisation == body && !(AsOf.First(commitment.SignedOn) > facts.Today));
}
