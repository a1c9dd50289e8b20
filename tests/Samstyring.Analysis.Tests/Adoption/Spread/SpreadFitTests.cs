using Samstyring.Analysis.Adoption.Spread;

namespace Samstyring.Analysis.Tests.Adoption.Spread;

public sealed class SpreadFitTests
{
    private static readonly SpreadScenario History = new()
    {
        Quarters = 16,
        SharedBase = 2_000_000,
        LegalForceFrom = 13,
        Subsidy = new(4, 7, 0.5),
        PriceChanges = [new(8, 1.3)],
    };

    private static readonly SpreadParameters Truth = new()
    {
        Baseline = -4.5,
        Neighbours = 2.2,
        Network = 0.5,
        Cooperation = 1.2,
        Vendor = 1.1,
        Size = 0.45,
        NetBenefit = 0.035,
        BudgetSeason = 1.2,
        LegalForce = 1.3,
        Subsidy = 0.8,
    };

    /// <summary>A history of 3,000 municipalities made with other parameters than the assumed; the truth is within three standard deviations, and those are small.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void The_parameters_behind_a_history_are_found_again(int seed)
    {
        var fit = SpreadSketch.Accepted(SpreadFit.To(Observed(3_000, seed)));

        Assert.Equal(Enum.GetValues<SpreadFactor>(), fit.Estimates.Select(estimate => estimate.Factor));
        Assert.All(fit.Estimates, estimate => Assert.True(estimate.IsFitted));
        Assert.All(fit.Estimates, estimate => Assert.InRange(Truth[estimate.Factor], estimate.Value - (3 * estimate.Deviation), estimate.Value + (3 * estimate.Deviation)));
        Assert.All(fit.Estimates, estimate => Assert.InRange(estimate.Deviation, 0, estimate.Factor == SpreadFactor.NetBenefit ? 0.004 : 0.5));
        Assert.Equal(Enum.GetValues<SpreadFactor>(), fit.Parameters.Fitted);
        Assert.All(fit.Estimates, estimate => Assert.Equal(estimate.Value, fit.Parameters[estimate.Factor]));
    }

    /// <summary>One factor that is always the same, no prior to speak of but the baseline's: the fit solves decided/observed = p, held back by a normal of deviation 1 around −4.</summary>
    [Fact]
    public void A_baseline_alone_solves_the_equation_of_its_likelihood()
    {
        SpreadMember[] members = [.. Enumerable.Repeat(new SpreadMember { Population = 10_000 }, 100)];
        var model = SpreadSketch.Model(members, SpreadSketch.AtOnce with { Quarters = 1 });
        var fit = SpreadSketch.Accepted(SpreadFit.To(new(model, [.. members.Select((_, i) => i < 40 ? 0 : (int?)null)], [.. members.Select((_, i) => i < 40 ? 0 : (int?)null)])));

        var chance = 1 / (1 + Math.Exp(-fit.Parameters.Baseline));
        Assert.Equal(0, 40 - (100 * chance) - (fit.Parameters.Baseline + 4), 6);
        Assert.Equal(1 / Math.Sqrt((100 * chance * (1 - chance)) + 1), fit.Estimates[0].Deviation, 6);
        Assert.Equal([SpreadFactor.Baseline], fit.Parameters.Fitted);
        Assert.Equal((40, 100), (fit.Decisions, fit.Observations));
    }

    [Fact]
    public void Without_history_the_parameters_are_exactly_the_assumed()
    {
        var members = SpreadSketch.Members(357, 1, hasStarted: false);
        var fit = SpreadSketch.Accepted(SpreadFit.To(new(SpreadSketch.Model(members, History), new int?[357], new int?[357])));

        Assert.Same(SpreadParameters.Default, fit.Parameters);
        Assert.All(fit.Estimates, estimate => Assert.False(estimate.IsFitted));
        Assert.Equal(0, fit.Decisions);
    }

    [Theory, InlineData(19, false), InlineData(20, true)]
    public void Under_twenty_decisions_are_too_few(int decisions, bool isFitted)
    {
        var members = SpreadSketch.Members(357, 1, hasStarted: false);
        int?[] decidedAt = [.. Enumerable.Range(0, 357).Where(i => members[i].IsEligible).Take(decisions).Aggregate(new int?[357], (all, i) => { all[i] = i % 4; return all; })];
        var fit = SpreadSketch.Accepted(SpreadFit.To(new(SpreadSketch.Model(members, History with { Quarters = 4, LegalForceFrom = null, Subsidy = null, PriceChanges = [] }), decidedAt, new int?[357])));

        Assert.Equal(decisions, fit.Decisions);
        Assert.Equal(isFitted, fit.Parameters.Fitted is not []);
        Assert.DoesNotContain(SpreadFactor.LegalForce, fit.Parameters.Fitted);
        Assert.DoesNotContain(SpreadFactor.Neighbours, fit.Parameters.Fitted);
        Assert.Equal(SpreadParameters.Default.LegalForce, fit.Parameters.LegalForce);
    }

    /// <summary>A history in which those with all their peers in use held back: the weights stay at nothing, and may be simulated with.</summary>
    [Fact]
    public void No_history_turns_a_factor_round()
    {
        SpreadMember[] members = [.. Enumerable.Range(0, 200).Select(i => new SpreadMember { Population = 10_000, Neighbours = i < 100 ? [i + 100] : [i - 100], Step = i < 50 ? SpreadStep.InUse : SpreadStep.Informed })];
        int?[] decidedAt = [.. Enumerable.Range(0, 200).Select(i => i is >= 50 and < 100 or >= 150 ? i % 3 : (int?)null)];
        var fit = SpreadSketch.Accepted(SpreadFit.To(new(SpreadSketch.Model(members, SpreadSketch.AtOnce with { Quarters = 3 }), decidedAt, new int?[200])));

        Assert.Equal(0, fit.Parameters.Neighbours);
        Assert.True(SpreadModel.Create(members, new(), fit.Parameters).IsAccepted(out _, out _));
    }

    [Fact]
    public void A_history_that_cannot_be_is_refused()
    {
        var model = SpreadSketch.Model([new SpreadMember { Population = 1 }], SpreadSketch.AtOnce with { Quarters = 4 });

        AssertRefused("spread.history-length", SpreadFit.To(new(model, [], [])));
        AssertRefused("spread.out-of-range", SpreadFit.To(new(model, [4], [null])));
        AssertRefused("spread.in-use-before-decided", SpreadFit.To(new(model, [2], [1])));

        static void AssertRefused(string code, Domain.Kernel.Outcome<SpreadFit> outcome)
        {
            Assert.False(outcome.IsAccepted(out _, out var refusal));
            Assert.Equal(code, refusal.Reasons[0].Code);
        }
    }

    private static SpreadHistory Observed(int count, int seed)
    {
        var members = SpreadSketch.Members(count, seed, hasStarted: false);
        var run = new SpreadOracle(SpreadSketch.Model(members, History, Truth), (ulong)seed).Run(0);
        return new(SpreadSketch.Model(members, History), [.. run.DecidedAt.Select(Seen)], [.. run.InUseAt.Select(Seen)]);

        static int? Seen(int quarter) => quarter < History.Quarters ? quarter : null;
    }
}
