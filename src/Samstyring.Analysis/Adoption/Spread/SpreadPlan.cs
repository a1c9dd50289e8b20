namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>A model laid out in flat arrays. What is the same in all runs is reckoned here, once.</summary>
internal sealed class SpreadPlan
{
    private readonly SpreadParameters _parameters;

    public SpreadPlan(IReadOnlyList<SpreadMember> members, SpreadScenario scenario, SpreadParameters parameters)
    {
        (Members, Scenario, _parameters) = (members, scenario, parameters);
        IsOpen = [.. members.Select(member => member.IsEligible && member.Step is < SpreadStep.Decided or SpreadStep.Declined or SpreadStep.ManualEnough)];
        HasQueue = [.. members.Select(member => member.Vendor is { } vendor && scenario.VendorCapacity.ElementAtOrDefault(vendor) is not null)];
        Peers = new(members, parameters);
        Population = [.. members.Select(member => member.Population)];
        Weight = [.. members.Select(member => member.Weight)];
        YearlyFee = [.. members.Select(member => (long)Math.Round(member.YearlyCost))];
        OneOffFee = [.. members.Select(member => (long)Math.Round(member.OneOffCost))];
        int[] eligible = [.. Enumerable.Range(0, members.Count).Where(i => members[i].IsEligible)];
        (EligibleCount, AllYearlyFees, AllOneOffFees) = (eligible.Length, eligible.Sum(i => YearlyFee[i]), eligible.Sum(i => OneOffFee[i]));
        ProcuredWaits = SpreadScale.Waits(scenario.DecidedToProcured.MeanExtraQuarters, scenario.Quarters);
        InstalledWaits = SpreadScale.Waits(scenario.ProcuredToInstalled.MeanExtraQuarters, scenario.Quarters);
        InUseWaits = SpreadScale.Waits(scenario.InstalledToInUse.MeanExtraQuarters, scenario.Quarters);
        Prices = [.. Enumerable.Range(0, scenario.Quarters).Select(PriceAt).Distinct()];
        Phase = [.. Enumerable.Range(0, scenario.Quarters).Select(quarter => Array.IndexOf(Prices, PriceAt(quarter)))];
        OwnTerm = [.. Prices.Select(price => members.Select(member => OwnTermOf(member, price)).ToArray())];
        SharedTerm = [.. Prices.Select(price => members.Select(member => SharedTermOf(member, price)).ToArray())];
        CommonTerm = [.. Enumerable.Range(0, scenario.Quarters).Select(CommonTermAt)];
        ReturnQuarter = Math.Min(scenario.LegalForceFrom ?? int.MaxValue, scenario.Deadline ?? int.MaxValue);
    }

    public IReadOnlyList<SpreadMember> Members { get; }

    public SpreadScenario Scenario { get; }

    /// <summary>Whether the member may decide some time: it is eligible and has not decided.</summary>
    public bool[] IsOpen { get; }

    /// <summary>Whether the member's vendor has a limited capacity.</summary>
    public bool[] HasQueue { get; }

    public SpreadPeers Peers { get; }

    /// <summary>By step of the score: <see cref="SpreadScale.Threshold"/>.</summary>
    public uint[] Thresholds { get; } = SpreadScale.Thresholds();

    public long[] Population { get; }

    public long[] Weight { get; }

    /// <summary>Whole kroner a year apart from the shared base, before changes of price.</summary>
    public long[] YearlyFee { get; }

    /// <summary>Whole kroner once, before subsidy.</summary>
    public long[] OneOffFee { get; }

    public int EligibleCount { get; }

    /// <summary>What all eligible together pay a year apart from the shared base.</summary>
    public long AllYearlyFees { get; }

    /// <summary>What all eligible together pay once.</summary>
    public long AllOneOffFees { get; }

    public uint[] ProcuredWaits { get; }

    public uint[] InstalledWaits { get; }

    public uint[] InUseWaits { get; }

    /// <summary>The prices there are in the course of the simulation.</summary>
    public (double Factor, bool IsSubsidised)[] Prices { get; }

    /// <summary>The place of each quarter's price among <see cref="Prices"/>.</summary>
    public int[] Phase { get; }

    /// <summary>By price and member: what the net benefit adds to the score, the shared base apart.</summary>
    public float[][] OwnTerm { get; }

    /// <summary>By price and member: this divided by the weight of those who share the base, its own with them, is what the member's part of it takes from the score.</summary>
    public float[][] SharedTerm { get; }

    /// <summary>What season, law and subsidy add to all scores in a quarter.</summary>
    public int[] CommonTerm { get; }

    /// <summary>The quarter from which those who have said no consider again.</summary>
    public int ReturnQuarter { get; }

    private (double Factor, bool IsSubsidised) PriceAt(int quarter) => (FactorAt(Scenario, quarter), IsSubsidisedAt(Scenario, quarter));

    /// <summary>What yearly prices are multiplied by.</summary>
    public static double FactorAt(SpreadScenario scenario, int quarter) => scenario.PriceChanges.LastOrDefault(change => change.FromQuarter <= quarter)?.Factor ?? 1;

    public static bool IsSubsidisedAt(SpreadScenario scenario, int quarter) => quarter >= scenario.Subsidy?.FromQuarter && quarter <= scenario.Subsidy.ToQuarter;

    private float OwnTermOf(SpreadMember member, (double Factor, bool IsSubsidised) price)
    {
        var subsidy = price.IsSubsidised ? (Scenario.Subsidy!.Share * member.OneOffCost) + Scenario.Subsidy.Amount : 0;
        var oneOff = Math.Max(0, member.OneOffCost - subsidy) / _parameters.YearsOfOneOff;
        return PerInhabitant(member, member.YearlyBenefit - (price.Factor * member.YearlyCost) - oneOff);
    }

    private float SharedTermOf(SpreadMember member, (double Factor, bool IsSubsidised) price) => PerInhabitant(member, price.Factor * Scenario.SharedBase * member.Weight);

    private float PerInhabitant(SpreadMember member, double kroner) => (float)(_parameters.NetBenefit * kroner / member.Population * SpreadScale.OneLogit);

    private int CommonTermAt(int quarter) =>
        ((Scenario.FirstQuarterOfYear + quarter - 1) % 4 == 3 ? SpreadScale.Fixed(_parameters.BudgetSeason) : 0)
        + (quarter >= Scenario.LegalForceFrom ? SpreadScale.Fixed(_parameters.LegalForce) : 0)
        + (IsSubsidisedAt(Scenario, quarter) ? SpreadScale.Fixed(_parameters.Subsidy) : 0);
}
