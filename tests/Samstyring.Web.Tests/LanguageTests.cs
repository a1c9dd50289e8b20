using AngleSharp.Dom;
using Samstyring.TestKit;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Tests;

public sealed class LanguageTests
{
    private static readonly Uri Plain = new("/livshendelser", UriKind.Relative);

    [Fact]
    public async Task A_chosen_language_is_remembered_until_another_is_chosen()
    {
        using var http = (await TestApp.SharedAsync(DatabaseKind.Sqlite)).CreateClient();

        Assert.Equal("nb", await LanguageAsync(Plain));
        Assert.Equal("en", await LanguageAsync(new("/livshendelser?sprak=en", UriKind.Relative)));
        Assert.Equal("en", await LanguageAsync(Plain));
        Assert.Equal("en", await LanguageAsync(new("/livshendelser?sprak=de", UriKind.Relative)));
        Assert.Equal("nn", await LanguageAsync(new("/livshendelser?sprak=nn", UriKind.Relative)));
        Assert.Equal("nn", await LanguageAsync(new("/finnes-ikke", UriKind.Relative)));

        async Task<string?> LanguageAsync(Uri address) => (await TestPage.ReadAsync(http, await http.GetAsync(address))).Document.DocumentElement.GetAttribute("lang");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        using var http = (await TestApp.SharedAsync(DatabaseKind.Sqlite)).Visitor();

        using var response = await http.GetAsync(new Uri("/livshendelser?sprak=en", UriKind.Relative));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("sprak=en; ", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        using var plain = await http.GetAsync(Plain);
        Assert.False(plain.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_page_in_another_language_is_the_same_page_with_the_same_filter()
    {
        var page = await (await TestApp.SharedAsync(DatabaseKind.Sqlite)).OpenAsync("/livshendelser?funded=no&q=barn");

        var english = await page.FollowAsync("English");

        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Having a child", Assert.Single(english.Table("The life events"))[0]);
    }

    [Fact]
    public async Task A_text_without_translation_says_which_language_it_is_in()
    {
        var english = await (await TestApp.SharedAsync(DatabaseKind.Sqlite)).OpenAsync("/livshendelser/alvorlig-sykt-barn?sprak=en");

        var untranslated = english.Document.QuerySelectorAll("main [lang=nb]").Select(element => element.TextContent).ToList();

        Assert.Contains("Flekkefjord", untranslated);
        Assert.DoesNotContain("Seriously ill child", untranslated);
    }

    [Fact]
    public async Task An_english_page_says_nothing_in_norwegian_but_names()
    {
        var all = new UiTexts();
        var english = all.Keys("en").Select(key => all.Find("en", key)).ToHashSet();
        var onlyNorwegian = all.Keys("nb").Select(key => all.Find("nb", key)).Where(text => !text.Contains('{') && !english.Contains(text)).ToHashSet();
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);
        Assert.InRange(onlyNorwegian.Count, 50, 10_000);

        foreach (var path in await Routes.PagesAsync())
        {
            var page = await app.OpenAsync(path + "?sprak=en");
            var texts = page.Document.Descendants<IText>().Where(text => text.ParentElement!.Closest("[lang]")!.GetAttribute("lang") == "en").Select(text => text.Data.Trim());
            Assert.DoesNotContain(texts, text => onlyNorwegian.Contains(text));
        }
    }
}
