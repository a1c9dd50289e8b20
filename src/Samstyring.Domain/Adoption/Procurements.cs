using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Adoption;

/// <summary>What plans of several municipalities have in common.</summary>
public enum SharedBy { Vendor = 1, Product, CoOperation, County }

/// <summary>One municipality's plan to procure, with what may tie it to the plans of others.</summary>
/// <param name="First">The first day that it can mean.</param>
/// <param name="Last">The last one.</param>
/// <param name="Vendor">The vendor whose agreement it replaces or prolongs.</param>
/// <param name="Product">The product that the municipality has.</param>
/// <param name="CoOperations">Co-operations that the municipality takes part in.</param>
public sealed record ProcurementSpan(ProcurementPlan Plan, Adopter Municipality, DateOnly First, DateOnly Last, OrganisationId? Vendor, PartId? Product, IReadOnlyList<OrganisationId> CoOperations);

/// <summary>Plans that overlap in time, each with one of the others at least, and that have something in common: they can be coordinated .</summary>
/// <param name="Key">The vendor, the product, the co-operation or the county that they share.</param>
public sealed record Collision(SharedBy By, string Key, IReadOnlyList<ProcurementSpan> Plans)
{
    public DateOnly First => Plans.Min(p => p.First);

    public DateOnly Last => Plans.Max(p => p.Last);

    public int Municipalities => Plans.Select(p => p.Municipality.Id).Distinct().Count();
}

/// <summary>What a vendor's forced upgrades have cost the municipalities that report them .</summary>
/// <param name="Cost">The costs that are known, in øre.</param>
/// <param name="Unknown">Upgrades whose cost nobody has said.</param>
public sealed record ForcedCost(OrganisationId Vendor, int Upgrades, int Municipalities, long Cost, int Unknown);

/// <summary>Plans to procure beside each other, and what vendors have imposed.</summary>
public static class ProcurementRules
{
    /// <summary>A plan as a span of days: one without a last day lasts as long as its first day is exact.</summary>
    /// <returns>Null where it has no first day.</returns>
    public static ProcurementSpan? SpanOf(ProcurementPlan plan, Adopter municipality, IReadOnlyList<OrganisationId> coOperations) =>
        AsOf.First(plan.Starts) is { } first && AsOf.Last(plan.Ends ?? plan.Starts) is { } last
            ? new(plan, municipality, first, last < first ? first : last, plan.Vendor, municipality.Record?.Product, coOperations)
            : null;

    /// <summary>Everything that can be coordinated, in time order; a plan stands under all that it shares with others.</summary>
    public static IReadOnlyList<Collision> Collisions(IReadOnlyList<ProcurementSpan> plans)
    {
        IEnumerable<(SharedBy By, string Key, ProcurementSpan Plan)> ties = plans.SelectMany(plan => new (SharedBy, string?)[]
        {
            (SharedBy.Vendor, plan.Vendor?.Value.ToString("D")), (SharedBy.Product, plan.Product?.ToString()), (SharedBy.County, plan.Municipality.County),
        }.Concat(plan.CoOperations.Select(body => (SharedBy.CoOperation, (string?)body.Value.ToString("D")))).Where(tie => tie.Item2 is not null).Select(tie => (tie.Item1, tie.Item2!, plan)));
        return
        [
            .. ties.GroupBy(tie => (tie.By, tie.Key)).SelectMany(group => Overlapping(group.Select(tie => tie.Plan)).Select(together => new Collision(group.Key.By, group.Key.Key, together)))
                .Where(collision => collision.Municipalities > 1).OrderBy(collision => collision.First).ThenBy(collision => collision.By).ThenBy(collision => collision.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>By vendor, those that have cost most first.</summary>
    public static IReadOnlyList<ForcedCost> CostByVendor(IEnumerable<ForcedUpgrade> upgrades) =>
    [
        .. upgrades.Where(u => u.IsWithdrawn != true && u.Vendor is not null).GroupBy(u => u.Vendor!.Value)
            .Select(group => new ForcedCost(group.Key, group.Count(), group.Select(u => u.Organisation).Distinct().Count(), group.Sum(u => u.Cost ?? 0), group.Count(u => u.Cost is null)))
            .OrderByDescending(cost => cost.Cost).ThenByDescending(cost => cost.Upgrades).ThenBy(cost => cost.Vendor.Value),
    ];

    private static IEnumerable<IReadOnlyList<ProcurementSpan>> Overlapping(IEnumerable<ProcurementSpan> plans)
    {
        List<ProcurementSpan> together = [];
        var last = DateOnly.MinValue;
        foreach (var plan in plans.OrderBy(p => p.First).ThenBy(p => p.Municipality.Number, StringComparer.Ordinal))
        {
            if (together.Count > 0 && plan.First > last)
            {
                yield return together;
                together = [];
            }

            together.Add(plan);
            last = together.Count == 1 || plan.Last > last ? plan.Last : last;
        }

        yield return together;
    }
}
