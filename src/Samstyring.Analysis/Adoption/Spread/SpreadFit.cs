using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>One parameter after a fit.</summary>
/// <param name="Value">The most likely, given history and prior; the prior's own where history says nothing.</param>
/// <param name="Deviation">The standard deviation of the value, from the curvature at the most likely.</param>
/// <param name="IsFitted">Whether history had anything to say: false is an assumption, to be named as one.</param>
public sealed record SpreadEstimate(SpreadFactor Factor, double Value, double Deviation, bool IsFitted);

/// <summary>
/// The parameters that make an observed history most likely, held back by a prior: each parameter is normally distributed around the assumed one (a logistic regression with
/// a ridge penalty, one observation for each municipality and quarter in which it could decide). What history says little of stays near the assumption.
/// </summary>
/// <param name="Parameters">Ready to simulate with; <see cref="SpreadParameters.Fitted"/> says which are fitted.</param>
/// <param name="Estimates">In the order of <see cref="SpreadFactor"/>.</param>
/// <param name="Decisions">How many decisions were seen. Under <see cref="FewestDecisions"/> the parameters are exactly the prior's.</param>
/// <param name="Observations">Municipalities × quarters in which they could have decided.</param>
public sealed record SpreadFit(SpreadParameters Parameters, IReadOnlyList<SpreadEstimate> Estimates, int Decisions, int Observations)
{
    /// <summary>Fewer decisions than this tell next to nothing: two for each of the ten parameters.</summary>
    public const int FewestDecisions = 20;

    /// <summary>How far the truth may be from the assumption before anything is observed, as a standard deviation: log-odds for those that are switched on and off or are shares.</summary>
    private const double PriorDeviation = 1;

    /// <summary>Likewise, for log-odds per krone.</summary>
    private const double NetBenefitDeviation = 0.02;

    private static readonly SpreadFactor[] Factors = Enum.GetValues<SpreadFactor>();

    /// <returns>The fit, or every reason against the history.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static Outcome<SpreadFit> To(SpreadHistory history, CancellationToken stop = default)
    {
        Reason[] reasons = [.. SpreadChecks.OfHistory(history)];
        if (reasons is not [])
        {
            return new Refusal(reasons);
        }

        var observed = SpreadObservations.Of(history, stop);
        var prior = history.Model.Parameters;
        return observed.Decisions < FewestDecisions
            ? new SpreadFit(prior, [.. Factors.Select(factor => new SpreadEstimate(factor, prior[factor], DeviationOf(factor), IsFitted: false))], observed.Decisions, observed.Count)
            : Fitted(observed, prior, stop);
    }

    private static SpreadFit Fitted(SpreadObservations observed, SpreadParameters prior, CancellationToken stop)
    {
        var regression = new PenalisedRegression(
            observed, [.. Factors.Select(factor => prior[factor])], [.. Factors.Select(DeviationOf)], [.. Factors.Select(factor => SpreadParameters.IsNeverNegative(factor) ? 0 : -SpreadModel.HighestWeight)]);
        var (values, deviations) = regression.MostLikely(stop);
        var isFitted = Factors.Select((factor, i) => factor == SpreadFactor.Baseline || observed.Varies(i)).ToArray();
        var parameters = Factors.Where((_, i) => isFitted[i]).Aggregate(prior, (fitted, factor) => fitted.With(factor, values[(int)factor])) with { Fitted = [.. Factors.Where((_, i) => isFitted[i])] };
        return new(parameters, [.. Factors.Select((factor, i) => new SpreadEstimate(factor, parameters[factor], deviations[i], isFitted[i]))], observed.Decisions, observed.Count);
    }

    private static double DeviationOf(SpreadFactor factor) => factor == SpreadFactor.NetBenefit ? NetBenefitDeviation : PriorDeviation;
}
