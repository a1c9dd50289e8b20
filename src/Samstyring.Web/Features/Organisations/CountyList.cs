using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Features.Organisations.Municipalities;

namespace Samstyring.Web.Features.Organisations;

/// <summary>A county of today.</summary>
public sealed record CountyItem
{
    /// <summary>Two digits, leading zero kept.</summary>
    public required string Number { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>Other official names (Sámi, Kven).</summary>
    public IReadOnlyList<string> ParallelNames => MunicipalityFacts.Split(Parallel);

    /// <summary>Municipalities in it today.</summary>
    public required int Municipalities { get; init; }

    /// <summary>The sum of its municipalities on 1 January of <c>populationYear</c>.</summary>
    public required int Population { get; init; }

    public int PopulationYear => MunicipalityFacts.PopulationYear;

    public required int Population2024 { get; init; }

    public required int Population2025 { get; init; }

    /// <summary>The key of the network whose region it is in; null where no network covers it.</summary>
    public required string? Network { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Inhabitants on 1 January, newest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<(int Year, int Inhabitants)> Populations => [(PopulationYear, Population), (2025, Population2025), (2024, Population2024)];

    [JsonIgnore]
    public string? Parallel { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>The network that covers a county, and the source that says so.</summary>
public sealed record CountyNetwork
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    public required Provenance Provenance { get; init; }
}

internal sealed class CountyList : ListSpec<CountyItem>
{
    public override string Name => "counties";

    public override string Path => "/organisasjoner";

    public override IReadOnlyList<ListSort<CountyItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, c => c.SortKey, c => c.Number)),
        new("number", (rows, descending) => descending ? rows.OrderByDescending(c => c.Number) : rows.OrderBy(c => c.Number)),
        new("population", (rows, descending) => rows.By(descending, c => c.Population, c => c.Number)),
    ];

    public override IReadOnlyList<ExportField<CountyItem>> Fields =>
    [
        new("number", c => c.Number), new("name", c => c.Name.Nb), new("parallel_names", c => string.Join('|', c.ParallelNames)), new("municipalities", c => c.Municipalities),
        new("population", c => c.Population), new("population_year", c => c.PopulationYear), new("population_2024", c => c.Population2024), new("population_2025", c => c.Population2025),
        new("network", c => c.Network), .. Origin(c => c.Provenance),
    ];

    public override IQueryable<CountyItem> From(SamstyringDb db) =>
        from c in db.Counties
        join o in db.Organisations on c.Id equals o.Id
        select new CountyItem
        {
            Number = c.Number,
            Name = o.Name,
            Municipalities = db.Municipalities.Count(m => m.County == c.Id),
            Population = db.Municipalities.Where(m => m.County == c.Id).Sum(m => m.Population2026),
            Population2024 = db.Municipalities.Where(m => m.County == c.Id).Sum(m => m.Population2024),
            Population2025 = db.Municipalities.Where(m => m.County == c.Id).Sum(m => m.Population2025),
            Network = db.Networks.Where(n => ("|" + n.Counties + "|").Contains("|" + c.Number + "|")).Join(db.Organisations, n => n.Id, b => b.Id, (_, b) => b.Key).OrderBy(key => key).FirstOrDefault(),
            Provenance = o.Provenance,
            Parallel = c.ParallelNames,
            SortKey = o.SortKey,
            Folded = o.Folded,
        };

    public override Expression<Func<CountyItem, bool>> Contains(string folded) => c => c.Folded.Contains(folded);
}
