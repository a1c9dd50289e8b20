using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Samstyring.Browser.Tests;

/// <summary>What people come to do, done as they would: by keyboard, without JavaScript, in English.</summary>
public sealed partial class JourneyTests(Browser browser)
{
    [Fact]
    public async Task By_keyboard_alone_a_reader_skips_to_the_content_and_opens_a_source()
    {
        var page = await browser.OpenAsync("/livshendelser/alvorlig-sykt-barn");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".ds-skip-link")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();

        var source = page.Locator("#brev ~ * button.source, section:has(#brev) button.source").First;
        await source.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var card = page.Locator($"[id='{await source.GetAttributeAsync("popovertarget")}']");
        await Assertions.Expect(card).ToBeVisibleAsync();
        await Assertions.Expect(card).ToContainTextAsync("Gjelder per: 2020");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(card).ToBeHiddenAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_a_reader_finds_a_municipality_in_spite_of_a_misspelling()
    {
        var page = await browser.OpenAsync("/");

        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Keyboard.TypeAsync("flekefjord");
        await page.Keyboard.PressAsync("Enter");
        var hit = page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = Flekkefjord() }).First;
        await hit.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/kommuner/4207$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Flekkefjord");
    }

    [Fact]
    public async Task Without_JavaScript_a_list_is_filtered_sorted_and_a_source_opened()
    {
        var page = await browser.OpenAsync("/organisasjoner", javaScript: false);

        await page.Locator("select[name=kind]").SelectOptionAsync("ministry");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vis" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("kind=ministry"));
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(16);

        await page.Locator("th a.sort").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("kind=ministry.*sort=|sort=.*kind=ministry"));
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(16);
        Assert.Contains("kind=ministry", await page.GetByRole(AriaRole.Link, new() { NameRegex = new("CSV") }).GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_JavaScript_a_filter_acts_at_once()
    {
        var page = await browser.OpenAsync("/organisasjoner");

        await page.Locator("select[name=kind]").SelectOptionAsync("university");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("kind=university"));
    }

    [Fact]
    public async Task A_reader_chooses_English_and_it_is_remembered()
    {
        var page = await browser.OpenAsync("/livshendelser");

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Life events");
        await page.GetByRole(AriaRole.Link, new() { Name = "Seriously ill child" }).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Seriously ill child");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/livshendelser/alvorlig-sykt-barn$"));
    }

    [Fact]
    public async Task On_a_phone_the_menu_opens_and_leads_on()
    {
        var page = await browser.OpenAsync("/", width: 360);

        await page.GetByRole(AriaRole.Button, new() { Name = "Meny" }).ClickAsync();
        await page.Locator("#meny").GetByRole(AriaRole.Link, new() { Name = "Nettverk" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/nettverk$"));
    }

    [Fact]
    public async Task A_term_is_explained_where_it_stands()
    {
        var page = await browser.OpenAsync("/livshendelser/alvorlig-sykt-barn", javaScript: false);

        var term = page.Locator("button.term").First;
        await term.ClickAsync();

        await Assertions.Expect(page.Locator($"[id='{await term.GetAttributeAsync("popovertarget")}']")).ToContainTextAsync("Les mer i ordlisten");
    }

    [Fact]
    public async Task Nothing_is_fetched_from_elsewhere()
    {
        var page = await browser.OpenAsync("/om");
        List<string> elsewhere = [];
        page.Request += (_, request) => elsewhere.AddRange(new[] { request.Url }.Where(url => !url.StartsWith(browser.Address.ToString(), StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)));
        foreach (var (_, path) in Pages.Main)
        {
            await page.GotoAsync(path);
        }

        Assert.Empty(elsewhere);
        Assert.True(await page.EvaluateAsync<bool>("document.fonts.ready.then(() => document.fonts.check('16px Inter'))"));
    }

    [GeneratedRegex("^Flekkefjord")]
    private static partial Regex Flekkefjord();
}
