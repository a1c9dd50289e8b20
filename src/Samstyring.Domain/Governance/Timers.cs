using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Governance;

public enum AgreementAlarm
{
    /// <summary>The agreement and the money that it stands on end on the same day: nothing carries on. Said whenever it is so.</summary>
    EndsTogether = 1,

    Expired,
    MoneyExpired,
    Expiring,
    MoneyExpiring,
}

/// <param name="Time">When it ends, as exact as it is known.</param>
public sealed record AgreementWarning(Agreement Agreement, AgreementAlarm Alarm, string Time);

/// <summary>What runs out, and when.</summary>
public static class Timers
{
    /// <summary>How long before an end it is warned of .</summary>
    public const int MonthsAhead = 6;

    /// <summary>
    /// When an open disagreement goes to whoever takes over: the day it was registered and the days of the shortest rule. Null
    /// where it is not open, has no date, or no rule says how long it may last.
    /// </summary>
    public static DateOnly? EscalatesOn(Disagreement disagreement, IEnumerable<CoOperationRule> rules) =>
        disagreement.State is DisagreementState.Open && AsOf.First(disagreement.Starts) is { } registered
        && rules.Where(rule => rule.Kind is CoOperationRuleKind.Escalation && rule.Days >= 0).Min(rule => rule.Days) is { } days
            ? AsOf.PlusDays(registered, days)
            : null;

    /// <summary>What to warn of today, at most one thing for each agreement: the worst (R-045; 000 §6.2 p.59 l.1098-1102). A letter of intent binds to nothing, and is not warned of.</summary>
    public static IEnumerable<AgreementWarning> Warnings(IEnumerable<Agreement> agreements, DateOnly today) =>
        agreements.Where(agreement => agreement.Kind is not AgreementKind.Intent).Select(agreement => WarningOf(agreement, today)).OfType<AgreementWarning>();

    private static AgreementWarning? WarningOf(Agreement agreement, DateOnly today)
    {
        var (ends, money, horizon) = (AsOf.Last(agreement.Ends), AsOf.Last(agreement.MoneyEnds), AsOf.PlusMonths(today, MonthsAhead));
        AgreementAlarm? alarm =
            ends is not null && ends == money ? AgreementAlarm.EndsTogether
            : ends < today ? AgreementAlarm.Expired
            : money < today ? AgreementAlarm.MoneyExpired
            : ends <= horizon ? AgreementAlarm.Expiring
            : money <= horizon ? AgreementAlarm.MoneyExpiring
            : null;
        return alarm is not { } found ? null : new(agreement, found, (found is AgreementAlarm.MoneyExpired or AgreementAlarm.MoneyExpiring ? agreement.MoneyEnds : agreement.Ends)!);
    }
}
