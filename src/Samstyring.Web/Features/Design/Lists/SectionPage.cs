using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samstyring.Web.Features.Design.Lists;

/// <summary>
/// Which page of a long section is shown. Each section of a page has a number of its own in the address, named as the section is, so
/// that the others stay where they are. A number that there is not shows the nearest page there is.
/// </summary>
public abstract class SectionPage
{
    /// <summary>That something was saved is said once.</summary>
    private const string Saved = "lagret";

    private readonly string _section;

    private readonly int _size;

    private protected SectionPage(HttpRequest request, string section, int size, int total)
    {
        (_section, _size, Total) = (section, size, total);
        Pages = Math.Max(1, (total + size - 1) / size);
        Number = int.TryParse(ListQuery.Value(request.Query, section), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, Pages) : 1;
    }

    public int Total { get; }

    public int Pages { get; }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>The number of the first row among all rows.</summary>
    public int First => Math.Min(Total, Skipped + 1);

    public int Last => Math.Min(Total, Skipped + _size);

    protected int Skipped => (Number - 1) * _size;

    /// <summary>The address of another page of the section, with everything else as it is.</summary>
    public string Address(HttpRequest request, int number)
    {
        var query = new QueryBuilder(request.Query.Where(p => p.Key != _section && p.Key != Saved));
        if (number > 1)
        {
            query.Add(_section, number.ToString(CultureInfo.InvariantCulture));
        }

        return $"{request.Path}{query}#{_section}";
    }
}

/// <summary>The rows of a page of a section.</summary>
/// <param name="section">The identifier of the section.</param>
/// <param name="size">Rows on a page, so that the whole page stays below 200 kB.</param>
public sealed class SectionPage<T>(HttpRequest request, string section, int size, IReadOnlyList<T> all) : SectionPage(request, section, size, all.Count)
{
    private readonly int _rows = size;

    public IEnumerable<T> Rows => all.Skip(Skipped).Take(_rows);
}

public static class SectionPages
{
    private const int Rows = 20;

    public static SectionPage<T> Pages<T>(this HttpRequest request, string section, IEnumerable<T> all, int size = Rows) => new(request, section, size, [.. all]);
}

/// <summary>Leads to the other pages of a section; nothing where one page holds it.</summary>
[HtmlTargetElement("section-pages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SectionPagesTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    public required SectionPage Of { get; set; }

    /// <summary>What the section is called.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Pages == 1)
        {
            output.SuppressOutput();
            return;
        }

        var request = ViewContext.HttpContext.Request;
        var range = Ui.Element("p", new StringHtml(Ui["list.range", Of.First, Of.Last, Of.Total]), ("class", "list-count"));
        Set(output, "div", "section-pages").SetHtmlContent(Marks.Joined(range, PageNumbers.Of(Ui, Ui["list.pages-of", Label], Of.Number, Of.Pages, number => Of.Address(request, number))));
    }
}
