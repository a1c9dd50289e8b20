using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Design;

/// <summary>The facts on a page that somebody corrected, read in one query for the whole page.</summary>
public sealed class CorrectionsOfPage(SamstyringDb db)
{
    /// <summary>Corrections that one page can mark.</summary>
    private const int Most = 500;

    private ILookup<RecordKey, CorrectedFact>? _facts;

    /// <summary>Those of the thing that the page is about, and of the records whose history belongs to it.</summary>
    public async Task ReadOfThingAsync(RecordKey thing, CancellationToken ct) => Take(await (
        from s in db.AuditSubjects
        join e in db.AuditEntries on s.Number equals e.Number
        join f in db.CorrectedFacts on new { Type = e.SubjectType, Key = e.SubjectKey } equals new { Type = f.RecordType, Key = f.RecordKey }
        where s.Type == thing.Type && s.Key == thing.Key
        select f).Distinct().OrderBy(f => f.RecordType).ThenBy(f => f.RecordKey).ThenBy(f => f.Field).Take(Most).ToListAsync(ct));

    /// <summary>Those of a page that lists all records of some kinds.</summary>
    public async Task ReadOfKindsAsync(IReadOnlyList<string> types, CancellationToken ct) =>
        Take(await db.CorrectedFacts.Where(f => types.Contains(f.RecordType)).OrderBy(f => f.RecordType).ThenBy(f => f.RecordKey).ThenBy(f => f.Field).Take(Most).ToListAsync(ct));

    /// <summary>Those of one record, to be shown.</summary>
    public IReadOnlyList<CorrectedFact> On(RecordKey record)
    {
        CorrectedFact[] facts = [.. _facts?[record] ?? []];
        foreach (var fact in facts)
        {
            db.Shows(fact.VisibleTo, fact.RecordType, fact.RecordKey);
        }

        return facts;
    }

    private void Take(List<CorrectedFact> facts) => _facts = facts.ToLookup(f => new RecordKey(f.RecordType, f.RecordKey));
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

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Page)
        {
            await corrections.ReadOfThingAsync(new(Type, Key), ViewContext.HttpContext.RequestAborted);
        }

        List<IHtmlContent> parts = [.. Corrected()];
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

    private IEnumerable<IHtmlContent> Corrected()
    {
        var facts = corrections.On(new(Type, Key)).OrderBy(f => f.Field, StringComparer.Ordinal).ToList();
        if (facts is [])
        {
            yield break;
        }

        var id = Ui.Id("r");
        var card = Ui.Element("span", HtmlString.Empty, ("popover", ""), ("id", id), ("class", "source-card"), ("role", "dialog"), ("aria-label", Ui["mark.corrected"]));
        foreach (var fact in facts)
        {
            card.InnerHtml.AppendHtml(Ui.Element("strong", new StringHtml(FieldWords.Label(Ui, Type, fact.Field)), ("class", "line")));
            card.InnerHtml.AppendHtml(Ui.Element("span", new StringHtml(Ui["corrected.source-says", FieldWords.Show(Ui, Type, fact.Field, fact.SourceValue)]), ("class", "line")));
            card.InnerHtml.AppendHtml(Ui.Element("span", new StringHtml(fact.Origin.Source), ("class", "line")));
        }

        yield return Ui.Element("button", Marks.Mark("ambiguous", Ui["mark.corrected"]), ("type", "button"), ("class", "source"), ("popovertarget", id));
        yield return card;
    }
}

/// <summary>For those who may write: a link to add a record to what stands here. <c>of</c> fills in what it belongs to.</summary>
[HtmlTargetElement("record-add", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RecordAddTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required string Type { get; set; }

    /// <summary>A field and its value: <c>life_event=having-a-child</c>.</summary>
    public required string Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!RecordLinksTagHelper.MayWrite(ViewContext))
        {
            output.SuppressOutput();
            return;
        }

        var (field, value) = Of.Split('=', 2) is [var name, var given] ? (name, given) : (Of, "");
        Set(output, "p", "small").SetHtmlContent(Ui.Element(
            "a", new StringHtml(Ui["record-links.of", Ui["record-links.add"], FieldWords.TypeName(Ui, Type)]), ("class", "ds-link"), ("href", $"/endre/{Type}/ny{QueryString.Create(field, value)}")));
    }
}

/// <summary>At the top of a page that lists records of some kinds: reads which of them were corrected.</summary>
[HtmlTargetElement("corrections-of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CorrectionsOfTagHelper(CorrectionsOfPage corrections) : TagHelper
{
    /// <summary>Kinds of records with a space between them.</summary>
    public required string Types { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await corrections.ReadOfKindsAsync(Types.Split(' '), CancellationToken.None);
        output.SuppressOutput();
    }
}
