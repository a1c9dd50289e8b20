using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Tests.Adoption.Spread;

/// <summary>Members, scenarios and parameters drawn at random, the same for the same number, with everything in them that the simulation reckons with.</summary>
public static class SpreadSketch
{
    /// <summary>No network, neighbours or prices, and no waiting: decided is in use.</summary>
    public static readonly SpreadScenario AtOnce = new() { DecidedToProcured = new(0, 0), ProcuredToInstalled = new(0, 0), InstalledToInUse = new(0, 0) };

    /// <summary>All weights 0, and the baseline a chance of so much a quarter.</summary>
    public static SpreadParameters Chance(double probability) => new()
    {
        Baseline = Math.Log(probability / (1 - probability)),
        Neighbours = 0,
        Network = 0,
        Cooperation = 0,
        Vendor = 0,
        Size = 0,
        NetBenefit = 0,
        BudgetSeason = 0,
        LegalForce = 0,
        Subsidy = 0,
    };

    public static SpreadModel Model(IEnumerable<SpreadMember> members, SpreadScenario? scenario = null, SpreadParameters? parameters = null) =>
        Accepted(SpreadModel.Create(members, scenario ?? AtOnce, parameters ?? SpreadParameters.Default));

    public static T Accepted<T>(Outcome<T> outcome)
        where T : class => outcome.IsAccepted(out var accepted, out var refusal) ? accepted : throw new InvalidOperationException(string.Join(", ", refusal.Reasons));

    /// <summary>As the country: half are small, a network in every county, some in IT co-operations, three vendors, about four neighbours each.</summary>
    public static SpreadMember[] Members(int count, int seed, bool hasStarted = true)
    {
        var random = new Random(seed);
        var neighbours = Neighbours(count, random);
        return [.. Enumerable.Range(0, count).Select(i => Member(i, count, neighbours[i], hasStarted, random))];
    }

    /// <summary>All factors on: season, law, deadline for some, subsidy, changes of price, a limited and a free vendor.</summary>
    public static SpreadScenario Scenario(int quarters, int seed)
    {
        var random = new Random(seed);
        return new()
        {
            Quarters = quarters,
            FirstQuarterOfYear = 1 + random.Next(4),
            SharedBase = random.Next(10_000_000),
            PriceChanges = [new(quarters / 4, 0.9 + (random.NextDouble() / 2)), new(quarters / 2, 1.2)],
            Subsidy = new(random.Next(quarters / 2), quarters / 2, random.NextDouble(), random.Next(50_000)),
            LegalForceFrom = random.Next(2) == 0 ? quarters * 3 / 4 : null,
            Deadline = random.Next(2) == 0 ? quarters - 2 : null,
            VendorCapacity = [1 + random.Next(5), null, random.Next(40)],
            DecidedToProcured = new(random.Next(3), random.NextDouble() * 2),
            ProcuredToInstalled = new(random.Next(2), random.NextDouble()),
            InstalledToInUse = new(random.Next(2), random.NextDouble() * 2),
            Owner = new() { ShareOfOneOff = 0.25, YearlyCost = 4_000_000, YearlyCostPerMember = 12_345.67, OneOffCostPerMember = 30_000 },
        };
    }

    private static SpreadMember Member(int place, int count, IReadOnlyList<int> neighbours, bool hasStarted, Random random)
    {
        var population = (long)Math.Exp(6 + (random.NextDouble() * 6));
        return new()
        {
            Population = population,
            Step = hasStarted ? Step(random.Next(100)) : SpreadStep.Informed,
            ReachedQuarter = -1 - random.Next(6),
            IsEligible = random.Next(50) > 0,
            Network = place * 12 / count,
            Cooperation = random.Next(3) == 0 ? null : place / 5,
            Vendor = random.Next(10) == 0 ? null : random.Next(3),
            Neighbours = neighbours,
            YearlyBenefit = population * random.NextDouble() * 40,
            OneOffCost = 20_000 + (population * 5 * random.NextDouble()),
            YearlyCost = 6_000 + (population * 1.5),
            Weight = random.Next(2) == 0 ? 1 : 2,
        };
    }

    private static SpreadStep Step(int percent) => percent switch
    {
        < 30 => SpreadStep.Unaware,
        < 70 => SpreadStep.Informed,
        < 82 => SpreadStep.Considering,
        < 84 => SpreadStep.Decided,
        < 86 => SpreadStep.Procured,
        < 88 => SpreadStep.Installed,
        < 92 => SpreadStep.InUse,
        < 93 => SpreadStep.BenefitsConfirmed,
        < 97 => SpreadStep.Declined,
        _ => SpreadStep.ManualEnough,
    };

    /// <summary>Each borders on the next, and on one drawn among the twenty after it.</summary>
    private static List<int>[] Neighbours(int count, Random random)
    {
        List<int>[] neighbours = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        foreach (var (one, other) in Enumerable.Range(0, count).SelectMany(i => new[] { (i, i + 1), (i, i + 2 + random.Next(20)) }).Where(pair => pair.Item2 < count))
        {
            neighbours[one].Add(other);
            neighbours[other].Add(one);
        }

        return neighbours;
    }
}
