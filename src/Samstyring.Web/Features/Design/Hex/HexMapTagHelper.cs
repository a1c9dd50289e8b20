using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samstyring.Web.Features.Design.Hex;

/// <summary>Draws a hex map with its legend. Cells are links; a link before them skips the map.</summary>
[HtmlTargetElement("hex-map", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HexMapTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required HexMap Map { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var prefix = Ui.Id("h");
        var caption = Ui.Element("figcaption", Ui.Element("strong", new StringHtml(Map.Heading)));
        if (Map.Note is not null)
        {
            caption.InnerHtml.AppendHtml(Ui.Element("span", new StringHtml(Map.Note), ("class", "small muted")));
        }

        var skip = Ui.Element("a", new StringHtml(Ui["hex.skip"]), ("class", "ds-link small"), ("href", $"#{prefix}-after"));
        Set(output, "figure", "chart").SetHtmlContent(Marks.Joined(caption, Ui.Element("p", skip), Drawing(prefix), Legend(prefix)));
    }

    private TagBuilder Drawing(string prefix)
    {
        var labels = Map.IsPart ? [] : HexGrid.Labels(Map.Cells, cell => Ui.Plain(cell.CountyName));
        var drawing = Ui.Element(
            "svg",
            Marks.Joined(
                Ui.Element("title", new StringHtml(Map.Heading), ("id", prefix + "-t")),
                Ui.Element("desc", new StringHtml(Map.Description), ("id", prefix + "-d")),
                Definitions(prefix)),
            ("class", "hexmap"), ("viewBox", HexGrid.ViewBox(Map.Cells, labels)), ("data-part", Map.IsPart ? "" : null),
            ("role", "group"), ("aria-labelledby", $"{prefix}-t {prefix}-d"));
        foreach (var cell in Map.Cells)
        {
            drawing.InnerHtml.AppendHtml(Cell(prefix, cell));
        }

        drawing.InnerHtml.AppendHtml(Ui.Element("path", HtmlString.Empty, ("class", "border"), ("d", HexGrid.Borders(Map.Cells))));
        foreach (var own in Map.Cells.Where(c => c.IsOwn))
        {
            drawing.InnerHtml.AppendHtml(Use(prefix + "-own", own));
        }

        foreach (var label in labels)
        {
            drawing.InnerHtml.AppendHtml(Ui.Element(
                "text", new StringHtml(label.Name), ("class", "m county"), ("x", HexGrid.Text(label.X)), ("y", HexGrid.Text(label.Y)), ("text-anchor", label.East ? null : "end")));
        }

        return drawing;
    }

    /// <summary>Each look once. Its lines take their colour from the cell, which changes under the pointer and in focus.</summary>
    private TagBuilder Definitions(string prefix)
    {
        var definitions = Ui.Element("defs", HtmlString.Empty);
        foreach (var style in Map.Classes.Select(c => c.Style).Distinct())
        {
            definitions.InnerHtml.AppendHtml(Ui.Element("g", Marks.Joined(Polygon($"hex-tone-{style.Tone}", 10.7), Glyph(style)), ("id", $"{prefix}-{style.Code}")));
        }

        definitions.InnerHtml.AppendHtml(Ui.Element("g", Polygon("hex-faint", 6), ("id", prefix + "-out")));
        definitions.InnerHtml.AppendHtml(Ui.Element("g", Marks.Joined(Polygon("own", 10), Polygon("own-edge", 12.2)), ("id", prefix + "-own")));
        return definitions;
    }

    private TagBuilder Cell(string prefix, HexCell cell)
    {
        var name = Ui.Element("title", new StringHtml($"{Ui.Plain(cell.Name)}: {cell.Value}"));
        return cell.Class is { } index
            ? Ui.Element("a", Marks.Joined(name, Use($"{prefix}-{Map.Classes[index].Style.Code}", cell)), ("href", "/kommuner/" + cell.Number))
            : Use(prefix + "-out", cell);
    }

    private TagBuilder Legend(string prefix)
    {
        var list = Ui.Element("ul", HtmlString.Empty, ("class", "legend"), ("id", prefix + "-after"));
        var counts = Map.Cells.Where(c => c.Class is not null).CountBy(c => c.Class!.Value).ToDictionary();
        foreach (var (index, entry) in Map.Classes.Index())
        {
            Entry($"{prefix}-{entry.Style.Code}", Ui.Count("hex.legend", counts.GetValueOrDefault(index), entry.Name));
        }

        if (Map.Cells.Count(c => c.Class is null) is > 0 and var outside)
        {
            Entry(prefix + "-out", Ui.Count("hex.outside", outside));
        }

        if (Map.Cells.FirstOrDefault(c => c.IsOwn) is { } own)
        {
            Entry(prefix + "-own", Ui.Plain(own.Name));
        }

        return list;

        void Entry(string look, string text)
        {
            var swatch = Ui.Element("svg", Ui.Element("use", HtmlString.Empty, ("href", "#" + look)), ("viewBox", "-13 -13 26 26"), ("class", "hex-key"), ("aria-hidden", "true"));
            list.InnerHtml.AppendHtml(Ui.Element("li", Marks.Joined(swatch, Ui.Element("span", new StringHtml(text)))));
        }
    }

    private static TagBuilder Use(string look, HexCell cell) =>
        Ui.Element("use", HtmlString.Empty, ("href", "#" + look), ("x", HexGrid.Text(HexGrid.X(cell))), ("y", HexGrid.Text(HexGrid.Y(cell))));

    private static TagBuilder Polygon(string css, double radius) => Ui.Element("polygon", HtmlString.Empty, ("class", css), ("points", HexGrid.Corners(radius)));

    private static IHtmlContent Glyph(HexStyle style)
    {
        var fill = style.Tone >= 3 ? "glyph-on" : "glyph";
        return style.Glyph switch
        {
            HexGlyph.Dot => Ui.Element("circle", HtmlString.Empty, ("class", fill), ("r", "2.6")),
            HexGlyph.Ring => Ui.Element("circle", HtmlString.Empty, ("class", "glyph-line"), ("r", "3.7")),
            HexGlyph.Hole => Ui.Element("circle", HtmlString.Empty, ("class", "glyph-on"), ("r", "3.3")),
            HexGlyph.Bar => Ui.Element("rect", HtmlString.Empty, ("class", fill), ("x", "-5"), ("y", "-1.5"), ("width", "10"), ("height", "3")),
            _ => HtmlString.Empty,
        };
    }
}
