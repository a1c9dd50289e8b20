using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Members, a scenario and parameters that have been checked against one another, ready to be simulated.
/// <para>
/// <b>A quarter.</b> First everybody eligible who has not decided does so with a chance that rests on the state when the quarter began: the share of neighbours, network,
/// IT co-operation and customers of the same vendor in use, size, net benefit at the price that one more would pay, season, law and subsidy. Then those whose lead time is
/// over come to their vendor's queue, the vendors install as many as they have capacity for, and those who have been trained take it into use.
/// </para>
/// <para>
/// <b>What never slows the spread.</b> Draws belong to run, member and quarter (<see cref="Philox"/>), whatever happens. So in every run, without limits of capacity, a lower price, a
/// higher subsidy, an earlier law or one more that has decided leaves nobody later at any step. Where a vendor's capacity is limited, one more customer may push another
/// back in the queue: then each decision and the number decided are still no later as long as peers weigh nothing, since only those in use count as
/// peers, and likewise the number installed by a vendor; each single municipality's place in the queue is not.
/// </para>
/// </summary>
public sealed class SpreadModel
{
    /// <summary>Changes when the same input would give other counts.</summary>
    public const int Version = 1;

    public const int MostMembers = 1_000_000;

    public const int MostQuarters = 200;

    public const long MostInhabitants = 100_000_000;

    /// <summary>Kroner a year or once: more is a slip of the keyboard.</summary>
    public const double MostKroner = 1e12;

    /// <summary>Log-odds: a weight beyond this says always or never.</summary>
    public const double HighestWeight = 30;

    private SpreadModel(IReadOnlyList<SpreadMember> members, SpreadScenario scenario, SpreadParameters parameters) =>
        (Members, Scenario, Parameters, Plan) = (members, scenario, parameters, new(members, scenario, parameters));

    public IReadOnlyList<SpreadMember> Members { get; }

    public SpreadScenario Scenario { get; }

    public SpreadParameters Parameters { get; }

    internal SpreadPlan Plan { get; }

    /// <returns>The model, or every reason against it. The field of a reason is its place, such as <c>members[3].population</c>; its value is what stood there.</returns>
    public static Outcome<SpreadModel> Create(IEnumerable<SpreadMember> members, SpreadScenario scenario, SpreadParameters parameters)
    {
        IReadOnlyList<SpreadMember> all = [.. members];
        List<Reason> reasons = [.. SpreadChecks.OfMembers(all), .. SpreadChecks.OfScenario(scenario), .. SpreadChecks.OfParameters(parameters)];
        return reasons is [] ? new SpreadModel(all, scenario, parameters) : new Refusal(reasons);
    }
}
