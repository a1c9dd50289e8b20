using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Domain.Gates;

/// <summary>What an entry of the overview must say .</summary>
public enum EntryField { Owner = 1, Levels, Municipalities, Starts }

/// <summary>What the initiative's own entry says: of itself, of municipalities, of privacy, of other sectors.</summary>
internal static class EntryChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        ComputedCheck.Of("registered-in-overview", RegisteredInOverview),
        ComputedCheck.Of("entry-complete", EntryComplete),
        ComputedCheck.Of("entry-confirmed", EntryConfirmed),
        ComputedCheck.Of("similar-work-looked-for", SimilarWorkLookedFor),
        ComputedCheck.Of("affected-take-part", AffectedTakePart),
        ComputedCheck.Of("ks-involved", KsInvolved),
        ComputedCheck.Of("municipal-decisions-answered", MunicipalDecisionsAnswered),
        ComputedCheck.Of("goal-stated", GoalStated),
        ComputedCheck.Of("shared-solutions-checked", SharedSolutionsChecked),
        ComputedCheck.Of("other-sectors-stated", OtherSectorsStated),
        ComputedCheck.Of("privacy-assessed", facts => Assessed(facts, facts.Initiative.PrivacyAssessed, "privacy_assessed")),
        ComputedCheck.Of("security-assessed", facts => Assessed(facts, facts.Initiative.SecurityAssessed, "security_assessed")),
    ];

    /// <summary>The overview is this register: who may see the initiative there decides (R-009; 000 §2.2 p.18 l.355).</summary>
    private static CheckResult RegisteredInOverview(GateFacts facts) =>
        (facts.Initiative.VisibleTo is null ? CheckResult.Met("open") : CheckResult.NotMet("restricted")).FromField("name_nb");

    /// <summary>An entry has owner, levels, municipalities where it touches them, and a start .</summary>
    private static CheckResult EntryComplete(GateFacts facts)
    {
        List<EntryField> lacking = [];
        Lacks(EntryField.Owner, !facts.Of<Participant>().Any(participant => participant.Role is ParticipantRole.Owner));
        Lacks(EntryField.Levels, facts.Initiative.Levels is []);
        Lacks(EntryField.Municipalities, TouchesMunicipalities(facts) is true && !facts.Of<AffectedArea>().Any());
        Lacks(EntryField.Starts, AsOf.First(facts.Initiative.Starts) is null);
        return lacking is [] ? CheckResult.Met("complete") : CheckResult.NotMet("lacks", lacking.Count, CheckWord.List(lacking));

        void Lacks(EntryField field, bool missing)
        {
            if (missing)
            {
                lacking.Add(field);
            }
        }
    }

    /// <summary>Somebody answers for the entry, and has confirmed it within the interval set, in months (R-018; 003 §3.3 p.18 l.399).</summary>
    private static CheckResult EntryConfirmed(GateFacts facts)
    {
        var initiative = facts.Initiative;
        if (initiative.KeptBy is null)
        {
            return CheckResult.NotMet("nobody").FromField("kept_by");
        }

        if (initiative.ConfirmedForMonths is not > 0)
        {
            return CheckResult.Unknown("no-interval").FromField("confirmed_for_months");
        }

        if (Freshness.DueOn(initiative.Confirmed, initiative.ConfirmedForMonths) is not { } due)
        {
            return CheckResult.NotMet("never").FromField("confirmed");
        }

        return (facts.Today > due ? CheckResult.NotMet("stale", CheckWord.At(initiative.Confirmed!), CheckWord.On(due)) : CheckResult.Met("fresh", CheckWord.At(initiative.Confirmed!), CheckWord.On(due))).FromField("confirmed");
    }

    /// <summary>What is written of shared solutions answers it; it can be looked for without being written (000 §2.2 p.18 l.355).</summary>
    private static CheckResult SimilarWorkLookedFor(GateFacts facts) =>
        (facts.Initiative.SharedSolutions.IsUnknown ? CheckResult.Unknown("not-written") : CheckResult.Met("written")).FromField("shared_solutions_nb");

    /// <summary>Municipalities and groups that are touched take part; one that does not may still have been invited (003 §2.2 p.10 l.199).</summary>
    private static CheckResult AffectedTakePart(GateFacts facts)
    {
        var areas = facts.Of<AffectedArea>().ToList();
        if (areas is [])
        {
            return CheckResult.Unknown("none-named");
        }

        var taking = facts.Of<Participant>().Select(participant => participant.Organisation).OfType<OrganisationId>().ToHashSet();
        var outside = areas.Where(area => area.Organisation is not { } body || !taking.Contains(body)).ToList();
        return outside is []
            ? CheckResult.Met("all", areas.Count).From(areas)
            : CheckResult.Unknown("not-all", outside.Count, CheckWord.List(outside.Select(area => facts.NameOf(area.Organisation, area.Name)))).From(outside);
    }

    /// <summary>An initiative of the state that touches municipalities is discussed with KS early (003 §4.5 p.31 l.656-660).</summary>
    private static CheckResult KsInvolved(GateFacts facts)
    {
        if (TouchesMunicipalities(facts) is false)
        {
            return CheckResult.NotApplicable("no-municipality").FromField("levels");
        }

        if (facts.Of<Participant>().FirstOrDefault(participant => IsKs(participant.Organisation)) is { } participant)
        {
            return CheckResult.Met("takes-part", facts.NameOf(participant.Organisation, participant.Name)).From(participant);
        }

        return facts.Of<KeyEvent>().FirstOrDefault(happened => IsKs(happened.Organisation) && AsOf.First(happened.Starts) <= facts.Today) is { } met
            ? CheckResult.Met("discussed", facts.NameOf(met.Organisation, met.Text), CheckWord.At(met.Starts)).From(met)
            : CheckResult.Unknown("not-seen");

        bool IsKs(OrganisationId? body) => facts.Body(body)?.Kind is OrganisationKind.Ks;
    }

    /// <summary>
    /// It is said whether success depends on decisions of municipalities, and all who say it say the same: what is asked for later
    /// hangs on it (R-023; 000 Vedlegg 2 l.1439).
    /// </summary>
    private static CheckResult MunicipalDecisionsAnswered(GateFacts facts)
    {
        var said = MunicipalDecisions.Said(facts).Distinct().ToList();
        var result = said switch
        {
            [] => CheckResult.Unknown("not-answered"),
            [true] => CheckResult.Met("yes"),
            [false] => CheckResult.Met("no"),
            _ => CheckResult.NotMet("contradiction"),
        };
        return result.FromField("needs_municipal_decisions").From(MunicipalDecisions.Deciding(facts));
    }

    /// <summary>What the initiative is to achieve is written down (003 §2.2 p.10 l.205).</summary>
    private static CheckResult GoalStated(GateFacts facts) =>
        (facts.Initiative.Purpose.IsUnknown ? CheckResult.Unknown("not-stated") : CheckResult.Met("stated")).FromField("purpose_nb");

    /// <summary>Shared solutions were looked at before a new one was made, and it is written down (R-069; 000 §5.3.3 p.49 l.934-941).</summary>
    private static CheckResult SharedSolutionsChecked(GateFacts facts) =>
        (facts.Initiative.SharedSolutions.IsUnknown ? CheckResult.NotMet("not-checked") : CheckResult.Met("checked")).FromField("shared_solutions_nb");

    /// <summary>What it means for other sectors in the same municipality, with extra work and cost, is written down (R-070; 000 §5.3.3 p.49 l.950).</summary>
    private static CheckResult OtherSectorsStated(GateFacts facts) =>
        (facts.Initiative.OtherSectors.IsUnknown ? CheckResult.NotMet("not-stated") : CheckResult.Met("stated")).FromField("other_sectors_nb");

    /// <summary>
    /// Where personal data are touched, privacy and security are assessed for each gate: an assessment from before the phase began
    /// is too old (R-171; 000 §2.1.5 p.16 l.309-317). Where the start of the phase is not known, any assessment will do.
    /// </summary>
    private static CheckResult Assessed(GateFacts facts, string? assessed, string field)
    {
        if (facts.Initiative.TouchesPersonalData is not { } touches)
        {
            return CheckResult.Unknown("not-answered").FromField("touches_personal_data");
        }

        if (!touches)
        {
            return CheckResult.NotApplicable("no-personal-data").FromField("touches_personal_data");
        }

        if (AsOf.First(assessed) is not { } first)
        {
            return CheckResult.NotMet("not-assessed").FromField(field);
        }

        if (first > facts.Today)
        {
            return CheckResult.NotMet("planned", CheckWord.At(assessed!)).FromField(field);
        }

        var phase = facts.Of<PhasePlan>().FirstOrDefault(plan => string.Equals(plan.Phase, facts.Phase.Key, StringComparison.Ordinal));
        return AsOf.Last(assessed) < AsOf.First(phase?.Starts)
            ? CheckResult.NotMet("before-phase", CheckWord.At(assessed!), CheckWord.At(phase!.Starts!)).FromField(field).From(phase)
            : CheckResult.Met("assessed", CheckWord.At(assessed!)).FromField(field);
    }

    /// <summary>Null where nothing is said of it.</summary>
    private static bool? TouchesMunicipalities(GateFacts facts) =>
        facts.Of<AffectedArea>().Any() || facts.Initiative.Levels.Contains(Level.Municipality) || facts.Initiative.NeedsMunicipalDecisions is true ? true
        : facts.Initiative.Levels is [] ? null
        : false;
}
