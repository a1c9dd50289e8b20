using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samstyring.Web.Features.Design;

/// <summary>A link out of Samstyring, marked as such with the host it leads to, which is also its text where it has none. What is no web address is shown as text.</summary>
[HtmlTargetElement("external-link")]
public sealed class ExternalLinkTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required string To { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        if (!Uri.TryCreate(To, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            Set(output, "span").SetHtmlContent(content.IsEmptyOrWhiteSpace ? new StringHtml(To) : content);
            return;
        }

        output.Attributes.SetAttribute("href", To);
        output.Attributes.SetAttribute("rel", "external noopener");
        var text = content.IsEmptyOrWhiteSpace
            ? Marks.Joined(new StringHtml(address.Host), Ui.Element("span", new StringHtml(" " + Ui["external-link"]), ("class", "ds-sr-only")))
            : Marks.Joined(content, Ui.Element("span", new StringHtml(" " + Ui["external-link.host", address.Host]), ("class", "external-host")));
        Set(output, "a", "ds-link external").SetHtmlContent(Marks.Joined(text, Marks.Icon("external")));
    }
}
