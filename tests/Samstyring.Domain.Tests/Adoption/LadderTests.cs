using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Tests.Adoption;

public sealed class LadderTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly OrganisationId Municipality = OrganisationId.Of("4207");

    private static readonly OrganisationId Owner = OrganisationId.Of("ks");

    private static Solution Solution(string? available = "2024-01") => new()
    {
        Id = SolutionId.Of("x"),
        Key = "x",
        Name = new("X"),
        Owner = Owner,
        Available = available,
        Provenance = new("000", "2026", Certainty.Stated),
        SortKey = "",
        Folded = "",
    };

    private static AdoptionRecord Nothing() => new() { Solution = SolutionId.Of("x"), Municipality = Municipality };

    [Fact]
    public void What_the_owner_says_counts_until_the_municipality_speaks()
    {
        var record = Nothing();

        Assert.Null(LadderRules.Claim(record, new(AdoptionStep.InUse, "2025-04", "Avtalelista"), Owner, Today));
        Assert.Equal((AdoptionStep.InUse, "2025-04", true, false), (record.Standing, record.StandingSince, record.IsUnconfirmed, record.IsDisputed));

        Assert.Null(LadderRules.State(record, new(AdoptionStep.InUse, "2025-04", null), null, Municipality, Today));
        Assert.False(record.IsUnconfirmed || record.IsDisputed);
        Assert.Equal("2025-04", record.InUseOn);
    }

    [Fact]
    public void A_counter_claim_needs_a_reason_and_stands_beside_until_one_of_them_gives_way()
    {
        var record = Nothing();
        LadderRules.Claim(record, new(AdoptionStep.InUse, null, "Avtalelista"), Owner, Today);

        Assert.Equal(LadderRules.ReasonNeeded, LadderRules.State(record, new(AdoptionStep.Installed, "2026-01", null), null, Municipality, Today)?.Code);
        Assert.Null(record.Step);
        Assert.Null(LadderRules.State(record, new(AdoptionStep.Installed, "2026-01", null), "Vi har ikke begynt.", Municipality, Today));
        Assert.True(record.IsDisputed);
        Assert.Equal((AdoptionStep.Installed, "Vi har ikke begynt.", AdoptionStep.InUse), (record.Standing, record.AnswerReason, record.ClaimedStep!.Value));

        Assert.Null(LadderRules.Claim(record, new(AdoptionStep.Installed, null, "Samtale"), Owner, Today));
        Assert.False(record.IsDisputed);
        Assert.Null(record.AnswerReason);
    }

    [Fact]
    public void An_owner_says_where_it_has_it_from_and_may_withdraw_it()
    {
        var record = Nothing();

        Assert.Equal(LadderRules.SourceNeeded, LadderRules.Claim(record, new(AdoptionStep.Decided, null, null), Owner, Today)?.Code);
        Assert.Null(LadderRules.Claim(record, new(AdoptionStep.Decided, null, "Brev"), Owner, Today));
        Assert.Null(LadderRules.Claim(record, null, Owner, Today));

        Assert.Equal((null, null, null), (record.ClaimedStep, record.ClaimedBy, record.ClaimedOn));
    }

    [Theory]
    [InlineData(AdoptionStep.InUse, "2023", LadderRules.BeforeAvailable)]
    [InlineData(AdoptionStep.InUse, "2023-12-31", LadderRules.BeforeAvailable)]
    [InlineData(AdoptionStep.InUse, "2024", null)]
    [InlineData(AdoptionStep.Decided, "2023", null)]
    [InlineData(AdoptionStep.Decided, "2026-04", LadderRules.InTheFuture)]
    [InlineData(AdoptionStep.Decided, "2026", null)]
    [InlineData(AdoptionStep.Decided, "i fjor", "field.not-a-time")]
    [InlineData(AdoptionStep.Unaware, null, null)]
    public void A_step_is_reached_with_a_solution_that_can_be_had_and_not_in_the_future(AdoptionStep step, string? since, string? code) =>
        Assert.Equal(code, LadderRules.Check(Solution(), isEligible: true, new(step, since, null), Today)?.Code);

    [Fact]
    public void A_solution_that_is_not_for_a_municipality_cannot_be_taken_in_use_there() =>
        Assert.Equal(LadderRules.NotEligible, LadderRules.Check(Solution(), isEligible: false, new(AdoptionStep.Informed, null, null), Today)?.Code);

    [Theory]
    [InlineData(null, null, null, "42", 10, true)]
    [InlineData("42|11", null, null, "42", 10, true)]
    [InlineData("42|11", null, null, "03", 10, false)]
    [InlineData(null, 2000, null, "42", 1999, false)]
    [InlineData(null, 2000, 5000, "42", 5000, false)]
    [InlineData(null, 2000, 5000, "42", 2000, true)]
    public void Whom_a_solution_is_for_follows_from_county_and_size(string? counties, int? from, int? below, string county, int population, bool expected)
    {
        Solution solution = new()
        {
            Id = SolutionId.Of("x"),
            Key = "x",
            Name = new("X"),
            Owner = Owner,
            EligibleCounties = counties,
            EligibleFrom = from,
            EligibleBelow = below,
            Provenance = new("000", "2026", Certainty.Stated),
            SortKey = "",
            Folded = "",
        };

        Assert.Equal(expected, solution.IsFor(county, population));
    }

    [Fact]
    public void Every_municipality_is_counted_once_whatever_is_said() => Prop.ForAll<(int Step, int Population)[]>(rows =>
    {
        var known = rows.Select(r => (Step: Math.Abs(r.Step % 11) is var s and > 0 ? (AdoptionStep?)s : null, Population: Math.Abs(r.Population % 1_000_000))).ToList();
        var figures = AdoptionFigures.Of(known);
        return figures.Eligible == rows.Length
            && figures.Steps.Values.Sum(s => s.Municipalities) + figures.Unknown.Municipalities == rows.Length
            && figures.Steps.Values.Sum(s => s.Inhabitants) + figures.Unknown.Inhabitants == figures.Inhabitants
            && figures.InUse.Municipalities <= figures.Decided.Municipalities
            && figures.InUse.Municipalities == known.Count(k => k.Step is AdoptionStep.InUse or AdoptionStep.BenefitsConfirmed);
    }).QuickCheckThrowOnFailure();
}
