using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Samstyring.Web.Features.Design.Charts;

/// <summary>What the charts are drawn of.</summary>
internal static class Svg
{
    /// <summary>A drawing in a figure, once for wide and once for narrow screens; the style sheet shows one of them.</summary>
    public static IHtmlContent Figure(Ui ui, string heading, string? note, bool isExample, TagBuilder wide, TagBuilder narrow)
    {
        var under = Ui.Element("span", Marks.Joined(new StringHtml(note is null ? "" : note + " "), isExample ? Marks.Mark("example", ui["example-data"]) : HtmlString.Empty), ("class", "small muted"));
        return Marks.Joined(
            Ui.Element("figcaption", Marks.Joined(Ui.Element("strong", new StringHtml(heading)), under)), Ui.Element("div", wide, ("class", "wide")), Ui.Element("div", narrow, ("class", "narrow")));
    }

    /// <param name="description">All that it says, for those who do not see it.</param>
    public static TagBuilder Drawing(Ui ui, double width, double height, string title, string description, IEnumerable<IHtmlContent> content)
    {
        var prefix = ui.Id("c");
        return Ui.Element(
            "svg",
            Marks.Joined([Ui.Element("title", new StringHtml(title), ("id", prefix + "-t")), Ui.Element("desc", new StringHtml(description), ("id", prefix + "-d")), .. content]),
            ("viewBox", $"0 0 {N(width)} {N(height)}"), ("role", "img"), ("aria-labelledby", $"{prefix}-t {prefix}-d"));
    }

    public static TagBuilder Path(string css, string data) => Ui.Element("path", HtmlString.Empty, ("class", css), ("d", data));

    public static TagBuilder Text(string css, double x, double y, string anchor, string text) =>
        Ui.Element("text", new StringHtml(text), ("class", css.Length == 0 ? null : css), ("x", N(x)), ("y", N(y)), ("text-anchor", anchor));

    public static TagBuilder Box(string css, double x, double y, double width, double height, string? level = null) =>
        Ui.Element("rect", HtmlString.Empty, ("class", css), ("data-l", level), ("x", N(x)), ("y", N(y)), ("width", N(width)), ("height", N(height)), ("rx", "3"));

    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
