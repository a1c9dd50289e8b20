using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Instruments;

/// <summary>How the work stands to the guidelines for architecture (R-067; 000 §6.3 p.62 l.1187).</summary>
internal static class ArchitectureChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        ComputedCheck.Of("guidelines-followed", GuidelinesFollowed),
        ComputedCheck.Of("deviations-approved", DeviationsApproved),
    ];

    /// <summary>All seven guidelines are followed (000 Vedlegg 2 l.1446). What is followed in part deviates.</summary>
    private static CheckResult GuidelinesFollowed(GateFacts facts)
    {
        var (deviating, unsaid) = (Deviating(facts), Unsaid(facts));
        var result = (deviating, unsaid) switch
        {
            (not [], _) => CheckResult.NotMet("deviates", deviating.Count, CheckWord.List(deviating)),
            (_, not []) => CheckResult.Unknown("not-stated", unsaid.Count, CheckWord.List(unsaid)),
            _ => CheckResult.Met("followed"),
        };
        return result.From(facts.Of<Conformity>()).From(facts.Of<Deviation>());
    }

    /// <summary>
    /// Every guideline that is not followed has a deviation, with a reason, a day it was reported, an approver and an end that has not
    /// come. A day later than today has not happened. While some guideline is not spoken of, there may be more.
    /// </summary>
    private static CheckResult DeviationsApproved(GateFacts facts)
    {
        var deviations = facts.Of<Deviation>().ToList();
        var unregistered = Deviating(facts).Except(deviations.Select(deviation => deviation.Guideline)).ToList();
        if (unregistered is not [])
        {
            return CheckResult.NotMet("not-registered", unregistered.Count, CheckWord.List(unregistered)).From(facts.Of<Conformity>());
        }

        if (deviations.Select(deviation => Fault(deviation, facts.Today)).OfType<CheckResult>().FirstOrDefault() is { } fault)
        {
            return fault;
        }

        var unsaid = Unsaid(facts);
        return unsaid is not [] ? CheckResult.Unknown("not-stated", unsaid.Count, CheckWord.List(unsaid)).From(deviations)
            : deviations is [] ? CheckResult.Met("none").From(facts.Of<Conformity>())
            : CheckResult.Met("approved", deviations.Count).From(deviations);
    }

    private static CheckResult? Fault(Deviation deviation, DateOnly today)
    {
        CheckWord guideline = deviation.Guideline;
        var fault = deviation switch
        {
            { Note.IsUnknown: true } => CheckResult.NotMet("no-reason", guideline),
            _ when !(AsOf.First(deviation.Starts) <= today) => CheckResult.NotMet("not-reported", guideline),
            _ when !deviation.IsApproved || !(AsOf.First(deviation.SignedOn) <= today) => CheckResult.NotMet("not-approved", guideline),
            _ => AsOf.Last(deviation.Ends) switch
            {
                null => CheckResult.NotMet("no-end", guideline),
                { } end when end < today => CheckResult.NotMet("expired", guideline, CheckWord.At(deviation.Ends!)),
                _ => null,
            },
        };
        return fault?.From(deviation);
    }

    /// <summary>Guidelines that are followed in part or not at all.</summary>
    private static List<Guideline> Deviating(GateFacts facts) =>
        [.. facts.Of<Conformity>().Where(conformity => conformity.Conforming is Conforming.Partly or Conforming.Deviates).Select(conformity => conformity.Guideline).Union(facts.Of<Deviation>().Select(deviation => deviation.Guideline)).Order()];

    /// <summary>Guidelines of which nothing is said.</summary>
    private static List<Guideline> Unsaid(GateFacts facts) =>
        [.. Enum.GetValues<Guideline>().Except(facts.Of<Conformity>().Where(conformity => conformity.Conforming is not null).Select(conformity => conformity.Guideline)).Except(facts.Of<Deviation>().Select(deviation => deviation.Guideline))];
}
