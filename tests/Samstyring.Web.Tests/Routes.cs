using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.TestKit;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Tests;

/// <summary>Every page and list of the application, asked of the application itself: what is added is tested.</summary>
internal static class Routes
{
    /// <summary>The pages of errors, which are met by failing.</summary>
    private const string Errors = "/feil/";

    /// <summary>The page of an invitation, which only a secret link leads to.</summary>
    private const string Invitation = "/invitasjon/";

    /// <summary>A decision at a gate: nothing is decided in the data, and <c>GateTests</c> looks at the page of one that is made.</summary>
    private const string Decision = "/beslutninger/";

    private const int SamplesOfEach = 3;

    private static readonly Lazy<Task<IReadOnlyList<RouteEndpoint>>> All = new(async () =>
        [.. (await TestApp.SharedAsync(DatabaseKind.Sqlite)).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()]);

    private static readonly Lazy<Task<IReadOnlyList<string>>> FoundLinks = new(FindLinksAsync);

    public static Task<IReadOnlyList<RouteEndpoint>> AllAsync() => All.Value;

    /// <summary>Paths of pages without parameters that everybody may open.</summary>
    public static Task<IReadOnlyList<string>> PagesAsync() => PagesAsync(isOpen: true);

    /// <summary>Paths of pages without parameters that only those may open who are signed in.</summary>
    public static Task<IReadOnlyList<string>> ClosedPagesAsync() => PagesAsync(isOpen: false);

    private static async Task<IReadOnlyList<string>> PagesAsync(bool isOpen) =>
        [.. (await PageRoutesAsync(isOpen)).Where(route => route.Parameters.Count == 0).Select(Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Page routes with parameters, each with some addresses that pages link to.</summary>
    public static async Task<IReadOnlyList<(string Route, IReadOnlyList<string> Samples)>> PagesOfThingsAsync()
    {
        var links = (await FoundLinks.Value).Select(link => link.Split('?')[0]).Distinct(StringComparer.Ordinal).ToList();
        return [.. (await PageRoutesAsync(isOpen: true)).Where(route => route.Parameters.Count > 0).Select(route => (Path(route), (IReadOnlyList<string>)Spread([.. links.Where(link => Matches(route, link))])))];
    }

    /// <summary>Addresses inside the application that pages without parameters link to, and pages of things after them.</summary>
    public static Task<IReadOnlyList<string>> LinksAsync() => FoundLinks.Value;

    /// <summary>Lists of the API that everybody may read, with a key filled in where a list stands below one thing.</summary>
    public static async Task<IReadOnlyList<(string Path, ListParameters List)>> ListsAsync()
    {
        List<(string, ListParameters)> lists = [];
        foreach (var endpoint in await All.Value)
        {
            if (endpoint.Metadata.GetMetadata<ListParameters>() is { } list && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                lists.Add((await Api.WithKeyAsync(Path(endpoint.RoutePattern)), list));
            }
        }

        return lists;
    }

    /// <summary>Routes of the API that give one thing by its key.</summary>
    public static async Task<IReadOnlyList<string>> ThingsAsync() =>
        [.. (await All.Value).Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true).Select(e => Path(e.RoutePattern)).Where(path => path.StartsWith("/api/v1/", StringComparison.Ordinal) && path.EndsWith("/{key}", StringComparison.Ordinal))];

    public static bool Matches(RoutePattern route, string path) =>
        new TemplateMatcher(new RouteTemplate(route), new RouteValueDictionary()).TryMatch(path, new RouteValueDictionary());

    public static string Path(RoutePattern route) => "/" + route.RawText!.Trim('/');

    private static async Task<IEnumerable<RoutePattern>> PageRoutesAsync(bool isOpen) =>
        (await All.Value).Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && (e.Metadata.GetMetadata<IAllowAnonymous>() is not null) == isOpen).Select(e => e.RoutePattern).Where(route => !Path(route).StartsWith(Errors, StringComparison.Ordinal) && !Path(route).StartsWith(Invitation, StringComparison.Ordinal) && !Path(route).Contains(Decision, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> FindLinksAsync()
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);
        SortedSet<string> links = new(StringComparer.Ordinal);
        foreach (var path in await PagesAsync())
        {
            links.UnionWith(LinksOf(await app.OpenAsync(path)));
        }

        // A thing may have pages of its own below it, that only its page links to.
        foreach (var route in (await PageRoutesAsync(isOpen: true)).Where(route => route.Parameters.Count > 0))
        {
            if (links.FirstOrDefault(link => Matches(route, link.Split('?')[0])) is { } thing)
            {
                links.UnionWith(LinksOf(await app.OpenAsync(thing)));
            }
        }

        return [.. links];
    }

    public static IEnumerable<string> LinksOf(TestPage page) =>
        page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(href => href.StartsWith('/'));

    private static string[] Spread(List<string> all) =>
        all.Count <= SamplesOfEach ? [.. all] : [all[0], all[all.Count / 2], all[^1]];
}
