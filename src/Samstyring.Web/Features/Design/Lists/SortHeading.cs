using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samstyring.Web.Features.Design.Lists;

/// <summary>A column heading that sorts: a link that turns the order when it is the one in use.</summary>
[HtmlTargetElement("th", Attributes = "sort-by")]
public sealed class SortHeadingTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required string SortBy { get; set; }

    public required ListFrame Frame { get; set; }

    /// <summary>Whether the list is in this order when none is asked for.</summary>
    public bool First { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var sort = Frame.Query.Sort;
        var up = string.Equals(sort, SortBy, StringComparison.Ordinal) || (sort is null && First);
        var down = string.Equals(sort, "-" + SortBy, StringComparison.Ordinal);
        output.Attributes.SetAttribute("scope", "col");
        if (up || down)
        {
            output.Attributes.SetAttribute("aria-sort", up ? "ascending" : "descending");
        }

        var href = Frame.Path + Frame.Query.With(("sort", up ? "-" + SortBy : SortBy), ("page", null));
        var link = Ui.Element("a", await output.GetChildContentAsync(), ("href", href), ("class", "sort"));
        if (up || down)
        {
            link.InnerHtml.AppendHtml(Marks.Icon(up ? "up" : "down"));
        }

        output.Content.SetHtmlContent(link);
    }
}
