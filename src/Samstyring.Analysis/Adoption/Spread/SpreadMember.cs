namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>How far a municipality has come with a common solution, in the order of the ladder, and the two ways off it.</summary>
public enum SpreadStep
{
    Unaware,
    Informed,
    Considering,
    Decided,
    Procured,
    Installed,
    InUse,
    BenefitsConfirmed,

    /// <summary>Has said no. Decides nothing before there is legal force.</summary>
    Declined,

    /// <summary>Manages by hand for now. Decides nothing before there is legal force.</summary>
    ManualEnough,
}

/// <summary>A municipality as the simulation meets it when the first quarter begins. Others are named by their place in the list of members.</summary>
public sealed record SpreadMember
{
    /// <summary>Inhabitants, from 1 to <see cref="SpreadModel.MostInhabitants"/>.</summary>
    public required long Population { get; init; }

    public SpreadStep Step { get; init; } = SpreadStep.Informed;

    /// <summary>The quarter in which <see cref="Step"/> was reached: −1 is the last before the simulation. Read for those who are on the way from decided to in use.</summary>
    public int ReachedQuarter { get; init; } = -1;

    /// <summary>Whether the solution is for this municipality. One that it is not for never decides and counts nowhere, not as a neighbour either.</summary>
    public bool IsEligible { get; init; } = true;

    /// <summary>Any number of 0 and up that its network has alone; null when it is in none.</summary>
    public int? Network { get; init; }

    /// <summary>Likewise of its IT co-operation.</summary>
    public int? Cooperation { get; init; }

    /// <summary>Likewise of its vendor in the field; the place in <see cref="SpreadScenario.VendorCapacity"/>. Null when nobody knows: then no queue holds it up.</summary>
    public int? Vendor { get; init; }

    /// <summary>Places of the members it borders on, each once, itself not among them.</summary>
    public IReadOnlyList<int> Neighbours { get; init; } = [];

    /// <summary>What it gains a year, kroner.</summary>
    public double YearlyBenefit { get; init; }

    /// <summary>What it takes to start, once, kroner, before subsidy.</summary>
    public double OneOffCost { get; init; }

    /// <summary>What it pays a year apart from its part of the shared base, kroner.</summary>
    public double YearlyCost { get; init; }

    /// <summary>Its weight when the shared base is divided: 1 for all, or inhabitants. From 1 to <see cref="SpreadModel.MostInhabitants"/>.</summary>
    public long Weight { get; init; } = 1;
}
