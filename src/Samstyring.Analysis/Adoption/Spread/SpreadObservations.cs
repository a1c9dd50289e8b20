namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>A history as a regression reads it: for each municipality and quarter in which it could decide, what each factor was, and whether it decided.</summary>
internal sealed class SpreadObservations
{
    /// <summary>How many factors there are.</summary>
    public const int Width = (int)SpreadFactor.Subsidy + 1;

    private readonly List<double> _factors = [];
    private readonly List<double> _offsets = [];
    private readonly List<bool> _decided = [];

    public int Count => _decided.Count;

    public int Decisions { get; private set; }

    /// <param name="stop">Is looked at each quarter.</param>
    public static SpreadObservations Of(SpreadHistory history, CancellationToken stop)
    {
        var observations = new SpreadObservations();
        var (model, members) = (history.Model, history.Model.Members);
        int[] decidedAt = [.. members.Select((member, i) => member.Step is >= SpreadStep.Decided and <= SpreadStep.BenefitsConfirmed ? -1 : history.DecidedAt[i] ?? int.MaxValue)];
        int[] inUseAt = [.. members.Select((member, i) => member.Step is SpreadStep.InUse or SpreadStep.BenefitsConfirmed ? -1 : history.InUseAt[i] ?? int.MaxValue)];
        for (var quarter = 0; quarter < model.Scenario.Quarters && quarter != model.Scenario.Deadline; quarter++)
        {
            stop.ThrowIfCancellationRequested();
            var seen = new SpreadSighting(model, decidedAt, inUseAt, quarter);
            for (var i = 0; i < members.Count; i++)
            {
                if (members[i].IsEligible && decidedAt[i] >= quarter && (members[i].Step < SpreadStep.Decided || quarter >= model.Plan.ReturnQuarter))
                {
                    observations.Add(seen, i, decidedAt[i] == quarter);
                }
            }
        }

        return observations;
    }

    /// <summary>The factors of an observation, in the order of <see cref="SpreadFactor"/>.</summary>
    public ReadOnlySpan<double> Factors(int observation) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_factors).Slice(observation * Width, Width);

    /// <summary>Log-odds that are known beforehand: of the step the member began at.</summary>
    public double Offset(int observation) => _offsets[observation];

    public bool HasDecided(int observation) => _decided[observation];

    /// <summary>Whether a factor was not the same all the time: else it cannot be told from the baseline.</summary>
    public bool Varies(int factor)
    {
        for (var i = 1; i < Count; i++)
        {
            if (Factors(i)[factor] != Factors(0)[factor])
            {
                return true;
            }
        }

        return false;
    }

    private void Add(SpreadSighting seen, int member, bool hasDecided)
    {
        _factors.AddRange(seen.Factors(member));
        _offsets.Add(seen.Offset(member));
        _decided.Add(hasDecided);
        Decisions += hasDecided ? 1 : 0;
    }
}

/// <summary>What each municipality had before it when a quarter of the history began.</summary>
internal sealed class SpreadSighting
{
    private readonly SpreadModel _model;
    private readonly int[] _inUseAt;
    private readonly int _quarter;
    private readonly double _sharers;
    private readonly Dictionary<(SpreadFactor, int), (int InUse, int All)> _groups = [];

    public SpreadSighting(SpreadModel model, int[] decidedAt, int[] inUseAt, int quarter)
    {
        (_model, _inUseAt, _quarter) = (model, inUseAt, quarter);
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            if (member.IsEligible)
            {
                _sharers += decidedAt[i] < quarter ? member.Weight : 0;
                Count(SpreadFactor.Network, member.Network, i);
                Count(SpreadFactor.Cooperation, member.Cooperation, i);
                Count(SpreadFactor.Vendor, member.Vendor, i);
            }
        }
    }

    public double[] Factors(int i)
    {
        var (member, scenario) = (_model.Members[i], _model.Scenario);
        int[] neighbours = [.. member.Neighbours.Where(place => _model.Members[place].IsEligible)];
        var isSubsidised = SpreadPlan.IsSubsidisedAt(scenario, _quarter);
        return
        [
            1,
            neighbours is [] ? 0 : neighbours.Count(IsInUse) / (double)neighbours.Length,
            Share(SpreadFactor.Network, member.Network),
            Share(SpreadFactor.Cooperation, member.Cooperation),
            Share(SpreadFactor.Vendor, member.Vendor),
            Math.Log(member.Population / 10_000.0),
            NetBenefit(member, isSubsidised) / member.Population,
            (scenario.FirstQuarterOfYear + _quarter - 1) % 4 == 3 ? 1 : 0,
            _quarter >= scenario.LegalForceFrom ? 1 : 0,
            isSubsidised ? 1 : 0,
        ];
    }

    public double Offset(int i) => _model.Members[i].Step switch { SpreadStep.Unaware => _model.Parameters.Unaware, SpreadStep.Considering => _model.Parameters.Considering, _ => 0 };

    private bool IsInUse(int member) => _inUseAt[member] < _quarter;

    private void Count(SpreadFactor kind, int? group, int member)
    {
        if (group is { } number)
        {
            var (inUse, all) = _groups.GetValueOrDefault((kind, number));
            _groups[(kind, number)] = (inUse + (IsInUse(member) ? 1 : 0), all + 1);
        }
    }

    /// <summary>Of the others: the member itself is not in use.</summary>
    private double Share(SpreadFactor kind, int? group) =>
        group is { } number && _groups[(kind, number)] is { All: > 1 } counts ? counts.InUse / (double)(counts.All - 1) : 0;

    private double NetBenefit(SpreadMember member, bool isSubsidised)
    {
        var (scenario, factor) = (_model.Scenario, SpreadPlan.FactorAt(_model.Scenario, _quarter));
        var subsidy = isSubsidised ? (scenario.Subsidy!.Share * member.OneOffCost) + scenario.Subsidy.Amount : 0;
        var shared = scenario.SharedBase * member.Weight / (_sharers + member.Weight);
        return member.YearlyBenefit - (factor * (member.YearlyCost + shared)) - (Math.Max(0, member.OneOffCost - subsidy) / _model.Parameters.YearsOfOneOff);
    }
}
