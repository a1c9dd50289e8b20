using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Samstyring.Browser.Tests;

/// <summary>A search for whom to ask first, as its reader sees it: under way, and cancelled.</summary>
public sealed class AskingJourneyTests(Browser browser)
{
    [Fact]
    public async Task Axe_finds_nothing_while_a_search_runs_nor_when_it_is_cancelled()
    {
        var page = await browser.NewPageAsync();
        await browser.SignInAsync(page, "ks");
        await page.GotoAsync("/losninger/eksempel-timebestilling/prognose?runs=10000");

        await page.GetByRole(AriaRole.Button, new() { Name = "Finn ut hvem" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/prognose/spor-forst/[0-9a-f-]{36}$"));
        await Assertions.Expect(page.Locator("progress")).ToBeVisibleAsync();
        await Axe.AssertNothingAsync(page, "running");
        await page.GetByRole(AriaRole.Button, new() { Name = "Avbryt" }).ClickAsync();
        await Assertions.Expect(page.Locator("progress")).ToHaveCountAsync(0);
        await Axe.AssertNothingAsync(page, "cancelled");
    }
}
