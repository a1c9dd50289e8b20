using Samstyring.Domain.Adoption;

namespace Samstyring.Domain.Roadmap;

/// <summary>What a solution costs a municipality in one year.</summary>
/// <param name="Least">In øre: the sum of what is known; null where nothing is.</param>
/// <param name="IsWhole">Whether all of it is known.</param>
public sealed record YearCost(int Year, long? Least, bool IsWhole);

/// <summary>What a solution costs a municipality over the years of its economy plan.</summary>
public sealed record SolutionCost(SolutionId Solution, IReadOnlyList<YearCost> Years);

/// <summary>When a solution begins to cost.</summary>
/// <param name="Begins">The first year with a cost; before it there is none.</param>
/// <param name="IsNew">Whether what is paid once is still to be paid: in the first year.</param>
public sealed record CostBegin(int Begins, bool IsNew);

/// <summary>What the solutions of a municipality cost over the four years of its økonomiplan (kommuneloven § 14-1). What is unknown is in no sum: a sum is the least it can be.</summary>
public static class CostPlan
{
    public const int Years = 4;

    /// <param name="adopters">Those that share a price, with the municipality itself; null where nobody has the solution yet: then the shared part is unknown.</param>
    /// <param name="first">The first year of the plan.</param>
    public static SolutionCost Of(SolutionId solution, CostBegin begin, IReadOnlyList<PriceComponent> components, int population, Adopters? adopters, int first) =>
        new(solution, [.. Enumerable.Range(first, Years).Select(year => InYear(year, begin, components, population, adopters))]);

    /// <summary>Where nothing is known of a price: unknown from the year it begins.</summary>
    public static SolutionCost Unknown(SolutionId solution, CostBegin begin, int first) =>
        new(solution, [.. Enumerable.Range(first, Years).Select(year => year < begin.Begins ? new YearCost(year, 0, IsWhole: true) : new(year, Least: null, IsWhole: false))]);

    /// <summary>The sum of each year, and whether all of it is known.</summary>
    public static IReadOnlyList<YearCost> Sum(IReadOnlyList<SolutionCost> costs, int first) =>
    [
        .. Enumerable.Range(0, Years).Select(i => new YearCost(first + i, costs.Sum(c => c.Years[i].Least ?? 0), costs.All(c => c.Years[i].IsWhole))),
    ];

    /// <summary>The price in a year, with what is shared unknown where nobody has it yet: one municipality will not bear it alone.</summary>
    public static Price PriceIn(int year, IEnumerable<PriceComponent> components, int population, Adopters? adopters)
    {
        var price = PriceModel.For(components, population, adopters ?? new(1, Math.Max(1, population)), year);
        return adopters is not null ? price : new([.. price.Lines.Select(line => line.Component.Basis is PriceBasis.SharedEqually or PriceBasis.SharedByInhabitants ? line with { Amount = null } : line)]);
    }

    private static YearCost InYear(int year, CostBegin begin, IReadOnlyList<PriceComponent> components, int population, Adopters? adopters)
    {
        if (year < begin.Begins)
        {
            return new(year, 0, IsWhole: true);
        }

        var price = PriceIn(year, components, population, adopters);
        if (price.Lines.Count == 0)
        {
            return new(year, Least: null, IsWhole: false);
        }

        var lines = price.Lines.Where(line => line.Component.Kind is not PriceKind.OneOff || (begin.IsNew && year == begin.Begins)).ToList();
        return new(year, lines.Count > 0 && lines.All(line => line.Amount is null) ? null : lines.Sum(line => line.Amount ?? 0), lines.All(line => line.Amount is not null));
    }
}
