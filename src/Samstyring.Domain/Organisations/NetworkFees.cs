using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Organisations;

/// <summary>The rates of a network's yearly fee, in kroner; a rate that is unknown is null, and what depends on it too.</summary>
public sealed record FeeRates(decimal? Base, decimal? PerInhabitant, decimal? CountyBase, decimal? CountyPerInhabitant)
{
    /// <summary>The rates of a year, as far as they are recorded. Of several rates of a kind, the one that began last holds.</summary>
    public static FeeRates Of(IEnumerable<NetworkFee> fees, int year)
    {
        var holding = fees.Where(f => f.IsWithdrawn != true && (AsOf.First(f.Starts)?.Year ?? int.MinValue) <= year && (AsOf.Last(f.Ends)?.Year ?? int.MaxValue) >= year)
            .OrderBy(f => f.Starts ?? "", StringComparer.Ordinal).ThenBy(f => f.Order).ToList();
        decimal? Rate(NetworkFeeKind kind) => holding.LastOrDefault(f => f.Kind == kind)?.Amount;
        return new(Rate(NetworkFeeKind.Base), Rate(NetworkFeeKind.PerInhabitant), Rate(NetworkFeeKind.CountyBase), Rate(NetworkFeeKind.CountyPerInhabitant));
    }

    /// <summary>
    /// What a municipality pays in the year, in kroner before it is rounded: the base and so much for each inhabitant (001 §2.3 p.13 l.225). Null where no rate
    /// is known; a rate that is unknown beside a known one counts nothing.
    /// </summary>
    public decimal? OfMunicipality(int population) => Sum(Base, PerInhabitant, population);

    /// <summary>What a county pays, by its own rule (001 §11.6 p.42 l.829–833).</summary>
    /// <param name="population">Of its municipalities in the network.</param>
    public decimal? OfCounty(int population) => Sum(CountyBase, CountyPerInhabitant, population);

    private static decimal? Sum(decimal? fixedRate, decimal? each, int population) => fixedRate is null && each is null ? null : (fixedRate ?? 0) + ((each ?? 0) * population);
}

/// <summary>A member, as far as its fee goes.</summary>
/// <param name="County">The number of its county, which pays for its municipalities in the network.</param>
public sealed record FeeMember(string Number, string County, int Population);

/// <summary>Other rates, members and numbers of inhabitants than today's, to be tried .</summary>
/// <param name="Without">Numbers of members that leave.</param>
/// <param name="Growth">By how many percent the inhabitants of each member change: from <see cref="LeastGrowth"/> to <see cref="MostGrowth"/>.</param>
/// <param name="KeepsTotal">Whether those that stay pay together what all pay today: the fee of each changes by the same share.</param>
public sealed record FeeTrial(FeeRates Rates, IReadOnlyCollection<string> Without, decimal Growth, bool KeepsTotal)
{
    public const int LeastGrowth = -50;

    public const int MostGrowth = 100;
}

/// <summary>What one body pays in a year, in øre; null where no rate is known, or where it is no member any more.</summary>
/// <param name="Key">The number of a municipality or a county.</param>
/// <param name="Population">Its inhabitants; of a county, those of its municipalities in the network.</param>
/// <param name="PopulationThen">In what is tried; null for a member that leaves, and for a county that is left with none.</param>
public sealed record FeeLine(string Key, int Population, long? Now, int? PopulationThen, long? Then)
{
    /// <summary>What it pays more, or less where it is negative; a body that leaves pays nothing.</summary>
    public long? Change => Now is not { } now ? null : PopulationThen is null ? -now : Then - now;
}

/// <summary>What all pay, as it is and as it would be.</summary>
public sealed record FeeTable(IReadOnlyList<FeeLine> Members, IReadOnlyList<FeeLine> Counties)
{
    /// <summary>What the network gets in the year, in øre, as far as it is known; null where nothing is.</summary>
    public long? TotalNow => Total(Lines.Select(l => l.Now));

    public long? TotalThen => Total(Lines.Select(l => l.Then));

    private IEnumerable<FeeLine> Lines => Members.Concat(Counties);

    private static long? Total(IEnumerable<long?> fees) => fees.OfType<long>().ToList() is { Count: > 0 } known ? known.Sum() : null;
}

/// <summary>Works out the fees of a network.</summary>
public static class FeeRules
{
    /// <summary>Each fee is rounded once, to whole øre, half away from zero.</summary>
    public static FeeTable Of(IReadOnlyList<FeeMember> members, FeeRates now, FeeTrial trial)
    {
        List<FeeMember> then = [.. members.Where(m => !trial.Without.Contains(m.Number, StringComparer.Ordinal)).Select(m => m with { Population = (int)Math.Round(m.Population * (100 + trial.Growth) / 100, MidpointRounding.AwayFromZero) })];
        var (countiesNow, countiesThen) = (Counties(members), Counties(then));
        var inhabitants = then.ToDictionary(m => m.Number, m => m.Population, StringComparer.Ordinal);
        var (got, gets) = (Sum(members, countiesNow, now), Sum(then, countiesThen, trial.Rates));
        var share = trial.KeepsTotal && got > 0 && gets > 0 ? got / gets : 1;
        return new(
            [.. members.Select(m => Line(m.Number, m.Population, inhabitants, now.OfMunicipality, trial.Rates.OfMunicipality, share))],
            [.. countiesNow.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => Line(c.Key, c.Value, countiesThen, now.OfCounty, trial.Rates.OfCounty, share))]);
    }

    private static FeeLine Line(string key, int population, Dictionary<string, int> inhabitants, Func<int, decimal?> now, Func<int, decimal?> asked, decimal share)
    {
        int? then = inhabitants.TryGetValue(key, out var left) ? left : null;
        return new(key, population, Øre(now(population)), then, then is { } people ? Øre(asked(people) * share) : null);
    }

    private static Dictionary<string, int> Counties(IEnumerable<FeeMember> members) => members.GroupBy(m => m.County, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(m => m.Population), StringComparer.Ordinal);

    private static decimal Sum(IEnumerable<FeeMember> members, Dictionary<string, int> counties, FeeRates rates) => members.Sum(m => rates.OfMunicipality(m.Population) ?? 0) + counties.Values.Sum(population => rates.OfCounty(population) ?? 0);

    private static long? Øre(decimal? kroner) => kroner is { } known ? (long)Math.Round(known * 100, MidpointRounding.AwayFromZero) : null;
}
