using System.Net;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.LifeEvents;

public sealed class LifeEventPageTests
{
    private const string Table = "Livshendelsene";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_list_answers_its_question_in_a_sentence(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var norwegian = await app.OpenAsync("/livshendelser");
        var english = await app.OpenAsync("/livshendelser?sprak=en");

        Assert.Equal("Livshendelser", norwegian.Text("h1"));
        Assert.Equal("Seks av 28 etatsroller har fått oppdrag i tildelingsbrevene. To livshendelser har ingen finansiering, og KS er ikke med i tre av sju.", norwegian.Text(".page-head .lead"));
        Assert.Equal("Six of 28 agency roles got an assignment in the allocation letters. Two life events have no funding, and KS takes no part in three of seven.", english.Text(".page-head .lead"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_table_shows_each_life_event_as_the_sources_have_it(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync("/livshendelser");

        var rows = page.Table(Table);

        Assert.Equal(7, rows.Count);
        Assert.Equal(LifeEventData.Keys.Select(ExpectedRow), rows.Select(row => string.Join(" | ", row.Take(6))));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Every_row_says_where_it_comes_from(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync("/livshendelser");

        Assert.All(page.Table(Table), row => Assert.StartsWith("Kilde", row[6].Replace("Utledet ", "")));
        Assert.All(page.Document.QuerySelectorAll("[popover].source-card").Where(card => card.ClassList.Contains("source-card") && card.QuerySelector(".source-title") is not null), card => Assert.Contains("Gjelder per: ", card.TextContent));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Searching_and_filtering_narrow_the_list_and_its_files(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync("/livshendelser");

        var children = await page.SubmitAsync("form.filters", [("q", "BARN")]);
        Assert.Equal(["Få barn", "Alvorlig sykt barn"], children.Table(Table).Select(row => row[0]));
        Assert.Equal("2 treff", children.Text(".list-count"));

        var unfunded = await children.SubmitAsync("form.filters", [("q", ""), ("funded", "no")]);
        Assert.Equal(["Få barn", "Miste og finne jobb"], unfunded.Table(Table).Select(row => row[0]));
        Assert.Equal(["/api/v1/life-events?funded=no&format=csv", "/api/v1/life-events?funded=no&format=xlsx", "/api/v1/life-events?funded=no&format=json"], unfunded.Document.QuerySelectorAll(".table-tools a").Select(a => a.GetAttribute("href")));

        var none = await page.SubmitAsync("form.filters", [("q", "zaphodbeeblebrox")]);
        Assert.Equal("Ingen treff", none.Text(".list-count"));
        Assert.Equal("Ingenting passer med filtrene", none.Text(".empty h2"));

        var all = await none.FollowAsync("Fjern filtre");
        Assert.Equal(7, all.Table(Table).Count);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_heading_orders_the_list_and_turns_it(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync("/livshendelser");

        var up = await page.FollowAsync("Livshendelse");
        var down = await up.FollowAsync("Livshendelse");

        string[] expected = ["Alvorlig sykt barn", "Dødsfall og arv", "Få barn", "Miste og finne jobb", "Ny i Norge", "Starte og drive en bedrift", "Starte og drive en frivillig organisasjon"];
        Assert.Equal(expected, up.Table(Table).Select(row => row[0]));
        Assert.Equal("ascending", up.Document.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.Equal(expected.Reverse(), down.Table(Table).Select(row => row[0]));
        Assert.Equal("descending", down.Document.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_value_that_no_filter_has_is_refused_with_what_is_allowed(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync("/livshendelser?funded=kanskje");

        PageChecks.AssertWhole(page, "nb", status: 400);
        Assert.Contains("«funded» kan ikke være «kanskje». Lovlig: yes, partly, no", page.Text("[role=alert]"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_life_event_answers_who_has_an_assignment_and_what_is_unfunded(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        Assert.Equal(
            "Tre av fem etater har fått oppdrag i tildelingsbrevet. To er ikke nevnt. Det er ukjent om ordningene som er brukt, dekker drift.",
            (await app.OpenAsync("/livshendelser/alvorlig-sykt-barn")).Text(".page-head .lead"));
        Assert.Equal(
            "En av seks etater har fått oppdrag i tildelingsbrevet. Fire er ikke nevnt. Ingen av ordningene som er brukt, dekker drift.",
            (await app.OpenAsync("/livshendelser/dodsfall-og-arv")).Text(".page-head .lead"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Each_life_event_shows_its_letters_as_table_3_has_them(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        foreach (var key in LifeEventData.Keys)
        {
            var page = await app.OpenAsync("/livshendelser/" + LifeEventData.Slug(key));

            Assert.Equal(
                LifeEventData.Letters(key).Select(letter => $"{letter.Organisation} | {letter.Role} | {letter.Mentioned} | {letter.Assignment} | {letter.Notice}"),
                page.Table("Hva tildelingsbrevene for 2020 sier").Select(row => string.Join(" | ", row.Take(5))));
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_key_of_a_life_event_leads_to_its_page(DatabaseKind kind)
    {
        using var http = (await TestApp.SharedAsync(kind)).CreateClient(new() { AllowAutoRedirect = false });

        using var response = await http.GetAsync(new Uri("/livshendelser/having-a-child", UriKind.Relative));

        Assert.Equal((HttpStatusCode.MovedPermanently, "/livshendelser/fa-barn"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_life_event_that_does_not_exist_is_not_found(DatabaseKind kind) =>
        PageChecks.AssertWhole(await (await TestApp.SharedAsync(kind)).OpenAsync("/livshendelser/vinne-i-lotto"), "nb", status: 404);

    private static string ExpectedRow(string key) => string.Join(
        " | ",
        LifeEventData.Name(key), string.Join(' ', LifeEventData.Bodies(key, "owner")), string.Join(' ', LifeEventData.Bodies(key, "executing")), LifeEventData.HasKs(key) ? "Ja" : "Nei", LifeEventData.Funded(key),
        $"{LifeEventData.Letters(key).Count(l => l.Assignment == "Ja")} av {LifeEventData.Letters(key).Count} fikk oppdrag, {LifeEventData.Letters(key).Count(l => l.Mentioned == "Ja")} nevnt");
}
