using System.Globalization;
using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Networks;

/// <summary>A body that can be spoken through: a network, an IT company, a vendor, KS.</summary>
/// <param name="Key">Its name in the results. No two have the same.</param>
public sealed record Channel(string Key, IReadOnlyList<ChannelTie> Ties);

/// <param name="Member">Whom the channel reaches. Those who need not decide are left out of the account.</param>
/// <param name="Strength">How strong their relation is, from 0 (none) to 1.</param>
public sealed record ChannelTie(string Member, double Strength);

/// <summary>Somebody who must decide, such as a municipality.</summary>
/// <param name="Weight">What they count for, such as their inhabitants. More than 0.</param>
public sealed record Decider(string Key, double Weight = 1);

/// <param name="Count">How many of those who must decide the channel reaches at all.</param>
/// <param name="Share">Their share of all weight, each by the strength of the relation, from 0 to 1. Null where nobody must decide.</param>
public sealed record ChannelReach(string Channel, int Count, double? Share);

/// <param name="Strength">The strength of the strongest relation, 0 where there is none.</param>
/// <param name="Channel">Who has it, the first named of equals. Null where nobody has.</param>
public sealed record DeciderReach(string Decider, double Strength, string? Channel);

/// <summary>Which channels reach which of those who must decide. All channels together reach each by the strongest relation that one of them has.</summary>
public sealed class Reach
{
    private readonly IReadOnlyList<Channel> _channels;
    private readonly IReadOnlyList<Decider> _deciders;

    private Reach(IReadOnlyList<Channel> channels, IReadOnlyList<Decider> deciders)
    {
        (_channels, _deciders) = (channels, deciders);
        Dictionary<string, DeciderReach> best = deciders.ToDictionary(d => d.Key, d => new DeciderReach(d.Key, 0, null), StringComparer.Ordinal);
        foreach (var channel in channels)
        {
            foreach (var tie in channel.Ties)
            {
                if (best.TryGetValue(tie.Member, out var known) && tie.Strength > known.Strength)
                {
                    best[tie.Member] = new(tie.Member, tie.Strength, channel.Key);
                }
            }
        }

        Deciders = [.. deciders.Select(d => best[d.Key])];
        Channels = [.. channels.Select(ReachOf)];
        (Count, Share) = Weigh(best.ToDictionary(d => d.Key, d => d.Value.Strength, StringComparer.Ordinal));
    }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<ChannelReach> Channels { get; }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<DeciderReach> Deciders { get; }

    /// <summary>Those who must decide and whom no channel reaches.</summary>
    public IEnumerable<string> Unreached => Deciders.Where(d => d.Channel is null).Select(d => d.Decider);

    /// <summary>How many of those who must decide some channel reaches.</summary>
    public int Count { get; }

    /// <summary>Their share of all weight, each by the strongest relation, from 0 to 1. Null where nobody must decide.</summary>
    public double? Share { get; }

    /// <returns>The reach, or every reason against the input. The field of a reason is the channel or the decider it is about.</returns>
    public static Outcome<Reach> Of(IEnumerable<Channel> channels, IEnumerable<Decider> deciders)
    {
        IReadOnlyList<Channel> all = [.. channels];
        IReadOnlyList<Decider> deciding = [.. deciders];
        Reason[] reasons =
        [
            .. Twice(all.Select(c => c.Key)).Select(key => new Reason("reach.channel-twice", key)),
            .. Twice(deciding.Select(d => d.Key)).Select(key => new Reason("reach.decider-twice", key)),
            .. deciding.Where(d => d.Weight is not (> 0 and < double.PositiveInfinity)).Select(d => new Reason("reach.weight", d.Key, Text(d.Weight))),
            .. all.SelectMany(c => Twice(c.Ties.Select(t => t.Member)).Select(member => new Reason("reach.member-twice", c.Key, member))),
            .. all.SelectMany(c => c.Ties.Where(t => t.Strength is not (>= 0 and <= 1)).Select(t => new Reason("reach.strength", c.Key, Text(t.Strength)))),
        ];
        return reasons is [] ? new Reach(all, deciding) : new Refusal(reasons);
    }

    /// <summary>The reach of the other channels alone: what is lost without KS, for instance.</summary>
    public Reach Without(string channel) => new([.. _channels.Where(c => !string.Equals(c.Key, channel, StringComparison.Ordinal))], _deciders);

    private static IEnumerable<string> Twice(IEnumerable<string> keys) => keys.GroupBy(key => key, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private ChannelReach ReachOf(Channel channel)
    {
        var (count, share) = Weigh(channel.Ties.ToDictionary(t => t.Member, t => t.Strength, StringComparer.Ordinal));
        return new(channel.Key, count, share);
    }

    private (int Count, double? Share) Weigh(Dictionary<string, double> strengths)
    {
        var heaviest = _deciders.Select(d => d.Weight).DefaultIfEmpty().Max();
        var (count, sum, all) = (0, 0.0, 0.0);
        foreach (var decider in _deciders)
        {
            // In parts of the heaviest, so that no sum of great weights overflows.
            var (strength, weight) = (strengths.GetValueOrDefault(decider.Key), decider.Weight / heaviest);
            count += strength > 0 ? 1 : 0;
            sum += strength * weight;
            all += weight;
        }

        return (count, _deciders is [] ? null : sum / all);
    }
}
