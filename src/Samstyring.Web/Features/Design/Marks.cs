using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Steering;

namespace Samstyring.Web.Features.Design;

/// <summary>Statuses, levels, marks and icons: always a word and a shape, never colour alone.</summary>
internal static class Marks
{
    /// <param name="state">ok, part, warn, stop, none, unknown or conflict.</param>
    public static IHtmlContent Status(string state, string word) => Span("status", ("data-s", state), Use("s-" + state, "0 0 20 20"), new StringHtml(word));

    public static IHtmlContent YesNo(Ui ui, bool answer) => Status(answer ? "ok" : "none", ui[answer ? "yes" : "no"]);

    /// <summary>Whether an allocation letter mentions a life event.</summary>
    public static IHtmlContent Mentioned(Ui ui, Mention mention) =>
        Status(mention switch { Mention.Yes => "ok", Mention.Related => "part", _ => "none" }, ui.Code("mentioned", mention));

    /// <param name="mark">stated, inferred, ambiguous, lost, unverified, stale, conflict or example.</param>
    public static IHtmlContent Mark(string mark, string word) => Span("mark", ("data-m", mark), Use("m-" + mark, "0 0 14 14"), new StringHtml(word));

    public static IHtmlContent Certainty(Ui ui, Certainty certainty) => Mark(Codes.Of(certainty), ui.Code("certainty", certainty));

    public static IHtmlContent LevelMark(Ui ui, Level level, IHtmlContent? name = null)
    {
        var content = name ?? new StringHtml(ui.Code("level", level));
        return Span("level", ("data-color", Colour(level)), Use("l-" + Codes.Of(level), "0 0 16 16"), Ui.Element("span", content));
    }

    public static IHtmlContent Icon(string name)
    {
        var icon = Use("i-" + name, "0 0 24 24");
        icon.AddCssClass("icon");
        return icon;
    }

    /// <summary>A term as a button that opens its definition. Works without JavaScript.</summary>
    public static IHtmlContent Term(Ui ui, TermCard term, string word)
    {
        var id = ui.Id("t");
        var button = Ui.Element("button", new StringHtml(word), ("type", "button"), ("class", "term"), ("popovertarget", id));
        var card = Ui.Element("span", Joined(
            Ui.Element("strong", ui.Text(term.Term)),
            Ui.Element("span", ui.Text(term.Definition)),
            Ui.Element("a", new StringHtml(ui["term.more"]), ("class", "ds-link"), ("href", "/ordliste/" + term.Key))),
            ("popover", ""), ("id", id), ("class", "source-card"), ("role", "dialog"), ("aria-label", word));
        return Joined(button, card);
    }

    /// <summary>The data-color of a level in the theme.</summary>
    public static string Colour(Level level) => level switch
    {
        Level.State or Level.International => "stat",
        Level.Region => "region",
        Level.Municipality => "accent",
        Level.Market => "marked",
        _ => "citizen",
    };

    public static IHtmlContent Joined(params ReadOnlySpan<IHtmlContent> parts)
    {
        var all = new HtmlContentBuilder(parts.Length);
        foreach (var part in parts)
        {
            all.AppendHtml(part);
        }

        return all;
    }

    private static TagBuilder Span(string css, (string Name, string Value) attribute, params ReadOnlySpan<IHtmlContent> parts) =>
        Ui.Element("span", Joined(parts), ("class", css), attribute);

    private static TagBuilder Use(string symbol, string box) =>
        Ui.Element("svg", Ui.Element("use", HtmlString.Empty, ("href", "#" + symbol)), ("viewBox", box), ("aria-hidden", "true"));
}
