using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Adoption;

/// <summary>How often an amount is paid.</summary>
public enum PriceKind { OneOff = 1, Yearly, Monthly, PerUse }

/// <summary>What an amount is of: the municipality, each inhabitant, or a sum that all who have the solution share.</summary>
public enum PriceBasis { Fixed = 1, PerInhabitant, SharedEqually, SharedByInhabitants }

/// <summary>One component of a price (`norway/conventions.md` §5): what it is of, for which size, and how long it holds.</summary>
public sealed class PriceComponent : SolutionPart
{
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public PriceKind Kind { get; init; }

    public PriceBasis Basis { get; init; }

    /// <summary>In kroner, with up to six decimals: a price per inhabitant may be less than an øre. Without VAT unless <see cref="IncludesVat"/>; null is not published.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The step is for municipalities with at least so many inhabitants.</summary>
    public int? FromInhabitants { get; init; }

    /// <summary>The step is for municipalities with fewer inhabitants than this.</summary>
    public int? BelowInhabitants { get; init; }

    public string? Starts { get; init; }

    public string? Ends { get; init; }

    public bool? IncludesVat { get; init; }

    /// <summary>The day whose number of inhabitants the price is reckoned of.</summary>
    public string? PopulationOn { get; init; }

    public bool IsFor(int population) => population >= (FromInhabitants ?? 0) && population < (BelowInhabitants ?? int.MaxValue);

    /// <summary>Whether it holds in a year. An old price with no end holds until a newer one is known.</summary>
    public bool HoldsIn(int year) => (AsOf.First(Starts)?.Year ?? int.MinValue) <= year && (AsOf.Last(Ends)?.Year ?? int.MaxValue) >= year;
}

/// <summary>Who shares: how many have the solution, and how many inhabitants they have together, with the one that is asked for.</summary>
/// <param name="Municipalities">At least 1.</param>
/// <param name="Inhabitants">Above 0.</param>
public sealed record Adopters(int Municipalities, long Inhabitants);

/// <summary>One component, reckoned for one municipality.</summary>
/// <param name="Amount">In øre; null where it cannot be said.</param>
public sealed record PriceLine(PriceComponent Component, long? Amount);

/// <summary>A price for one municipality in one year. Amounts in øre; what is unknown is in no sum, so a sum is the least it can be.</summary>
/// <param name="Lines">Those for the municipality's size and the year.</param>
public sealed record Price(IReadOnlyList<PriceLine> Lines)
{
    public long OneOff => Lines.Where(l => l.Component.Kind is PriceKind.OneOff).Sum(l => l.Amount ?? 0);

    /// <summary>All that comes again: twelve months of a monthly price.</summary>
    public long Yearly => Lines.Where(l => l.Component.Kind is not PriceKind.OneOff).Sum(l => l.Amount ?? 0);

    public bool IsKnown => Lines.Count > 0 && Lines.All(l => l.Amount is not null);

    public bool HasAny => Lines.Any(l => l.Amount is not null);
}

/// <summary>What a solution costs a municipality, by how many share it, and what its owner earns.</summary>
public static class PriceModel
{
    /// <summary>The price in a year. A line is rounded once, to whole øre, half away from zero.</summary>
    /// <param name="population">Inhabitants of the municipality, 0 or more.</param>
    /// <param name="uses">Cases a year; null where nobody has said how many.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of inhabitants, or no adopters.</exception>
    public static Price For(IEnumerable<PriceComponent> components, int population, Adopters adopters, int year, int? uses = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        if (adopters is not { Municipalities: >= 1, Inhabitants: >= 1 })
        {
            throw new ArgumentOutOfRangeException(nameof(adopters), adopters, message: null);
        }

        return new([.. components.Where(c => c.IsWithdrawn != true && c.IsFor(population) && c.HoldsIn(year)).Select(c => new PriceLine(c, Of(c, population, adopters, uses)))]);
    }

    /// <summary>What the owner gets in a year from all who have the solution.</summary>
    /// <param name="populations">Inhabitants of each of them.</param>
    public static long YearlyIncome(IReadOnlyList<PriceComponent> components, IReadOnlyList<int> populations, int year)
    {
        if (populations is [])
        {
            return 0;
        }

        Adopters all = new(populations.Count, Math.Max(1, populations.Sum(p => (long)p)));
        return populations.Sum(p => For(components, p, all, year).Yearly);
    }

    private static long? Of(PriceComponent component, int population, Adopters adopters, int? uses)
    {
        if (component.Amount is not { } amount)
        {
            return null;
        }

        decimal? times = component.Kind switch { PriceKind.Monthly => 12m, PriceKind.PerUse => uses, _ => 1m };
        return times is not { } count ? null : Øre(count * component.Basis switch
        {
            PriceBasis.PerInhabitant => amount * population,
            PriceBasis.SharedEqually => amount / adopters.Municipalities,
            PriceBasis.SharedByInhabitants => amount * population / adopters.Inhabitants,
            _ => amount,
        });
    }

    private static long Øre(decimal kroner) => (long)Math.Round(kroner * 100, MidpointRounding.AwayFromZero);
}
