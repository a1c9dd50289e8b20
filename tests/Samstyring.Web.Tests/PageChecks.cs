using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests;

/// <summary>What every page must be, whatever it shows.</summary>
internal static partial class PageChecks
{
    public const int MostBytes = 200_000;
    public const int MostQueries = 12;

    private static readonly string[] TextAttributes = ["aria-label", "title", "placeholder", "alt", "content", "data-label"];

    private static readonly string[] Idrefs = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"];

    /// <summary>All that is wrong with a page, so that one run shows everything.</summary>
    public static void AssertWhole(TestPage page, string language, int status = 200)
    {
        var document = page.Document;
        List<string> wrong =
        [
            .. Unless((int)page.Response.StatusCode == status, $"answers {(int)page.Response.StatusCode}"),
            .. Unless(page.Response.Content.Headers.ContentType?.ToString() == "text/html; charset=utf-8", $"is {page.Response.Content.Headers.ContentType}"),
            .. Unless(document.DocumentElement.GetAttribute("lang") == language, $"says its language is {document.DocumentElement.GetAttribute("lang")}"),
            .. Unless(page.Texts("h1").Count == 1 && page.Texts("h1")[0].Length > 0, $"has the headings «{string.Join("», «", page.Texts("h1"))}»"),
            .. Unless(document.Title?.EndsWith(" – Samstyring", StringComparison.Ordinal) == true && document.Title.Length > 13, $"has the title «{document.Title}»"),
            .. Unless(Encoding.UTF8.GetByteCount(page.Html) <= MostBytes, $"is {Encoding.UTF8.GetByteCount(page.Html)} bytes"),
            .. document.QuerySelectorAll("[style], style, script:not([src])").Select(e => "has a style or script of its own: " + e.OuterHtml),
            .. document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"has {g.Count()} elements with the id {g.Key}"),
            .. MissingIds(document).Distinct().Select(id => $"points to the id {id}, which is not there"),
            .. document.QuerySelectorAll("a, button").Where(e => e.TextContent.Trim().Length == 0 && !e.HasAttribute("aria-label")).Select(e => "has a link or button without a name: " + e.OuterHtml),
            .. Texts(document).SelectMany(text => TextKey().Matches(text).Select(m => m.Value)).Distinct().Select(key => $"shows the key of a text: {key}"),
            .. Texts(document).Where(text => Placeholder().IsMatch(text)).Select(text => $"has a place that is not filled in: {text.Trim()}"),
        ];
        Assert.True(wrong is [], $"{page.Address}\n{string.Join('\n', wrong)}");
    }

    private static IEnumerable<string> Unless(bool right, string wrong) => right ? [] : [wrong];

    private static IEnumerable<string> MissingIds(IDocument document) =>
        Idrefs.SelectMany(attribute => document.QuerySelectorAll($"[{attribute}]").SelectMany(e => e.GetAttribute(attribute)!.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Concat(document.QuerySelectorAll("[href^='#']").Select(e => e.GetAttribute("href")![1..]))
            .Where(id => document.GetElementById(id) is null);

    /// <summary>What a reader sees or hears, but not code samples.</summary>
    private static IEnumerable<string> Texts(IDocument document) =>
        document.Descendants<IText>().Where(text => text.ParentElement is { LocalName: not ("code" or "pre" or "kbd" or "samp" or "script") }).Select(text => text.Data)
            .Concat(TextAttributes.SelectMany(attribute => document.QuerySelectorAll($"[{attribute}]").Select(e => e.GetAttribute(attribute)!)));

    /// <summary>A text that is missing shows its key, such as <c>life-event.lead.operation</c>. Names of files and hosts look alike.</summary>
    [GeneratedRegex(@"(?<![\w./@:-])(?!www\.)[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9_]+(-[a-z0-9_]+)*)+(?![\w/@-]|\.\w)(?<!\.(no|com|org|net|eu|io|dev|html|csv|xlsx|json|pdf|ttl|txt|md))")]
    private static partial Regex TextKey();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
