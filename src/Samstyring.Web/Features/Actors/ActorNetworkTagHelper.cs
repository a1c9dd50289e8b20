using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Actors;

/// <summary>Draws who has to do with whom. The table after it says the same in words; on a small screen it stands alone.</summary>
[HtmlTargetElement("actor-network", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ActorNetworkTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    /// <summary>Letters that a column has room for.</summary>
    private const int Letters = 22;

    public required ActorNetwork Network { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Network.Nodes.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var id = Ui.Id("n");
        var drawing = Ui.Element(
            "svg",
            Marks.Joined(
                Ui.Element("title", new StringHtml(Ui["actors.network"]), ("id", id + "-t")),
                Ui.Element("desc", new StringHtml(Ui["actors.network.description", Network.Nodes.Count, Network.Lines.Count, Network.Lines.Count(line => line.Stops)]), ("id", id + "-d"))),
            ("viewBox", $"0 0 {ActorNetwork.Width} {Network.Height}"), ("role", "img"), ("aria-labelledby", $"{id}-t {id}-d"));
        foreach (var line in Network.Lines.OrderBy(line => line.Stops))
        {
            drawing.InnerHtml.AppendHtml(Line(line));
        }

        foreach (var node in Network.Nodes)
        {
            drawing.InnerHtml.AppendHtml(Node(node));
        }

        var caption = Ui.Element("figcaption", Marks.Joined(Ui.Element("strong", new StringHtml(Ui["actors.network"])), Ui.Element("span", new StringHtml(Ui["actors.network.note"]), ("class", "small muted"))));
        Set(output, "figure", "chart").SetHtmlContent(Marks.Joined(caption, Ui.Element("div", drawing, ("class", "wide"))));
    }

    /// <summary>Within a column a line bends, so that it does not hide behind what stands between.</summary>
    private static IHtmlContent Line(NetworkLine line)
    {
        var bend = line.From.X == line.To.X ? Math.Min(70, 24 + (Math.Abs(line.To.Y - line.From.Y) / 6)) : 0;
        var (middleX, middleY) = ((double)(line.From.X + line.To.X) / 2 + bend, (double)(line.From.Y + line.To.Y) / 2);
        var start = Edge(line.From, middleX, middleY, line.Back ? 9 : 2);
        var end = Edge(line.To, middleX, middleY, line.Arrow ? 9 : 2);
        var path = string.Create(CultureInfo.InvariantCulture, $"M{start.X:0.#} {start.Y:0.#}Q{middleX:0.#} {middleY:0.#} {end.X:0.#} {end.Y:0.#}");
        return Marks.Joined(
            Ui.Element("path", HtmlString.Empty, ("class", line.Stops ? "edge edge-block" : "edge"), ("d", path)),
            line.Arrow ? Arrow(line.To, middleX, middleY, line.Stops) : HtmlString.Empty,
            line.Back ? Arrow(line.From, middleX, middleY, line.Stops) : HtmlString.Empty);
    }

    /// <summary>The point of a line that lies outside a node.</summary>
    private static (double X, double Y) Edge(NetworkNode node, double towardsX, double towardsY, int gap)
    {
        var (x, y) = Direction(node, towardsX, towardsY);
        return (node.X + (x * (ActorNetwork.Radius + gap)), node.Y + (y * (ActorNetwork.Radius + gap)));
    }

    private static TagBuilder Arrow(NetworkNode at, double fromX, double fromY, bool stops)
    {
        var (x, y) = Direction(at, fromX, fromY);
        var (tipX, tipY) = Edge(at, fromX, fromY, 2);
        var (baseX, baseY) = Edge(at, fromX, fromY, 10);
        var path = string.Create(CultureInfo.InvariantCulture, $"M{tipX:0.#} {tipY:0.#}L{baseX - (y * 4.5):0.#} {baseY + (x * 4.5):0.#}L{baseX + (y * 4.5):0.#} {baseY - (x * 4.5):0.#}z");
        return Ui.Element("path", HtmlString.Empty, ("class", stops ? "arrow-block" : "arrow"), ("d", path));
    }

    private static (double X, double Y) Direction(NetworkNode from, double towardsX, double towardsY)
    {
        var (x, y) = (towardsX - from.X, towardsY - from.Y);
        var length = Math.Max(1, Math.Sqrt((x * x) + (y * y)));
        return (x / length, y / length);
    }

    private static IHtmlContent Node(NetworkNode node)
    {
        var (x, y) = (Text(node.X), Text(node.Y));
        var circle = Ui.Element("circle", HtmlString.Empty, ("class", "node"), ("cx", x), ("cy", y), ("r", Text(ActorNetwork.Radius)));
        var mark = node.Actor.Level is { } level
            ? Ui.Element("use", HtmlString.Empty, ("class", "level-fill"), ("href", "#l-" + Codes.Of(level)), ("x", Text(node.X - 8)), ("y", Text(node.Y - 8)), ("width", "16"), ("height", "16"))
            : (IHtmlContent)HtmlString.Empty;
        return Marks.Joined(
            Ui.Element("g", Marks.Joined(circle, mark), ("data-color", node.Actor.Level is { } of ? Marks.Colour(of) : null)),
            Ui.Element("text", new StringHtml(Short(node.Actor.Name, Letters)), ("class", "halo b"), ("x", x), ("y", Text(node.Y + 36)), ("text-anchor", "middle")));
    }

    /// <summary>The beginning of a name that is too long for its place; the whole name stands in the table.</summary>
    internal static string Short(string name, int letters) => name.Length <= letters ? name : name[..(letters - 1)].TrimEnd() + "…";

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
