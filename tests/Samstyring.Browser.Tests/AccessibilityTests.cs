using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Samstyring.Browser.Tests;

public sealed class AccessibilityTests(Browser browser)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<string> Paths => new(Pages.All);

    [Theory, MemberData(nameof(Paths))]
    public async Task Axe_finds_nothing_on_the_page_light_dark_or_narrow(string path)
    {
        var page = await browser.OpenAsync(path);
        await AssertNothingAsync(page, "light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AssertNothingAsync(page, "dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(320, 900);
        await AssertNothingAsync(page, "320 px");
        await page.Context.CloseAsync();
    }

    public static TheoryData<string> ClosedPaths => new(Pages.Closed);

    [Theory, MemberData(nameof(ClosedPaths))]
    public async Task Axe_finds_nothing_on_the_page_of_somebody_signed_in(string path)
    {
        var page = await browser.OpenInsideAsync(path);
        await AssertNothingAsync(page, "light");
        await page.SetViewportSizeAsync(320, 900);
        await AssertNothingAsync(page, "320 px");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, "The page is wider than 320 px.");
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task The_page_does_not_scroll_sideways_at_320_pixels_and_logs_no_error(string path)
    {
        var page = await browser.OpenAsync("/om", width: 320);
        List<string> errors = [];
        page.Console += (_, message) => errors.Add(message.Type == "error" ? message.Text : "");
        page.PageError += (_, error) => errors.Add(error);
        var response = await page.GotoAsync(path + (path.Contains('?') ? '&' : '?') + "sprak=en");

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, "The page is wider than 320 px.");
        Assert.DoesNotContain(errors, error => error.Length > 0 && !(response!.Status >= 400 && error.Contains("status of 4", StringComparison.Ordinal)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public void Every_kind_of_page_is_among_those_that_are_checked()
    {
        var routes = browser.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => e.RoutePattern.RawText!.Trim('/')).Where(route => !route.StartsWith("feil/", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var covered = Pages.All.Select(path => path.Split('?')[0]).ToList();

        Assert.DoesNotContain(routes, route => !covered.Exists(path => Matches(RoutePatternFactory.Parse(route), path)));
    }

    private static bool Matches(RoutePattern pattern, string path) =>
        new Microsoft.AspNetCore.Routing.Template.TemplateMatcher(new(pattern), new RouteValueDictionary()).TryMatch(path, new RouteValueDictionary());

    internal static async Task AssertNothingAsync(IPage page, string how)
    {
        var found = await page.RunAxe(Rules);
        Assert.True(found.Violations.Length == 0, $"{how}: " + string.Join('\n', found.Violations.Select(v =>
            $"{v.Id} ({v.Impact}): {v.Help}\n  {string.Join("\n  ", v.Nodes.Take(3).Select(n => n.Html))}")));
        Assert.NotEmpty(found.Passes);
    }
}
