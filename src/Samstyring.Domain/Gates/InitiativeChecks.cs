namespace Samstyring.Domain.Gates;

/// <summary>What can be worked out from the facts that every initiative has, and what later modules will work out.</summary>
public static class InitiativeChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } = [.. EntryChecks.All, .. ParticipantChecks.All, .. PlanChecks.All, .. Later];

    /// <summary>Conditions of items that these facts decide.</summary>
    public static IReadOnlyDictionary<string, Func<GateFacts, bool?>> Conditions { get; } = new Dictionary<string, Func<GateFacts, bool?>>(StringComparer.Ordinal)
    {
        ["municipal-decisions-needed"] = MunicipalDecisions.Needed,

        // Applications for money have no register yet: until then the item applies, and people answer.
        ["co-financing-applied-for"] = _ => null,
    };

    /// <summary>They need money, benefits or adoption: the modules that will have them give the rule under the same name.</summary>
    private static IReadOnlyList<ComputedCheck> Later =>
    [
        ComputedCheck.Later("financing-secured"),
        ComputedCheck.Later("co-financing-ready"),
        ComputedCheck.Later("total-cost-split"),
        ComputedCheck.Later("benefits-stated"),
        ComputedCheck.Later("benefits-per-actor"),
        ComputedCheck.Later("actors-without-benefits-followed"),
        ComputedCheck.Later("benefits-have-an-owner"),
        ComputedCheck.Later("benefits-followed-until-reached"),
        ComputedCheck.Later("roll-out-announced-in-time"),
        ComputedCheck.Later("vendors-deliver"),
        ComputedCheck.Later("solution-taken-in-use"),
        ComputedCheck.Later("uptake-measured"),
        ComputedCheck.Later("obstacles-met"),
    ];
}
