namespace Samstyring.Browser.Tests;

/// <summary>The pages that a visitor is asked to sign in for, beside <see cref="AccessibilityTests"/>.</summary>
public sealed class ClosedPageTests(Window window) : IClassFixture<Window>
{
    public static TheoryData<string> Paths => new(Pages.Closed);

    [Theory, MemberData(nameof(Paths))]
    public async Task Axe_finds_nothing_on_the_page_of_somebody_signed_in(string path)
    {
        var page = await window.OpenInsideAsync(path);
        await Axe.AssertNothingAsync(page, "light");
        await page.SetViewportSizeAsync(320, 900);
        await Axe.AssertNothingAsync(page, "320 px");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, "The page is wider than 320 px.");
    }
}
