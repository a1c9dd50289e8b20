using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Actors;

/// <summary>An actor that is placed in the grid.</summary>
/// <param name="Level">Null where it is no body of the registry.</param>
public sealed record MatrixActor(string Name, Rank Importance, Rank Replaceability, Level? Level);

/// <summary>
/// Draws the grid of importance and replaceability with what to do in each field. The table after it has the same, and
/// names that are too long or too many for the drawing.
/// </summary>
[HtmlTargetElement("actor-matrix", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ActorMatrixTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    /// <summary>Names that one field shows.</summary>
    private const int Most = 12;

    public required IReadOnlyList<MatrixActor> Actors { get; set; }

    /// <summary>How the drawing is laid out for a size of screen.</summary>
    /// <param name="Left">Where the first column begins; the second begins a width and a gap later.</param>
    /// <param name="Letters">Letters that a name has room for.</param>
    private sealed record Layout(string Css, int Width, int Left, int Column, int Letters, int LetterWidth, string? Text);

    private static readonly Layout[] Layouts = [new("wide", 760, 48, 349, 36, 8, Text: null), new("narrow", 330, 28, 144, 15, 7, "s")];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var caption = Ui.Element("figcaption", Marks.Joined(Ui.Element("strong", new StringHtml(Ui.Count("actors.matrix", Actors.Count))), Ui.Element("span", new StringHtml(Ui["actors.matrix.note"]), ("class", "small muted"))));
        var drawings = Layouts.Select(layout => (IHtmlContent)Ui.Element("div", Drawing(layout), ("class", layout.Css)));
        Set(output, "figure", "chart").SetHtmlContent(Marks.Joined([caption, .. drawings]));
    }

    private TagBuilder Drawing(Layout layout)
    {
        var id = Ui.Id("m");
        var (upper, lower) = (Height(Rank.High), Height(Rank.Low));
        var drawing = Ui.Element(
            "svg",
            Marks.Joined(
                Ui.Element("title", new StringHtml(Ui.Count("actors.matrix", Actors.Count)), ("id", id + "-t")),
                Ui.Element("desc", new StringHtml(Description()), ("id", id + "-d"))),
            ("viewBox", $"0 0 {layout.Width} {14 + upper + 4 + lower + 30}"), ("role", "img"), ("aria-labelledby", $"{id}-t {id}-d"));
        foreach (var (importance, top, height) in new[] { (Rank.High, 14, upper), (Rank.Low, 14 + upper + 4, lower) })
        {
            foreach (var (replaceability, left) in new[] { (Rank.Low, layout.Left), (Rank.High, layout.Left + layout.Column + 4) })
            {
                drawing.InnerHtml.AppendHtml(Field(layout, importance, replaceability, left, top, height));
            }

            drawing.InnerHtml.AppendHtml(Label(Ui["actors.importance." + Codes.Of(importance)], "m", ("transform", $"translate({layout.Left - 12} {top + (height / 2)}) rotate(-90)"), ("text-anchor", "middle")));
        }

        foreach (var (replaceability, left) in new[] { (Rank.Low, layout.Left), (Rank.High, layout.Left + layout.Column + 4) })
        {
            drawing.InnerHtml.AppendHtml(Label(Ui["actors.replaceability." + Codes.Of(replaceability)], "m", ("x", Text(left + (layout.Column / 2))), ("y", Text(14 + upper + 4 + lower + 22)), ("text-anchor", "middle")));
        }

        return drawing;
    }

    private HtmlContentBuilder Field(Layout layout, Rank importance, Rank replaceability, int left, int top, int height)
    {
        var here = In(importance, replaceability);
        var category = ActorGrid.CategoryOf(importance, replaceability)!.Value;
        var content = new HtmlContentBuilder();
        content.AppendHtml(Ui.Element("rect", HtmlString.Empty, ("class", "quad"), ("data-q", category is ActorCategory.Important ? "important" : null), ("x", Text(left)), ("y", Text(top)), ("width", Text(layout.Column)), ("height", Text(height)), ("rx", "4")));
        content.AppendHtml(Label(Ui.Code("actor-category", category), "b", ("x", Text(left + 12)), ("y", Text(top + 22))));
        content.AppendHtml(Label(Ui[Treatment(importance, replaceability)], layout.Text is null ? "m" : "m s", ("x", Text(left + 12)), ("y", Text(top + 40))));
        foreach (var (row, actor) in here.Take(Most).Index())
        {
            content.AppendHtml(Pill(layout, actor, left + (layout.Text is null ? 10 : 4), top + 54 + (row * 34)));
        }

        if (here.Count is 0 or > Most)
        {
            content.AppendHtml(Label(here.Count == 0 ? Ui["actors.matrix.none"] : Ui["actors.matrix.more", here.Count - Most], layout.Text is null ? "m" : "m s", ("x", Text(left + 12)), ("y", Text(top + 72 + (here.Count == 0 ? 0 : Most * 34)))));
        }

        return content;
    }

    private static IHtmlContent Pill(Layout layout, MatrixActor actor, int x, int y)
    {
        var name = ActorNetworkTagHelper.Short(actor.Name, layout.Letters);
        var width = Math.Min(layout.Column - 8, 40 + (name.Length * layout.LetterWidth));
        var mark = actor.Level is { } level
            ? Ui.Element("g", Ui.Element("use", HtmlString.Empty, ("class", "level-fill"), ("href", "#l-" + Codes.Of(level)), ("x", Text(x + 8)), ("y", Text(y + 7)), ("width", "13"), ("height", "13")), ("data-color", Marks.Colour(level)))
            : (IHtmlContent)HtmlString.Empty;
        return Marks.Joined(
            Ui.Element("rect", HtmlString.Empty, ("class", "pill"), ("x", Text(x)), ("y", Text(y)), ("width", Text(width)), ("height", "28"), ("rx", "14")),
            mark,
            Label(name, layout.Text, ("x", Text(x + (actor.Level is null ? 12 : 27))), ("y", Text(y + 18))));
    }

    /// <summary>The drawing in sentences.</summary>
    private string Description() => string.Join(' ', new[] { (Rank.High, Rank.Low), (Rank.High, Rank.High), (Rank.Low, Rank.Low), (Rank.Low, Rank.High) }
        .Select(field => Ui["actors.matrix.field", Ui["actors.importance." + Codes.Of(field.Item1)], Ui["actors.replaceability." + Codes.Of(field.Item2)], Ui.Code("actor-category", ActorGrid.CategoryOf(field.Item1, field.Item2)!.Value), In(field.Item1, field.Item2).Count]));

    private int Height(Rank importance) => Math.Max(112, 54 + (34 * new[] { Rank.Low, Rank.High }.Max(replaceability => Rows(In(importance, replaceability).Count))) + 10);

    private static int Rows(int actors) => Math.Min(actors, Most + 1);

    private List<MatrixActor> In(Rank importance, Rank replaceability) => [.. Actors.Where(actor => actor.Importance == importance && actor.Replaceability == replaceability)];

    /// <summary>What the thesis does with the actors of a field (000 §3.1.2 p.22).</summary>
    internal static string Treatment(Rank importance, Rank replaceability) => $"actors.treatment.{Codes.Of(importance)}-{Codes.Of(replaceability)}";

    private static TagBuilder Label(string text, string? css, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var label = Ui.Element("text", new StringHtml(text), attributes);
        if (css is not null)
        {
            label.AddCssClass(css);
        }

        return label;
    }

    private static string Text(int number) => ActorNetworkTagHelper.Text(number);
}
