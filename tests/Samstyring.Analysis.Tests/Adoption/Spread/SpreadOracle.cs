using Samstyring.Analysis.Adoption.Spread;

namespace Samstyring.Analysis.Tests.Adoption.Spread;

/// <summary>What happened in one run.</summary>
/// <param name="DecidedAt">By member: the quarter, −1 before the first, <see cref="SpreadOracle.Never"/> when it did not. Likewise <paramref name="InUseAt"/>.</param>
/// <param name="Decided">By quarter, at its end, like the four that follow.</param>
public sealed record OracleRun(int[] DecidedAt, int[] InUseAt, int[] Decided, int[] InUse, long[] Inhabitants, long[] Sharers, double[] Result);

/// <summary>
/// The same model as <see cref="SpreadSimulation"/>, written as one would say it: one run, one quarter, one municipality at a time. What is right is what this finds, and the
/// benchmark measures against it. Any number of runs may be made at once. It shares with the product only <see cref="SpreadScale"/>, how chances are written as whole numbers.
/// </summary>
public sealed class SpreadOracle
{
    public const int Never = int.MaxValue;

    private readonly SpreadMember[] _members;
    private readonly SpreadScenario _scenario;
    private readonly SpreadParameters _parameters;
    private readonly ulong _seed;
    private readonly int[] _baseline;
    private readonly float[,] _own;
    private readonly float[,] _shared;
    private readonly int[] _common;
    private readonly Group[] _groups;
    private readonly int[] _neighbour;
    private readonly int[] _asked;
    private readonly uint[] _procuredWaits;
    private readonly uint[] _installedWaits;
    private readonly uint[] _inUseWaits;

    public SpreadOracle(SpreadModel model, ulong seed, params int[] asked)
    {
        (_members, _scenario, _parameters, _seed, _asked) = ([.. model.Members], model.Scenario, model.Parameters, seed, asked);
        _baseline = [.. _members.Select(Baseline)];
        _neighbour = [.. _members.Select(member => SpreadScale.Fixed(_parameters.Neighbours / Math.Max(1, member.Neighbours.Count(i => _members[i].IsEligible))))];
        _groups = [new(_members, m => m.Network, _parameters.Network), new(_members, m => m.Cooperation, _parameters.Cooperation), new(_members, m => m.Vendor, _parameters.Vendor)];
        _procuredWaits = SpreadScale.Waits(_scenario.DecidedToProcured.MeanExtraQuarters, _scenario.Quarters);
        _installedWaits = SpreadScale.Waits(_scenario.ProcuredToInstalled.MeanExtraQuarters, _scenario.Quarters);
        _inUseWaits = SpreadScale.Waits(_scenario.InstalledToInUse.MeanExtraQuarters, _scenario.Quarters);
        _own = new float[_scenario.Quarters, _members.Length];
        _shared = new float[_scenario.Quarters, _members.Length];
        _common = [.. Enumerable.Range(0, _scenario.Quarters).Select(Common)];
        for (var quarter = 0; quarter < _scenario.Quarters; quarter++)
        {
            for (var i = 0; i < _members.Length; i++)
            {
                (_own[quarter, i], _shared[quarter, i]) = NetBenefit(_members[i], quarter);
            }
        }
    }

    public OracleRun Run(int run)
    {
        var state = new State(this, run);
        for (var quarter = 0; quarter < _scenario.Quarters; quarter++)
        {
            foreach (var i in quarter == 0 ? _asked : [])
            {
                state.DecidedAt[i] = 0;
            }

            Decide(state, quarter);
            Install(state, quarter);
            Count(state, quarter);
        }

        return new(state.DecidedAt, state.InUseAt, state.Decided, state.InUse, state.Inhabitants, state.Sharers, state.Result);
    }

    private int Baseline(SpreadMember member) => SpreadScale.Fixed(
        _parameters.Baseline + (_parameters.Size * Math.Log(member.Population / 10_000.0))
        + (member.Step == SpreadStep.Unaware ? _parameters.Unaware : member.Step == SpreadStep.Considering ? _parameters.Considering : 0));

    private (float Own, float Shared) NetBenefit(SpreadMember member, int quarter)
    {
        var factor = Factor(quarter);
        var subsidy = IsSubsidised(quarter) ? (_scenario.Subsidy!.Share * member.OneOffCost) + _scenario.Subsidy.Amount : 0;
        var own = member.YearlyBenefit - (factor * member.YearlyCost) - (Math.Max(0, member.OneOffCost - subsidy) / _parameters.YearsOfOneOff);
        return (Score(own), Score(factor * _scenario.SharedBase * member.Weight));

        float Score(double kroner) => (float)(_parameters.NetBenefit * kroner / member.Population * SpreadScale.OneLogit);
    }

    private int Common(int quarter) =>
        ((_scenario.FirstQuarterOfYear - 1 + quarter) % 4 == 3 ? SpreadScale.Fixed(_parameters.BudgetSeason) : 0)
        + (_scenario.LegalForceFrom <= quarter ? SpreadScale.Fixed(_parameters.LegalForce) : 0)
        + (IsSubsidised(quarter) ? SpreadScale.Fixed(_parameters.Subsidy) : 0);

    private double Factor(int quarter) => _scenario.PriceChanges.Where(change => change.FromQuarter <= quarter).Select(change => change.Factor).LastOrDefault(1);

    private bool IsSubsidised(int quarter) => _scenario.Subsidy is { } subsidy && quarter >= subsidy.FromQuarter && quarter <= subsidy.ToQuarter;

    private void Decide(State state, int quarter)
    {
        var sharers = quarter == 0 ? 0 : state.Sharers[quarter - 1];
        for (var i = 0; quarter == 0 && i < _members.Length; i++)
        {
            sharers += state.DecidedAt[i] == -1 || _asked.Contains(i) ? _members[i].Weight : 0;
        }

        for (var group = 0; group < _groups.Length; group++)
        {
            _groups[group].CountInUse(state.InGroups[group], state, quarter);
        }

        for (var i = 0; i < _members.Length; i++)
        {
            if (MayDecide(state, i, quarter) && (quarter == _scenario.Deadline || DrawDecision(state.Run, i, quarter) < SpreadScale.Threshold(SpreadScale.Step(Score(state, i, quarter, sharers)))))
            {
                state.DecidedAt[i] = quarter;
            }

            if (state.DecidedAt[i] == quarter)
            {
                Begin(state, i, quarter);
            }
        }
    }

    private bool MayDecide(State state, int i, int quarter) => _members[i].IsEligible && state.DecidedAt[i] == Never
        && (_members[i].Step < SpreadStep.Decided || _scenario.LegalForceFrom <= quarter || _scenario.Deadline <= quarter);

    private int Score(State state, int i, int quarter, long sharers)
    {
        var score = _baseline[i] + _common[quarter];
        foreach (var neighbour in _members[i].Neighbours)
        {
            score += state.InUseAt[neighbour] < quarter ? _neighbour[i] : 0;
        }

        for (var group = 0; group < _groups.Length; group++)
        {
            score += _groups[group].Addition(state.InGroups[group], i);
        }

        var benefit = _own[quarter, i] - (_shared[quarter, i] / ((float)sharers + _members[i].Weight));
        return score + (int)Math.Clamp(benefit, -SpreadScale.LargestAddition, SpreadScale.LargestAddition);
    }

    private void Begin(State state, int i, int quarter)
    {
        var waits = DrawJourney(state.Run, i);
        ComeToQueue(state, i, quarter + _scenario.DecidedToProcured.MinimumQuarters + waits.Procured + _scenario.ProcuredToInstalled.MinimumQuarters + waits.Installed, waits.InUse);
    }

    private void ComeToQueue(State state, int i, int quarter, int inUseWait)
    {
        if (Capacity(i) is null)
        {
            state.InUseAt[i] = quarter + _scenario.InstalledToInUse.MinimumQuarters + inUseWait;
        }
        else
        {
            state.ReadyAt[i] = quarter;
        }
    }

    private int? Capacity(int i) => _members[i].Vendor is { } vendor && vendor < _scenario.VendorCapacity.Count ? _scenario.VendorCapacity[vendor] : null;

    private void Install(State state, int quarter)
    {
        List<(uint Key, int Member)> arrivals = [];
        for (var i = 0; i < _members.Length; i++)
        {
            if (state.ReadyAt[i] == quarter)
            {
                arrivals.Add((DrawJourney(state.Run, i).Key, i));
            }
        }

        arrivals.Sort();
        foreach (var (_, i) in arrivals)
        {
            state.Queues[_members[i].Vendor!.Value].Enqueue(i);
        }

        for (var vendor = 0; vendor < state.Queues.Length; vendor++)
        {
            for (var installed = 0; installed < _scenario.VendorCapacity[vendor] && state.Queues[vendor].TryDequeue(out var i); installed++)
            {
                state.InUseAt[i] = quarter + _scenario.InstalledToInUse.MinimumQuarters + DrawJourney(state.Run, i).InUse;
            }
        }
    }

    private void Count(State state, int quarter)
    {
        var (fees, newcomers, oneOff) = (0L, 0, 0L);
        for (var i = 0; i < _members.Length; i++)
        {
            if (state.DecidedAt[i] <= quarter)
            {
                state.Decided[quarter]++;
                state.Sharers[quarter] += _members[i].Weight;
                fees += (long)Math.Round(_members[i].YearlyCost);
                newcomers += state.DecidedAt[i] == quarter ? 1 : 0;
                oneOff += state.DecidedAt[i] == quarter ? (long)Math.Round(_members[i].OneOffCost) : 0;
            }

            if (state.InUseAt[i] <= quarter)
            {
                state.InUse[quarter]++;
                state.Inhabitants[quarter] += _members[i].Population;
            }
        }

        var owner = _scenario.Owner;
        var income = owner.ShareOfYearly * Factor(quarter) * ((state.Decided[quarter] > 0 ? _scenario.SharedBase : 0) + fees);
        var cost = owner.YearlyCost + (owner.YearlyCostPerMember * state.Decided[quarter]);
        state.Result[quarter] = (quarter == 0 ? 0 : state.Result[quarter - 1]) + (((income - cost) / 4) + (owner.ShareOfOneOff * oneOff) - (owner.OneOffCostPerMember * newcomers));
    }

    /// <summary>Goes on for one that was under way when the first quarter began.</summary>
    private void GoOn(State state, int i)
    {
        var (waits, reached) = (DrawJourney(state.Run, i), _members[i].ReachedQuarter);
        switch (_members[i].Step)
        {
            case SpreadStep.Decided:
                ComeToQueue(state, i, Math.Max(0, reached + _scenario.DecidedToProcured.MinimumQuarters) + waits.Procured + _scenario.ProcuredToInstalled.MinimumQuarters + waits.Installed, waits.InUse);
                break;
            case SpreadStep.Procured:
                ComeToQueue(state, i, Math.Max(0, reached + _scenario.ProcuredToInstalled.MinimumQuarters) + waits.Installed, waits.InUse);
                break;
            case SpreadStep.Installed:
                state.InUseAt[i] = Math.Max(0, reached + _scenario.InstalledToInUse.MinimumQuarters) + waits.InUse;
                break;
            default:
                state.InUseAt[i] = -1;
                break;
        }
    }

    /// <summary>Philox 4×32-10, from the paper.</summary>
    private (uint First, uint Second, uint Third, uint Fourth) Draw(int run, int member, int quarter, int purpose)
    {
        unchecked
        {
            var (a, b, c, d) = ((uint)run, (uint)member, (uint)quarter, (uint)purpose);
            var (firstKey, secondKey) = ((uint)_seed, (uint)(_seed >> 32));
            for (var round = 0; round < 10; round++)
            {
                var (first, second) = (0xD2511F53UL * a, 0xCD9E8D57UL * c);
                (a, b, c, d) = ((uint)(second >> 32) ^ b ^ firstKey, (uint)second, (uint)(first >> 32) ^ d ^ secondKey, (uint)first);
                (firstKey, secondKey) = (firstKey + 0x9E3779B9, secondKey + 0xBB67AE85);
            }

            return (a, b, c, d);
        }
    }

    /// <summary>Four runs share a block of words.</summary>
    private uint DrawDecision(int run, int member, int quarter)
    {
        var words = Draw(run / 4, member, quarter, 0);
        return (run % 4) switch { 0 => words.First, 1 => words.Second, 2 => words.Third, _ => words.Fourth };
    }

    /// <summary>The waits to procured, installed and in use, and the key in the queue.</summary>
    private (int Procured, int Installed, int InUse, uint Key) DrawJourney(int run, int member)
    {
        var (procured, installed, inUse, key) = Draw(run, member, 0, 1);
        return (Wait(procured, _procuredWaits), Wait(installed, _installedWaits), Wait(inUse, _inUseWaits), key);
    }

    private static int Wait(uint word, uint[] bounds)
    {
        var quarters = 0;
        while (quarters < bounds.Length && word >= bounds[quarters])
        {
            quarters++;
        }

        return quarters;
    }

    private sealed class State
    {
        public State(SpreadOracle oracle, int run)
        {
            var (members, quarters) = (oracle._members.Length, oracle._scenario.Quarters);
            Run = run;
            (DecidedAt, ReadyAt, InUseAt) = (new int[members], new int[members], new int[members]);
            (Decided, InUse, Inhabitants, Sharers, Result) = (new int[quarters], new int[quarters], new long[quarters], new long[quarters], new double[quarters]);
            InGroups = [.. oracle._groups.Select(group => new int[group.Count])];
            Queues = [.. oracle._scenario.VendorCapacity.Select(_ => new Queue<int>())];
            for (var i = 0; i < members; i++)
            {
                (DecidedAt[i], ReadyAt[i], InUseAt[i]) = (Never, Never, Never);
                if (oracle._members[i] is { IsEligible: true, Step: >= SpreadStep.Decided and <= SpreadStep.BenefitsConfirmed })
                {
                    DecidedAt[i] = -1;
                    oracle.GoOn(this, i);
                }
            }
        }

        public int Run { get; }

        public int[] DecidedAt { get; }

        public int[] ReadyAt { get; }

        public int[] InUseAt { get; }

        public int[] Decided { get; }

        public int[] InUse { get; }

        public long[] Inhabitants { get; }

        public long[] Sharers { get; }

        public double[] Result { get; }

        public Queue<int>[] Queues { get; }

        /// <summary>How many had it in use in each network, co-operation and vendor's market when the quarter began.</summary>
        public int[][] InGroups { get; }
    }

    /// <summary>The networks, the co-operations or the vendors.</summary>
    private sealed class Group
    {
        private readonly int[] _of;
        private readonly int[] _addition;

        public Group(SpreadMember[] members, Func<SpreadMember, int?> groupOf, double weight)
        {
            Dictionary<int, int> sizes = members.Where(member => member.IsEligible).Select(groupOf).OfType<int>().CountBy(group => group).ToDictionary();
            List<int> numbers = [.. sizes.Keys];
            _of = [.. members.Select(member => groupOf(member) is { } group && member.IsEligible ? numbers.IndexOf(group) : -1)];
            _addition = [.. sizes.Values.Select(size => SpreadScale.Fixed(weight / Math.Max(1, size - 1)))];
        }

        /// <summary>How many groups there are.</summary>
        public int Count => _addition.Length;

        public void CountInUse(int[] inUse, State state, int quarter)
        {
            Array.Clear(inUse);
            for (var i = 0; i < _of.Length; i++)
            {
                if (_of[i] >= 0 && state.InUseAt[i] < quarter)
                {
                    inUse[_of[i]]++;
                }
            }
        }

        public int Addition(int[] inUse, int i) => _of[i] < 0 ? 0 : inUse[_of[i]] * _addition[_of[i]];
    }
}
