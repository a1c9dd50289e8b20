using Microsoft.Playwright;
using Samstyring.TestKit;

namespace Samstyring.Browser.Tests;

/// <summary>The pictures of the documentation. <c>./dev screenshots</c> stores them; a test run only sees that they can be taken.</summary>
public sealed class ScreenshotTests(Browser browser)
{
    public static TheoryData<string, string> MainPages => [.. Pages.Main.Select(page => new TheoryDataRow<string, string>(page.Name, page.Path))];

    [Theory, MemberData(nameof(MainPages))]
    public async Task The_main_page_can_be_pictured_and_its_picture_is_in_the_documentation(string name, string path)
    {
        var page = await browser.OpenAsync(path);
        await page.EvaluateAsync("document.fonts.ready");
        var picture = await page.ScreenshotAsync(new() { FullPage = false, Animations = ScreenshotAnimations.Disabled });
        var file = Path.Combine(Repository.Root, "docs", "screenshots", name + ".png");
        if (Environment.GetEnvironmentVariable("SAMSTYRING_SCREENSHOTS") == "store")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, picture);
        }

        Assert.True(picture.Length > 10_000, "The picture is almost empty.");
        Assert.True(File.Exists(file), $"{file} is missing: run ./dev screenshots.");
    }
}
