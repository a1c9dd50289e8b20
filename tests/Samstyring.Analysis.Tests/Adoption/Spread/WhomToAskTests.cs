using Samstyring.Analysis.Adoption.Spread;

namespace Samstyring.Analysis.Tests.Adoption.Spread;

public sealed class WhomToAskTests
{
    private static readonly SpreadMember Member = new() { Population = 10_000 };

    /// <summary>A star of nine, and nine that stand alone, of whom one is far larger: the middle of the star moves the others, the large one moves nobody.</summary>
    private static readonly SpreadModel Star = SpreadSketch.Model(
        [
            Member with { Population = 9_000, Neighbours = [.. Enumerable.Range(1, 8)] },
            .. Enumerable.Range(1, 8).Select(_ => Member with { Neighbours = [0] }),
            .. Enumerable.Range(9, 9).Select(i => Member with { Population = i == 12 ? 500_000 : 10_000 }),
        ],
        SpreadSketch.AtOnce with { Quarters = 8 },
        SpreadSketch.Chance(0.05) with { Neighbours = 3 });

    [Fact]
    public void The_one_that_others_look_to_is_asked_first()
    {
        var plan = WhomToAsk.First(Star, 2, new(4), runs: 1_000, seed: 3, threads: 2);

        Assert.Equal(0, plan.Members[0].Member);
        Assert.True(plan.Together.Mean > plan.LargestFirst.Mean + (4 * plan.LargestFirst.StandardError));
        Assert.True(plan.Together.Mean > plan.Random.Mean + (4 * plan.Random.StandardError));
        Assert.Equal(plan.Together.Mean, plan.Members.Sum(member => member.Lift.Mean), 9);
    }

    [Fact]
    public void For_inhabitants_the_largest_is_asked_first() =>
        Assert.Equal(12, WhomToAsk.First(Star, 1, new(4, CountsInhabitants: true), runs: 500, seed: 3, threads: 2).Members[0].Member);

    /// <summary>One that stands alone has it in use at once in place of with a chance: the lift is what is left of the chance.</summary>
    [Fact]
    public void The_lift_of_one_alone_is_the_chance_that_it_would_not_have_come()
    {
        var plan = WhomToAsk.First(SpreadSketch.Model([Member], SpreadSketch.AtOnce with { Quarters = 8 }, SpreadSketch.Chance(0.1)), 1, new(4), runs: 20_000, seed: 3, threads: 2);

        var left = Math.Pow(0.9, 5);
        Assert.InRange(plan.Expected, 1 - left - (4 * plan.Together.StandardError), 1 - left + (4 * plan.Together.StandardError));
        Assert.Equal(1 - plan.Expected, plan.Together.Mean, 9);
        Assert.Equal(Math.Sqrt(plan.Expected * (1 - plan.Expected) / 19_999), plan.Together.StandardError, 9);
        Assert.Equal(new(0, 0, 1, 1, 1), plan.Together.Spread);
    }

    /// <summary>Every pair is tried. Where peers weigh nothing one more adds the same whoever is before it, and greedy is exact.</summary>
    [Fact]
    public void Where_nobody_looks_to_others_no_pair_is_better()
    {
        SpreadMember[] members = [.. Enumerable.Range(0, 8).Select(i => Member with { Population = 1_000 << i })];
        var model = SpreadSketch.Model(members, SpreadSketch.AtOnce with { Quarters = 8 }, SpreadSketch.Chance(0.1) with { Size = 0.5 });
        var trial = new SpreadTrial(model.Plan, new(5), 300, 3, 1, default);

        var plan = WhomToAsk.First(model, 2, new(5), 300, 3, 1);

        var best = Enumerable.Range(0, 8).SelectMany(one => Enumerable.Range(one + 1, 7 - one).Select(other => trial.Of([one, other]).Average())).Max();
        Assert.Equal(best, plan.Expected + plan.Together.Mean, 9);
    }

    [Fact]
    public void In_the_same_run_asking_takes_nobody_away()
    {
        var model = SpreadSketch.Model(SpreadSketch.Members(60, 2), SpreadSketch.Scenario(12, 2) with { VendorCapacity = [] });
        var trial = new SpreadTrial(model.Plan, new(9), 200, 3, 2, default);
        int[] open = [.. Enumerable.Range(0, 60).Where(i => model.Members[i] is { IsEligible: true, Step: < SpreadStep.Decided })];

        var nobody = trial.Of([]);

        Assert.All(open, member => Assert.All(trial.Of([member]).Zip(nobody), counts => Assert.True(counts.First >= counts.Second)));
        Assert.Equal(nobody, Enumerable.Range(0, 200).Select(run => (long)new SpreadOracle(model, 3).Run(run).InUse[9]));
        Assert.Equal(trial.Of([open[3], open[9]]), Enumerable.Range(0, 200).Select(run => (long)new SpreadOracle(model, 3, open[3], open[9]).Run(run).InUse[9]));
    }

    [Fact]
    public void It_is_the_same_on_one_thread_and_two_and_stops_when_asked_to()
    {
        using var stop = new CancellationTokenSource();
        var (one, two) = (WhomToAsk.First(Star, 3, new(4), 200, 3, 1), WhomToAsk.First(Star, 3, new(4), 200, 3, 2));
        var progress = new Noted<AskingProgress>();

        Assert.Equal(one.Members, two.Members);
        Assert.Equal((one.Expected, one.Together, one.LargestFirst, one.Random), (two.Expected, two.Together, two.LargestFirst, two.Random));
        WhomToAsk.First(Star, 3, new(4), 200, 3, 1, progress);
        Assert.All(progress.Values.Zip(progress.Values.Skip(1)), pair => Assert.True(pair.First.Share < pair.Second.Share && pair.First.Tried <= pair.Second.Tried && pair.First.Found <= pair.Second.Found));
        Assert.Equal(new(18, 18, 3, 3, 1), progress.Values[^1]);
        Assert.Contains(progress.Values, at => at is { Tried: 18, Found: 1 });
        Assert.Throws<OperationCanceledException>(() => WhomToAsk.First(Star, 3, new(4), 200, 3, 1, new Noted<AskingProgress> { Then = _ => stop.Cancel() }, stop.Token));
    }

    /// <summary>In each of the three parts of the work; nothing is told after it, and so nothing is worked on.</summary>
    [Theory, InlineData(1), InlineData(19), InlineData(25)]
    public void It_stops_at_the_step_where_it_is_asked_to(int step)
    {
        using var stop = new CancellationTokenSource();
        var told = 0;
        var progress = new Noted<AskingProgress>
        {
            Then = _ =>
            {
                if (++told == step)
                {
                    stop.Cancel();
                }
            },
        };

        Assert.Throws<OperationCanceledException>(() => WhomToAsk.First(Star, 3, new(4), 200, 3, 2, progress, stop.Token));

        Assert.Equal(step, told);
    }

    [Fact]
    public void Those_who_have_decided_or_said_no_are_not_asked_and_no_more_than_there_are()
    {
        var model = SpreadSketch.Model([Member, Member with { Step = SpreadStep.Declined }, Member with { Step = SpreadStep.Procured }, Member with { IsEligible = false }]);

        Assert.Equal([0], WhomToAsk.First(model, 3, new(4), 100, 3, 1).Members.Select(member => member.Member));
        Assert.Throws<ArgumentOutOfRangeException>(() => WhomToAsk.First(model, 0, new(4), 100, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WhomToAsk.First(model, 1, new(40), 100, 3, 1));
    }
}
