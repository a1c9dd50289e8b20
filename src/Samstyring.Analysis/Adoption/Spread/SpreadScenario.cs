namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What is decided for all members: prices, subsidy, law, capacity. Quarters are counted from 0, the first that is simulated.</summary>
public sealed record SpreadScenario
{
    /// <summary>How many quarters to simulate, from 1 to <see cref="SpreadModel.MostQuarters"/>.</summary>
    public int Quarters { get; init; } = 40;

    /// <summary>Which quarter of the year quarter 0 is, 1 to 4.</summary>
    public int FirstQuarterOfYear { get; init; } = 1;

    /// <summary>
    /// Kroner a year that those who have decided divide among them by weight. A municipality that considers to join reckons with its own part:
    /// its weight × base / (the weight of those who have decided + its own).
    /// </summary>
    public double SharedBase { get; init; }

    /// <summary>In order of time. From each on, all yearly prices are multiplied by its factor alone.</summary>
    public IReadOnlyList<SpreadPriceChange> PriceChanges { get; init; } = [];

    public SpreadSubsidy? Subsidy { get; init; }

    /// <summary>The quarter from which the law asks for the solution: those who have said no consider again, and all are likelier to decide.</summary>
    public int? LegalForceFrom { get; init; }

    /// <summary>The quarter by the end of which every eligible municipality must have decided, and has.</summary>
    public int? Deadline { get; init; }

    /// <summary>Installations a quarter for each vendor, by <see cref="SpreadMember.Vendor"/>; null, or left out, is without limit. Those who wait are served in the order they came.</summary>
    public IReadOnlyList<int?> VendorCapacity { get; init; } = [];

    public SpreadLeadTime DecidedToProcured { get; init; } = new(1, 1);

    /// <summary>Before the vendor's queue.</summary>
    public SpreadLeadTime ProcuredToInstalled { get; init; } = new(1, 0.5);

    public SpreadLeadTime InstalledToInUse { get; init; } = new(1, 0.5);

    public SpreadOwner Owner { get; init; } = new();
}

/// <param name="FromQuarter">The first quarter with the new price.</param>
/// <param name="Factor">What the yearly prices the members and the scenario give are multiplied by; 1.1 is ten per cent up.</param>
public sealed record SpreadPriceChange(int FromQuarter, double Factor);

/// <summary>Somebody else than the owner pays part of the one-off cost of those who decide in these quarters.</summary>
/// <param name="FromQuarter">The first quarter.</param>
/// <param name="ToQuarter">The last quarter, inclusive.</param>
/// <param name="Share">The share of the one-off cost that is paid, 0 to 1.</param>
/// <param name="Amount">Kroner beside the share. What passes the cost is paid too.</param>
public sealed record SpreadSubsidy(int FromQuarter, int ToQuarter, double Share, double Amount = 0);

/// <summary>A wait of whole quarters: a minimum, then a chance each quarter (geometric), the same whenever it began.</summary>
/// <param name="MinimumQuarters">0 and up; 0 may pass within the quarter.</param>
/// <param name="MeanExtraQuarters">How many more on average, 0 and up.</param>
public sealed record SpreadLeadTime(int MinimumQuarters, double MeanExtraQuarters);

/// <summary>What the owner of the solution earns and spends, kroner. Members pay from the quarter they decide.</summary>
public sealed record SpreadOwner
{
    /// <summary>The share of the members' yearly prices, shared base included, that goes to the owner, 0 to 1.</summary>
    public double ShareOfYearly { get; init; } = 1;

    /// <summary>The share of the members' one-off costs that goes to the owner, 0 to 1.</summary>
    public double ShareOfOneOff { get; init; }

    public double YearlyCost { get; init; }

    /// <summary>A year, for each that has decided.</summary>
    public double YearlyCostPerMember { get; init; }

    /// <summary>Once, for each that decides.</summary>
    public double OneOffCostPerMember { get; init; }
}
