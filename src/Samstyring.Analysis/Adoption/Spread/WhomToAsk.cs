namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What asking is to further.</summary>
/// <param name="Quarter">The quarter at whose end the spread is counted, within the scenario. The nearer, the more it counts who is quick; far out nearly all have come anyway.</param>
/// <param name="CountsInhabitants">Whether inhabitants with the solution in use are counted rather than municipalities.</param>
public sealed record SpreadGoal(int Quarter, bool CountsInhabitants = false);

/// <summary>How much more spread there is, run by run, than in the same runs without: each run has its own chance.</summary>
/// <param name="Mean">Municipalities, or inhabitants, in use at the goal; those who are asked with them.</param>
/// <param name="StandardError">Of the mean, from so many runs.</param>
/// <param name="Spread">How it varies from run to run.</param>
public sealed record SpreadLift(double Mean, double StandardError, SpreadPercentiles Spread)
{
    internal static SpreadLift Of(long[] with, long[] without)
    {
        double[] lifts = [.. with.Zip(without, (one, other) => (double)(one - other)).Order()];
        var mean = lifts.Average();
        var variance = lifts.Sum(lift => (lift - mean) * (lift - mean)) / Math.Max(1, lifts.Length - 1);
        return new(mean, Math.Sqrt(variance / lifts.Length), SpreadPercentiles.Of(At));

        double At(double share) => lifts[(int)Math.Ceiling(share * lifts.Length) - 1];
    }
}

/// <summary>How far the search for whom to ask has come. None of the figures ever falls.</summary>
/// <param name="Tried">Members tried alone, which comes first.</param>
/// <param name="Candidates">How many are to be.</param>
/// <param name="Found">Members found.</param>
/// <param name="Count">How many are to be. When all are, they are compared with the largest and with blind draws.</param>
/// <param name="Share">Of all steps, 0 to 1. Steps are not equally long.</param>
public sealed record AskingProgress(int Tried, int Candidates, int Found, int Count, double Share);

/// <summary>One to ask.</summary>
/// <param name="Member">Its place among the members.</param>
/// <param name="Lift">What it adds to those asked before it.</param>
public sealed record AskedMember(int Member, SpreadLift Lift);

/// <summary>
/// The members that lift the spread most when they decide in quarter 0, which is what asking is taken to lead to. Found one at a time, each the best beside those before it, by the
/// simulation with common random words; a member's lift is reckoned again only while it may still be the best (lazy greedy: J. Leskovec and others, «Cost-effective outbreak detection in
/// networks», KDD 2007). Where one more adds less the more there are, greedy gives at least 63 per cent (1 − 1/e) of what the best choice does. Here that need not hold: two peers together may
/// move a third more than the sum of each, and a price falls for all. Then a member whose lift has grown may be passed over, and there is no such promise: so it stands beside two
/// simple ways, in the same runs.
/// </summary>
/// <param name="Expected">The mean spread when nobody is asked.</param>
/// <param name="Members">In the order found.</param>
/// <param name="Together">What they lift together.</param>
/// <param name="LargestFirst">What as many of the largest lift, in inhabitants; of equals the first.</param>
/// <param name="Random">What as many lift that are drawn blindly, over all of <see cref="Draws"/> draws, each in all the runs; the standard error takes them for different runs.</param>
public sealed record WhomToAsk(double Expected, IReadOnlyList<AskedMember> Members, SpreadLift Together, SpreadLift LargestFirst, SpreadLift Random)
{
    /// <summary>How many blind draws are compared with.</summary>
    public const int Draws = 20;

    /// <summary>Every run's outcome is kept here, to compare run by run.</summary>
    public const int MostRuns = 100_000;

    /// <param name="count">How many to ask, from 1. Where fewer may decide, all of them.</param>
    /// <param name="runs">From 1 to <see cref="MostRuns"/>.</param>
    /// <param name="threads">How many to use at most. It does not show in the result.</param>
    /// <param name="progress">Is told how far the work has come, on the thread that asked for it.</param>
    /// <param name="stop">Is looked at each quarter of every 64 runs.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count, the runs, the threads or the quarter of the goal is out of range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static WhomToAsk First(SpreadModel model, int count, SpreadGoal goal, int runs, ulong seed, int threads, IProgress<AskingProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs, MostRuns);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (goal.Quarter < 0 || goal.Quarter >= model.Scenario.Quarters)
        {
            throw new ArgumentOutOfRangeException(nameof(goal), goal, "The quarter is not one of the scenario's.");
        }

        int[] candidates = [.. Enumerable.Range(0, model.Members.Count).Where(i => model.Members[i] is { IsEligible: true, Step: < SpreadStep.Decided })];
        var asked = Math.Min(count, candidates.Length);
        var trial = new SpreadTrial(model.Plan, goal, runs, seed, threads, stop);
        var nobody = trial.Of([]);
        var steps = new Steps(candidates.Length, asked, progress);
        var members = Greedy(trial, candidates, asked, nobody, steps);
        var largest = trial.Of([.. candidates.OrderByDescending(i => model.Members[i].Population).Take(asked)]);
        steps.Compared();
        return new(nobody.Average(), members, SpreadLift.Of(trial.Of([.. members.Select(member => member.Member)]), nobody), SpreadLift.Of(largest, nobody), Blindly(trial, candidates, asked, nobody, seed, steps));
    }

    private static List<AskedMember> Greedy(SpreadTrial trial, int[] candidates, int count, long[] nobody, Steps steps)
    {
        List<AskedMember> found = [];
        var best = nobody;
        var waiting = new PriorityQueue<(int Member, int Round), (double NegativeGain, int Member)>();
        foreach (var candidate in candidates)
        {
            waiting.Enqueue((candidate, 0), (-Gain(trial.Of([candidate]), best), candidate));
            steps.Tried();
        }

        while (found.Count < count)
        {
            var (member, round) = waiting.Dequeue();
            var outcome = trial.Of([.. found.Select(one => one.Member), member]);
            if (round == found.Count)
            {
                found.Add(new(member, SpreadLift.Of(outcome, best)));
                best = outcome;
                steps.Found();
            }
            else
            {
                waiting.Enqueue((member, found.Count), (-Gain(outcome, best), member));
            }
        }

        return found;
    }

    private static SpreadLift Blindly(SpreadTrial trial, int[] candidates, int count, long[] nobody, ulong seed, Steps steps)
    {
        List<long> with = [];
        List<long> without = [];
        for (var draw = 0; draw < Draws; draw++)
        {
            var random = new Philox(seed);
            with.AddRange(trial.Of([.. candidates.OrderBy(member => random.Draw((uint)draw, (uint)member, 0, SpreadDraws.Blind).First).Take(count)]));
            without.AddRange(nobody);
            steps.Compared();
        }

        return SpreadLift.Of([.. with], [.. without]);
    }

    private static double Gain(long[] with, long[] without) => (with.Sum() - without.Sum()) / (double)with.Length;

    private sealed class Steps(int candidates, int count, IProgress<AskingProgress>? progress)
    {
        private int _tried;
        private int _found;
        private int _compared;

        public void Tried() => Tell(ref _tried);

        public void Found() => Tell(ref _found);

        public void Compared() => Tell(ref _compared);

        private void Tell(ref int step)
        {
            step++;
            progress?.Report(new(_tried, candidates, _found, count, (_tried + _found + _compared) / (double)(candidates + count + Draws + 1)));
        }
    }
}
