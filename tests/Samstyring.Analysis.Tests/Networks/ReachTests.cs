using FsCheck;
using FsCheck.Fluent;
using Samstyring.Analysis.Networks;

namespace Samstyring.Analysis.Tests.Networks;

public sealed class ReachTests
{
    private static readonly Channel Network = new("digi-agder", [new("4204", 0.8), new("4207", 0.5), new("0301", 1)]);
    private static readonly Channel Vendor = new("vendor", [new("4207", 0.9), new("4226", 0)]);
    private static readonly Channel Ks = new("ks", [new("4204", 0.2), new("4207", 0.2), new("4226", 0.2)]);
    private static readonly Decider[] Deciders = [new("4204", 100), new("4207", 10), new("4226", 5), new("4221", 35)];

    private sealed record Case(IReadOnlyList<Channel> Channels, IReadOnlyList<Decider> Deciders, Channel More)
    {
        public Reach Reach => Of(Channels, Deciders);
    }

    [Fact]
    public void A_channel_reaches_its_members_who_must_decide_by_the_strength_of_the_relation()
    {
        var reach = Of([Network, Vendor, Ks], Deciders);

        Assert.Equal([("digi-agder", 2, 85), ("vendor", 1, 9), ("ks", 3, 23)], reach.Channels.Select(c => (c.Channel, c.Count, Inhabitants(c.Share))));
        Assert.Equal([new("4204", 0.8, "digi-agder"), new("4207", 0.9, "vendor"), new("4226", 0.2, "ks"), new("4221", 0, null)], reach.Deciders);
        Assert.Equal((3, 90), (reach.Count, Inhabitants(reach.Share)));
        Assert.Equal(["4221"], reach.Unreached);
    }

    [Fact]
    public void Without_ks_it_shows_who_was_reached_by_ks_alone()
    {
        var without = Of([Network, Vendor, Ks], Deciders).Without("ks");

        Assert.Equal(["4226", "4221"], without.Unreached);
        Assert.Equal((2, 89), (without.Count, Inhabitants(without.Share)));
        Assert.Equal(["digi-agder", "vendor"], without.Channels.Select(c => c.Channel));
    }

    [Fact]
    public void Where_nobody_must_decide_the_share_is_unknown()
    {
        var reach = Of([Ks], []);

        Assert.Equal((0, null), (reach.Count, reach.Share));
        Assert.Null(Assert.Single(reach.Channels).Share);
    }

    [Fact]
    public void Another_channel_never_lowers_the_reach_of_anybody() => Prop.ForAll(Cases(), c =>
    {
        var (before, after) = (c.Reach, Of([.. c.Channels, c.More], c.Deciders));

        return after.Count >= before.Count && IsAtLeast(after.Share, before.Share) && after.Deciders.Zip(before.Deciders).All(d => d.First.Strength >= d.Second.Strength)
            && !after.Unreached.Except(before.Unreached).Any();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_a_channel_the_reach_is_that_of_the_others_and_never_more() => Prop.ForAll(Cases(), c => c.Channels.All(taken =>
    {
        var (with, without) = (c.Reach, c.Reach.Without(taken.Key));
        var others = Of(c.Channels.Where(other => other != taken), c.Deciders);

        return without.Deciders.SequenceEqual(others.Deciders) && without.Share == others.Share && without.Count <= with.Count && IsAtLeast(with.Share, without.Share);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void All_channels_together_reach_at_least_what_one_does_and_at_most_everybody() => Prop.ForAll(Cases(), c =>
        c.Reach.Channels.All(one => c.Reach.Count >= one.Count && IsAtLeast(c.Reach.Share, one.Share)) && c.Reach.Count <= c.Deciders.Count && IsAtLeast(1, c.Reach.Share ?? 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_channels_changes_no_figure() => Prop.ForAll(Cases(), c =>
    {
        var turned = Of(c.Channels.Reverse(), c.Deciders);

        return turned.Share == c.Reach.Share && turned.Deciders.Select(d => d.Strength).SequenceEqual(c.Reach.Deciders.Select(d => d.Strength)) && turned.Channels.Reverse().SequenceEqual(c.Reach.Channels);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_fault_is_told()
    {
        var outcome = Reach.Of(
            [new("ks", [new("4207", 1.1), new("4207", 0.5)]), new("ks", [new("4204", double.NaN)])],
            [new("4207"), new("4207"), new("4204", 0), new("4226", double.PositiveInfinity)]);

        Assert.False(outcome.IsAccepted(out _, out var refusal));
        Assert.Equal(
            [
                ("reach.channel-twice", "ks", null), ("reach.decider-twice", "4207", null), ("reach.weight", "4204", "0"), ("reach.weight", "4226", "Infinity"),
                ("reach.member-twice", "ks", "4207"), ("reach.strength", "ks", "1.1"), ("reach.strength", "ks", "NaN"),
            ],
            refusal.Reasons.Select(r => (r.Code, r.Field!, r.Value)));
    }

    /// <summary>Of the 150 of <see cref="Deciders"/>.</summary>
    private static double Inhabitants(double? share) => Math.Round(150 * share!.Value, 9);

    private static Reach Of(IEnumerable<Channel> channels, IEnumerable<Decider> deciders) => Sketch.Accepted(Reach.Of(channels, deciders));

    private static bool IsAtLeast(double? figure, double? least) => figure is null ? least is null : figure >= least;

    private static Arbitrary<Case> Cases() => (
        from deciders in Gen.Choose(0, 6)
        from weights in Gen.Choose(1, 1_000_000).Select(w => w / 7.0).ArrayOf(deciders)
        from channels in Gen.Choose(0, 5)
        from strengths in Gen.Choose(0, 10).Select(s => s / 10.0).ArrayOf(8).ArrayOf(channels + 1)
        let all = strengths.Select((s, c) => new Channel($"channel {c}", [.. s.Index().Where(tie => tie.Item > 0).Select(tie => new ChannelTie($"{tie.Index}", tie.Item))])).ToList()
        select new Case(all[1..], [.. weights.Index().Select(w => new Decider($"{w.Index}", w.Item))], all[0])).ToArbitrary();
}
