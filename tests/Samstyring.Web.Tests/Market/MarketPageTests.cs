using System.Net;
using System.Text;
using System.Text.Json;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Market;

public sealed class MarketPageTests
{
    private const string Booking = "/losninger/eksempel-timebestilling";

    private const string Modules = "/losninger/systemmoduler-for-barnevern";

    /// <summary>What is asked beside the page's own queries: who is signed in and for whom, and that what is restricted was read.</summary>
    private const int SignedIn = 5;

    private const string Of = "solution=eksempel-timebestilling";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Products_stand_by_the_name_of_their_vendor_the_same_for_a_visitor_and_the_vendor(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var vendor = await app.SignInAsync("visma", Domain.Access.Role.Reader);

        var open = await app.OpenAsync(Modules + "/leverandorer");
        var own = await vendor.OpenAsync(Modules + "/leverandorer");

        var rows = open.Table("Produktene, etter leverandørens navn");
        Assert.Equal(["Dips/Acos", "Netcompany", "Visma", "Visma"], rows.Select(row => row[0].Split(' ')[0]));
        Assert.StartsWith("4 produkter fra 3 leverandører.", open.Text("p.lead"));
        Assert.Contains("Slutter", rows[0][5]);
        Assert.Equal(("Ikke kontrollert", "Ukjent"), (rows[0][3], rows[0][6]));
        Assert.Equal(rows.Select(row => row.Skip(1)), own.Table("Produktene, etter leverandørens navn").Select(row => row.Skip(1)));
        Assert.Equal(2, own.Texts("th .sub").Count(text => text == "Deres eget"));
        Assert.Empty(own.Document.QuerySelectorAll("a[href$='/hindringer'], a[href$='/anskaffelser']"));
        PageChecks.AssertWhole(open, "nb");
        PageChecks.AssertWhole(await app.OpenAsync(Modules + "/leverandorer?sprak=en"), "en");
        var api = await app.JsonAsync("/api/v1/solutions/systemmoduler-for-barnevern/products?leaves=yes");
        Assert.Equal(("dips-acos", 30), (api.GetProperty("items")[0].GetProperty("vendor").GetProperty("key").GetString(), api.GetProperty("items")[0].GetProperty("share").GetInt32()));
        Assert.Contains("modulus", Encoding.UTF8.GetString((await app.FileAsync("/api/v1/solutions/systemmoduler-for-barnevern/products?format=csv")).Content), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "hindringer", "obstacles", "Innføringsteam")]
    [InlineData(DatabaseKind.Postgres, "hindringer", "obstacles", "Innføringsteam")]
    [InlineData(DatabaseKind.Sqlite, "anskaffelser", "procurements", "85 000")]
    [InlineData(DatabaseKind.Postgres, "anskaffelser", "procurements", "85 000")]
    public async Task What_municipalities_tell_each_other_is_seen_by_public_bodies_and_never_by_vendors(DatabaseKind kind, string page, string list, string secret)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (address, api) = ($"{Booking}/{page}", new Uri($"/api/v1/solutions/eksempel-timebestilling/{list}", UriKind.Relative));
        var (vendor, private_) = (await app.SignInAsync("visma"), await app.SignInAsync("eksempelleverandor-nord"));

        Assert.StartsWith("/logg-inn", (await app.OpenAsync(address)).Address);
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync(api)).StatusCode);
        foreach (var seller in new[] { vendor, private_ })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await seller.OpenAsync(address)).Response.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await seller.Http.GetAsync(api)).StatusCode);
            Assert.DoesNotContain("/" + page, (await seller.OpenAsync(Booking + "/bolger")).Html);
        }

        foreach (var body in new[] { "4207", "1103", "ks", "digi-agder" })
        {
            var somebody = await app.SignInAsync(body, Domain.Access.Role.Reader);
            var seen = await somebody.OpenAsync(address);
            Assert.Equal(HttpStatusCode.OK, seen.Response.StatusCode);
            Assert.Contains(secret, seen.Document.Body!.TextContent.Replace('\u00a0', ' '));
            PageChecks.AssertWhole(seen, "nb");
            using var items = await JsonDocument.ParseAsync(await (await somebody.Http.GetAsync(api)).Content.ReadAsStreamAsync());
            Assert.InRange(items.RootElement.GetProperty("total").GetInt32(), 6, 100);
        }

        PageChecks.AssertWhole(await (await app.SignInAsync("4207")).OpenAsync(address + "?sprak=en"), "en");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_reports_an_obstacle_and_it_is_counted_among_those_without_the_solution(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var municipality = await app.SignInAsync("4205");
        var before = await municipality.OpenAsync(Booking + "/hindringer");
        Assert.DoesNotContain(before.Table("Hindringer som er meldt"), row => row[0] == "Annet");

        var stored = await (await before.FollowAsync("Meld en hindring for kommunen din")).SubmitAsync("form.form-panel", ("Values[obstacle]", "other"), ("Values[text_nb]", "Vi bytter sak- og arkivsystem."), ("Values[starts]", "2026-01"));

        Assert.Equal(HttpStatusCode.OK, stored.Response.StatusCode);
        var page = await (await app.SignInAsync("ks")).OpenAsync(Booking + "/hindringer?obstacle=other");
        Assert.Equal("Vi bytter sak- og arkivsystem.", page.Table("Hindringene, kommune for kommune").Single(row => row[0] == "Lindesnes")[2]);
        Assert.StartsWith("1 av ", page.Table("Hindringer som er meldt").Single(row => row[0] == "Annet")[1]);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Two_plans_in_one_county_that_overlap_can_be_coordinated(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        foreach (var (number, starts) in new[] { ("4204", "2028-01"), ("4205", "2028-02") })
        {
            var municipality = await app.SignInAsync(number);
            var stored = await (await municipality.OpenAsync($"/endre/procurement-plan/ny?{Of}&organisation={number}")).SubmitAsync("form.form-panel", ("Values[text_nb]", "Ny avtale"), ("Values[starts]", starts), ("Values[ends]", "2028-06"), ("Values[vendor]", "visma"));
            Assert.Equal(HttpStatusCode.OK, stored.Response.StatusCode);
        }

        var page = await (await app.SignInAsync("4207")).OpenAsync(Booking + "/anskaffelser");

        var together = page.Table("Planer som overlapper").Where(row => row[3].Contains("Kristiansand")).ToList();
        Assert.Equal(["Visma Samme leverandør", "Eksempelkalender Samme produkt", "Agder Samme fylke"], together.Select(row => row[0]));
        Assert.All(together, row => Assert.Equal(("1. januar 2028 – 30. juni 2028", "2", "Kristiansand og Lindesnes"), (row[1], row[2], row[3])));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Waves_show_room_load_who_is_next_and_proposed_groups_to_everybody(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var page = await app.OpenAsync(Booking + "/bolger");

        var waves = page.Table("Bølgene");
        Assert.Equal(["Høsten", "Våren"], waves.Select(row => row[0].Split(' ')[0]));
        Assert.Matches(@"^\d+ av 30 plasser$", waves[0][3]);
        Assert.NotEmpty(page.Table("Belastning hvert kvartal"));
        Assert.NotEmpty(page.Table("Nær ved å ta den i bruk"));
        Assert.NotEmpty(page.Table("Forslag til grupper"));
        Assert.InRange(Encoding.UTF8.GetByteCount(page.Html), 1, 200_000);
        PageChecks.AssertWhole(page, "nb");
        PageChecks.AssertWhole(await app.OpenAsync(Booking + "/bolger?sprak=en"), "en");
        Assert.Equal(2, (await app.JsonAsync("/api/v1/solutions/eksempel-timebestilling/waves")).GetProperty("total").GetInt32());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_checks_whether_it_is_ready_and_nobody_else_sees_the_answer(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var own = await app.SignInAsync("4205");
        var address = Booking + "/klar/4205";
        Assert.StartsWith("Dere har ikke tatt sjekken.", (await own.OpenAsync(address)).Text("p.lead"));

        var stored = await (await (await own.OpenAsync(address)).FollowAsync("Ta sjekken")).SubmitAsync("form.form-panel", ("Values[leadership]", "ready"), ("Values[competence]", "missing"), ("Values[money]", "partly"));

        Assert.Equal(HttpStatusCode.OK, stored.Response.StatusCode);
        var page = await own.OpenAsync(address);
        Assert.StartsWith("4 av fem områder", page.Text("p.lead"));
        var rows = page.Table("De fem områdene");
        Assert.Equal(["På plass", "Mangler", "Ukjent", "Delvis", "Ukjent"], rows.Select(row => row[1]));
        Assert.Contains("Kurs på to timer", rows[1][2]);
        PageChecks.AssertWhole(page, "nb");
        PageChecks.AssertWhole(await own.OpenAsync(address + "?sprak=en"), "en");
        Assert.StartsWith("/logg-inn", (await app.OpenAsync(address)).Address);
        var record = new Uri(page.Document.QuerySelector("a[href^='/endre/readiness-check/']")!.GetAttribute("href")!.Replace("/endre/", "/api/v1/records/", StringComparison.Ordinal), UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await own.Http.GetAsync(record)).StatusCode);
        foreach (var body in new[] { "4207", "ks", "visma", "digi-agder" })
        {
            var other = await app.SignInAsync(body);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await other.OpenAsync(address)).Response.StatusCode, (await other.Http.GetAsync(record)).StatusCode));
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_pages_of_a_market_ask_the_database_a_few_times_and_there_are_none_without_a_solution(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var insider = await app.InsiderAsync();

        foreach (var page in new[] { "leverandorer", "bolger", "hindringer", "anskaffelser", "klar/4207" })
        {
            var path = $"{Booking}/{page}";
            await insider.OpenAsync(path);
            var queries = await app.QueriesOfAsync(path, insider.Http);
            Assert.True(queries.Count <= PageChecks.MostQueries + SignedIn, $"{path}: {queries.Count}\n{string.Join("\n\n", queries)}");
            Assert.Equal(HttpStatusCode.NotFound, (await insider.OpenAsync("/losninger/finnes-ikke/" + page)).Response.StatusCode);
        }
    }
}
