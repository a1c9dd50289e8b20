using Samstyring.Domain.Actors;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Tests.Gates;

namespace Samstyring.Domain.Tests.Actors;

public sealed class ChannelTests
{
    private static readonly OrganisationId A = OrganisationId.Of("a");
    private static readonly OrganisationId B = OrganisationId.Of("b");
    private static readonly OrganisationId C = OrganisationId.Of("c");
    private static readonly OrganisationId Network = OrganisationId.Of("network");
    private static readonly OrganisationId Crowd = OrganisationId.Of("crowd");

    [Fact]
    public void A_municipality_and_the_members_of_a_network_have_names_and_a_crowd_has_a_number()
    {
        var parts = From(Area(A, mustDecide: false), Area(Network, mustDecide: true), Area(Crowd, mustDecide: true));

        Assert.Equal((MunicipalPart.Decides, MunicipalPart.Decides, MunicipalPart.MayDecide), (parts.Of[A], parts.Of[B], parts.Of[C]));
        Assert.Equal((346, false), (parts.Unnamed, parts.HasUncounted));
    }

    [Fact]
    public void Those_who_may_be_among_the_unnamed_are_not_counted_where_all_have_names()
    {
        var parts = From(Area(Network, mustDecide: true), Area(C, mustDecide: null));

        Assert.Equal(MunicipalPart.Affected, parts.Of[C]);
        Assert.Equal([C], parts.With(MunicipalPart.Affected));
        Assert.Empty(parts.With(MunicipalPart.MayDecide));
        Assert.Equal((0, false), (parts.Unnamed, parts.HasUncounted));
    }

    [Fact]
    public void A_number_above_the_named_members_leaves_the_rest_without_names_and_no_number_is_unknown()
    {
        Assert.Equal((6, false), Unnamed(From(new AffectedArea { Provenance = Facts.Here, Organisation = Network, Count = 8, MustDecide = true })));
        Assert.Equal((0, true), Unnamed(From(new AffectedArea { Provenance = Facts.Here, Name = new("Noen kommuner"), MustDecide = true })));
        Assert.Equal((12, false), Unnamed(From(new AffectedArea { Provenance = Facts.Here, Name = new("Tolv kommuner"), Count = 12, MustDecide = true })));
        Assert.Equal((0, false), Unnamed(From(new AffectedArea { Provenance = Facts.Here, Name = new("Tolv kommuner"), Count = 12 })));
    }

    [Fact]
    public void Every_kind_of_relation_has_a_strength_and_what_is_stated_last_comes_before_the_assumption()
    {
        var strengths = ChannelStrengths.Of([Stated(ChannelRelation.Network, 10), Stated(ChannelRelation.Network, 20), Stated(ChannelRelation.Ks, null)]);

        Assert.Equal(Enum.GetValues<ChannelRelation>(), strengths.Select(strength => strength.Relation));
        Assert.All(strengths, strength => Assert.InRange(strength.Strength, 1, 100));
        Assert.Equal(20, strengths.Single(strength => strength.Relation == ChannelRelation.Network).Strength);
        Assert.Equal([ChannelRelation.Network], strengths.Where(strength => strength.Stated is not null).Select(strength => strength.Relation));
        Assert.Equal([100, 80, 70, 70, 50, 40], ChannelStrengths.Of([]).Select(strength => strength.Strength));
    }

    [Theory]
    [InlineData(OrganisationKind.Intermunicipal, null, ChannelRelation.JointCompany, true)]
    [InlineData(OrganisationKind.Municipality, "shared_it_company", ChannelRelation.JointCompany, true)]
    [InlineData(OrganisationKind.Municipality, "project", ChannelRelation.CoOperation, true)]
    [InlineData(OrganisationKind.Network, "network", ChannelRelation.Network, false)]
    [InlineData(OrganisationKind.Vendor, null, ChannelRelation.Vendor, false)]
    [InlineData(OrganisationKind.Ks, null, ChannelRelation.Ks, false)]
    public void What_taking_part_in_a_body_means_follows_from_what_the_body_is(OrganisationKind body, string? coOperation, ChannelRelation relation, bool acts)
    {
        Assert.Equal(relation, ChannelLink.RelationTo(body, coOperation));
        Assert.Equal(acts, new ChannelLink(Network, A, relation, Facts.Here).ActsForIt);
    }

    [Fact]
    public void A_published_placement_is_compared_with_the_same_body_or_the_same_name()
    {
        ActorEntry ks = new() { Provenance = Facts.Here, Id = PartId.Of("ks"), Organisation = Facts.Ks };
        ActorEntry heads = new() { Provenance = Facts.Here, Id = PartId.Of("heads"), Name = new("Barnevernsledere") };
        ActorAssessment important = new() { Provenance = Facts.Here, Importance = Rank.High, Replaceability = Rank.Low };
        var compared = ComparedPlacement.Of(
            [Published("KS", Facts.Ks, ActorCategory.Important), Published("Barnevernsledere", null, ActorCategory.Low), Published("Noen andre", null, ActorCategory.Low), Published("KS", null, ActorCategory.Low)],
            [new(ks, important), new(heads, important)]);

        Assert.Equal([true, false, null, null], compared.Select(placement => placement.IsSame));
        Assert.Equal(ActorCategory.Important, compared[0].OfTeam);
    }

    private static PublishedPlacement Published(string name, OrganisationId? body, ActorCategory category) => new() { Provenance = Facts.Here, Name = new(name), Organisation = body, Kind = category };

    private static ChannelStrength Stated(ChannelRelation relation, int? strength) => new() { Provenance = Facts.Here, Kind = relation, Strength = strength };

    private static AffectedArea Area(OrganisationId body, bool? mustDecide) => new() { Provenance = Facts.Here, Organisation = body, MustDecide = mustDecide };

    private static (int, bool) Unnamed(MunicipalParts parts) => (parts.Unnamed, parts.HasUncounted);

    /// <summary>Three municipalities, of which two are in a network, and a crowd of 346.</summary>
    private static MunicipalParts From(params AffectedArea[] areas) =>
        MunicipalParts.From(areas, [A, B, C], body => body == Network ? new([A, B], Count: null) : body == Crowd ? new([], 346) : new([body], 1));
}
