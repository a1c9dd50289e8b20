using System.Globalization;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Adoption;

/// <summary>What a forecast is asked for: how the scenario differs from going on as today.</summary>
/// <param name="Price">Per cent that the yearly prices are changed by, from the first quarter: −90 to 200.</param>
/// <param name="Subsidy">Per cent of the one-off cost that somebody else pays in the first four quarters: 0 to 100.</param>
/// <param name="Law">The year in which the law begins to ask for it; null is never.</param>
/// <param name="Capacity">Municipalities that each vendor can install in a quarter, 1 to 1,000; null is no limit.</param>
/// <param name="Benefit">What a municipality gains a year for each inhabitant, in kroner, 0 to 1,000: an assumption until benefits are measured.</param>
/// <param name="Runs">100 to 10,000.</param>
/// <param name="Seed">The same seed gives the same answer.</param>
public sealed record ForecastAsked(int Price, int Subsidy, int? Law, int? Capacity, decimal Benefit, int Runs, ulong Seed)
{
    public const int DefaultRuns = 1_000;
    public const decimal DefaultBenefit = 6;

    /// <summary>Quarters simulated: ten years.</summary>
    public const int Horizon = 40;

    public static ForecastAsked AsToday { get; } = new(0, 0, Law: null, Capacity: null, DefaultBenefit, DefaultRuns, 1);

    /// <summary>Whether it differs from going on as today.</summary>
    public bool IsChanged => Price != 0 || Subsidy != 0 || Law is not null || Capacity is not null;

    /// <summary>Going on as today, with the same assumption, runs and seed: the same chances in both, so that the difference is the scenario's.</summary>
    public ForecastAsked Unchanged => AsToday with { Benefit = Benefit, Runs = Runs, Seed = Seed };

    /// <summary>Reads it from an address. What is wrong is named, and has its default.</summary>
    public static (ForecastAsked Asked, IReadOnlyList<Reason> Wrong) Read(IQueryCollection query, DateOnly today)
    {
        List<Reason> wrong = [];
        int? Whole(string name, int least, int most)
        {
            var text = query[name].ToString().Trim().Replace('−', '-');
            if (text.Length == 0)
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            wrong.Add(new("forecast.out-of-range", name, string.Create(CultureInfo.InvariantCulture, $"{least}–{most}")));
            return null;
        }

        decimal? benefit = null;
        if (query["benefit"].ToString().Trim().Replace(',', '.') is { Length: > 0 } kroner)
        {
            benefit = decimal.TryParse(kroner, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var said) && said is >= 0 and <= 1_000 ? said : null;
            if (benefit is null)
            {
                wrong.Add(new("forecast.out-of-range", "benefit", "0–1000"));
            }
        }

        return (new(
            Whole("price", -90, 200) ?? 0, Whole("subsidy", 0, 100) ?? 0, Whole("law", today.Year, today.Year + 9), Whole("capacity", 1, 1_000), benefit ?? DefaultBenefit,
            Whole("runs", 100, 10_000) ?? DefaultRuns, (ulong)(Whole("seed", 0, int.MaxValue) ?? 1)), wrong);
    }

    /// <summary>The scenario of the simulation.</summary>
    /// <param name="quarter">Quarter 0, as <see cref="Quarter.Index"/> counts them.</param>
    internal SpreadScenario Scenario(double sharedBase, int quarter, int vendors, double ownerCost) => new()
    {
        Quarters = Horizon,
        FirstQuarterOfYear = (quarter % 4) + 1,
        SharedBase = sharedBase,
        PriceChanges = Price == 0 ? [] : [new(0, 1 + (Price / 100.0))],
        Subsidy = Subsidy == 0 ? null : new(0, 3, Subsidy / 100.0),
        LegalForceFrom = Law is { } year ? Math.Clamp((year * 4) - quarter, 0, Horizon - 1) : null,
        VendorCapacity = Capacity is { } installs ? [.. Enumerable.Repeat<int?>(installs, vendors)] : [],
        Owner = new() { YearlyCost = ownerCost },
    };
}
