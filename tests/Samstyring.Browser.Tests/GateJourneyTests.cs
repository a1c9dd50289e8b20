using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Samstyring.Browser.Tests;

/// <summary>Somebody who knows Prosjektveiviseren takes a new initiative past BP2, with nothing but the keyboard.</summary>
public sealed class GateJourneyTests(Browser browser)
{
    /// <summary>Stops of the tab key on one page; more than this is no way for anybody.</summary>
    private const int MostTabs = 150;

    private IPage _page = null!;

    [Fact]
    public async Task By_keyboard_alone_a_new_initiative_passes_BP1_and_BP2()
    {
        _page = await browser.NewPageAsync();
        await browser.SignInAsync(_page);

        await RegisterAsync();
        await PlanAsync("Konsept");
        await GoAsync("BP1");
        await DecideAsync();
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/tiltak/tastaturarkiv/porter/bp1/beslutninger/1$"));

        await GoAsync("Tastaturarkiv");
        await PlanAsync("Planlegging");
        await AddAsync("deltakere", "Deltaker", ("Values[role]", "Eier driften"), ("Values[organisation]", "4207"));
        await GoAsync("BP2");
        await AnswerAsync("G-KON-01", "Nei", "Kommunen bruker det selv.");
        await AnswerAsync("G-KON-03", "Ja", "Budsjettet for 2027.");
        await DecideAsync();

        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/tiltak/tastaturarkiv/porter/bp2/beslutninger/1(#.*)?$"));
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("gå videre");
        await GoAsync("Tastaturarkiv");
        await Assertions.Expect(_page.Locator(".gates [aria-current=step]")).ToContainTextAsync("BP3");
    }

    private async Task RegisterAsync()
    {
        await _page.GotoAsync("/tiltak");
        await ReachAsync(_page.GetByRole(AriaRole.Link, new() { Name = "Registrer et tiltak" }));
        await _page.Keyboard.PressAsync("Enter");
        await FillAsync(
            ("Values[key]", "tastaturarkiv"), ("Values[owner]", "4207"), ("Values[kind]", "Prosjekt"), ("Values[method]", "Prosjektveiviseren"), ("Values[name_nb]", "Tastaturarkiv"), ("Values[needs_municipal_decisions]", "Nei"),
            ("Values[touches_personal_data]", "Nei"));
        await SendAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tastaturarkiv");
    }

    private Task PlanAsync(string phase) =>
        AddAsync("faser", "Plan for fase", ("Values[phase]", phase), ("Values[state]", "Planlagt"), ("Values[starts]", "2027-01"), ("Values[ends]", "2027-06"), ("Values[cost]", "500000"), ("Values[count]", "3"));

    private async Task AddAsync(string section, string what, params (string Field, string Value)[] fields)
    {
        await ReachAsync(_page.GetByRole(AriaRole.Link, new() { Name = $"Legg til: {what}" }));
        await _page.Keyboard.PressAsync("Enter");
        await FillAsync(fields);
        await SendAsync();
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex($"/tiltak/tastaturarkiv.*#{section}$"));
    }

    private async Task AnswerAsync(string item, string answer, string reason)
    {
        await ReachAsync(_page.Locator($"[id='{item}']").GetByRole(AriaRole.Link, new() { NameRegex = new("^Svar") }));
        await _page.Keyboard.PressAsync("Enter");
        await ChooseAsync(answer);
        await FillAsync(("Reason", reason));
        await SendAsync();
        await Assertions.Expect(_page.Locator($"[id='{item}']")).ToContainTextAsync(reason);
    }

    private async Task DecideAsync()
    {
        await ChooseAsync("Godkjenn: gå videre");
        await FillAsync(("DecidedBy", "Styringsgruppen"), ("Mandate", "Delegeringsreglementet"), ("Reason", "Alt er på plass."));
        await SendAsync();
    }

    private async Task GoAsync(string link)
    {
        await ReachAsync(_page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);
        await _page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(link);
    }

    /// <summary>Tab goes into a group of radio buttons; the arrows go from one to the next.</summary>
    private async Task ChooseAsync(string choice)
    {
        var wanted = _page.GetByRole(AriaRole.Radio, new() { Name = choice });
        var group = _page.Locator($"input[type=radio][name='{await wanted.GetAttributeAsync("name")}']");
        await ReachAsync(group);
        await _page.Keyboard.PressAsync("Space");
        for (var i = await group.CountAsync(); i > 0 && !await wanted.IsCheckedAsync(); i--)
        {
            await _page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.True(await wanted.IsCheckedAsync());
    }

    private async Task FillAsync(params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            var place = _page.Locator($"[name='{field}']");
            await ReachAsync(place);
            await _page.Keyboard.TypeAsync(value);
            if (await place.EvaluateAsync<bool>("field => field.matches('select')"))
            {
                Assert.StartsWith(value, await place.EvaluateAsync<string>("field => field.selectedOptions[0].text"), StringComparison.Ordinal);
            }
        }
    }

    private async Task SendAsync()
    {
        await ReachAsync(_page.Locator("main form.form-panel button[type=submit]"));
        var before = _page.Url;
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForURLAsync(url => url != before);
    }

    /// <summary>From where the focus is, by the tab key alone.</summary>
    private async Task ReachAsync(ILocator wanted)
    {
        await wanted.First.WaitForAsync();
        for (var i = 0; i < MostTabs; i++)
        {
            if (await wanted.EvaluateAllAsync<bool>("all => all.includes(document.activeElement)"))
            {
                return;
            }

            await _page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{MostTabs} tabs do not reach {wanted} on {_page.Url}.");
    }
}
