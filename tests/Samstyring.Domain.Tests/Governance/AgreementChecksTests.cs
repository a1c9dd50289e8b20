using Samstyring.Domain.Governance;
using Samstyring.Domain.Kernel;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Governance;

public sealed class AgreementChecksTests
{
    [Fact]
    public void An_agreement_is_signed_as_a_whole_or_by_every_party()
    {
        Assert.Equal("NotMet none", Say("agreement-signed", Of(Deal(kind: AgreementKind.Intent, signed: "2026"))));
        Assert.Equal("Unknown not-stated: Samarbeidsavtalen", Say("agreement-signed", Of(Deal())));
        Assert.Equal("Unknown not-stated: Samarbeidsavtalen", Say("agreement-signed", Of(Deal(signed: "2027"))));
        Assert.Equal("Met signed: Samarbeidsavtalen", Say("agreement-signed", Of(Deal(signed: "2026-01"))));
        Assert.Equal("NotMet outside-its-time: Samarbeidsavtalen", Say("agreement-signed", Of(Deal(signed: "2020", ends: "2022-12-31"))));
        Assert.Equal("NotMet not-by-all: 1 | [KS]", Say("agreement-signed", Of(Deal(), Party(Bufdir, "2026-01"), Party(Ks, null))));
        Assert.Equal("Met signed: Samarbeidsavtalen", Say("agreement-signed", Of(Deal(), Party(Bufdir, "2026-01"), Party(Ks, "2026-02"))));
    }

    [Fact]
    public void The_co_operation_agreement_covers_roll_out_to_those_who_are_not_parties()
    {
        Assert.Equal("NotApplicable no-roll-out", Say("agreement-covers-roll-out", Of(Work(needs: false))));
        Assert.Equal("NotMet none", Say("agreement-covers-roll-out", Of()));
        Assert.Equal("Unknown not-stated: Samarbeidsavtalen", Say("agreement-covers-roll-out", Of(Deal())));
        Assert.Equal("Met covers: Samarbeidsavtalen", Say("agreement-covers-roll-out", Of(Deal(covers: [Coverage.RollOut]))));
        Assert.Equal("NotMet outside-its-time: Samarbeidsavtalen", Say("agreement-covers-roll-out", Of(Deal(covers: [Coverage.RollOut], ends: "2025"))));
        Assert.Equal("NotMet lacks: Samarbeidsavtalen", Say("agreement-covers-roll-out", Of(Deal(covers: [Coverage.Roles]))));
        Assert.Equal("NotMet lacks-until: Samarbeidsavtalen | 2026", Say("agreement-covers-roll-out", Of(Deal(lacks: [Coverage.RollOut], ends: "2026"))));
        Assert.Equal("NotMet lacks-for: Samarbeidsavtalen | [Øvrige kommuner]", Say("agreement-covers-roll-out", Of(Deal(lacks: [Coverage.RollOut]), Party(Asker, null), Deciding(Asker), Deciding(Others, 1))));
        Assert.Equal("NotMet lacks-for-until: Samarbeidsavtalen | 2022-12-31 | [Øvrige kommuner]", Say("agreement-covers-roll-out", Of(Deal(lacks: [Coverage.RollOut], ends: "2022-12-31"), Deciding(Others))));
    }

    [Fact]
    public void Another_agreement_does_not_stand_in_for_the_one_on_the_co_operation() =>
        Assert.Equal(
            "NotMet lacks: Samarbeidsavtalen",
            Say("agreement-covers-roll-out", Of(Deal(lacks: [Coverage.RollOut]), new Agreement { Provenance = Here, Id = PartId.Of("strategic"), Name = Nb("Strategisk avtale"), Kind = AgreementKind.Strategic, Covers = [Coverage.RollOut] })));

    [Fact]
    public void An_agreement_speaks_of_money_roles_and_steering_in_the_next_phase()
    {
        Assert.Equal("NotMet none", Say("agreement-for-next-phase", Of(Deal(ends: "2025", covers: [Coverage.Money]))));
        Assert.Equal("Unknown not-stated: Samarbeidsavtalen", Say("agreement-for-next-phase", Of(Deal())));
        Assert.Equal("NotMet lacks: [money, decision_rights]", Say("agreement-for-next-phase", Of(Deal(covers: [Coverage.Roles]))));
        Assert.Equal("Met covers: 1", Say("agreement-for-next-phase", Of(Deal(covers: [Coverage.Roles, Coverage.Money, Coverage.Organisation]))));
    }

    [Theory]
    [InlineData(null, null, "Unknown no-end: 1 | [Samarbeidsavtalen]")]
    [InlineData("2027-06-15", null, "Met later: 1")]
    [InlineData("2026-12-16", null, "Met later: 1")]
    [InlineData("2026-12-15", null, "NotMet expiring: Samarbeidsavtalen | 2026-12-15")]
    [InlineData("2026-06-15", null, "NotMet expiring: Samarbeidsavtalen | 2026-06-15")]
    [InlineData("2026-06-14", null, "NotMet expired: Samarbeidsavtalen | 2026-06-14")]
    [InlineData("2028", "2026-09", "NotMet money-expiring: Samarbeidsavtalen | 2026-09")]
    [InlineData("2028", "2025", "NotMet money-expired: Samarbeidsavtalen | 2025")]
    [InlineData("2030-12-31", "2030-12-31", "NotMet ends-together: Samarbeidsavtalen | 2030-12-31")]
    [InlineData("2022-12-31", "2022", "NotMet ends-together: Samarbeidsavtalen | 2022-12-31")]
    public void The_end_of_an_agreement_or_its_money_is_warned_of_six_months_ahead_and_that_they_end_together_at_any_time(string? ends, string? money, string said) =>
        Assert.Equal(said, Say("agreements-not-about-to-end", Of(Deal(ends: ends, money: money))));

    [Theory]
    [InlineData("2027-12-31", "2028", "NotMet ends-before: Samarbeidsavtalen | 2027-12-31 | 2028")]
    [InlineData("2028-06-30", "2028", "Unknown not-exact: 1 | [Samarbeidsavtalen]")]
    [InlineData("2028", "2028", "Met hold: 1")]
    [InlineData(null, "2028", "Unknown not-exact: 1 | [Samarbeidsavtalen]")]
    [InlineData("2028", null, "Unknown no-realisation-date")]
    public void Agreements_hold_until_the_benefits_are_reached(string? ends, string? realised, string said)
    {
        Assert.Equal(said, Say("agreements-hold-until-realised", Of(Work(realised: realised), Deal(ends: ends))));
        Assert.Equal("NotApplicable none", Say("agreements-hold-until-realised", Of(Work(realised: realised))));
    }

    [Theory]
    [InlineData("2027", "2026-12-31", "Met lasts: Samarbeidsavtalen | 2027")]
    [InlineData("2026-12-31", "2026", "NotMet all-end: 2026")]
    [InlineData(null, "2026", "Unknown no-end")]
    [InlineData("2027", null, "Unknown no-end-of-project")]
    public void Something_lasts_when_the_project_is_over(string? ends, string? over, string said)
    {
        Assert.Equal(said, Say("agreements-outlast-project", Of(Work(ends: over), Deal(ends: ends))));
        Assert.Equal("Unknown none", Say("agreements-outlast-project", Of(Work(ends: over))));
    }

    [Fact]
    public void An_actor_is_bound_by_its_body_or_where_it_is_none_by_its_name()
    {
        BoundParties bound = new(Of(Deal(ends: "2027"), Party(Ks, null), new AgreementParty { Provenance = Here, Agreement = PartId.Of("deal"), Name = Nb("Barnevernslederne") }));

        Assert.True(bound.Has(Ks, LocalizedText.Unknown));
        Assert.False(bound.Has(Bufdir, Nb("Barnevernslederne")));
        Assert.True(bound.Has(body: null, Nb("barnevernslederne")));
        Assert.False(bound.Has(body: null, LocalizedText.Unknown));
        Assert.False(new BoundParties(Of(Deal(ends: "2025"), Party(Ks, null))).Has(Ks, LocalizedText.Unknown));
        Assert.False(new BoundParties(Of(Deal(kind: AgreementKind.Intent), Party(Ks, null))).Has(Ks, LocalizedText.Unknown));
    }

    internal static Agreement Deal(string? ends = null, string? money = null, string? signed = null, AgreementKind kind = AgreementKind.CoOperation, Coverage[]? covers = null, Coverage[]? lacks = null) =>
        new() { Provenance = Here, Id = PartId.Of("deal"), Name = Nb("Samarbeidsavtalen"), Kind = kind, Ends = ends, MoneyEnds = money, SignedOn = signed, Covers = covers ?? [], Lacks = lacks ?? [] };

    internal static AgreementParty Party(OrganisationId body, string? signed) => new() { Provenance = Here, Agreement = PartId.Of("deal"), Organisation = body, SignedOn = signed };
}
