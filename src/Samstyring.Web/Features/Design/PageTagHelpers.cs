using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design;

/// <summary>Pages never write ARIA by hand: these helpers do, so it is right everywhere or wrong in one place.</summary>
public abstract class ComponentTagHelper(Ui ui) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected Ui Ui { get; } = ui;

    protected static TagHelperContent Set(TagHelperOutput output, string tag, string? css = null)
    {
        (output.TagName, output.TagMode) = (tag, TagMode.StartTagAndEndTag);
        if (css is not null)
        {
            output.Attributes.SetAttribute("class", css);
        }

        return output.Content;
    }
}

/// <summary>
/// The head of a page: where you are, what it is, and the answer. <c>crumbs</c> are pairs of a path and a name between the front page and this one.
/// </summary>
[HtmlTargetElement("page-head")]
public sealed class PageHeadTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required string Heading { get; set; }

    /// <summary>The pages above this one, below the front page.</summary>
    public IReadOnlyList<(string Path, string Name)> Crumbs { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] = Heading;
        var list = new TagBuilder("ol");
        foreach (var (path, name) in Crumbs.Prepend(("/", Ui["front-page"])))
        {
            list.InnerHtml.AppendHtml(Ui.Element("li", Ui.Element("a", new StringHtml(name), ("class", "ds-link"), ("href", path))));
        }

        list.InnerHtml.AppendHtml(Ui.Element("li", Ui.Element("a", new StringHtml(Heading), ("class", "ds-link"), ("href", ViewContext.HttpContext.Request.Path), ("aria-current", "page"))));
        var nav = Ui.Element("nav", list, ("class", "ds-breadcrumbs crumbs"), ("aria-label", Ui["you-are-here"]));
        var parts = Marks.Joined(nav, Ui.Element("h1", new StringHtml(Heading)), inner);
        Set(output, "div", "page-head").SetHtmlContent(Ui.Element("div", parts, ("class", "wrap")));
    }
}

/// <summary>A section with a heading that can be linked to. <c>lead</c> is the sentence under it.</summary>
[HtmlTargetElement("page-section")]
public sealed class PageSectionTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required string Id { get; set; }

    public required string Heading { get; set; }

    public string? Lead { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        var head = Ui.Element("div", Ui.Element("h2", new StringHtml(Heading), ("id", Id)), ("class", "section-head"));
        if (Lead is not null)
        {
            head.InnerHtml.AppendHtml(Ui.Element("p", await Ui.ExplainAsync(Lead)));
        }

        output.Attributes.SetAttribute("aria-labelledby", Id);
        Set(output, "section", "section").SetHtmlContent(Marks.Joined(head, inner));
    }
}

/// <summary>A framed table that scrolls by itself and is named by its title. Inside stand a caption note and the table's parts.</summary>
[HtmlTargetElement("data-table")]
public sealed class DataTableTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required string Heading { get; set; }

    /// <summary>Below 48rem each row becomes a card; cells then need <c>data-label</c>.</summary>
    public bool Stack { get; set; } = true;

    public bool Dense { get; set; }

    /// <summary>The source of the whole table.</summary>
    public Provenance? Source { get; set; }

    public string? Note { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        var id = Ui.Id("tabell");
        var head = Ui.Element("div", Ui.Element("p", new StringHtml(Heading), ("class", "table-title"), ("id", id)), ("class", "table-head"));
        if (Note is not null || Source is not null)
        {
            var note = Ui.Element("p", Note is null ? new StringHtml("") : await Ui.ExplainAsync(Note), ("class", "caption-note"));
            if (Source is not null)
            {
                note.InnerHtml.Append(" ");
                note.InnerHtml.AppendHtml(await SourceCard.CreateAsync(Ui, ViewContext, Source));
            }

            head.InnerHtml.AppendHtml(note);
        }

        var table = Ui.Element("table", Marks.Joined(Ui.Element("caption", new StringHtml(Heading), ("class", "ds-sr-only")), rows), ("class", "data"), ("role", "table"), ("data-stack", Stack ? "" : null), ("data-dense", Dense ? "" : null));
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-labelledby", id);
        Set(output, "div", "table-frame").SetHtmlContent(Marks.Joined(head, table));
    }
}

/// <summary>Gives the parts of a data table the roles that stacked rows would lose, and cells their label for small screens.</summary>
[HtmlTargetElement("thead", ParentTag = "data-table")]
[HtmlTargetElement("tbody", ParentTag = "data-table")]
[HtmlTargetElement("tfoot", ParentTag = "data-table")]
public sealed class RowGroupTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Attributes.SetAttribute("role", "rowgroup");
}

[HtmlTargetElement("tr", ParentTag = "thead")]
[HtmlTargetElement("tr", ParentTag = "tbody")]
[HtmlTargetElement("tr", ParentTag = "tfoot")]
public sealed class RowTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Attributes.SetAttribute("role", "row");
}

[HtmlTargetElement("th", ParentTag = "tr")]
public sealed class HeadingCellTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isRow = string.Equals(output.Attributes["scope"]?.Value?.ToString(), "row", StringComparison.Ordinal);
        output.Attributes.SetAttribute("role", isRow ? "rowheader" : "columnheader");
    }
}

/// <summary>A cell; <c>label</c> is its column's name, shown when rows are stacked.</summary>
[HtmlTargetElement("td", ParentTag = "tr")]
public sealed class CellTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("role", "cell");
        if (Label is not null)
        {
            output.Attributes.SetAttribute("data-label", Label);
            output.Content.SetHtmlContent(Ui.Element("div", await output.GetChildContentAsync(), ("class", "v")));
        }
    }
}

/// <summary>The card behind «Kilde»: document, place, time and certainty .</summary>
[HtmlTargetElement("source-of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SourceOfTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required Provenance Fact { get; set; }

    /// <summary>Shows the certainty as a mark beside the button; the plain «stated» is left out unless asked for.</summary>
    public bool Mark { get; set; } = true;

    /// <summary>What the source says, for the card.</summary>
    public LocalizedText? Note { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Mark && Fact.Certainty is not Certainty.Stated)
        {
            output.Content.AppendHtml(Marks.Certainty(Ui, Fact.Certainty));
            output.Content.Append(" ");
        }

        output.Content.AppendHtml(await SourceCard.CreateAsync(Ui, ViewContext, Fact, Note));
    }
}

/// <summary>A list of the letters of table 3 as boxes: filled is an assignment, dotted is mentioned, empty is neither.</summary>
[HtmlTargetElement("letter-boxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LetterBoxesTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required int Agencies { get; set; }

    public required int Mentioned { get; set; }

    public required int Assigned { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Set(output, "span", "letter-boxes");
        var drawing = Ui.Element("svg", new StringHtml(""), ("viewBox", $"0 0 {Agencies * 20} 16"), ("width", $"{Agencies * 20}"), ("height", "16"), ("aria-hidden", "true"));
        for (var i = 0; i < Agencies; i++)
        {
            var mentionedOnly = i >= Assigned && i < Mentioned;
            var box = i < Assigned ? "unit-full" : mentionedOnly ? "unit-half" : "unit-empty";
            drawing.InnerHtml.AppendHtml(Ui.Element("rect", new StringHtml(""), ("class", box), ("x", $"{(i * 20) + 1}"), ("y", "1"), ("width", "14"), ("height", "14"), ("rx", "2")));
            if (mentionedOnly)
            {
                drawing.InnerHtml.AppendHtml(Ui.Element("circle", new StringHtml(""), ("class", "unit-full"), ("cx", $"{(i * 20) + 8}"), ("cy", "8"), ("r", "3")));
            }
        }

        output.Content.AppendHtml(drawing);
        output.Content.AppendHtml(Ui.Element("span", new StringHtml(Ui["letters.boxes", Agencies, Assigned, Mentioned]), ("class", "sub")));
    }
}
