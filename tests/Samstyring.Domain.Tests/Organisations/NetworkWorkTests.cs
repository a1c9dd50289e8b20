using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Domain.Tests.Organisations;

public sealed class NetworkWorkTests
{
    private static readonly Provenance Origin = new("test", "2026", Certainty.Stated);

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_fee_is_a_base_and_so_much_for_each_inhabitant_and_the_county_has_a_rule_of_its_own()
    {
        var rates = FeeRates.Of([Fee(NetworkFeeKind.Base, 10_000_00), Fee(NetworkFeeKind.PerInhabitant, 2_50), Fee(NetworkFeeKind.CountyBase, 50_000_00)], 2026);

        Assert.Equal((10_000_00L + (9_200 * 2_50), 50_000_00L), (rates.OfMunicipality(9_200)!.Value, rates.OfCounty(300_000)!.Value));
    }

    [Fact]
    public void The_rate_that_began_last_holds_and_one_that_is_over_does_not()
    {
        NetworkFee[] fees = [Fee(NetworkFeeKind.Base, 1, "2024"), Fee(NetworkFeeKind.Base, 2, "2026"), Fee(NetworkFeeKind.Base, 3, "2027"), Fee(NetworkFeeKind.PerInhabitant, 4, "2020", "2025")];

        Assert.Equal([(1, 4L), (2L, null), (3L, null)], new[] { 2025, 2026, 2028 }.Select(year => (FeeRates.Of(fees, year).Base, FeeRates.Of(fees, year).PerInhabitant)));
    }

    [Fact]
    public void A_fee_without_a_rate_is_unknown_and_not_nothing() => Assert.Null(FeeRates.Of([], 2026).OfMunicipality(1_000));

    [Fact]
    public void One_person_with_more_roles_than_the_limit_is_warned_of_however_the_name_is_written()
    {
        NetworkRole[] roles = [Role("Kari Nordmann"), Role("kari  nordmann"), Role("Ola Nordmann"), Role("Kari Nordmann", ends: "2026-10"), Role("Kari Nordmann", starts: "2027")];

        var people = NetworkRules.ByPerson(roles, limit: 1, Today);

        Assert.Equal([("Kari Nordmann", 2, true), ("Ola Nordmann", 1, false)], people.Select(p => (p.Holder, p.Roles.Count, p.IsTooMany)));
        Assert.False(NetworkRules.ByPerson(roles, limit: 2, Today)[0].IsTooMany);
    }

    [Fact]
    public void A_case_is_answered_when_every_place_has_answered_and_those_without_an_answer_come_first()
    {
        NetworkCase answered = new() { Id = PartId.New(), Name = new("A"), Starts = "2025", Provenance = Origin }, open = new() { Id = PartId.New(), Name = new("B"), Starts = "2026", Provenance = Origin }, nowhere = new() { Id = PartId.New(), Name = new("C"), Starts = "2024", Provenance = Origin };
        CaseStep Step(NetworkCase of, Level level, CaseState? state, string starts) => new() { Case = of.Id, Level = level, State = state, Starts = starts, Provenance = Origin };

        var ways = NetworkRules.Ways([answered, open, nowhere], [Step(answered, Level.State, CaseState.Answered, "2025-02"), Step(open, Level.State, CaseState.UnderWay, "2026-03"), Step(open, Level.Region, CaseState.Rejected, "2026-02")]);

        Assert.Equal(["C", "B", "A"], ways.Select(w => w.Case.Name.Nb));
        Assert.Equal([false, false, true], ways.Select(w => w.IsAnswered));
        Assert.Equal((Level.State, 1), (ways[1].Now!.Level, ways[1].Silent.Count()));
        Assert.Null(ways[0].Now);
    }

    [Theory]
    [InlineData(null, null, ExpectationState.Missing)]
    [InlineData("2025-01", null, ExpectationState.Clear)]
    [InlineData("2025-01", "2026", ExpectationState.Clear)]
    [InlineData("2025-01", "2026-10", ExpectationState.Outdated)]
    public void Expectations_are_clear_until_they_are_to_be_looked_at_again(string? agreed, string? review, ExpectationState state) =>
        Assert.Equal(state, NetworkRules.StateOf(new() { SignedOn = agreed, Ends = review, Provenance = Origin }, Today));

    private static NetworkFee Fee(NetworkFeeKind kind, long amount, string? starts = null, string? ends = null) => new() { Kind = kind, Amount = amount, Starts = starts, Ends = ends, Provenance = Origin };

    private static NetworkRole Role(string holder, string? starts = null, string? ends = null) => new() { Holder = holder, Starts = starts, Ends = ends, Provenance = Origin };
}
