namespace Samstyring.Browser.Tests;

/// <summary>Every page on the narrowest screen, beside <see cref="AccessibilityTests"/>.</summary>
public sealed class NarrowTests(Window window) : IClassFixture<Window>
{
    public static TheoryData<string> Paths => new(Pages.All);

    [Theory, MemberData(nameof(Paths))]
    public async Task Axe_finds_nothing_on_the_page_at_320_pixels(string path)
    {
        var page = await window.OpenAsync(path, width: 320);
        await Axe.AssertNothingAsync(page, "320 px");
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task The_page_does_not_scroll_sideways_at_320_pixels_and_logs_no_error(string path)
    {
        var page = await window.OpenAsync(path + (path.Contains('?') ? '&' : '?') + "sprak=en", width: 320);

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, "The page is wider than 320 px.");
        Assert.DoesNotContain(window.Errors, error => error.Length > 0 && !(window.Status >= 400 && error.Contains("status of 4", StringComparison.Ordinal)));
    }
}
