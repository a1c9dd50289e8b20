using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Organisations.Municipalities;

/// <summary>A municipality of today.</summary>
public sealed record MunicipalityItem
{
    /// <summary>Four digits, leading zero kept.</summary>
    public required string Number { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The county's number.</summary>
    public required string County { get; init; }

    public required LocalizedText CountyName { get; init; }

    /// <summary>Inhabitants on 1 January of <c>populationYear</c>.</summary>
    public required int Population { get; init; }

    public int PopulationYear => MunicipalityFacts.PopulationYear;

    public required int Population2024 { get; init; }

    public required int Population2025 { get; init; }

    /// <summary>1 (most central) to 6.</summary>
    public required int Centrality { get; init; }

    /// <summary>1 to 17.</summary>
    public required int KostraGroup { get; init; }

    /// <summary>bokmal, nynorsk or noytral.</summary>
    public required string LanguageForm { get; init; }

    /// <summary>Nine digits; null is «ukjent».</summary>
    public required string? OrganisationNumber { get; init; }

    public required Certainty? OrganisationNumberCertainty { get; init; }

    /// <summary>Other official names (Sámi, Kven).</summary>
    public IReadOnlyList<string> ParallelNames => MunicipalityFacts.Split(Parallel);

    /// <summary>The key of the network whose region it lies in; null where no network covers it.</summary>
    public required string? Network { get; init; }

    public required Certainty? NetworkCertainty { get; init; }

    /// <summary>Column in the hex map, from the west.</summary>
    public required int HexColumn { get; init; }

    /// <summary>Row in the hex map, from the north. Odd rows stand half a cell to the east.</summary>
    public required int HexRow { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Inhabitants on 1 January, newest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<(int Year, int Inhabitants)> Populations => [(PopulationYear, Population), (2025, Population2025), (2024, Population2024)];

    [JsonIgnore]
    public OrganisationId Id { get; init; }

    [JsonIgnore]
    public string? Parallel { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class MunicipalityList : ListSpec<MunicipalityItem>
{
    /// <summary>The value of the filter <c>network</c> for municipalities outside all networks.</summary>
    public const string NoNetwork = "none";

    public override string Name => "municipalities";

    public override string Path => "/kommuner";

    public override IReadOnlyList<ListFilter<MunicipalityItem>> Filters =>
    [
        new("county", "municipality.county", ListFilters.CountiesAsync, number => m => m.County == number),
        new("network", "municipality.network", NetworksAsync, key => key == NoNetwork ? m => m.Network == null : m => m.Network == key),
        ListFilters.Code<MunicipalityItem, PopulationBand>("population", "municipality.band", Within),
        ListFilters.Fixed<MunicipalityItem>("centrality", "municipality.centrality", Numbers(6), value => Centrality(int.Parse(value, CultureInfo.InvariantCulture))),
        new("kostraGroup", "municipality.kostra", (_, _) => Task.FromResult<IReadOnlyList<FilterOption>>([.. Numbers(17).Select(n => new FilterOption(n, new(n)))]),
            value => Kostra(int.Parse(value, CultureInfo.InvariantCulture))),
        ListFilters.Fixed<MunicipalityItem>("languageForm", "municipality.language", ["bokmal", "nynorsk", "noytral"], form => m => m.LanguageForm == form),
    ];

    public override IReadOnlyList<ListView> Views => [new("vis", "municipalities.view", [.. MunicipalityMap.Views])];

    public override IReadOnlyList<ListSort<MunicipalityItem>> Sorts =>
    [
        new("name", (rows, descending) => rows.By(descending, m => m.SortKey, m => m.Number)),
        new("number", (rows, descending) => descending ? rows.OrderByDescending(m => m.Number) : rows.OrderBy(m => m.Number)),
        new("population", (rows, descending) => rows.By(descending, m => m.Population, m => m.Number)),
    ];

    public override IReadOnlyList<ExportField<MunicipalityItem>> Fields =>
    [
        new("number", m => m.Number), new("name", m => m.Name.Nb), new("parallel_names", m => string.Join('|', m.ParallelNames)), new("county", m => m.County), new("county_name", m => m.CountyName.Nb),
        new("population", m => m.Population), new("population_year", m => m.PopulationYear), new("population_2024", m => m.Population2024), new("population_2025", m => m.Population2025),
        new("centrality", m => m.Centrality), new("kostra_group", m => m.KostraGroup), new("language_form", m => m.LanguageForm),
        new("organisation_number", m => m.OrganisationNumber), new("organisation_number_certainty", m => m.OrganisationNumberCertainty is { } certainty ? Codes.Of(certainty) : null),
        new("network", m => m.Network), new("network_certainty", m => m.NetworkCertainty is { } certainty ? Codes.Of(certainty) : null),
        new("hex_column", m => m.HexColumn), new("hex_row", m => m.HexRow), .. Origin(m => m.Provenance),
    ];

    public override IQueryable<MunicipalityItem> From(SamstyringDb db) =>
        from m in db.Municipalities
        join o in db.Organisations on m.Id equals o.Id
        join c in db.Organisations on m.County equals c.Id
        select new MunicipalityItem
        {
            Number = m.Number,
            Name = o.Name,
            County = c.Key,
            CountyName = c.Name,
            Population = m.Population2026,
            Population2024 = m.Population2024,
            Population2025 = m.Population2025,
            Centrality = m.Centrality,
            KostraGroup = m.KostraGroup,
            LanguageForm = m.LanguageForm,
            OrganisationNumber = m.OrganisationNumber,
            OrganisationNumberCertainty = m.OrganisationNumberCertainty,
            Network = db.Memberships.Where(x => x.Member == m.Id && db.Networks.Any(n => n.Id == x.Body))
                .Join(db.Organisations, x => x.Body, b => b.Id, (_, b) => b.Key).OrderBy(key => key).FirstOrDefault(),
            NetworkCertainty = db.Memberships.Where(x => x.Member == m.Id && db.Networks.Any(n => n.Id == x.Body))
                .Join(db.Organisations, x => x.Body, b => b.Id, (x, b) => new { x.Provenance.Certainty, b.Key }).OrderBy(x => x.Key).Select(x => (Certainty?)x.Certainty).FirstOrDefault(),
            HexColumn = m.HexColumn,
            HexRow = m.HexRow,
            Provenance = o.Provenance,
            Id = m.Id,
            Parallel = m.ParallelNames,
            SortKey = o.SortKey,
            Folded = o.Folded,
        };

    public override Expression<Func<MunicipalityItem, bool>> Contains(string folded) => m => m.Folded.Contains(folded);

    /// <summary>The network comes of a membership, and that may be restricted: who sees it then is written down.</summary>
    public override async Task<IReadOnlyList<MunicipalityItem>> CompleteAsync(SamstyringDb db, IReadOnlyList<MunicipalityItem> rows, CancellationToken ct)
    {
        if (db.Viewer == Viewer.Public)
        {
            return rows;
        }

        OrganisationId[] members = [.. rows.Where(row => row.Network is not null).Select(row => OrganisationId.Of(row.Number))];
        var restricted = await (
            from x in db.Memberships
            join b in db.Organisations on x.Body equals b.Id
            join m in db.Municipalities on x.Member equals m.Id
            where x.VisibleTo != null && members.Contains(x.Member)
            select new { Network = b.Key, m.Number, x.VisibleTo }).ToListAsync(ct);
        foreach (var membership in restricted.Where(r => rows.Any(row => row.Number == r.Number && row.Network == r.Network)))
        {
            db.Shows(membership.VisibleTo, "membership", membership.Network, membership.Number);
        }

        return rows;
    }

    private static Expression<Func<MunicipalityItem, bool>> Within(PopulationBand band)
    {
        var (from, to) = PopulationBands.Range(band);
        return to is { } below ? m => m.Population >= from && m.Population < below : m => m.Population >= from;
    }

    private static Expression<Func<MunicipalityItem, bool>> Centrality(int value) => m => m.Centrality == value;

    private static Expression<Func<MunicipalityItem, bool>> Kostra(int value) => m => m.KostraGroup == value;

    private static IReadOnlyList<string> Numbers(int last) => [.. Enumerable.Range(1, last).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private static async Task<IReadOnlyList<FilterOption>> NetworksAsync(SamstyringDb db, CancellationToken ct) =>
    [
        .. await (from n in db.Networks
                  join o in db.Organisations on n.Id equals o.Id
                  orderby o.SortKey, o.Key
                  select new FilterOption(o.Key, o.Name)).ToListAsync(ct),
        new(NoNetwork),
    ];
}
