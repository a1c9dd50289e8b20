using Microsoft.AspNetCore.Html;
using Samstyring.Data.Search;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Search;

/// <summary>How a hit is written: a title to click and one line that tells it from others of the same name.</summary>
internal static class SearchWords
{
    private const int LongestTitle = 120;
    private const int LongestDetail = 160;

    public static IHtmlContent Title(Ui ui, SearchEntry entry) => string.Equals(entry.Type, "note", StringComparison.Ordinal)
        ? Marks.Joined(new StringHtml(entry.Key + ": "), ui.Text(Short(entry.Title, LongestTitle)))
        : ui.Text(Short(entry.Title, LongestTitle));

    /// <summary>Two municipalities may have one name: the number and the county tell them apart.</summary>
    public static IHtmlContent Detail(Ui ui, SearchEntry entry) => entry.Type switch
    {
        "municipality" => new StringHtml(ui["search.municipality", entry.Key, ui.Plain(entry.Detail)]),
        "county" => new StringHtml(ui["search.county", entry.Key]),
        "activity" => new StringHtml(ui["search.activity", ui.Plain(entry.Detail)]),
        _ when entry.Detail.IsUnknown => HtmlString.Empty,
        _ => ui.Text(Short(entry.Detail, LongestDetail)),
    };

    private static LocalizedText Short(LocalizedText text, int most) => new(Short(text.Nb, most), Short(text.Nn, most), Short(text.En, most));

    /// <summary>Cut at a space, with an ellipsis.</summary>
    private static string? Short(string? text, int most) => text is null || text.Length <= most
        ? text
        : text[..(text.LastIndexOf(' ', most) is > 0 and var space ? space : most)].TrimEnd(',', '.', ':', ';', ' ') + " …";
}
