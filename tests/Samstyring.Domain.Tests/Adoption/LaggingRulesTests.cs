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
        MemberStep[] members = [Step("4201", AdoptionStep.InUse), Step("4202", AdoptionStep.Decided), Step("4203", AdoptionStep.Considering), Step("4204", step: null), Step("4205", step: null, population: 9_000)];

        var lagging = LaggingRules.Of(ForSmall, members, [Obstacle("4203", ObstacleCode.Cost), Obstacle("4203", ObstacleCode.Timing, ends: "2025"), Obstacle("4201", ObstacleCode.Cost)], Today);

        Assert.Equal(["4203", "4204"], lagging.Select(l => l.Member.Number));
        Assert.All(lagging, l => Assert.Equal((2, 4), (l.Decided, l.Eligible)));
        Assert.Equal([ObstacleCode.Cost], lagging[0].Obstacles.Select(o => o.Obstacle));
    }

    [Fact]
    public void Nobody_lags_before_half_have_decided_and_who_has_said_no_does_not()
    {
        Assert.Empty(LaggingRules.Of(ForSmall, [Step("4201", AdoptionStep.InUse), Step("4202", step: null), Step("4203", step: null)], [], Today));
        Assert.Empty(LaggingRules.Of(ForSmall, [Step("4201", AdoptionStep.InUse), Step("4202", AdoptionStep.Declined)], [], Today));
        Assert.Empty(LaggingRules.Of(ForSmall, [Step("4201", step: null)], [], Today));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 3, false)]
    [InlineData(1, 3, false)]
    [InlineData(2, 4, true)]
    [InlineData(3, 3, true)]
    public void Most_is_at_least_half_of_those_that_it_is_for(int decided, int eligible, bool most) => Assert.Equal(most, LaggingRules.MostHaveDecided(decided, eligible));

    private static MemberStep Step(string number, AdoptionStep? step, int population = 1_000) => new(OrganisationId.Of(number), number, new(number), "42", population, step);
}
