using Samstyring.Analysis.Networks;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Actors;

/// <summary>A channel with what it reaches of the municipalities that are counted.</summary>
/// <param name="Relations">What it has to do with them, the closest first.</param>
/// <param name="Share">Of all weight: each municipality counts one, times the strength of the relation. From 0 to 1.</param>
/// <param name="Only">How many nobody else reaches: they are lost without it.</param>
/// <param name="ShareWithout">What the others reach together, likewise.</param>
/// <param name="Provenance">Of its least certain tie.</param>
public sealed record ChannelReachRow(ChannelBody Body, IReadOnlyList<ChannelRelation> Relations, int Count, double Share, int Only, double ShareWithout, Provenance Provenance);

/// <summary>
/// Who reaches those that must decide, and what is left without one of them (000 §6.2 p.59: vendors and KS have the greatest influence). Where
/// none that must decide has a name, those that may be among them are counted instead.
/// </summary>
public sealed class ChannelPicture
{
    private readonly ILookup<OrganisationId, ChannelLink> _ofMunicipality;

    private readonly ILookup<OrganisationId, ChannelLink> _ofChannel;

    private readonly Dictionary<ChannelRelation, int> _strengths;

    /// <param name="wanted">The part that is counted; null for those that must decide, as far as they have names.</param>
    public ChannelPicture(ChannelFacts facts, MunicipalPart? wanted)
    {
        Facts = facts;
        _ofMunicipality = facts.Links.ToLookup(link => link.Municipality);
        _ofChannel = facts.Links.ToLookup(link => link.Channel);
        _strengths = facts.Strengths.ToDictionary(strength => strength.Relation, strength => strength.Strength);
        Counted = wanted ?? (facts.Parts.With(MunicipalPart.Decides) is [] && facts.Parts.With(MunicipalPart.MayDecide) is not [] ? MunicipalPart.MayDecide : MunicipalPart.Decides);
        Municipalities = facts.Parts.With(Counted);
        Reach = ReachOf(facts, Municipalities);
        Rows = [.. facts.Channels.Select(Row).Where(row => row.Count > 0).OrderByDescending(row => row.Share).ThenByDescending(row => row.Count)];
    }

    public ChannelFacts Facts { get; }

    /// <summary>Which municipalities the figures are of.</summary>
    public MunicipalPart Counted { get; }

    public IReadOnlyList<OrganisationId> Municipalities { get; }

    /// <summary>The reach of all channels together.</summary>
    public Reach Reach { get; }

    /// <summary>Channels that reach somebody, the one that reaches most first.</summary>
    public IReadOnlyList<ChannelReachRow> Rows { get; }

    public int StrengthOf(ChannelRelation relation) => _strengths[relation];

    /// <summary>Each channel of a municipality by its closest relation, the strongest first.</summary>
    public IReadOnlyList<(ChannelBody Body, ChannelLink Link)> ChannelsOf(OrganisationId municipality) =>
        [.. Facts.Channels.Select(body => (Body: body, Links: _ofMunicipality[municipality].Where(link => link.Channel == body.Id)))
            .Where(channel => channel.Links.Any()).Select(channel => (channel.Body, Link: channel.Links.MaxBy(link => StrengthOf(link.Relation))!)).OrderByDescending(channel => StrengthOf(channel.Link.Relation))];

    /// <summary>Bodies that act for a municipality: what is for it is for them too .</summary>
    public IReadOnlyList<(ChannelBody Body, ChannelLink Link)> ActingFor(OrganisationId municipality) =>
        [.. Facts.Channels.SelectMany(body => _ofMunicipality[municipality].Where(link => link.Channel == body.Id && link.ActsForIt).OrderBy(link => link.Relation).Take(1).Select(link => (body, link)))];

    /// <summary>Municipalities that a channel reaches.</summary>
    public IReadOnlyList<OrganisationId> ReachedBy(string channel) =>
        Facts.Channels.FirstOrDefault(body => string.Equals(body.Key, channel, StringComparison.Ordinal)) is { } body ? [.. _ofChannel[body.Id].Select(link => link.Municipality).Distinct()] : [];

    /// <summary>Municipalities that a channel reaches and no other does.</summary>
    public IReadOnlyList<OrganisationId> ReachedOnlyBy(string channel) => [.. ReachedBy(channel).Where(municipality => _ofMunicipality[municipality].DistinctBy(link => link.Channel).Count() == 1)];

    public IReadOnlyList<OrganisationId> Unreached => [.. Facts.Parts.Of.Keys.Where(municipality => !_ofMunicipality[municipality].Any())];

    private ChannelReachRow Row(ChannelBody body)
    {
        var links = _ofChannel[body.Id].ToList();
        var (alone, without) = (Reach.Channels.Single(channel => string.Equals(channel.Channel, body.Key, StringComparison.Ordinal)), Reach.Without(body.Key));
        return new(
            body, [.. links.Select(link => link.Relation).Distinct().Order()], alone.Count, alone.Share ?? 0, Reach.Count - without.Count, without.Share ?? 0, links.MaxBy(link => link.Provenance.Certainty)!.Provenance);
    }

    private Reach ReachOf(ChannelFacts facts, IReadOnlyList<OrganisationId> municipalities)
    {
        var channels = facts.Channels.Select(body => new Channel(
            body.Key, [.. _ofChannel[body.Id].GroupBy(link => link.Municipality).Select(ties => new ChannelTie(Name(ties.Key), ties.Max(tie => StrengthOf(tie.Relation)) / 100.0))]));
        return Reach.Of(channels, municipalities.Select(municipality => new Decider(Name(municipality)))).IsAccepted(out var reach, out var refusal)
            ? reach
            : throw new InvalidOperationException(string.Join(", ", refusal.Reasons.Select(reason => reason.Code)));
    }

    private static string Name(OrganisationId municipality) => municipality.Value.ToString("D");
}
