using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Organisations;

/// <summary>A person and the roles that they hold now.</summary>
public sealed record RolesOfPerson(string Holder, IReadOnlyList<NetworkRole> Roles, bool IsTooMany);

/// <summary>A case with its way between levels, in time order.</summary>
public sealed record CaseWay(NetworkCase Case, IReadOnlyList<CaseStep> Steps)
{
    /// <summary>Where it is now; null where it has been nowhere.</summary>
    public CaseStep? Now => Steps is [.., var last] ? last : null;

    /// <summary>Whether whoever raised it has an answer: every place that it has come to has answered or turned it down.</summary>
    public bool IsAnswered => Steps is not [] && Steps.All(s => s.State is CaseState.Answered or CaseState.Rejected);

    /// <summary>Places that have said nothing back.</summary>
    public IEnumerable<CaseStep> Silent => Steps.Where(s => s.State is not (CaseState.Answered or CaseState.Rejected));
}

/// <summary>How clear a network and a municipality are on what they expect of each other.</summary>
public enum ExpectationState { Missing = 1, Outdated, Clear }

/// <summary>What is worked out from what a network has recorded.</summary>
public static class NetworkRules
{
    /// <summary>Roles by person, those with most first. The same name is the same person, whatever its capitals and spaces.</summary>
    /// <param name="limit">More than this is too many .</param>
    public static IReadOnlyList<RolesOfPerson> ByPerson(IEnumerable<NetworkRole> roles, int limit, DateOnly today) =>
    [
        .. roles.Where(r => r.IsWithdrawn != true && !string.IsNullOrWhiteSpace(r.Holder) && (AsOf.First(r.Starts) ?? DateOnly.MinValue) <= today && (AsOf.Last(r.Ends) ?? DateOnly.MaxValue) >= today)
            .GroupBy(r => Folding.Fold(r.Holder!), StringComparer.Ordinal)
            .Select(group => new RolesOfPerson(group.First().Holder!, [.. group], group.Count() > limit)).OrderByDescending(person => person.Roles.Count).ThenBy(person => NorwegianOrder.Key(person.Holder), StringComparer.Ordinal),
    ];

    /// <summary>Cases with their ways, those without an answer first, the oldest first.</summary>
    public static IReadOnlyList<CaseWay> Ways(IEnumerable<NetworkCase> cases, IEnumerable<CaseStep> steps)
    {
        var byCase = steps.Where(s => s.IsWithdrawn != true && s.Case is not null).ToLookup(s => s.Case!.Value);
        return
        [
            .. cases.Where(c => c.IsWithdrawn != true).Select(c => new CaseWay(c, [.. byCase[c.Id].OrderBy(s => s.Starts ?? "", StringComparer.Ordinal).ThenBy(s => s.Order)]))
                .OrderBy(way => way.IsAnswered).ThenBy(way => way.Case.Starts ?? "9999", StringComparer.Ordinal).ThenBy(way => way.Case.Order),
        ];
    }

    /// <summary>Whether what a municipality and a network agreed on holds still .</summary>
    /// <param name="last">The newest that they agreed on; null where there is none.</param>
    public static ExpectationState StateOf(Expectation? last, DateOnly today) => last?.SignedOn is null ? ExpectationState.Missing
        : AsOf.Last(last.Ends) is { } review && review < today ? ExpectationState.Outdated
        : ExpectationState.Clear;
}
