namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>A tenth of the runs are at or below <paramref name="P10"/>, a quarter at or below <paramref name="P25"/>, and so on.</summary>
public sealed record SpreadPercentiles(double P10, double P25, double P50, double P75, double P90)
{
    /// <summary>The lowest value that each share of the runs do not pass.</summary>
    internal static SpreadPercentiles Of(Func<double, double> at) => new(at(0.1), at(0.25), at(0.5), at(0.75), at(0.9));
}

/// <summary>The state at the end of a quarter.</summary>
/// <param name="Quarter">From 0.</param>
/// <param name="Decided">How many eligible municipalities have decided or come further.</param>
/// <param name="InUse">How many have it in use.</param>
/// <param name="Inhabitants">How many live where it is in use. To the nearest 1/4,096 of all, at worst.</param>
/// <param name="PricePerInhabitant">Kroner a year per inhabitant for one more municipality of median size, its part of the shared base with it: see <see cref="SpreadResult.PricedMember"/>.</param>
/// <param name="OwnerResult">What the owner has earned less what it has spent since quarter 0, kroner. To the nearest 1/2,048 of the whole range, at worst.</param>
public sealed record SpreadQuarter(
    int Quarter, SpreadPercentiles Decided, SpreadPercentiles InUse, SpreadPercentiles Inhabitants, SpreadPercentiles PricePerInhabitant, SpreadPercentiles OwnerResult);

/// <summary>When a share of the eligible municipalities first has the solution in use.</summary>
/// <param name="Share">0.5, 0.8 or 1.</param>
/// <param name="Municipalities">How many that is, rounded up.</param>
/// <param name="P10">The quarter by whose end a tenth of the runs have come there; null when fewer do within the horizon. Likewise the others.</param>
/// <param name="NotWithinHorizon">The probability that it does not happen within the horizon.</param>
public sealed record SpreadArrival(double Share, int Municipalities, int? P10, int? P50, int? P90, double NotWithinHorizon);

/// <summary>How a common solution spreads, over many runs of a <see cref="SpreadModel"/>.</summary>
public sealed class SpreadResult
{
    private readonly int[] _memberInUse;
    private readonly SpreadModel _model;

    internal SpreadResult(SpreadModel model, SpreadTallies tallies, int runs, ulong seed)
    {
        (_model, _memberInUse, Runs, Seed) = (model, tallies.MemberInUse, runs, seed);
        int[] eligible = [.. Enumerable.Range(0, model.Members.Count).Where(i => model.Members[i].IsEligible).OrderBy(i => model.Members[i].Population)];
        (EligibleMunicipalities, EligibleInhabitants) = (eligible.Length, eligible.Sum(i => model.Members[i].Population));
        PricedMember = eligible[(eligible.Length - 1) / 2];
        Quarters = [.. Enumerable.Range(0, model.Scenario.Quarters).Select(quarter => At(quarter, tallies))];
        Arrivals = [.. SpreadTallies.Shares.Select((share, i) => Arrival(share, tallies.Needed[i], tallies.Reached[i]))];
        Assumptions = SpreadAssumptions.Of(model);
    }

    public int Runs { get; }

    public ulong Seed { get; }

    /// <summary>The version of the model's rules: <see cref="SpreadModel.Version"/> when it was run.</summary>
    public int ModelVersion { get; } = SpreadModel.Version;

    /// <summary>The denominator of municipalities.</summary>
    public int EligibleMunicipalities { get; }

    /// <summary>The denominator of inhabitants.</summary>
    public long EligibleInhabitants { get; }

    /// <summary>The place of the eligible member with the median population, the lower of two: the price shown is what one more of its kind would pay.</summary>
    public int PricedMember { get; }

    public IReadOnlyList<SpreadQuarter> Quarters { get; }

    /// <summary>For 50, 80 and 100 per cent.</summary>
    public IReadOnlyList<SpreadArrival> Arrivals { get; }

    /// <summary>Codes of what is assumed, for the screen to name: parameters that are not fitted, and how the model simplifies.</summary>
    public IReadOnlyList<string> Assumptions { get; }

    /// <summary>The probability, 0 to 1, that a member has the solution in use at the end of a quarter. 0 for one that is not eligible.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such member or quarter.</exception>
    public double Probability(int member, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(member);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(member, _model.Members.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(quarter);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(quarter, Quarters.Count);
        return _model.Members[member] switch
        {
            { IsEligible: false } => 0,
            { Step: SpreadStep.InUse or SpreadStep.BenefitsConfirmed } => 1,
            _ => Enumerable.Range(0, quarter + 1).Sum(q => (long)_memberInUse[(q * _model.Members.Count) + member]) / (double)Runs,
        };
    }

    private SpreadQuarter At(int quarter, SpreadTallies tallies)
    {
        var sharers = tallies.Sharers[quarter].Percentiles();
        return new(
            quarter, tallies.Decided[quarter].Percentiles(), tallies.InUse[quarter].Percentiles(), tallies.Inhabitants[quarter].Percentiles(),
            Prices(quarter, sharers), tallies.Result[quarter].Percentiles());
    }

    /// <summary>The price falls as more share the base, so that its percentiles are those of the sharers the other way round.</summary>
    private SpreadPercentiles Prices(int quarter, SpreadPercentiles sharers) =>
        new(PriceAt(quarter, sharers.P90), PriceAt(quarter, sharers.P75), PriceAt(quarter, sharers.P50), PriceAt(quarter, sharers.P25), PriceAt(quarter, sharers.P10));

    private double PriceAt(int quarter, double sharers)
    {
        var member = _model.Members[PricedMember];
        return SpreadPlan.FactorAt(_model.Scenario, quarter) * (member.YearlyCost + (member.Weight * _model.Scenario.SharedBase / (sharers + member.Weight))) / member.Population;
    }

    private SpreadArrival Arrival(double share, int needed, int[] reached) =>
        new(share, needed, QuarterAt(0.1, reached), QuarterAt(0.5, reached), QuarterAt(0.9, reached), reached[^1] / (double)Runs);

    private int? QuarterAt(double share, int[] reached)
    {
        var (quarter, left) = (0, Math.Ceiling(share * Runs) - reached[0]);
        while (left > 0 && quarter < reached.Length - 1)
        {
            left -= reached[++quarter];
        }

        return quarter == reached.Length - 1 ? null : quarter;
    }
}
