namespace Samstyring.Browser.Tests;

/// <summary>Every page on the narrowest screen, beside <see cref="AccessibilityTests"/>.</summary>
public sealed class NarrowTests(Browser browser)
{
    public static TheoryData<string> Paths => new(Pages.All);

    [Theory, MemberData(nameof(Paths))]
    public async Task Axe_finds_nothing_on_the_page_at_320_pixels(string path)
    {
        var page = await browser.OpenAsync(path, width: 320);
        await Axe.AssertNothingAsync(page, "320 px");
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task The_page_does_not_scroll_sideways_at_320_pixels_and_logs_no_error(string path)
    {
        var page = await browser.NewPageAsync(width: 320);
        List<string> errors = [];
        page.Console += (_, message) => errors.Add(message.Type == "error" ? message.Text : "");
        page.PageError += (_, error) => errors.Add(error);
        var response = await page.GotoAsync(path + (path.Contains('?') ? '&' : '?') + "sprak=en");

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, "The page is wider than 320 px.");
        Assert.DoesNotContain(errors, error => error.Length > 0 && !(response!.Status >= 400 && error.Contains("status of 4", StringComparison.Ordinal)));
        await page.Context.CloseAsync();
    }
}
