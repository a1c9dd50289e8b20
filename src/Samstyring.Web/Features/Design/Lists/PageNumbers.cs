using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Samstyring.Web.Features.Design.Lists;

/// <summary>Links between the pages of something long: the first, the last and those around this one.</summary>
internal static class PageNumbers
{
    /// <param name="label">What the pages are of, for those who hear it.</param>
    /// <param name="number">This page, from 1.</param>
    public static IHtmlContent Of(Ui ui, string label, int number, int pages, Func<int, string> address)
    {
        // The design system draws an arrow before the first and after the last item, and hides what is not there.
        List<IHtmlContent> items = [Item(number > 1 ? Link(ui["list.previous"], address(number - 1), ("rel", "prev")) : Nowhere(ui["list.previous"]))];
        var around = Enumerable.Range(1, pages).Where(page => page == 1 || page == pages || Math.Abs(page - number) <= 1).ToList();
        foreach (var (index, page) in around.Index())
        {
            if (index > 0 && page - around[index - 1] > 1)
            {
                items.Add(Ui.Element("li", Ui.Element("span", new StringHtml("…"), ("class", "gap")), ("aria-hidden", "true")));
            }

            items.Add(Item(Link(ui.Number(page), address(page), ("aria-label", ui["list.page", page]), ("aria-current", page == number ? "true" : null))));
        }

        items.Add(Item(number < pages ? Link(ui["list.next"], address(number + 1), ("rel", "next")) : Nowhere(ui["list.next"])));
        return Ui.Element("nav", Ui.Element("ul", Marks.Joined([.. items])), ("class", "ds-pagination"), ("aria-label", label));
    }

    private static TagBuilder Item(IHtmlContent content) => Ui.Element("li", content);

    private static TagBuilder Link(string text, string address, params ReadOnlySpan<(string Name, string? Value)> more) =>
        Ui.Element("a", new StringHtml(text), [("class", "ds-button"), ("data-variant", "tertiary"), ("href", address), .. more]);

    private static TagBuilder Nowhere(string text) => Ui.Element("span", new StringHtml(text), ("class", "ds-button"), ("data-variant", "tertiary"), ("aria-hidden", "true"));
}
