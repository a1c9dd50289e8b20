using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using static Samstyring.Domain.Tests.Adoption.Adopters;

namespace Samstyring.Domain.Tests.Adoption;

public sealed class WaveRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly OrganisationId North = OrganisationId.Of("nord");

    private static readonly OrganisationId South = OrganisationId.Of("sor");

    [Fact]
    public void A_wave_has_its_members_and_says_how_much_room_is_left()
    {
        var wave = Wave("v27", "2027-01", "2027-06", room: 2);
        Adopter[] eligible = [At("4201", AdoptionStep.Decided, wave: wave.Id), At("4202", AdoptionStep.InUse, wave: wave.Id), At("4203", AdoptionStep.Decided, wave: wave.Id), At("4204", AdoptionStep.Decided)];

        var members = Assert.Single(WaveRules.Members([wave], eligible));

        Assert.Equal((3, 1, -1), (members.Members.Count, members.Done, members.Left!.Value));
        Assert.Null(Assert.Single(WaveRules.Members([Wave("v28", "2028", "2028", room: null)], eligible)).Left);
    }

    [Fact]
    public void The_load_of_a_quarter_stands_against_what_its_waves_have_room_for_then()
    {
        var wave = Wave("v27", "2027-01", "2027-06", room: 6, North);
        SolutionProduct product = new() { Id = PartId.Of("p"), Organisation = South, Provenance = Origin };
        Adopter[] eligible =
        [
            .. Enumerable.Range(1, 4).Select(i => At($"420{i}", AdoptionStep.Decided, planned: "2027-02", wave: wave.Id)), At("4205", AdoptionStep.Procured, planned: "2027-05", wave: wave.Id), At("4206", AdoptionStep.Decided, planned: "2027-02-01", product: product.Id),
            At("4207", AdoptionStep.Decided, planned: "2027", wave: wave.Id), At("4208", AdoptionStep.InUse, planned: "2027-02", wave: wave.Id), At("4209", AdoptionStep.Declined, planned: "2027-02"), At("4210", AdoptionStep.Decided, planned: "2026-10"),
        ];

        var load = WaveRules.Load([wave], [product], eligible, Today);

        Assert.Equal(
            [(2027, 1, North, 4, 3.0), (2027, 1, South, 1, null), (2027, 2, North, 1, 3.0), (2027, null, North, 1, null)],
            load.OrderBy(l => l.Quarter?.Number ?? 5).ThenBy(l => l.Carrier == South).Select(l => (l.Year, l.Quarter?.Number, l.Carrier!.Value, l.Planned, l.Capacity)));
        Assert.Equal((North, 1), (Assert.Single(load, l => l.IsOver).Carrier!.Value, load.First(l => l.IsOver).Quarter!.Value.Number));
        Assert.Equal("4210", Assert.Single(WaveRules.Late(eligible, Today)).Number);
    }

    [Fact]
    public void The_room_of_a_wave_is_the_same_over_its_quarters_as_in_all()
    {
        var wave = Wave("v", "2027-02", "2028-04", room: 45, North);

        var load = WaveRules.Load([wave], [], [], Today);

        Assert.Equal(45, load.Sum(l => l.Capacity!.Value), 9);
        Assert.Equal(6, load.Count);
    }

    [Fact]
    public void Who_has_come_farthest_is_next_and_then_who_has_most_neighbours_in_use()
    {
        var wave = Wave("v27", "2027-01", "2027-06", room: 6);
        Adopter[] eligible = [At("4201", AdoptionStep.InUse), At("4202", AdoptionStep.Procured), At("4203", AdoptionStep.Installed), At("4204", step: null), At("4205", AdoptionStep.Procured), At("4206", AdoptionStep.Decided, wave: wave.Id), At("4207", AdoptionStep.ManualEnough)];
        var neighbours = new[] { ("4205", "4201"), ("4205", "4202"), ("4202", "4204") }.SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) }).ToLookup(pair => OrganisationId.Of(pair.Item1), pair => OrganisationId.Of(pair.Item2));

        var next = WaveRules.Next(eligible, neighbours);

        Assert.Equal(["4203", "4205", "4202", "4204"], next.Select(n => n.Municipality.Number));
        Assert.Equal((1, 2), (next[1].NeighboursInUse, next[1].Neighbours));
    }

    [Fact]
    public void Those_of_like_size_that_begin_in_the_same_half_year_are_proposed_as_a_group()
    {
        var wave = Wave("v27", "2027-01", "2027-06", room: 6);
        Adopter[] eligible =
        [
            At("4201", AdoptionStep.Decided, population: 4_999, planned: "2027-01"), At("4202", AdoptionStep.Decided, population: 2_000, wave: wave.Id), At("4203", AdoptionStep.Decided, population: 5_000, planned: "2027-02"), At("4204", AdoptionStep.Decided, population: 3_000, planned: "2027-07"),
            At("4205", AdoptionStep.Decided, population: 3_000, planned: "2027"),
        ];

        var group = Assert.Single(WaveRules.Groups([wave], eligible, Today));

        Assert.Equal((2027, 1, PopulationBand.From2000), (group.Year, group.Half, group.Size));
        Assert.Equal(["4201", "4202"], group.Members.Select(m => m.Number));
    }

    [Theory]
    [InlineData("2027-03", 2027, 1)]
    [InlineData("2027-04-01", 2027, 2)]
    [InlineData("2027-12-31", 2027, 4)]
    public void A_month_and_a_day_lie_in_a_quarter(string time, int year, int number) => Assert.Equal(new Quarter(year, number), Quarter.Of(time));

    [Fact]
    public void A_year_lies_in_no_quarter() => Assert.Null(Quarter.Of("2027"));
}
