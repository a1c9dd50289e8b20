using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Design;

/// <summary>Records that stand in the rows of a list.</summary>
/// <param name="Types">Their kinds; a row may be several, as a municipality is a body too.</param>
/// <param name="Keys">The rows' keys.</param>
public sealed record RowsOf(IReadOnlyList<string> Types, IReadOnlyList<string> Keys)
{
    /// <param name="types">Kinds with a space between them.</param>
    public static RowsOf List(string types, IEnumerable<string> keys) => new(types.Split(' '), [.. keys]);
}

/// <summary>The facts on a page that somebody corrected, read in one query for the whole page.</summary>
public sealed class CorrectionsOfPage(SamstyringDb db)
{
    /// <summary>Corrections that one page can mark.</summary>
    private const int Most = 500;

    private ILookup<RecordKey, CorrectedFact> _facts = Array.Empty<CorrectedFact>().ToLookup(f => new RecordKey(f.RecordType, f.RecordKey));

    /// <summary>Those of the thing that the page is about, of the records whose history belongs to it, and of a list on the page.</summary>
    public async Task ReadOfThingAsync(RecordKey thing, RowsOf? rows, CancellationToken ct)
    {
        var ofThing = (
            from s in db.AuditSubjects
            join e in db.AuditEntries on s.Number equals e.Number
            join f in db.CorrectedFacts on new { Type = e.SubjectType, Key = e.SubjectKey } equals new { Type = f.RecordType, Key = f.RecordKey }
            where s.Type == thing.Type && s.Key == thing.Key
            select f).Distinct();
        await ReadAsync(rows is null ? ofThing : ofThing.Union(Of(rows)), ct);
    }

    /// <summary>Those of a list.</summary>
    public Task ReadOfRowsAsync(RowsOf rows, CancellationToken ct) => ReadAsync(Of(rows), ct);

    /// <summary>Those of a page that lists all records of some kinds.</summary>
    public Task ReadOfKindsAsync(IReadOnlyList<string> types, CancellationToken ct) => ReadAsync(db.CorrectedFacts.Where(f => types.Contains(f.RecordType)), ct);

    /// <summary>Takes facts to mark that are read elsewhere.</summary>
    public void Mark(IEnumerable<CorrectedFact> facts) => _facts = _facts.SelectMany(known => known).Union(facts).ToLookup(f => new RecordKey(f.RecordType, f.RecordKey));

    /// <summary>Those of one record, to be shown.</summary>
    public IReadOnlyList<CorrectedFact> On(RecordKey record)
    {
        CorrectedFact[] facts = [.. _facts[record]];
        foreach (var fact in facts)
        {
            db.Shows(fact.VisibleTo, fact.RecordType, fact.RecordKey);
        }

        return facts;
    }

    private IQueryable<CorrectedFact> Of(RowsOf rows)
    {
        var (types, keys) = rows;
        return db.CorrectedFacts.Where(f => types.Contains(f.RecordType) && keys.Contains(f.RecordKey));
    }

    private async Task ReadAsync(IQueryable<CorrectedFact> facts, CancellationToken ct) =>
        Mark(await facts.OrderBy(f => f.RecordType).ThenBy(f => f.RecordKey).ThenBy(f => f.Field).Take(Most).ToListAsync(ct));
}

/// <summary>«Rettet», and the card that it opens: what the source says of each corrected fact.</summary>
internal static class CorrectedCard
{
    public static IEnumerable<IHtmlContent> Of(Ui ui, IEnumerable<CorrectedFact> corrected)
    {
        var facts = corrected.OrderBy(f => f.Field, StringComparer.Ordinal).ToList();
        if (facts is [])
        {
            yield break;
        }

        var id = ui.Id("r");
        var card = Ui.Element("span", HtmlString.Empty, ("popover", ""), ("id", id), ("class", "source-card"), ("role", "dialog"), ("aria-label", ui["mark.corrected"]));
        foreach (var fact in facts)
        {
            card.InnerHtml.AppendHtml(Ui.Element("strong", new StringHtml(FieldWords.Label(ui, fact.RecordType, fact.Field)), ("class", "line")));
            card.InnerHtml.AppendHtml(Ui.Element("span", new StringHtml(ui["corrected.source-says", FieldWords.Show(ui, fact.RecordType, fact.Field, fact.SourceValue)]), ("class", "line")));
            card.InnerHtml.AppendHtml(Ui.Element("span", new StringHtml(SourceCard.Places(ui, fact.Origin)), ("class", "line")));
        }

        yield return Ui.Element("button", Marks.Mark("ambiguous", ui["mark.corrected"]), ("type", "button"), ("class", "source"), ("popovertarget", id));
        yield return card;
    }
}

/// <summary>
/// What a reader can do with a record: see its history, and change it or propose a change. Visitors get the history, and all visitors the
/// same. Where a fact was corrected, a mark opens what the source says.
/// </summary>
[HtmlTargetElement("record-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RecordLinksTagHelper(Ui ui, CorrectionsOfPage corrections) : ComponentTagHelper(ui)
{
    public required string Type { get; set; }

    public required string Key { get; set; }

    /// <summary>What the record is called, for those who hear the links out of their place.</summary>
    public required string Name { get; set; }

    /// <summary>Whether the page is about this thing; its rows come after it.</summary>
    public bool Page { get; set; }

    /// <summary>A list on the same page, whose corrections are read with those of the page.</summary>
    public RowsOf? Rows { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Page)
        {
            await corrections.ReadOfThingAsync(new(Type, Key), Rows, ViewContext.HttpContext.RequestAborted);
        }

        List<IHtmlContent> parts = [.. CorrectedCard.Of(Ui, corrections.On(new(Type, Key)))];
        if (Page)
        {
            parts.Add(Link("/historikk/", Ui["record-links.history"]));
        }

        if (MayWrite(ViewContext))
        {
            parts.Add(Link("/endre/", Ui["record-links.edit"]));
        }

        if (parts is [])
        {
            output.SuppressOutput();
            return;
        }

        Set(output, "span", "record-links").SetHtmlContent(Marks.Joined([.. parts.SelectMany(part => new[] { part, new StringHtml(" ") })]));
    }

    /// <summary>Whether somebody is signed in who may change or propose; whose the record is, the form says.</summary>
    internal static bool MayWrite(ViewContext view) => SignedIn.StandingOf(view.HttpContext) is var standing && (standing.IsAdministrator || (standing.OnBehalfOf is not null && standing.Is(Role.Contributor)));

    private TagBuilder Link(string path, string text) => Ui.Element(
        "a", Marks.Joined(new StringHtml(text), Ui.Element("span", new StringHtml(": " + Name), ("class", "ds-sr-only"))), ("class", "ds-link"), ("href", path + Type + "/" + Uri.EscapeDataString(Key)));
}

/// <summary>In a row of a list: «Rettet» where somebody corrected facts of the record, as on its page. The list reads them by <c>corrections-of</c>.</summary>
[HtmlTargetElement("corrected-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CorrectedMarkTagHelper(Ui ui, CorrectionsOfPage corrections) : ComponentTagHelper(ui)
{
    /// <summary>The kinds of record that the row is, with a space between them.</summary>
    public required string Types { get; set; }

    public required string Key { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        IHtmlContent[] parts = [.. CorrectedCard.Of(Ui, Types.Split(' ').SelectMany(type => corrections.On(new(type, Key))))];
        if (parts is [])
        {
            output.SuppressOutput();
            return;
        }

        Set(output, "span", "record-links").SetHtmlContent(Marks.Joined(parts));
    }
}

/// <summary>For those who may write: a link to add a record to what stands here. <c>of</c> fills in what it belongs to.</summary>
[HtmlTargetElement("record-add", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RecordAddTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required string Type { get; set; }

    /// <summary>A field and its value: <c>life_event=having-a-child</c>; more of them have <c>&amp;</c> between; null where it belongs to nothing else.</summary>
    public string? Of { get; set; }

    /// <summary>What the link says; null for «Legg til: …».</summary>
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!RecordLinksTagHelper.MayWrite(ViewContext))
        {
            output.SuppressOutput();
            return;
        }

        var filled = QueryString.Create((Of?.Split('&') ?? []).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])));
        Set(output, "p", "small").SetHtmlContent(Ui.Element(
            "a", new StringHtml(Text ?? Ui["record-links.of", Ui["record-links.add"], FieldWords.TypeName(Ui, Type)]), ("class", "ds-link"), ("href", $"/endre/{Type}/ny{filled}")));
    }
}

/// <summary>Before a list of records of some kinds: reads which of them were corrected, in one query.</summary>
[HtmlTargetElement("corrections-of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CorrectionsOfTagHelper(Ui ui, CorrectionsOfPage corrections) : ComponentTagHelper(ui)
{
    /// <summary>Kinds of records with a space between them.</summary>
    public required string Types { get; set; }

    /// <summary>The keys of the rows; null where the page lists all records of the kinds.</summary>
    public IEnumerable<string>? Keys { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var aborted = ViewContext.HttpContext.RequestAborted;
        await (Keys is null ? corrections.ReadOfKindsAsync(Types.Split(' '), aborted) : corrections.ReadOfRowsAsync(RowsOf.List(Types, Keys), aborted));
        output.SuppressOutput();
    }
}
