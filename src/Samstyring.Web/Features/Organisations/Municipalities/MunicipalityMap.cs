using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Hex;

namespace Samstyring.Web.Features.Organisations.Municipalities;

/// <summary>The hex map of the municipalities, coloured by one of three things, and the same numbers as rows of a table.</summary>
/// <param name="Shares">One row a class: how many municipalities and inhabitants it has, of those that match the filters.</param>
internal sealed record MunicipalityMap(HexMap Drawing, IReadOnlyList<ClassShare> Shares)
{
    public const string ByPopulation = "innbyggere";
    public const string ByCentrality = "sentralitet";
    public const string ByNetwork = "nettverk";

    public static readonly IReadOnlyList<string> Views = [ByPopulation, ByCentrality, ByNetwork];

    /// <summary>From most to least central, darkest first.</summary>
    private static readonly IReadOnlyList<HexStyle> CentralityStyles =
        [new(4, HexGlyph.Hole), new(4, HexGlyph.None), new(3, HexGlyph.None), new(2, HexGlyph.Ring), new(1, HexGlyph.Dot), new(0, HexGlyph.None)];

    /// <summary>Looks that differ in shape or much in tone, in the networks' order.</summary>
    private static readonly IReadOnlyList<HexStyle> NetworkStyles =
    [
        new(3, HexGlyph.None), new(1, HexGlyph.Dot), new(4, HexGlyph.Hole), new(3, HexGlyph.Bar), new(1, HexGlyph.Bar),
        new(4, HexGlyph.None), new(2, HexGlyph.Ring), new(4, HexGlyph.Bar), new(2, HexGlyph.None), new(0, HexGlyph.Ring),
    ];

    /// <param name="matching">Numbers of those that match the filters.</param>
    /// <param name="networks">Keys and names, in order.</param>
    public static MunicipalityMap Of(Ui ui, string view, IReadOnlyList<MunicipalityItem> all, IReadOnlySet<string> matching, IReadOnlyList<(string Key, LocalizedText Name)> networks)
    {
        var classes = Classes(ui, view, networks);
        var index = Index(view, networks);
        var cells = all.Select(m => Cell(m, matching.Contains(m.Number) ? index(m) : null, Value(ui, view, m, classes[index(m)].Name))).ToList();
        var shown = all.Where(m => matching.Contains(m.Number)).ToList();
        var inhabitants = shown.Sum(m => m.Population);
        var shares = classes.Select((c, i) => ClassShare.Of(c, [.. shown.Where(m => index(m) == i)], shown.Count, inhabitants)).ToList();
        var heading = ui[$"municipalities.map.{view}"];
        var summary = ui.Join([.. shares.Where(s => s.Municipalities > 0).Select(s => ui.Count("hex.legend", s.Municipalities, s.Class.Name))]);
        return new(new(heading, ui["municipalities.map.description", summary], classes, cells) { Note = ui["municipalities.map.note"] }, shares);
    }

    /// <summary>One municipality among those of its county and its neighbours, by population.</summary>
    public static HexMap Around(Ui ui, LocalizedText own, IReadOnlyList<NearbyItem> nearby)
    {
        var classes = Classes(ui, ByPopulation, []);
        var cells = nearby.Select(n => new HexCell
        {
            Number = n.Number,
            Name = n.Name,
            County = n.County,
            CountyName = n.CountyName,
            Column = n.HexColumn,
            Row = n.HexRow,
            Class = (int)PopulationBands.Of(n.Population),
            Value = ui.Count("municipality.inhabitants", n.Population),
            IsOwn = n.IsOwn,
        }).ToList();
        return new(ui["municipality.map"], ui["municipality.map.description", ui.Plain(own)], classes, cells) { IsPart = true, Note = ui["municipalities.map.note"] };
    }

    private static IReadOnlyList<HexClass> Classes(Ui ui, string view, IReadOnlyList<(string Key, LocalizedText Name)> networks) => view switch
    {
        ByCentrality => [.. CentralityStyles.Select((style, i) => new HexClass(style, ui[$"municipality.centrality.{i + 1}"]))],
        ByNetwork =>
        [
            .. networks.Select((n, i) => new HexClass(NetworkStyles[i % NetworkStyles.Count], ui.Plain(n.Name))),
            new(new(0, HexGlyph.None), ui[$"municipality.network.{MunicipalityList.NoNetwork}"]),
        ],
        _ => [.. Enum.GetValues<PopulationBand>().Select(band => new HexClass(HexStyle.Ladder[(int)band], ui.Code("municipality.band", band)))],
    };

    private static Func<MunicipalityItem, int> Index(string view, IReadOnlyList<(string Key, LocalizedText Name)> networks)
    {
        var places = networks.Index().ToDictionary(n => n.Item.Key, n => n.Index, StringComparer.Ordinal);
        return view switch
        {
            ByCentrality => m => m.Centrality - 1,
            ByNetwork => m => m.Network is null ? places.Count : places[m.Network],
            _ => m => (int)PopulationBands.Of(m.Population),
        };
    }

    private static string Value(Ui ui, string view, MunicipalityItem municipality, string className) =>
        string.Equals(view, ByPopulation, StringComparison.Ordinal) ? ui.Count("municipality.inhabitants", municipality.Population) : className;

    private static HexCell Cell(MunicipalityItem municipality, int? index, string value) => new()
    {
        Number = municipality.Number,
        Name = municipality.Name,
        County = municipality.County,
        CountyName = municipality.CountyName,
        Column = municipality.HexColumn,
        Row = municipality.HexRow,
        Class = index,
        Value = value,
    };
}

/// <summary>How much of what is shown belongs to a class.</summary>
/// <param name="OfMunicipalities">0 to 1.</param>
/// <param name="OfInhabitants">0 to 1.</param>
internal sealed record ClassShare(HexClass Class, int Municipalities, int Inhabitants, double OfMunicipalities, double OfInhabitants)
{
    public static ClassShare Of(HexClass cellClass, IReadOnlyList<MunicipalityItem> members, int municipalities, int inhabitants)
    {
        var people = members.Sum(m => m.Population);
        return new(cellClass, members.Count, people, municipalities == 0 ? 0 : (double)members.Count / municipalities, inhabitants == 0 ? 0 : (double)people / inhabitants);
    }
}
