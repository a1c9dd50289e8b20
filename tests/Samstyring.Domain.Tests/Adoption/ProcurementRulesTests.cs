using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using static Samstyring.Domain.Tests.Adoption.Adopters;

namespace Samstyring.Domain.Tests.Adoption;

public sealed class ProcurementRulesTests
{
    private static readonly OrganisationId Vendor = OrganisationId.Of("nord");

    private static readonly OrganisationId Company = OrganisationId.Of("ikt-selskapet");

    [Fact]
    public void Plans_that_overlap_and_share_a_county_can_be_coordinated_and_a_later_one_cannot()
    {
        var plans = new[] { Plan("4201", "2027-03", "2027-06"), Plan("4202", "2027-06-30", "2027-08"), Plan("4203", "2027-09", "2027-10"), Plan("1101", "2027-03", "2027-12", county: "11") };

        var collision = Assert.Single(ProcurementRules.Collisions(plans));

        Assert.Equal((SharedBy.County, "42", new DateOnly(2027, 3, 1), new DateOnly(2027, 8, 31)), (collision.By, collision.Key, collision.First, collision.Last));
        Assert.Equal(["4201", "4202"], collision.Plans.Select(p => p.Municipality.Number));
    }

    [Fact]
    public void A_vendor_a_product_and_a_co_operation_tie_plans_of_different_counties()
    {
        var product = PartId.Of("produkt");
        ProcurementSpan Tied(string number, string county) => ProcurementRules.SpanOf(new() { Starts = "2027", Vendor = Vendor, Provenance = Origin }, At(number, AdoptionStep.Informed, county: county, product: product), [Company])!;

        var collisions = ProcurementRules.Collisions([Tied("4201", "42"), Tied("1101", "11")]);

        Assert.Equal([SharedBy.Vendor, SharedBy.Product, SharedBy.CoOperation], collisions.Select(c => c.By));
    }

    [Fact]
    public void Two_plans_of_one_municipality_are_no_collision() => Assert.Empty(ProcurementRules.Collisions([Plan("4201", "2027-03", "2027-06"), Plan("4201", "2027-04", "2027-06")]));

    [Fact]
    public void Overlaps_are_the_same_whatever_order_the_plans_come_in()
    {
        ProcurementSpan[] plans = [Plan("4201", "2027-01", "2027-12"), Plan("4202", "2027-02", "2027-02"), Plan("4203", "2027-11", "2028-02"), Plan("4204", "2028-03", "2028-04")];
        static string Text(IEnumerable<Collision> collisions) => string.Join(';', collisions.Select(c => $"{c.By}/{c.Key}: {string.Join(',', c.Plans.Select(p => p.Municipality.Number))}"));

        Assert.Equal("County/42: 4201,4202,4203", Text(ProcurementRules.Collisions(plans)));
        Assert.Equal(Text(ProcurementRules.Collisions(plans)), Text(ProcurementRules.Collisions([.. plans.Reverse()])));
    }

    [Fact]
    public void The_cost_of_forced_upgrades_is_summed_by_vendor_and_what_is_unknown_is_counted()
    {
        ForcedUpgrade Upgrade(string number, OrganisationId vendor, long? amount) => new() { Organisation = OrganisationId.Of(number), Vendor = vendor, Cost = amount, Provenance = Origin };

        var costs = ProcurementRules.CostByVendor([Upgrade("4201", Vendor, 100), Upgrade("4201", Vendor, 200), Upgrade("4202", Vendor, null), Upgrade("4203", Company, 500)]);

        Assert.Equal([new(Company, 1, 1, 500, 0), new ForcedCost(Vendor, 3, 2, 300, 1)], costs);
    }

    [Fact]
    public void What_is_missing_is_met_by_the_part_of_the_starter_package_that_helps()
    {
        var answers = ReadinessRules.Of(new() { Leadership = ReadinessLevel.Ready, Competence = ReadinessLevel.Missing, Provenance = Origin });

        Assert.Equal([ReadinessLevel.Ready, ReadinessLevel.Missing, null, null, null], answers.Select(a => a.Level));
        Assert.Empty(answers[0].Helps);
        Assert.Equal([StarterKind.Training], answers[1].Helps);
        Assert.All(ReadinessRules.Of(check: null), answer => Assert.True(answer is { Level: null, Helps: [_, ..] }));
    }

    private static ProcurementSpan Plan(string number, string starts, string? ends, string county = "42") => ProcurementRules.SpanOf(new() { Id = PartId.New(), Starts = starts, Ends = ends, Provenance = Origin }, At(number, AdoptionStep.Informed, county: county), [])!;
}
