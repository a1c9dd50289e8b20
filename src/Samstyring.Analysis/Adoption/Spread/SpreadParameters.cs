namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What moves a municipality to decide. Each has a parameter of the same name in <see cref="SpreadParameters"/>, and can be fitted.</summary>
public enum SpreadFactor
{
    Baseline,
    Neighbours,
    Network,
    Cooperation,
    Vendor,
    Size,
    NetBenefit,
    BudgetSeason,
    LegalForce,
    Subsidy,
}

/// <summary>
/// How likely it is that a municipality decides in a quarter: the logistic function of the sum of these, each with its weight (D. R. Cox, 1972: the discrete
/// logistic hazard). The defaults are assumptions: no published source measures them, and the screen must name them as such. Weights of
/// peers, of the net benefit, of legal force and of subsidy are never negative, so that another's adoption, a lower price, a law or a subsidy never slows anybody.
/// </summary>
public sealed record SpreadParameters
{
    /// <summary>All as assumed, none fitted.</summary>
    public static readonly SpreadParameters Default = new();

    /// <summary>Log-odds a quarter for an informed municipality of 10,000 inhabitants without peers in use and with neither gain nor loss. Assumed: −4, that is 1.8 per cent a quarter, 7 a year.</summary>
    public double Baseline { get; init; } = -4;

    /// <summary>Added when all neighbours are in use; in proportion when some are. Assumed: 1.5, odds × 4.5.</summary>
    public double Neighbours { get; init; } = 1.5;

    /// <summary>Likewise of the others in the network. Assumed: 1, odds × 2.7.</summary>
    public double Network { get; init; } = 1;

    /// <summary>Likewise of the others in the IT co-operation. Assumed: 2, odds × 7.4.</summary>
    public double Cooperation { get; init; } = 2;

    /// <summary>Likewise of the others with the same vendor. Assumed: 0.5, odds × 1.6.</summary>
    public double Vendor { get; init; } = 0.5;

    /// <summary>Added for each natural logarithm of inhabitants / 10,000. May be negative. Assumed: 0.2, odds × 1.6 for ten times as many.</summary>
    public double Size { get; init; } = 0.2;

    /// <summary>Added for each krone of net benefit per inhabitant a year at the current price, one-off cost less subsidy spread over <see cref="YearsOfOneOff"/>. Assumed: 0.02, odds × 1.2 for ten kroner.</summary>
    public double NetBenefit { get; init; } = 0.02;

    /// <summary>Added in the fourth quarter, when councils adopt their budgets. May be negative. Assumed: 0.7, odds × 2.</summary>
    public double BudgetSeason { get; init; } = 0.7;

    /// <summary>Added from the quarter the law asks for the solution. Assumed: 2, odds × 7.4.</summary>
    public double LegalForce { get; init; } = 2;

    /// <summary>Added while a subsidy can be had, beside what it does to the cost: it will not last. Assumed: 0.3, odds × 1.3.</summary>
    public double Subsidy { get; init; } = 0.3;

    /// <summary>Added for one that was unaware when the first quarter began. Not fitted. Assumed: −1, odds × 0.4.</summary>
    public double Unaware { get; init; } = -1;

    /// <summary>Added for one that was considering when the first quarter began. Not fitted. Assumed: 1, odds × 2.7.</summary>
    public double Considering { get; init; } = 1;

    /// <summary>Years that the one-off cost is spread over, from 1. Assumed: 4, as the municipal economic plan.</summary>
    public int YearsOfOneOff { get; init; } = 4;

    /// <summary>The factors whose values come from observed history; the others are assumptions.</summary>
    public IReadOnlyList<SpreadFactor> Fitted { get; init; } = [];

    /// <summary>Whether a negative value is refused, since it would turn the factor round.</summary>
    public static bool IsNeverNegative(SpreadFactor factor) => factor is not (SpreadFactor.Baseline or SpreadFactor.Size or SpreadFactor.BudgetSeason);

    public double this[SpreadFactor factor] => factor switch
    {
        SpreadFactor.Baseline => Baseline,
        SpreadFactor.Neighbours => Neighbours,
        SpreadFactor.Network => Network,
        SpreadFactor.Cooperation => Cooperation,
        SpreadFactor.Vendor => Vendor,
        SpreadFactor.Size => Size,
        SpreadFactor.NetBenefit => NetBenefit,
        SpreadFactor.BudgetSeason => BudgetSeason,
        SpreadFactor.LegalForce => LegalForce,
        SpreadFactor.Subsidy => Subsidy,
    };

    public SpreadParameters With(SpreadFactor factor, double value) => factor switch
    {
        SpreadFactor.Baseline => this with { Baseline = value },
        SpreadFactor.Neighbours => this with { Neighbours = value },
        SpreadFactor.Network => this with { Network = value },
        SpreadFactor.Cooperation => this with { Cooperation = value },
        SpreadFactor.Vendor => this with { Vendor = value },
        SpreadFactor.Size => this with { Size = value },
        SpreadFactor.NetBenefit => this with { NetBenefit = value },
        SpreadFactor.BudgetSeason => this with { BudgetSeason = value },
        SpreadFactor.LegalForce => this with { LegalForce = value },
        SpreadFactor.Subsidy => this with { Subsidy = value },
    };
}
