using Samstyring.Domain.Adoption;
using static Samstyring.Domain.Tests.Adoption.Adopters;

namespace Samstyring.Domain.Tests.Adoption;

public sealed class ObstacleRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void An_obstacle_is_counted_once_a_municipality_against_all_that_do_not_have_the_solution_in_use()
    {
        Adopter[] eligible = [At("4201", AdoptionStep.Considering), At("4202", step: null), At("4203", AdoptionStep.InUse), At("4204", AdoptionStep.Informed)];
        ReportedObstacle[] reports =
        [
            Obstacle("4201", ObstacleCode.Cost), Obstacle("4201", ObstacleCode.Cost), Obstacle("4202", ObstacleCode.Cost, ends: "2026-10"), Obstacle("4203", ObstacleCode.Cost), Obstacle("4204", ObstacleCode.Timing), Obstacle("9999", ObstacleCode.Cost), Obstacle("4204", ObstacleCode.Cost, starts: "2026-12"),
        ];

        var counts = ObstacleRules.Count(eligible, reports, Today);

        Assert.Equal([new(ObstacleCode.Cost, Open: 1, OpenInUse: 1, Gone: 1, NotInUse: 3), new ObstacleCount(ObstacleCode.Timing, 1, 0, 0, 3)], counts);
    }

    [Theory]
    [InlineData("2026-11", null, true)]
    [InlineData("2026-12", null, false)]
    [InlineData(null, null, true)]
    [InlineData("2026", "2026-11", true)]
    [InlineData("2026", "2026-10-31", false)]
    public void A_report_holds_from_its_first_day_to_its_last(string? starts, string? ends, bool holds) => Assert.Equal(holds, ObstacleRules.Holds(Obstacle("4201", ObstacleCode.Cost, starts, ends), Today));

    [Fact]
    public void What_follows_a_measure_is_counted_for_those_that_stood_before_its_obstacle_and_beside_them_for_the_others()
    {
        Adopter[] eligible =
        [
            At("4201", AdoptionStep.Decided, "2026-05"), At("4202", AdoptionStep.Considering, "2026-05"), At("4203", AdoptionStep.InUse, "2025-01"), At("4204", AdoptionStep.InUse), At("4205", AdoptionStep.InUse, "2026-09"), At("4206", step: null),
        ];
        ReportedObstacle[] reports =
        [
            Obstacle("4201", ObstacleCode.Capacity, "2025-10", "2026-04"), Obstacle("4202", ObstacleCode.Capacity, "2025-11"), Obstacle("4203", ObstacleCode.Capacity), Obstacle("4204", ObstacleCode.Capacity, "2025"),
            Obstacle("4205", ObstacleCode.Cost), Obstacle("4206", ObstacleCode.Capacity, "2026-06"),
        ];

        var effect = ObstacleRules.EffectOf(new() { Obstacle = ObstacleCode.Capacity, Starts = "2026-03", Provenance = Origin }, eligible, reports, Today)!;

        Assert.Equal(new Uptake(All: 4, Before: 1, Since: 1, Undated: 1), effect.Met);
        Assert.Equal(0.5, effect.Met.ShareSince);
        Assert.Equal(new Uptake(All: 2, Before: 0, Since: 1, Undated: 0), effect.Others);
        Assert.Equal(1, effect.Gone);
    }

    [Fact]
    public void A_measure_that_has_not_begun_has_no_effect_to_show() =>
        Assert.All(new[] { null, "2027-01" }, starts => Assert.Null(ObstacleRules.EffectOf(new() { Obstacle = ObstacleCode.Cost, Starts = starts, Provenance = Origin }, [], [], Today)));

    [Fact]
    public void No_share_is_said_of_nobody() => Assert.Null(new Uptake(All: 2, Before: 1, Since: 0, Undated: 1).ShareSince);
}
