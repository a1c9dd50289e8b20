using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using static Samstyring.Domain.Tests.Adoption.Adopters;

namespace Samstyring.Domain.Tests.Adoption;

public sealed class LaggingRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Solution ForSmall = new() { Id = Shared, Key = "felles", Name = new("Felles"), Owner = OrganisationId.Of("ks"), EligibleBelow = 5_000, Provenance = Origin, SortKey = "", Folded = "" };

    [Fact]
    public void A_member_lags_where_half_of_the_others_have_decided_and_says_why()
    {
        Adopter[] members = [At("4201", AdoptionStep.InUse), At("4202", AdoptionStep.Decided), At("4203", AdoptionStep.Considering), At("4204", step: null), At("4205", step: null, population: 9_000)];

        var lagging = LaggingRules.Of(ForSmall, members, [Obstacle("4203", ObstacleCode.Cost), Obstacle("4203", ObstacleCode.Timing, ends: "2025"), Obstacle("4201", ObstacleCode.Cost)], Today);

        Assert.Equal(["4203", "4204"], lagging.Select(l => l.Member.Number));
        Assert.All(lagging, l => Assert.Equal((2, 4), (l.Decided, l.Eligible)));
        Assert.Equal([ObstacleCode.Cost], lagging[0].Obstacles.Select(o => o.Obstacle));
    }

    [Fact]
    public void Nobody_lags_before_half_have_decided_and_who_has_said_no_does_not()
    {
        Assert.Empty(LaggingRules.Of(ForSmall, [At("4201", AdoptionStep.InUse), At("4202", step: null), At("4203", step: null)], [], Today));
        Assert.Empty(LaggingRules.Of(ForSmall, [At("4201", AdoptionStep.InUse), At("4202", AdoptionStep.Declined)], [], Today));
        Assert.Empty(LaggingRules.Of(ForSmall, [At("4201", step: null)], [], Today));
    }
}
