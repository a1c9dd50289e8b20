using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Benchmarks;

/// <summary>How much is said of adoption.</summary>
/// <param name="Solutions">Common solutions, each with two components of price and one product.</param>
/// <param name="Records">What is said of municipalities and solutions, spread evenly over both.</param>
internal sealed record AdoptionSize(int Solutions, int Records)
{
    public static readonly AdoptionSize Small = new(30, 10_000);

    /// <summary>As many solutions as the largest, and as little said as in the small one.</summary>
    public static readonly AdoptionSize Thin = new(3_000, 10_000);

    public static readonly AdoptionSize Large = new(3_000, 1_000_000);

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Records:N0} records of {Solutions:N0} solutions");
}

/// <summary>Solutions, and how far the municipalities have come with each, made up for measuring: the same every time, marked as <see cref="GeneratedFacts"/>.</summary>
/// <param name="municipalities">In a fixed order.</param>
/// <param name="owners">Who answers for the solutions, in turn.</param>
internal sealed class GeneratedAdoption(AdoptionSize size, IReadOnlyList<OrganisationId> municipalities, IReadOnlyList<OrganisationId> owners)
{
    /// <summary>Of every twenty municipalities that something is said of.</summary>
    private static readonly AdoptionStep[] Steps =
    [
        AdoptionStep.InUse, AdoptionStep.Considering, AdoptionStep.InUse, AdoptionStep.Decided, AdoptionStep.Informed, AdoptionStep.InUse, AdoptionStep.BenefitsConfirmed, AdoptionStep.Declined, AdoptionStep.InUse, AdoptionStep.Considering,
        AdoptionStep.Procured, AdoptionStep.InUse, AdoptionStep.Informed, AdoptionStep.InUse, AdoptionStep.ManualEnough, AdoptionStep.Installed, AdoptionStep.Unaware, AdoptionStep.Considering, AdoptionStep.InUse, AdoptionStep.Decided,
    ];

    private static readonly string[] Names = ["Digital byggesøknad", "Felles journalinnsyn", "Varsling av pårørende", "Timebestilling for helsestasjon", "Deling av skolevalg", "Søknad om barnehageplass", "Felles varslingskanal", "Digital bostøtte", "Trygghetsalarm", "Kart over vegarbeid"];

    /// <summary>The solution that is looked at.</summary>
    public static string FirstKey { get; } = Key(0);

    /// <summary>Stores all of it in a database that has the facts of the registry.</summary>
    public static async Task StoreAsync(SamstyringDb db, AdoptionSize size)
    {
        var municipalities = await db.Municipalities.OrderBy(m => m.Number).Select(m => m.Id).ToListAsync();
        var owners = await db.Organisations.Where(o => o.Kind == OrganisationKind.Agency).OrderBy(o => o.Key).Select(o => o.Id).Take(20).ToListAsync();
        var made = new GeneratedAdoption(size, municipalities, owners);
        if (!await db.SourceDocuments.AnyAsync(d => d.Key == GeneratedSource.Document.Key))
        {
            await BulkInsert.InsertAsync(db, [GeneratedSource.Document]);
        }

        await BulkInsert.InsertAsync(db, made.Solutions());
        await BulkInsert.InsertAsync(db, made.Prices());
        await BulkInsert.InsertAsync(db, made.Products());
        await BulkInsert.InsertAsync(db, made.Records());
    }

    private IEnumerable<Solution> Solutions() => Enumerable.Range(0, size.Solutions).Select(i =>
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Names[i % Names.Length]} {i + 1}");
        return new Solution
        {
            Id = SolutionId.Of(Key(i)),
            Key = Key(i),
            Name = new(name),
            Purpose = new("Kommunene skal kunne bruke samme løsning, og dele det den koster."),
            Owner = owners[i % owners.Count],
            State = i % 5 == 0 ? SolutionState.Ready : SolutionState.BeingAdopted,
            Announced = "2024-03",
            Available = "2024-09",
            DecideBy = i % 10 == 3 ? "2027-06-01" : null,
            StaffDays = 5 + (i % 20),
            PlannedAdopters = 200,
            YearlyCost = 400_000_000,
            Provenance = GeneratedSource.Origin(i),
            SortKey = NorwegianOrder.Key(name),
            Folded = Folding.Fold(name),
        };
    });

    /// <summary>One-off for all, and yearly: for one in twenty a sum that is shared, for the others by inhabitant.</summary>
    private IEnumerable<PriceComponent> Prices() =>
        from i in Enumerable.Range(0, size.Solutions)
        from yearly in (bool[])[false, true]
        select new PriceComponent
        {
            Id = PartId.Of($"price/{Key(i)}/{yearly}"),
            Solution = SolutionId.Of(Key(i)),
            Order = yearly ? 2 : 1,
            Name = new(yearly ? "Drift" : "Tilknytning"),
            Kind = yearly ? PriceKind.Yearly : PriceKind.OneOff,
            Basis = !yearly ? PriceBasis.Fixed : i % 20 == 0 ? PriceBasis.SharedEqually : PriceBasis.PerInhabitant,
            Amount = !yearly ? 20_000 + (i % 50 * 100) : i % 20 == 0 ? 2_000_000 : 1 + (i % 10 / 4m),
            Starts = "2025",
            Provenance = GeneratedSource.Origin(i),
        };

    private IEnumerable<SolutionProduct> Products() => Enumerable.Range(0, size.Solutions).Select(i => new SolutionProduct
    {
        Id = PartId.Of($"product/{Key(i)}"),
        Solution = SolutionId.Of(Key(i)),
        Order = 1,
        Organisation = owners[(i + 7) % owners.Count],
        Name = new("Fagsystem"),
        Support = ModuleSupport.Supported,
        Provenance = GeneratedSource.Origin(i),
    });

    /// <summary>As many of each solution, on municipalities that move on from solution to solution, so that each has as many.</summary>
    private IEnumerable<AdoptionRecord> Records()
    {
        var each = Math.Max(1, size.Records / size.Solutions);
        return
            from i in Enumerable.Range(0, size.Solutions)
            from n in Enumerable.Range(0, each + (i < size.Records - (each * size.Solutions) ? 1 : 0))
            select Record(i, (n + (i * each)) % municipalities.Count);
    }

    private AdoptionRecord Record(int solution, int municipality)
    {
        // Neither the municipality nor the solution alone says how far it has come.
        var step = Steps[((solution * 7) + (municipality * 3)) % Steps.Length];
        var record = new AdoptionRecord
        {
            Solution = SolutionId.Of(Key(solution)),
            Municipality = municipalities[municipality],
            Step = municipality % 4 == 0 ? null : step,
            Since = municipality % 4 == 0 || step is AdoptionStep.Unaware ? null : "2025-01",
            ClaimedStep = municipality % 4 == 0 ? step : null,
            ClaimedSince = municipality % 4 == 0 ? "2025-01" : null,
            PlannedInUse = step is AdoptionStep.Decided ? "2027-03" : null,
            Version = 1,
        };
        record.Derive();
        return record;
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"gen-{i:0000}");
}
