using System.Text.RegularExpressions;
using Samstyring.TestKit;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Tests;

public sealed partial class EveryPageTests
{
    public static async Task<TheoryData<DatabaseKind, string>> Pages()
    {
        var pages = await Routes.PagesAsync();
        return [.. from kind in Enum.GetValues<DatabaseKind>() from page in pages select (kind, page)];
    }

    public static async Task<TheoryData<DatabaseKind, string>> PagesOfThings()
    {
        var pages = await Routes.PagesOfThingsAsync();
        return [.. from kind in Enum.GetValues<DatabaseKind>() from page in pages from sample in page.Samples select (kind, sample)];
    }

    public static async Task<TheoryData<DatabaseKind, string>> ClosedPages()
    {
        var pages = await Routes.ClosedPagesAsync();
        return [.. from kind in Enum.GetValues<DatabaseKind>() from page in pages select (kind, page)];
    }

    /// <summary>What proves that a form comes from us is new each time.</summary>
    [GeneratedRegex("(?<=__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+")]
    private static partial Regex FormToken();

    [Theory, MemberData(nameof(ClosedPages))]
    public async Task A_closed_page_is_whole_in_every_language_and_asks_a_visitor_to_sign_in(DatabaseKind kind, string path)
    {
        var app = await TestApp.SharedAsync(kind);
        var insider = await app.InsiderAsync();

        foreach (var language in UiLanguage.Languages)
        {
            PageChecks.AssertWhole(await insider.OpenAsync($"{path}?sprak={language}"), language);
        }

        Assert.StartsWith("/logg-inn?", (await app.OpenAsync(path)).Address);
    }

    [Theory, MemberData(nameof(Pages)), MemberData(nameof(PagesOfThings))]
    public async Task A_page_is_whole_in_every_language(DatabaseKind kind, string path)
    {
        var app = await TestApp.SharedAsync(kind);

        foreach (var language in UiLanguage.Languages)
        {
            PageChecks.AssertWhole(await app.OpenAsync($"{path}?sprak={language}"), language);
        }
    }

    [Theory, MemberData(nameof(Pages)), MemberData(nameof(PagesOfThings))]
    public async Task A_page_asks_the_database_a_few_times_however_much_it_shows(DatabaseKind kind, string path)
    {
        var app = await TestApp.SharedAsync(kind);
        await app.OpenAsync(path);

        var queries = await app.QueriesOfAsync(path);
        var queriesOfOneRow = await app.QueriesOfAsync(path + "?pageSize=1");

        Assert.True(queries.Count <= PageChecks.MostQueries, $"{queries.Count} queries:\n{string.Join("\n\n", queries)}");
        Assert.Equal(queriesOfOneRow.Count, queries.Count);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_the_same_on_both_databases(DatabaseKind kind, string path)
    {
        var here = await (await TestApp.SharedAsync(kind)).OpenAsync(path);
        var there = await (await TestApp.SharedAsync(kind is DatabaseKind.Sqlite ? DatabaseKind.Postgres : DatabaseKind.Sqlite)).OpenAsync(path);

        Assert.Equal(FormToken().Replace(there.Html, ""), FormToken().Replace(here.Html, ""));
    }

    [Fact]
    public async Task Every_kind_of_page_is_linked_to()
    {
        var pages = await Routes.PagesOfThingsAsync();

        Assert.NotEmpty(pages);
        Assert.DoesNotContain(pages, page => page.Samples.Count == 0);
    }

    [Fact]
    public async Task Every_link_leads_somewhere()
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);
        var routes = (await Routes.AllAsync()).Where(route => !route.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll)).ToList();
        SortedSet<string> links = new(await Routes.LinksAsync(), StringComparer.Ordinal);
        foreach (var path in (await Routes.PagesOfThingsAsync()).SelectMany(page => page.Samples))
        {
            links.UnionWith(Routes.LinksOf(await app.OpenAsync(path)));
        }

        using var http = app.Visitor();
        List<string> dead = [];
        foreach (var some in links.GroupBy(link => routes.FirstOrDefault(route => Routes.Matches(route.RoutePattern, link.Split('?')[0]))?.RoutePattern.RawText ?? link).Select(group => group.Take(5)))
        {
            foreach (var link in some)
            {
                using var response = await http.GetAsync(new Uri(link, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
                if (!response.IsSuccessStatusCode)
                {
                    dead.Add($"{link}: {(int)response.StatusCode}");
                }
            }
        }

        Assert.True(dead is [], string.Join('\n', dead));
    }
}
