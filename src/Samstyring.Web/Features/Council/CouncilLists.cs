using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Council;

/// <summary>A row of Digitaliseringsrådet's list of projects.</summary>
public sealed record CouncilProjectItem
{
    /// <summary>The row of the list, 1 to 73.</summary>
    public string Key => Number.ToString(CultureInfo.InvariantCulture);

    public required int Year { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The bodies as the list prints them.</summary>
    public required string OrganisationAsPrinted { get; init; }

    public required IReadOnlyList<BodyRef> Organisations { get; init; }

    public BodyRef? Ministry { get; init; }

    /// <summary>«unclear» where the list says so, else null: the size was a coloured dot.</summary>
    public string? Size { get; init; }

    /// <summary>Stated where the list says «uavklart»; lost where the dot's colour is gone.</summary>
    public Certainty SizeCertainty => Size is null ? Certainty.Lost : Certainty.Stated;

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public int Number { get; init; }

    [JsonIgnore]
    public string MinistryKey { get; init; } = "";

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class CouncilProjectList : ListSpec<CouncilProjectItem>
{
    /// <summary>The size of a project that the list marks as not settled.</summary>
    public const string Unclear = "unclear";

    private const string Lost = "lost";

    public override string Name => "council-projects";

    public override string Path => "/radsprosjekter";

    public override IReadOnlyList<ListFilter<CouncilProjectItem>> Filters =>
    [
        new("year", "council.year", YearsAsync, value => In(int.Parse(value, CultureInfo.InvariantCulture))),
        new("ministry", "council.ministry", MinistriesAsync, value => p => p.MinistryKey == value),
        ListFilters.Fixed<CouncilProjectItem>("size", "council.size", [Unclear, Lost], value => value == Unclear ? p => p.Size == Unclear : p => p.Size == null),
    ];

    public override IReadOnlyList<ListSort<CouncilProjectItem>> Sorts =>
    [
        new("year", (rows, descending) => rows.By(descending, p => p.Year, p => p.Number)),
        new("name", (rows, descending) => rows.By(descending, p => p.SortKey, p => p.Number)),
    ];

    public override IReadOnlyList<ExportField<CouncilProjectItem>> Fields =>
    [
        new("key", p => p.Key), new("year", p => p.Year), .. Text("name", p => p.Name), new("organisation_as_printed", p => p.OrganisationAsPrinted),
        new("organisations", p => string.Join('|', p.Organisations.Select(o => o.Key))), new("ministry", p => p.Ministry?.Key), new("size", p => p.Size),
        new("size_certainty", p => Codes.Of(p.SizeCertainty)), .. Text("note", p => p.Note), .. Origin(p => p.Provenance),
    ];

    public override IQueryable<CouncilProjectItem> From(SamstyringDb db) =>
        from p in db.CouncilProjects
        join m in db.Organisations on p.Ministry equals (OrganisationId?)m.Id into ministries
        from ministry in ministries.DefaultIfEmpty()
        select new CouncilProjectItem
        {
            Year = p.Year,
            Name = p.Name,
            OrganisationAsPrinted = p.OrganisationText,
            Organisations = db.CouncilProjectOrganisations.Where(l => l.Project == p.Number)
                .Join(db.Organisations, l => l.Organisation, o => o.Id, (_, o) => o).OrderBy(o => o.SortKey).ThenBy(o => o.Key)
                .Select(o => new BodyRef { Key = o.Key, Name = o.Name }).ToList(),
            Ministry = ministry == null ? null : new BodyRef { Key = ministry.Key, Name = ministry.Name },
            Size = p.Size,
            Note = p.Note,
            Provenance = p.Provenance,
            Number = p.Number,
            MinistryKey = db.Organisations.Where(o => o.Id == p.Ministry).Select(o => o.Key).FirstOrDefault() ?? "",
            SortKey = p.SortKey,
            Folded = p.Folded,
        };

    public override Expression<Func<CouncilProjectItem, bool>> Contains(string folded) => p => p.Folded.Contains(folded);

    private static Expression<Func<CouncilProjectItem, bool>> In(int year) => p => p.Year == year;

    private static async Task<IReadOnlyList<FilterOption>> YearsAsync(SamstyringDb db, CancellationToken ct) =>
    [
        .. (await db.CouncilProjects.Select(p => p.Year).Distinct().OrderBy(year => year).ToListAsync(ct))
            .Select(year => year.ToString(CultureInfo.InvariantCulture)).Select(year => new FilterOption(year, new(year, year, year))),
    ];

    private static async Task<IReadOnlyList<FilterOption>> MinistriesAsync(SamstyringDb db, CancellationToken ct) =>
    [
        .. await db.Organisations.Where(o => db.CouncilProjects.Any(p => p.Ministry == o.Id)).OrderBy(o => o.SortKey).ThenBy(o => o.Key)
            .Select(o => new FilterOption(o.Key, o.Name)).ToListAsync(ct),
    ];
}
