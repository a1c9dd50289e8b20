using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design;

/// <summary>«Kilde» and the card it opens. The same source on a page has one card, however many facts point to it.</summary>
internal static class SourceCard
{
    /// <summary>The source of what people added here.</summary>
    private const string Registered = "samstyring";

    public static async Task<IHtmlContent> CreateAsync(Ui ui, ViewContext view, Provenance fact, LocalizedText? note = null)
    {
        if (view.HttpContext.Items[typeof(SourceCard)] is not Dictionary<(Provenance, LocalizedText?), string> cards)
        {
            view.HttpContext.Items[typeof(SourceCard)] = cards = [];
        }

        var catalogue = await view.HttpContext.RequestServices.GetRequiredService<Catalogue>().GetAsync(view.HttpContext.RequestAborted);
        var references = fact.References();
        var name = Name(ui, references, catalogue);
        if (cards.TryGetValue((fact, note), out var known))
        {
            return Button(ui, known, name);
        }

        var id = cards[(fact, note)] = ui.Id("k");
        var card = Ui.Element("span", HtmlString.Empty, ("popover", ""), ("id", id), ("class", "source-card"), ("role", "dialog"), ("aria-label", name));
        if (note is { IsUnknown: false })
        {
            card.InnerHtml.AppendHtml(Ui.Element("span", ui.Text(note), ("class", "line note-text")));
        }

        foreach (var group in references.GroupBy(r => r.Document, StringComparer.Ordinal))
        {
            Append(ui, card, group, catalogue);
        }

        card.InnerHtml.AppendHtml(Line(ui["source.as-of", ui.Time(fact.AsOf)]));
        card.InnerHtml.AppendHtml(Line(ui["source.certainty", ui.Code("certainty", fact.Certainty)]));
        return Marks.Joined(Button(ui, id, name), card);
    }

    /// <summary>A reference in a few words, for those who hear it: «DFØ, Tabell 1, side 12».</summary>
    public static string Place(Ui ui, SourceReference reference, Catalogue.Snapshot catalogue) => string.Join(", ", new[]
    {
        catalogue.Sources.TryGetValue(reference.Document, out var source) ? source.Publisher : reference.Document,
        reference.Section,
        reference.Pages is { } pages ? ui["source.page", pages.Replace('-', '–')] : "",
    }.Where(part => part.Length > 0));

    /// <summary>All places of a fact without their documents' titles, for where no card can open: «003, Tabell 3, side 21, linje 435–464».</summary>
    public static string Places(Ui ui, Provenance fact) =>
        string.Join("; ", fact.References().Select(r => Where(ui, r) is { Length: > 0 } place ? $"{r.Document}, {place}" : r.Document));

    /// <summary>The first place, and how many more the card has: a name that can be heard again and again.</summary>
    private static string Name(Ui ui, IReadOnlyList<SourceReference> references, Catalogue.Snapshot catalogue) => references switch
    {
        [] => ui["unknown"],
        [var only] => Place(ui, only, catalogue),
        [var first, ..] => ui.Count("source.of-more", references.Count - 1, Place(ui, first, catalogue)),
    };

    private static void Append(Ui ui, TagBuilder card, IGrouping<string, SourceReference> references, Catalogue.Snapshot catalogue)
    {
        var source = catalogue.Sources.GetValueOrDefault(references.Key);
        card.InnerHtml.AppendHtml(references.Key == Registered
            ? Line(ui["source.registered"])
            : Ui.Element("a", source is null ? new StringHtml(references.Key) : ui.Text(source.Title), ("class", "ds-link source-title"), ("href", "/kilder/" + references.Key)));
        if (source is not null)
        {
            card.InnerHtml.AppendHtml(Line($"{source.Publisher} · {ui.Code("sender", source.SenderKind)}"));
        }

        foreach (var place in references.Select(r => Where(ui, r)).Where(place => place.Length > 0))
        {
            card.InnerHtml.AppendHtml(Line(ui["source.place", place]));
        }
    }

    private static string Where(Ui ui, SourceReference reference) => string.Join(", ", new[]
    {
        reference.Section,
        reference.Pages is { } pages ? ui["source.page", pages.Replace('-', '–')] : "",
        reference.Lines is { } lines ? ui["source.line", lines.Replace('-', '–')] : "",
    }.Where(part => part.Length > 0));

    private static TagBuilder Button(Ui ui, string id, string name) => Ui.Element(
        "button",
        Marks.Joined(new StringHtml(ui["source"]), Ui.Element("span", new StringHtml(": " + name), ("class", "ds-sr-only"))),
        ("type", "button"), ("class", "source"), ("popovertarget", id));

    private static TagBuilder Line(string text) => Ui.Element("span", new StringHtml(text), ("class", "line"));
}
