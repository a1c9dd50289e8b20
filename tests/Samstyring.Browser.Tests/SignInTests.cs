using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.TestKit;

namespace Samstyring.Browser.Tests;

/// <summary>Sign-in that only a browser can do: with a passkey on a device, and with a real OpenID Connect provider.</summary>
public sealed class SignInTests(Browser browser)
{
    private static readonly Dictionary<string, object> Device = new(StringComparer.Ordinal)
    {
        ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        },
    };

    [Fact]
    public async Task A_person_makes_a_passkey_signs_in_with_it_without_a_code_and_removes_it()
    {
        var page = await browser.OpenAsync("/logg-inn");
        var person = await SignInAsync(page);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", Device);

        await page.GotoAsync("/min-side/adgangsnokler");
        await page.GetByLabel("Navn på nøkkelen").FillAsync("Jobbtelefonen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lag adgangsnøkkel" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Jobbtelefonen" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/logg-inn?tilbake=/livshendelser");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logg inn med adgangsnøkkel" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/livshendelser$"));
        await Assertions.Expect(page.Locator(".on-behalf")).ToContainTextAsync("Flekkefjord");

        await page.GotoAsync("/min-side/adgangsnokler");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fjern Jobbtelefonen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Du har ingen adgangsnøkler")).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/logg-inn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logg inn med adgangsnøkkel" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Adgangsnøkkelen virker ikke her")).ToBeVisibleAsync();
        Assert.Equal(["passkey-added", "passkey-removed"], await HistoryAsync(person));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_the_device_knows_nobody_the_page_says_so_and_waits()
    {
        var page = await browser.OpenAsync("/logg-inn");
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", Device);

        await page.GetByRole(AriaRole.Button, new() { Name = "Logg inn med adgangsnøkkel" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Det kom ingen adgangsnøkkel")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Logg inn med adgangsnøkkel" })).ToBeEnabledAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task With_a_real_provider_a_stranger_is_refused_links_from_a_session_signs_in_and_signs_out()
    {
        var page = await browser.OpenAsync("/logg-inn");
        await KeepHereAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Logg inn med " + OidcProvider.Name }).ClickAsync();
        await AgreeAsync(page, "kari");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Be om en invitasjon");

        await SignInAsync(page);
        await page.GotoAsync("/min-side/innlogginger");
        await page.GetByRole(AriaRole.Link, new() { Name = "Koble til " + OidcProvider.Name }).ClickAsync();
        await Assertions.Expect(page.Locator("#koble")).ToContainTextAsync("som Prøve kari");
        await page.GetByRole(AriaRole.Button, new() { Name = "Koble til", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Koble fra " + OidcProvider.Name })).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await page.Context.CloseAsync();

        page = await browser.OpenAsync("/logg-inn?tilbake=/livshendelser");
        await KeepHereAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Logg inn med " + OidcProvider.Name }).ClickAsync();
        await AgreeAsync(page, "kari");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/livshendelser$"));
        await Assertions.Expect(page.Locator(".on-behalf")).ToContainTextAsync("Flekkefjord");

        await page.GotoAsync("/logg-ut");
        await page.GetByRole(AriaRole.Button, new() { Name = "Logg ut" }).ClickAsync();
        await page.WaitForURLAsync(url => url.StartsWith(browser.Issuer, StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("yes|sign me out", RegexOptions.IgnoreCase) }).ClickAsync();
        await Assertions.Expect(page.Locator(".site-nav")).ToContainTextAsync("Logg inn");
        await page.GotoAsync("/logg-inn");
        await page.GetByRole(AriaRole.Link, new() { Name = "Logg inn med " + OidcProvider.Name }).ClickAsync();
        await Assertions.Expect(page.Locator("input[name=login]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>The provider's pages would fetch a typeface from far away.</summary>
    private static async Task KeepHereAsync(IPage page) => await page.Context.RouteAsync("https://**", route => route.AbortAsync());

    /// <summary>Gives a name at the provider, and agrees to whatever it asks.</summary>
    private static async Task AgreeAsync(IPage page, string name)
    {
        await page.Locator("input[name=login]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync("any");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        await Axe.AssertNothingAsync(page, "1280 px");
        await page.SetViewportSizeAsync(320, 900);
        await Axe.AssertNothingAsync(page, "320 px");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, "The page is wider than 320 px.");
        await page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>The kinds of what is told of a person's ways in, in order.</summary>
    private async Task<IReadOnlyList<string>> HistoryAsync(Person person)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        var key = person.Id.ToString();
        return await (
            from subject in db.AuditSubjects
            join entry in db.AuditEntries on subject.Number equals entry.Number
            where subject.Type == "person" && subject.Key == key && entry.Event.StartsWith("passkey")
            orderby entry.Number
            select entry.Event).ToListAsync();
    }

    private async Task<Person> SignInAsync(IPage page)
    {
        var person = await browser.RegisterAsync("4207");
        await page.GotoAsync("/logg-inn");
        await page.GetByLabel("E-postadresse").FillAsync(person.Email!);
        await page.GetByLabel("Passord").FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Logg inn", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".on-behalf")).ToContainTextAsync(person.Name);
        return person;
    }
}
