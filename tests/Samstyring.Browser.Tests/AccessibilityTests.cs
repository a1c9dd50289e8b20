using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Samstyring.Browser.Tests;

public sealed class AccessibilityTests(Browser browser, Window window) : IClassFixture<Window>
{
    public static TheoryData<string> Paths => new(Pages.All);

    [Theory, MemberData(nameof(Paths))]
    public async Task Axe_finds_nothing_on_the_page_light_or_dark(string path)
    {
        var page = await window.OpenAsync(path);
        await Axe.AssertNothingAsync(page, "light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.AssertNothingAsync(page, "dark");
    }

    [Fact]
    public async Task Axe_tells_what_is_wrong()
    {
        var page = await window.OpenAsync("/om");
        await page.EvaluateAsync("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/favicon.ico\">')");

        var wrong = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Axe.AssertNothingAsync(page, "light"));

        Assert.StartsWith("light: image-alt (critical): ", wrong.Message, StringComparison.Ordinal);
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
}
