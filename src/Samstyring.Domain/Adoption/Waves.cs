using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Domain.Adoption;

/// <summary>A wave with those that take part in it .</summary>
/// <param name="Done">Members that have it in use.</param>
/// <param name="Room">How many the vendor and the support can help; null is unknown.</param>
public sealed record WaveMembers(AdoptionWave Wave, IReadOnlyList<Adopter> Members, int Done, int? Room)
{
    /// <summary>How many more there is room for; negative is over-full, null is unknown.</summary>
    public int? Left => Room - Members.Count;
}

/// <summary>What is to be installed in a quarter, against what the vendors and the support can carry.</summary>
/// <param name="Quarter">Null for plans that say no more than a year.</param>
/// <param name="Year">Of the quarter, or of those plans.</param>
/// <param name="Carrier">The vendor or the support; null where no wave and no product tells who.</param>
/// <param name="Planned">Municipalities that plan to have it in use then.</param>
/// <param name="Capacity">How many the carrier's waves have room for in the quarter, each spread evenly over its months; null where no wave with room covers it.</param>
public sealed record WaveLoad(int Year, Quarter? Quarter, OrganisationId? Carrier, int Planned, double? Capacity)
{
    /// <summary>A tenth is left out of account: a wave that is spread over its months is no exact limit.</summary>
    public bool IsOver => Capacity is { } capacity && Planned > capacity + 0.1;
}

/// <summary>A municipality that may come in the next wave.</summary>
/// <param name="NeighboursInUse">Neighbours that have it in use.</param>
/// <param name="Neighbours">Neighbours that the solution is for.</param>
public sealed record NextInLine(Adopter Municipality, int NeighboursInUse, int Neighbours);

/// <summary>Municipalities of like size that take a solution in use in the same half-year .</summary>
public sealed record GroupProposal(int Year, int Half, PopulationBand Size, IReadOnlyList<Adopter> Members);

/// <summary>Waves, what they carry, and who may learn from whom.</summary>
public static class WaveRules
{
    /// <summary>The waves in time order, each with its members.</summary>
    public static IReadOnlyList<WaveMembers> Members(IEnumerable<AdoptionWave> waves, IReadOnlyList<Adopter> eligible)
    {
        var byWave = eligible.Where(m => m.Record?.Wave is not null).ToLookup(m => m.Record!.Wave!.Value);
        return [.. waves.OrderBy(w => w.Starts ?? "9999", StringComparer.Ordinal).ThenBy(w => w.Order).Select(w => new WaveMembers(w, [.. byWave[w.Id]], byWave[w.Id].Count(m => m.IsInUse), w.Count))];
    }

    /// <summary>Load by quarter and carrier, from today's quarter on: who plans to have it in use, and has not.</summary>
    /// <param name="products">To see which vendor carries a municipality that is in no wave.</param>
    public static IReadOnlyList<WaveLoad> Load(IReadOnlyList<AdoptionWave> waves, IReadOnlyList<SolutionProduct> products, IReadOnlyList<Adopter> eligible, DateOnly today)
    {
        var now = Quarter.Of(today);
        var carrierOfWave = waves.ToDictionary(w => w.Id, w => w.Organisation);
        var vendorOfProduct = products.ToDictionary(p => p.Id, p => p.Organisation);
        OrganisationId? Carrier(AdoptionRecord record) =>
            (record.Wave is { } wave ? carrierOfWave.GetValueOrDefault(wave) : null) ?? (record.Product is { } product ? vendorOfProduct.GetValueOrDefault(product) : null);
        var plans = eligible.Where(m => IsPlanned(m) && AsOf.Last(m.Record!.PlannedInUse) >= today)
            .Select(m => (Quarter: Quarter.Of(m.Record!.PlannedInUse), AsOf.First(m.Record.PlannedInUse)!.Value.Year, Carrier: Carrier(m.Record))).ToList();
        var rooms = waves.SelectMany(w => QuartersOf(w).Where(q => q >= now).Select(q => (Quarter: (Quarter?)q, q.Year, Carrier: w.Organisation)));
        return
        [
            .. plans.Concat(rooms).Distinct().OrderBy(row => row.Year).ThenBy(row => row.Quarter?.Number ?? 5).ThenBy(row => row.Carrier?.Value)
                .Select(row => new WaveLoad(row.Year, row.Quarter, row.Carrier, plans.Count(p => p == row), row.Quarter is { } quarter ? Capacity(waves, quarter, row.Carrier) : null)),
        ];
    }

    /// <summary>Municipalities whose plan is past, and that do not have it in use.</summary>
    public static IReadOnlyList<Adopter> Late(IReadOnlyList<Adopter> eligible, DateOnly today) => [.. eligible.Where(m => IsPlanned(m) && AsOf.Last(m.Record!.PlannedInUse) < today)];

    /// <summary>Who is nearest, and in no wave: those that have come farthest first, then those with most neighbours that have it in use.</summary>
    /// <param name="neighbours">Of each municipality.</param>
    public static IReadOnlyList<NextInLine> Next(IReadOnlyList<Adopter> eligible, ILookup<OrganisationId, OrganisationId> neighbours)
    {
        var byId = eligible.ToDictionary(m => m.Id);
        return
        [
            .. eligible.Where(m => m is { IsInUse: false, Step: not (AdoptionStep.Declined or AdoptionStep.ManualEnough) } && m.Record?.Wave is null)
                .Select(m => new NextInLine(m, neighbours[m.Id].Count(n => byId.TryGetValue(n, out var near) && near.IsInUse), neighbours[m.Id].Count(byId.ContainsKey)))
                .OrderByDescending(next => next.Municipality.Step ?? AdoptionStep.Unaware).ThenByDescending(next => next.Neighbours == 0 ? 0 : (double)next.NeighboursInUse / next.Neighbours)
                .ThenBy(next => next.Municipality.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>Groups of two and more that take it in use in the same two quarters and are of like size: by their plan, else by the last day of their wave.</summary>
    public static IReadOnlyList<GroupProposal> Groups(IReadOnlyList<AdoptionWave> waves, IReadOnlyList<Adopter> eligible, DateOnly today)
    {
        var ends = waves.ToDictionary(w => w.Id, w => w.Ends);
        return
        [
            .. eligible.Where(m => !m.IsInUse && m.Record is not null)
                .Select(m => (Municipality: m, Quarter: Quarter.Of(m.Record!.PlannedInUse) ?? (m.Record.Wave is { } wave ? Quarter.Of(ends.GetValueOrDefault(wave)) : null)))
                .Where(row => row.Quarter >= Quarter.Of(today)).GroupBy(row => (row.Quarter!.Value.Year, row.Quarter.Value.Half, Size: PopulationBands.Of(row.Municipality.Population))).Where(group => group.Skip(1).Any())
                .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Half).ThenBy(group => group.Key.Size)
                .Select(group => new GroupProposal(group.Key.Year, group.Key.Half, group.Key.Size, [.. group.Select(row => row.Municipality).OrderBy(m => m.Number, StringComparer.Ordinal)])),
        ];
    }

    private static bool IsPlanned(Adopter municipality) => municipality is { IsInUse: false, Record.PlannedInUse: not null, Step: not (AdoptionStep.Declined or AdoptionStep.ManualEnough) };

    /// <summary>The quarters that a wave touches; none where it has no first or no last day.</summary>
    private static IEnumerable<Quarter> QuartersOf(AdoptionWave wave) =>
        AsOf.First(wave.Starts) is { } first && AsOf.Last(wave.Ends) is { } last && last >= first ? MonthsOf(first, last).Select(Quarter.Of).Distinct() : [];

    private static double? Capacity(IEnumerable<AdoptionWave> waves, Quarter quarter, OrganisationId? carrier)
    {
        double? capacity = null;
        foreach (var wave in waves.Where(w => w.Organisation == carrier && w.Count is not null && AsOf.First(w.Starts) is not null && AsOf.Last(w.Ends) is not null))
        {
            var months = MonthsOf(AsOf.First(wave.Starts)!.Value, AsOf.Last(wave.Ends)!.Value).ToList();
            if (months.Count(m => Quarter.Of(m) == quarter) is > 0 and var inQuarter)
            {
                capacity = (capacity ?? 0) + ((double)wave.Count!.Value * inQuarter / months.Count);
            }
        }

        return capacity;
    }

    private static IEnumerable<DateOnly> MonthsOf(DateOnly first, DateOnly last)
    {
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = AsOf.PlusMonths(month, 1))
        {
            yield return month;
        }
    }
}
