using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Governance;

/// <summary>How the parties decide, what they disagree on, and what they have bound themselves to.</summary>
public static class GovernanceChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        .. AgreementChecks.All,
        .. PathChecks.All,
        ComputedCheck.Of("decision-criteria-set", DecisionCriteriaSet),
        ComputedCheck.Of("escalation-rules-set", EscalationRulesSet),
        ComputedCheck.Of("disagreements-brought-out", DisagreementsBroughtOut),
        ComputedCheck.Of("disagreements-within-time", DisagreementsWithinTime),
        ComputedCheck.Of("decision-rights-stated", DecisionRightsStated),
        ComputedCheck.Of("decision-rights-followed", DecisionRightsFollowed),
        ComputedCheck.Of("structures-in-place", StructuresInPlace),
        ComputedCheck.Of("co-operation-model-chosen", ModelChosen),
        ComputedCheck.Of("programme-resources-signed", ProgrammeResourcesSigned),
    ];

    /// <summary>Criteria for decisions are written down (R-046; 000 Vedlegg 2 l.1457).</summary>
    private static CheckResult DecisionCriteriaSet(GateFacts facts)
    {
        var criteria = facts.Of<CoOperationRule>().Where(rule => rule.Kind is CoOperationRuleKind.Criterion && !rule.Text.IsUnknown).ToList();
        return criteria is [] ? CheckResult.NotMet("none") : CheckResult.Met("set", criteria.Count).From(criteria);
    }

    /// <summary>It is written down who takes over when parties disagree, and after how many days (R-046; 000 Vedlegg 2 l.1458).</summary>
    private static CheckResult EscalationRulesSet(GateFacts facts)
    {
        var rules = facts.Of<CoOperationRule>().Where(rule => rule.Kind is CoOperationRuleKind.Escalation && !rule.Text.IsUnknown).ToList();
        return rules is [] ? CheckResult.NotMet("none")
            : rules.Find(rule => rule.Days >= 0) is { } timed ? CheckResult.Met("set", timed.Text, timed.Days!.Value).From(rules)
            : CheckResult.NotMet("no-days", rules[0].Text).From(rules);
    }

    /// <summary>A registered disagreement shows that they are brought out; that none is registered shows nothing (002 «Forme sammen» p.20-24 l.455).</summary>
    private static CheckResult DisagreementsBroughtOut(GateFacts facts)
    {
        var registered = facts.Of<Disagreement>().ToList();
        return registered is [] ? CheckResult.Unknown("none") : CheckResult.Met("registered", registered.Count).From(registered);
    }

    /// <summary>No open disagreement has lasted longer than the parties' own rule allows .</summary>
    private static CheckResult DisagreementsWithinTime(GateFacts facts)
    {
        var open = facts.Of<Disagreement>().Where(disagreement => disagreement.State is DisagreementState.Open).ToList();
        if (open is [])
        {
            return CheckResult.NotApplicable("none-open");
        }

        var rules = facts.Of<CoOperationRule>().ToList();
        var timed = open.Select(disagreement => (Disagreement: disagreement, Day: Timers.EscalatesOn(disagreement, rules))).ToList();
        var late = timed.Where(pair => pair.Day < facts.Today).OrderBy(pair => pair.Day).ToList();
        return late is [var (first, day), ..] ? CheckResult.NotMet("overdue", late.Count, first.Text, CheckWord.On(day!.Value)).From(late.Select(pair => pair.Disagreement))
            : timed.Exists(pair => pair.Day is null) ? CheckResult.Unknown("no-timer", open.Count).From(open)
            : CheckResult.Met("within-time", open.Count).From(open);
    }

    /// <summary>Somebody is said to decide in each of the five domains (R-043; 000 §3.1.1 p.19 l.396-409).</summary>
    private static CheckResult DecisionRightsStated(GateFacts facts) => Matrices(facts, MatrixFinding.NobodyDecides, "nobody-decides", "stated");

    /// <summary>Where top leaders guide, somebody also decides for all: guidance without follow-up is anarchy (R-043; 000 §6.1.1 p.55 l.1039-1047).</summary>
    private static CheckResult DecisionRightsFollowed(GateFacts facts) => Matrices(facts, MatrixFinding.GuidedCentrallyDecidedAsAnarchy, "decided-as-anarchy", "followed");

    private static CheckResult Matrices(GateFacts facts, MatrixFinding finding, string found, string none)
    {
        var matrices = facts.Other<DecisionMatrix>().DistinctBy(matrix => matrix.Id).ToList();
        if (matrices is [])
        {
            return CheckResult.Unknown("no-matrix");
        }

        var domains = matrices.SelectMany(matrix => matrix.Findings()).Where(pair => pair.Finding == finding).Select(pair => pair.Domain).Distinct().Order().ToList();
        var result = domains is [] ? CheckResult.Met(none) : CheckResult.NotMet(found, domains.Count, CheckWord.List(domains));
        return matrices.Aggregate(result, (sum, matrix) => sum.FromThing(nameof(DecisionMatrix), matrix.Id.Value.ToString("D")));
    }

    /// <summary>Somebody steers, somebody leads, and an agreement says how it is organised (000 Vedlegg 2 l.1475).</summary>
    private static CheckResult StructuresInPlace(GateFacts facts)
    {
        var roles = facts.Of<Participant>().Where(participant => participant.Role is ParticipantRole.Steering or ParticipantRole.Leader).ToList();
        var lacking = new[] { ParticipantRole.Steering, ParticipantRole.Leader }.Except(roles.Select(participant => participant.Role)).ToList();
        if (lacking is not [])
        {
            return CheckResult.Unknown("lacks-roles", CheckWord.List(lacking)).From(roles);
        }

        return Agreements.Binding(facts).FirstOrDefault(agreement => agreement.Covers.Contains(Coverage.Organisation) && !Agreements.IsOutside(agreement, facts.Today)) is { } organised
            ? CheckResult.Met("in-place", organised.Name).From(roles).From(organised)
            : CheckResult.Unknown("no-agreement").From(roles);
    }

    /// <summary>A co-operation of several bodies is a network or a programme (R-048; 000 §5.1.1 p.40 l.754-770).</summary>
    private static CheckResult ModelChosen(GateFacts facts) =>
        (facts.Initiative.Model is { } model ? CheckResult.Met("chosen", model)
            : Participation.Bodies(facts).Count > 1 ? CheckResult.NotMet("not-chosen", Participation.Bodies(facts).Count)
            : CheckResult.NotApplicable("one-body")).FromField("model");

    /// <summary>In a programme every body has signed for its resources (R-048; 000 §5.1.1 p.40 l.766-770): a day of signature is asked for.</summary>
    private static CheckResult ProgrammeResourcesSigned(GateFacts facts)
    {
        var bodies = Participation.Bodies(facts);
        if (facts.Initiative.Model is not CoOperationModel.Programme)
        {
            return (facts.Initiative.Model is null && bodies.Count > 1 ? CheckResult.Unknown("model-not-chosen") : CheckResult.NotApplicable("no-programme")).FromField("model");
        }

        if (bodies is [])
        {
            return CheckResult.Unknown("no-participants");
        }

        var without = bodies.Where(body => !Participation.CommitmentsOf(facts, body.Organisation).Any(commitment => commitment.Covers.Contains(CommitmentTo.Resources) && AsOf.First(commitment.SignedOn) is not null)).ToList();
        return without is []
            ? CheckResult.Met("signed", bodies.Count).From(facts.Of<Commitment>())
            : CheckResult.NotMet("not-signed", without.Count, CheckWord.List(without.Select(body => facts.NameOf(body.Organisation, body.Name)))).From(without);
    }
}
