using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Governance;

/// <summary>Agreements and their parties, as checks look at them.</summary>
public static class Agreements
{
    public static IEnumerable<AgreementParty> PartiesOf(GateFacts facts, Agreement agreement) => facts.Of<AgreementParty>().Where(party => party.Agreement == agreement.Id);

    /// <summary>Those that bind: all but letters of intent.</summary>
    public static IEnumerable<Agreement> Binding(GateFacts facts) => facts.Of<Agreement>().Where(agreement => agreement.Kind is not AgreementKind.Intent);

    /// <summary>The agreements on the co-operation itself; where there is none, whatever else binds.</summary>
    public static IReadOnlyList<Agreement> OnCoOperation(GateFacts facts) =>
        Binding(facts).Where(agreement => agreement.Kind is AgreementKind.CoOperation).ToList() is { Count: > 0 } own ? own : [.. Binding(facts)];

    /// <summary>Whether its time is over, or has not come. Times that are not known do not speak against it.</summary>
    public static bool IsOutside(Agreement agreement, DateOnly day) => AsOf.Last(agreement.Ends) < day || AsOf.First(agreement.Starts) > day;
}

/// <summary>Who is bound by some agreement whose time is now. Made once and asked for each actor: there may be hundreds of both.</summary>
public sealed class BoundParties
{
    private readonly HashSet<OrganisationId> _bodies;
    private readonly HashSet<string> _names;

    public BoundParties(GateFacts facts)
    {
        var current = Agreements.Binding(facts).Where(agreement => !Agreements.IsOutside(agreement, facts.Today)).Select(agreement => agreement.Id).ToHashSet();
        var parties = facts.Of<AgreementParty>().Where(party => current.Contains(party.Agreement)).ToList();
        _bodies = [.. parties.Select(party => party.Organisation).OfType<OrganisationId>()];
        _names = parties.Where(party => party.Organisation is null).Select(party => Folding.Fold(party.Name.ToString())).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the body is bound; where it is none of the registry, whether a party of that name is.</summary>
    public bool Has(OrganisationId? body, LocalizedText name) => body is { } known ? _bodies.Contains(known) : _names.Contains(Folding.Fold(name.ToString()));
}

/// <summary>What agreements say and how long they hold.</summary>
internal static class AgreementChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } =
    [
        ComputedCheck.Of("agreement-signed", Signed),
        ComputedCheck.Of("agreement-covers-roll-out", CoversRollOut),
        ComputedCheck.Of("agreement-for-next-phase", ForNextPhase),
        ComputedCheck.Of("agreements-not-about-to-end", NotAboutToEnd),
        ComputedCheck.Of("agreements-hold-until-realised", HoldUntilRealised),
        ComputedCheck.Of("agreements-outlast-project", OutlastProject),
    ];

    /// <summary>The co-operation agreement is signed by all, and its time is now (000 §3.1.2 p.22 l.474).</summary>
    private static CheckResult Signed(GateFacts facts)
    {
        var agreements = Agreements.OnCoOperation(facts);
        if (agreements is [])
        {
            return CheckResult.NotMet("none");
        }

        var current = agreements.Where(agreement => !Agreements.IsOutside(agreement, facts.Today)).ToList();
        if (current is [])
        {
            return CheckResult.NotMet("outside-its-time", agreements[^1].Name).From(agreements);
        }

        if (current.Find(agreement => IsSigned(facts, agreement)) is { } signed)
        {
            return CheckResult.Met("signed", signed.Name).From(signed);
        }

        var waiting = current.SelectMany(agreement => Agreements.PartiesOf(facts, agreement)).ToList();
        var without = waiting.Where(party => !IsPast(party.SignedOn, facts.Today)).ToList();
        return without.Count < waiting.Count
            ? CheckResult.NotMet("not-by-all", without.Count, CheckWord.List(without.Select(party => facts.NameOf(party.Organisation, party.Name)))).From(without)
            : CheckResult.Unknown("not-stated", current[0].Name).From(current);
    }

    /// <summary>The co-operation agreement says who answers for roll-out to those who are not parties (R-044; 000 §5.1.1 p.40 l.762, §6.2 p.59 l.1098-1100).</summary>
    private static CheckResult CoversRollOut(GateFacts facts)
    {
        if (MunicipalDecisions.Needed(facts) is false)
        {
            return CheckResult.NotApplicable("no-roll-out").FromField("needs_municipal_decisions");
        }

        var agreements = Agreements.OnCoOperation(facts);
        if (agreements is [])
        {
            return CheckResult.NotMet("none");
        }

        var covering = agreements.Where(agreement => agreement.Covers.Contains(Coverage.RollOut)).ToList();
        if (covering.Find(agreement => !Agreements.IsOutside(agreement, facts.Today)) is { } covers)
        {
            return CheckResult.Met("covers", covers.Name).From(covers);
        }

        if (covering is [var outside, ..])
        {
            return CheckResult.NotMet("outside-its-time", outside.Name).From(outside);
        }

        return agreements.FirstOrDefault(agreement => agreement.Covers is [] && !agreement.Lacks.Contains(Coverage.RollOut)) is { } silent
            ? CheckResult.Unknown("not-stated", silent.Name).From(silent)
            : Lacks(facts, agreements[^1]).From(agreements);
    }

    private static CheckResult Lacks(GateFacts facts, Agreement agreement)
    {
        var parties = Agreements.PartiesOf(facts, agreement).Select(party => party.Organisation).ToHashSet();
        var left = facts.Of<AffectedArea>().Where(area => area.Organisation is null || !parties.Contains(area.Organisation)).ToList();
        var names = CheckWord.List(left.Select(area => facts.NameOf(area.Organisation, area.Name)));
        var result = (left, AsOf.Last(agreement.Ends)) switch
        {
            ([], null) => CheckResult.NotMet("lacks", agreement.Name),
            ([], _) => CheckResult.NotMet("lacks-until", agreement.Name, CheckWord.At(agreement.Ends!)),
            (_, null) => CheckResult.NotMet("lacks-for", agreement.Name, names),
            _ => CheckResult.NotMet("lacks-for-until", agreement.Name, CheckWord.At(agreement.Ends!), names),
        };
        return result.From(left);
    }

    /// <summary>An agreement speaks of financing, roles and steering in what comes next (003 §2.2 p.10 l.201).</summary>
    private static CheckResult ForNextPhase(GateFacts facts)
    {
        var agreements = Agreements.Binding(facts).Where(agreement => !Agreements.IsOutside(agreement, facts.Today)).ToList();
        if (agreements is [])
        {
            return CheckResult.NotMet("none");
        }

        var covered = agreements.SelectMany(agreement => agreement.Covers).ToHashSet();
        List<Coverage> lacking = [.. new[] { Coverage.Money, Coverage.Roles, Coverage.DecisionRights }.Where(part => !covered.Contains(part) && !(part is Coverage.DecisionRights && covered.Contains(Coverage.Organisation)))];
        return lacking is [] ? CheckResult.Met("covers", agreements.Count).From(agreements)
            : agreements.Find(agreement => agreement.Covers is [] && agreement.Lacks is []) is { } silent ? CheckResult.Unknown("not-stated", silent.Name).From(silent)
            : CheckResult.NotMet("lacks", CheckWord.List(lacking)).From(agreements);
    }

    /// <summary>No agreement, and no money that one stands on, ends within six months or has ended; and they do not end on the same day .</summary>
    private static CheckResult NotAboutToEnd(GateFacts facts)
    {
        var agreements = Agreements.Binding(facts).ToList();
        if (agreements is [])
        {
            return CheckResult.NotApplicable("none");
        }

        if (Timers.Warnings(agreements, facts.Today).OrderBy(warning => warning.Alarm).ToList() is [var worst, ..] all)
        {
            return CheckResult.NotMet(Codes.Kebab(worst.Alarm.ToString()), worst.Agreement.Name, CheckWord.At(worst.Time)).From(all.Select(warning => warning.Agreement));
        }

        var undated = agreements.Where(agreement => AsOf.Last(agreement.Ends) is null).ToList();
        return undated is [] ? CheckResult.Met("later", agreements.Count).From(agreements) : CheckResult.Unknown("no-end", undated.Count, CheckWord.List(undated.Select(agreement => agreement.Name))).From(undated);
    }

    /// <summary>Agreements hold until the benefits are reached (R-045; 000 §6.2 p.59 l.1098-1102). A year or a month that holds both is too coarse to tell.</summary>
    private static CheckResult HoldUntilRealised(GateFacts facts)
    {
        var agreements = Agreements.Binding(facts).ToList();
        if (agreements is [])
        {
            return CheckResult.NotApplicable("none");
        }

        if (AsOf.First(facts.Initiative.Realised) is not { } from || AsOf.Last(facts.Initiative.Realised) is not { } to)
        {
            return CheckResult.Unknown("no-realisation-date").FromField("realised");
        }

        if (agreements.Find(agreement => AsOf.Last(agreement.Ends) < from) is { } ends)
        {
            return CheckResult.NotMet("ends-before", ends.Name, CheckWord.At(ends.Ends!), CheckWord.At(facts.Initiative.Realised!)).From(ends).FromField("realised");
        }

        var unsure = agreements.Where(agreement => AsOf.Last(agreement.Ends) is not { } end || end < to).ToList();
        return (unsure is [] ? CheckResult.Met("hold", agreements.Count).From(agreements) : CheckResult.Unknown("not-exact", unsure.Count, CheckWord.List(unsure.Select(agreement => agreement.Name))).From(unsure)).FromField("realised");
    }

    /// <summary>Something of what the project built on lasts when it is over (000 §6.2 p.59 l.1102).</summary>
    private static CheckResult OutlastProject(GateFacts facts)
    {
        var agreements = Agreements.Binding(facts).ToList();
        if (agreements is [] || AsOf.Last(facts.Initiative.Ends) is not { } over)
        {
            return CheckResult.Unknown(agreements is [] ? "none" : "no-end-of-project").FromField("ends");
        }

        var result = agreements.Find(agreement => AsOf.Last(agreement.Ends) > over) is { } lasting ? CheckResult.Met("lasts", lasting.Name, CheckWord.At(lasting.Ends!)).From(lasting)
            : agreements.Exists(agreement => AsOf.Last(agreement.Ends) is null) ? CheckResult.Unknown("no-end").From(agreements)
            : CheckResult.NotMet("all-end", CheckWord.At(facts.Initiative.Ends!)).From(agreements);
        return result.FromField("ends");
    }

    private static bool IsSigned(GateFacts facts, Agreement agreement)
    {
        var parties = Agreements.PartiesOf(facts, agreement).ToList();
        return IsPast(agreement.SignedOn, facts.Today) || (parties is not [] && parties.TrueForAll(party => IsPast(party.SignedOn, facts.Today)));
    }

    private static bool IsPast(string? time, DateOnly today) => AsOf.First(time) <= today;
}
