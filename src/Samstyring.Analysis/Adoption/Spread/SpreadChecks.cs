using System.Globalization;
using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What is wrong with the input of a simulation. Codes begin with <c>spread.</c>.</summary>
internal static class SpreadChecks
{
    public static IEnumerable<Reason> OfMembers(IReadOnlyList<SpreadMember> members)
    {
        if (members.Count is 0 or > SpreadModel.MostMembers)
        {
            yield return new("spread.members", "members", Text(members.Count));
            yield break;
        }

        if (!members.Any(member => member.IsEligible))
        {
            yield return new("spread.nobody-eligible", "members");
        }

        for (var i = 0; i < members.Count; i++)
        {
            foreach (var reason in OfMember(members[i], i, members.Count))
            {
                yield return reason;
            }
        }
    }

    public static IEnumerable<Reason> OfScenario(SpreadScenario scenario)
    {
        var last = scenario.Quarters - 1;
        return new[]
        {
            Within("scenario.quarters", scenario.Quarters, 1, SpreadModel.MostQuarters),
            Within("scenario.firstQuarterOfYear", scenario.FirstQuarterOfYear, 1, 4),
            Kroner("scenario.sharedBase", scenario.SharedBase, 0),
            Within("scenario.legalForceFrom", scenario.LegalForceFrom ?? 0, 0, last),
            Within("scenario.deadline", scenario.Deadline ?? 0, 0, last),
            Share("scenario.owner.shareOfYearly", scenario.Owner.ShareOfYearly),
            Share("scenario.owner.shareOfOneOff", scenario.Owner.ShareOfOneOff),
            Kroner("scenario.owner.yearlyCost", scenario.Owner.YearlyCost, 0),
            Kroner("scenario.owner.yearlyCostPerMember", scenario.Owner.YearlyCostPerMember, 0),
            Kroner("scenario.owner.oneOffCostPerMember", scenario.Owner.OneOffCostPerMember, 0),
        }.Concat(OfSubsidy(scenario.Subsidy, last))
            .Concat(OfPrices(scenario.PriceChanges, last))
            .Concat(OfLeadTime("scenario.decidedToProcured", scenario.DecidedToProcured))
            .Concat(OfLeadTime("scenario.procuredToInstalled", scenario.ProcuredToInstalled))
            .Concat(OfLeadTime("scenario.installedToInUse", scenario.InstalledToInUse))
            .Concat(scenario.VendorCapacity.Select((capacity, i) => Within(Place("scenario.vendorCapacity", i), capacity ?? 0, 0, SpreadModel.MostMembers)))
            .OfType<Reason>();
    }

    public static IEnumerable<Reason> OfParameters(SpreadParameters parameters) => Enum.GetValues<SpreadFactor>()
        .Select(factor => Weight(Name(factor), parameters[factor], SpreadParameters.IsNeverNegative(factor)))
        .Append(Weight("unaware", parameters.Unaware, isNeverNegative: false))
        .Append(Weight("considering", parameters.Considering, isNeverNegative: false))
        .Append(Within("parameters.yearsOfOneOff", parameters.YearsOfOneOff, 1, 100))
        .OfType<Reason>();

    public static IEnumerable<Reason> OfHistory(SpreadHistory history)
    {
        var (members, last) = (history.Model.Members, history.Model.Scenario.Quarters - 1);
        if (history.DecidedAt.Count != members.Count || history.InUseAt.Count != members.Count)
        {
            return [new("spread.history-length", "history", Text(members.Count))];
        }

        return members.SelectMany((_, i) => new[]
        {
            Within(Place("history.decidedAt", i), history.DecidedAt[i] ?? 0, 0, last),
            Within(Place("history.inUseAt", i), history.InUseAt[i] ?? 0, 0, last),
            history.InUseAt[i] < history.DecidedAt[i] ? new("spread.in-use-before-decided", Place("history.inUseAt", i), Text(history.InUseAt[i]!.Value)) : null,
        }).OfType<Reason>();
    }

    /// <summary>The factor as it is named in a reason and in a code of an assumption.</summary>
    public static string Name(SpreadFactor factor) => char.ToLowerInvariant(factor.ToString()[0]) + factor.ToString()[1..];

    private static IEnumerable<Reason> OfMember(SpreadMember member, int index, int members)
    {
        var place = Place("members", index);
        return new[]
        {
            Within(place + ".population", member.Population, 1, SpreadModel.MostInhabitants, "spread.population"),
            Within(place + ".weight", member.Weight, 1, SpreadModel.MostInhabitants),
            Within(place + ".step", (int)member.Step, (int)SpreadStep.Unaware, (int)SpreadStep.ManualEnough),
            Within(place + ".reachedQuarter", member.ReachedQuarter, -SpreadModel.MostQuarters, -1),
            Within(place + ".network", member.Network ?? 0, 0, int.MaxValue),
            Within(place + ".cooperation", member.Cooperation ?? 0, 0, int.MaxValue),
            Within(place + ".vendor", member.Vendor ?? 0, 0, int.MaxValue),
            Kroner(place + ".yearlyBenefit", member.YearlyBenefit, -SpreadModel.MostKroner),
            Kroner(place + ".oneOffCost", member.OneOffCost, 0),
            Kroner(place + ".yearlyCost", member.YearlyCost, 0),
        }.Concat(OfNeighbours(member.Neighbours, index, members)).OfType<Reason>();
    }

    private static IEnumerable<Reason?> OfNeighbours(IReadOnlyList<int> neighbours, int index, int members)
    {
        for (var i = 0; i < neighbours.Count; i++)
        {
            var place = Place(Place("members", index) + ".neighbours", i);
            yield return neighbours[i] < 0 || neighbours[i] >= members ? new("spread.unknown-neighbour", place, Text(neighbours[i]))
                : neighbours[i] == index ? new("spread.own-neighbour", place, Text(index))
                : null;
        }

        if (neighbours.Distinct().Count() < neighbours.Count)
        {
            yield return new("spread.neighbour-twice", Place("members", index) + ".neighbours");
        }
    }

    private static IEnumerable<Reason?> OfSubsidy(SpreadSubsidy? subsidy, int last) => subsidy is null ? [] :
    [
        Within("scenario.subsidy.fromQuarter", subsidy.FromQuarter, 0, last),
        Within("scenario.subsidy.toQuarter", subsidy.ToQuarter, subsidy.FromQuarter, SpreadModel.MostQuarters),
        Share("scenario.subsidy.share", subsidy.Share),
        Kroner("scenario.subsidy.amount", subsidy.Amount, 0),
    ];

    private static IEnumerable<Reason?> OfPrices(IReadOnlyList<SpreadPriceChange> changes, int last)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            var place = Place("scenario.priceChanges", i);
            yield return Within(place + ".fromQuarter", changes[i].FromQuarter, i == 0 ? 0 : changes[i - 1].FromQuarter + 1, last);
            yield return changes[i].Factor is >= 0 and <= 1_000 ? null : new("spread.factor", place + ".factor", Text(changes[i].Factor));
        }
    }

    private static IEnumerable<Reason?> OfLeadTime(string place, SpreadLeadTime lead) =>
    [
        Within(place + ".minimumQuarters", lead.MinimumQuarters, 0, SpreadModel.MostQuarters),
        lead.MeanExtraQuarters is >= 0 and <= SpreadModel.MostQuarters ? null : new("spread.lead-time", place + ".meanExtraQuarters", Text(lead.MeanExtraQuarters)),
    ];

    private static Reason? Within(string place, long value, long least, long most, string code = "spread.out-of-range") =>
        value >= least && value <= most ? null : new(code, place, Text(value));

    private static Reason? Kroner(string place, double value, double least) =>
        value >= least && value <= SpreadModel.MostKroner ? null : new("spread.kroner", place, Text(value));

    private static Reason? Share(string place, double value) => value is >= 0 and <= 1 ? null : new("spread.share", place, Text(value));

    private static Reason? Weight(string name, double value, bool isNeverNegative) =>
        Math.Abs(value) <= SpreadModel.HighestWeight && !(isNeverNegative && value < 0) ? null : new("spread.weight", "parameters." + name, Text(value));

    private static string Place(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
