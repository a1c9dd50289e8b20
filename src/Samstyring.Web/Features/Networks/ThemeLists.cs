using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>How far one network is with a theme. No state is «ukjent»: the provenance says why.</summary>
public sealed record ThemeCellItem
{
    public required string Network { get; init; }

    public required LocalizedText NetworkName { get; init; }

    public ThemeState? State { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }
}

/// <summary>A theme with its row of the grid .</summary>
public sealed record ThemeItem
{
    public string Key => Number.ToString(CultureInfo.InvariantCulture);

    public required LocalizedText Name { get; init; }

    /// <summary>The name as the extracted text has it, misprints and all.</summary>
    public required string AsExtracted { get; init; }

    public required LocalizedText Note { get; init; }

    /// <summary>One cell a network, in the order of the networks' names.</summary>
    public required IReadOnlyList<ThemeCellItem> Cells { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public int Number { get; init; }

    [JsonIgnore]
    public string Folded { get; init; } = "";

    public int Count(ThemeState? state) => Cells.Count(c => c.State == state);
}

internal sealed class ThemeList : ListSpec<ThemeItem>
{
    public override string Name => "themes";

    public override string Path => "/nettverk/temaer";

    public override IReadOnlyList<ListSort<ThemeItem>> Sorts => [new("number", (rows, descending) => rows.By(descending, t => t.Number, t => t.Number))];

    public override IReadOnlyList<ExportField<ThemeItem>> Fields =>
    [
        new("key", t => t.Key), .. Text("name", t => t.Name), new("as_extracted", t => t.AsExtracted),
        .. Enum.GetValues<ThemeState>().Select(state => new ExportField<ThemeItem>(Codes.Of(state), t => Networks(t, state))), new("unknown", t => Networks(t, null)),
        .. Text("note", t => t.Note), .. Origin(t => t.Provenance),
    ];

    public override IQueryable<ThemeItem> From(SamstyringDb db) => db.Themes.Select(t => new ThemeItem
    {
        Name = t.Name,
        AsExtracted = t.AsExtracted,
        Note = t.Note,
        Cells = db.ThemeCells.Where(c => c.Theme == t.Number)
            .Join(db.Organisations, c => c.Network, o => o.Id, (c, o) => new { c, o }).OrderBy(x => x.o.SortKey)
            .Select(x => new ThemeCellItem { Network = x.o.Key, NetworkName = x.o.Name, State = x.c.State, Provenance = x.c.Provenance, IsRestricted = db.Shows(x.c.VisibleTo, "theme-cell", NumberKey.Write(x.c.Theme), x.o.Key) }).ToList(),
        Provenance = t.Provenance,
        Number = t.Number,
        Folded = t.Folded,
    });

    public override Expression<Func<ThemeItem, bool>> Contains(string folded) => t => t.Folded.Contains(folded);

    /// <summary>Keys of the networks in a state, with a bar between them.</summary>
    private static string Networks(ThemeItem theme, ThemeState? state) => string.Join('|', theme.Cells.Where(c => c.State == state).Select(c => c.Network));
}
