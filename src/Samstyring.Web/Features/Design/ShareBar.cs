using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samstyring.Web.Features.Design;

/// <summary>A share of a whole as a bar and a percentage, for cells of a table.</summary>
[HtmlTargetElement("share-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ShareBarTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    /// <summary>0 to 1.</summary>
    public required double Share { get; set; }

    /// <summary>The second of two shares side by side.</summary>
    public bool Second { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bar = Ui.Element("svg", Marks.Joined(Bar("bar-track", 1), Bar(Second ? "bar-alt" : "bar-main", Share)), ("height", "18"), ("aria-hidden", "true"), ("focusable", "false"));
        var number = Ui.Element("span", new StringHtml(Ui.Percent(Share)), ("class", "num"));
        Set(output, "span", "share").SetHtmlContent(Marks.Joined(Ui.Element("span", bar, ("class", "cell-bar")), number));
    }

    private static TagBuilder Bar(string css, double share) => Ui.Element(
        "rect", HtmlString.Empty, ("class", css), ("width", string.Create(CultureInfo.InvariantCulture, $"{share:0.##%}")), ("height", "10"), ("y", "4"), ("rx", "2"));
}
