using Microsoft.EntityFrameworkCore;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Adoption;

/// <summary>What the simulation needs to know of the municipalities and a solution, read in a fixed number of queries.</summary>
internal sealed class SpreadInput
{
    private readonly SolutionFacts _facts;
    private readonly IReadOnlyList<MunicipalityStep> _all;
    private readonly List<int>[] _neighbours;
    private readonly int?[] _networks;
    private readonly int?[] _cooperations;
    private readonly int?[] _vendors;
    private readonly Dictionary<OrganisationId, AdoptionRecord> _records;
    private readonly PriceComponent[] _prices;

    private SpreadInput(SolutionFacts facts, IReadOnlyList<MunicipalityStep> all, List<int>[] neighbours, int?[] networks, int?[] cooperations, int?[] vendors, int vendorCount, Dictionary<OrganisationId, AdoptionRecord> records) =>
        (_facts, _all, _neighbours, _networks, _cooperations, _vendors, VendorCount, _records, _prices) = (facts, all, neighbours, networks, cooperations, vendors, vendorCount, records, [.. facts.Of<PriceComponent>()]);

    public IReadOnlyList<MunicipalityStep> Municipalities => _all;

    public int VendorCount { get; }

    private bool SharesByInhabitants => _prices.Any(p => p.Basis is PriceBasis.SharedByInhabitants);

    public static async Task<SpreadInput> ReadAsync(SamstyringDb db, SolutionFacts facts, IReadOnlyList<MunicipalityStep> all, CancellationToken ct)
    {
        var places = all.Index().ToDictionary(m => m.Item.Id, m => m.Index);
        var neighbours = all.Select(_ => new List<int>()).ToArray();
        foreach (var pair in await db.Neighbours.ToListAsync(ct))
        {
            if (places.TryGetValue(pair.A, out var a) && places.TryGetValue(pair.B, out var b))
            {
                neighbours[a].Add(b);
                neighbours[b].Add(a);
            }
        }

        var memberships = await db.Memberships.Where(m => m.VisibleTo == null && m.ValidTo == null && db.Municipalities.Any(known => known.Id == m.Member)).Select(m => new { m.Member, m.Body, IsNetwork = db.Networks.Any(n => n.Id == m.Body) }).ToListAsync(ct);
        var (networks, cooperations) = (new int?[all.Count], new int?[all.Count]);
        var bodies = memberships.Select(m => m.Body).Distinct().Index().ToDictionary(b => b.Item, b => b.Index);
        foreach (var membership in memberships.OrderBy(m => bodies[m.Body]))
        {
            (membership.IsNetwork ? networks : cooperations)[places[membership.Member]] ??= bodies[membership.Body];
        }

        var id = facts.Solution.Id;
        var records = await db.AdoptionRecords.Where(a => a.Solution == id).ToDictionaryAsync(a => a.Municipality, ct);
        var vendorOf = facts.Of<SolutionProduct>().Where(p => p.Organisation is not null).ToDictionary(p => p.Id, p => p.Organisation!.Value);
        var vendors = vendorOf.Values.Distinct().Index().ToDictionary(v => v.Item, v => v.Index);
        int?[] vendor = [.. all.Select(m => records.TryGetValue(m.Id, out var record) && record.Product is { } product && vendorOf.TryGetValue(product, out var of) ? (int?)vendors[of] : null)];
        return new(facts, all, neighbours, networks, cooperations, vendor, vendors.Count, records);
    }

    /// <summary>The model of a scenario from today on.</summary>
    public Outcome<SpreadModel> ModelOf(ForecastAsked asked, int quarter, SpreadParameters parameters) => SpreadModel.Create(
        _all.Select((m, i) => Member(i, m.Step is { } step ? StepOf(step) : SpreadStep.Unaware, Quarter.EndOf(m.Since)?.Index is { } reached ? Math.Min(-1, reached - quarter) : -1, asked, quarter)),
        asked.Scenario(SharedBase(quarter / 4), quarter, VendorCount, (_facts.Solution.YearlyCost ?? 0) / 100.0), parameters);

    /// <summary>What was seen from the quarter before the first decision to now; null where nothing was.</summary>
    public SpreadHistory? History(ForecastAsked asked, int now)
    {
        var decided = _all.Select(m => m.IsEligible && _records.TryGetValue(m.Id, out var r) && LadderRules.HasDecided(r.Standing) ? Quarter.EndOf(r.DecidedOn ?? r.ProcuredOn ?? r.InstalledOn ?? r.InUseOn ?? r.StandingSince)?.Index : null).ToArray();
        if (decided.OfType<int>().DefaultIfEmpty(now).Min() is var first && first >= now)
        {
            return null;
        }

        first = Math.Max(first, now - SpreadModel.MostQuarters);
        var inUse = _all.Select(m => _records.TryGetValue(m.Id, out var r) && LadderRules.IsInUse(r.Standing) ? Quarter.EndOf(r.InUseOn ?? r.StandingSince)?.Index : null).ToArray();
        var unchanged = asked.Unchanged.Scenario(SharedBase(first / 4), first, VendorCount, 0) with { Quarters = now - first, VendorCapacity = [] };
        var model = SpreadModel.Create(_all.Select((_, i) => Member(i, SpreadStep.Informed, -1, asked, first)), unchanged, SpreadParameters.Default);
        return model.IsAccepted(out var accepted, out _)
            ? new(accepted, [.. decided.Select(at => Within(at, first, now))], [.. inUse.Select(at => Within(at, first, now))])
            : null;
    }

    /// <summary>How many had it in use at the end of each quarter, from the first on.</summary>
    public IReadOnlyList<(int Quarter, int Count)> Observed(int now)
    {
        var at = _all.Where(m => m.IsEligible && _records.TryGetValue(m.Id, out var r) && LadderRules.IsInUse(r.Standing)).Select(m => Quarter.EndOf(_records[m.Id].InUseOn ?? _records[m.Id].StandingSince)?.Index ?? now).ToList();
        return at.Count == 0 ? [] : [.. Enumerable.Range(at.Min() - 1, Math.Max(1, now - at.Min() + 2)).Select(quarter => (quarter, at.Count(q => q <= quarter)))];
    }

    private static int? Within(int? at, int first, int now) => at is { } quarter && quarter < now ? Math.Max(0, quarter - first) : null;

    private SpreadMember Member(int place, SpreadStep step, int reached, ForecastAsked asked, int quarter)
    {
        var municipality = _all[place];
        var price = PriceModel.For(_prices.Where(p => p.Basis is PriceBasis.Fixed or PriceBasis.PerInhabitant), municipality.Population, new(1, Math.Max(1, municipality.Population)), quarter / 4);
        return new()
        {
            Population = Math.Max(1, municipality.Population),
            Step = step,
            ReachedQuarter = reached,
            IsEligible = municipality.IsEligible,
            Network = _networks[place],
            Cooperation = _cooperations[place],
            Vendor = _vendors[place],
            Neighbours = _neighbours[place],
            YearlyBenefit = (double)asked.Benefit * municipality.Population,
            OneOffCost = price.OneOff / 100.0,
            YearlyCost = price.Yearly / 100.0,
            Weight = SharesByInhabitants ? Math.Max(1, municipality.Population) : 1,
        };
    }

    /// <summary>Kroner a year that those who have the solution share.</summary>
    private double SharedBase(int year) => (double)_prices.Where(p => p.HoldsIn(year) && p.Basis is PriceBasis.SharedEqually or PriceBasis.SharedByInhabitants).Sum(p => (p.Amount ?? 0) * (p.Kind is PriceKind.Monthly ? 12 : p.Kind is PriceKind.Yearly ? 1 : 0));

    private static SpreadStep StepOf(AdoptionStep step) => step switch
    {
        AdoptionStep.Unaware => SpreadStep.Unaware,
        AdoptionStep.Informed => SpreadStep.Informed,
        AdoptionStep.Considering => SpreadStep.Considering,
        AdoptionStep.Decided => SpreadStep.Decided,
        AdoptionStep.Procured => SpreadStep.Procured,
        AdoptionStep.Installed => SpreadStep.Installed,
        AdoptionStep.InUse => SpreadStep.InUse,
        AdoptionStep.BenefitsConfirmed => SpreadStep.BenefitsConfirmed,
        AdoptionStep.Declined => SpreadStep.Declined,
        _ => SpreadStep.ManualEnough,
    };
}
