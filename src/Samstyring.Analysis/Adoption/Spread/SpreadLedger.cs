namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What the owner of the solution earns less what it costs, kroner.</summary>
internal static class SpreadLedger
{
    /// <summary>In one quarter of one run: a fourth of what is paid and spent a year by and for those who have decided, and what newcomers pay and cost once.</summary>
    public static double ResultOf(SpreadPlan plan, int quarter, SpreadLanes lanes, int lane)
    {
        var owner = plan.Scenario.Owner;
        var shared = lanes.Decided[lane] > 0 ? plan.Scenario.SharedBase : 0;
        var income = owner.ShareOfYearly * plan.Prices[plan.Phase[quarter]].Factor * (shared + lanes.YearlyFees[lane]);
        var cost = owner.YearlyCost + (owner.YearlyCostPerMember * lanes.Decided[lane]);
        return ((income - cost) / 4) + (owner.ShareOfOneOff * lanes.OneOffFees[lane]) - (owner.OneOffCostPerMember * lanes.Newcomers[lane]);
    }

    /// <summary>The lowest and the highest that the result so far can be at the end of a quarter, with a krone to spare for rounding.</summary>
    public static (double Low, double High) Bounds(SpreadPlan plan, int quarter)
    {
        var owner = plan.Scenario.Owner;
        var factors = Enumerable.Range(0, quarter + 1).Sum(q => plan.Prices[plan.Phase[q]].Factor);
        var income = owner.ShareOfYearly * factors * (plan.Scenario.SharedBase + plan.AllYearlyFees) / 4;
        var cost = (quarter + 1) * (owner.YearlyCost + (owner.YearlyCostPerMember * plan.EligibleCount)) / 4;
        var spare = 1 + ((income + cost) * 1e-9);
        return (-cost - (owner.OneOffCostPerMember * plan.EligibleCount) - spare, income + (owner.ShareOfOneOff * plan.AllOneOffFees) + spare);
    }
}
