using System.Net;
using System.Text;
using System.Text.Json;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Networks;

/// <summary>Everything of a network's matrix can be reached, on the page and in the API, with few queries.</summary>
public sealed class NetworkReachTests
{
    private const string Network = "/nettverk/digi-agder";

    private const string Api = "/api/v1/networks/digi-agder";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Every_solution_of_the_network_is_on_a_page_of_the_matrix(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var all = (await app.JsonAsync("/api/v1/solutions?pageSize=500")).GetProperty("items").EnumerateArray().Select(s => s.GetProperty("key").GetString()!).ToList();
        Assert.True(all.Count > 2 * 6, "There are too few solutions to say anything.");

        HashSet<string> seen = new(StringComparer.Ordinal);
        var page = await app.OpenAsync(Network + "/losninger");
        for (var number = 1; ; number++)
        {
            seen.UnionWith(page.Document.QuerySelectorAll(".theme-grid thead th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
            PageChecks.AssertWhole(page, "nb");
            if (page.Document.QuerySelector("a[rel=next][href*='side=']") is not { } next)
            {
                break;
            }

            Assert.True(number < 10, "The pages never end.");
            page = await app.OpenAsync(next.GetAttribute("href")!.Split('#')[0]);
        }

        Assert.Equal(all.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_county_and_a_name_narrow_what_is_shown(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var whole = await app.OpenAsync("/nettverk/digi-viken/losninger");
        var county = await whole.SubmitAsync("form.filters", ("fylke", "33"));
        var named = await (await app.OpenAsync(Network + "/losninger")).SubmitAsync("form.filters", ("q", "timebestilling"));

        var table = county.Table("Medlemmer og løsninger");
        Assert.Equal(18, table.Count);
        Assert.Contains(table, row => row[0] == "Drammen");
        Assert.DoesNotContain(table, row => row[0] == "Halden");
        Assert.Equal(["eksempel-timebestilling"], named.Document.QuerySelectorAll(".theme-grid thead th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.Equal("Finn en løsning", named.Text("label[for=q]"));
        Assert.Contains("Det er ingen løsninger", (await (await app.OpenAsync(Network + "/losninger")).SubmitAsync("form.filters", ("q", "finnesikke"))).Document.Body!.TextContent);
        PageChecks.AssertWhole(county, "nb");
        PageChecks.AssertWhole(await app.OpenAsync("/nettverk/digi-viken/losninger?fylke=33&sprak=en"), "en");
        Assert.InRange(Encoding.UTF8.GetByteCount(whole.Html), 10_000, 200_000);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_pages_of_a_network_ask_the_database_at_most_twelve_times(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        foreach (var path in new[] { Network + "/losninger", Network + "/losninger?q=e&side=2", Network + "/samarbeid", Network + "/kontingent?Innbygger=5", "/losninger/eksempel-timebestilling/bolger", "/losninger/eksempel-timebestilling/leverandorer" })
        {
            Assert.Equal(HttpStatusCode.OK, (await app.OpenAsync(path)).Response.StatusCode);
            var queries = await app.QueriesOfAsync(path);
            Assert.True(queries.Count is > 0 and <= PageChecks.MostQueries, $"{path}: {queries.Count}\n{string.Join("\n\n", queries)}");
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_api_gives_the_matrix_as_rows_with_filters_and_files(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var all = await app.JsonAsync(Api + "/adoption?pageSize=500");
        var one = await app.JsonAsync(Api + "/adoption?q=timebestilling&pageSize=500");
        var declined = await app.JsonAsync(Api + "/adoption?q=timebestilling&step=declined&sort=-municipality");

        Assert.True(all.GetProperty("total").GetInt32() > 25 * 12);
        Assert.Equal(25, one.GetProperty("total").GetInt32());
        Assert.Equal("eksempel-timebestilling", one.GetProperty("items")[0].GetProperty("solution").GetString());
        Assert.Equal(["4211", "4207"], declined.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("municipality").GetString()!));
        Assert.All(declined.GetProperty("items").EnumerateArray(), i => Assert.Equal("declined", i.GetProperty("step").GetString()));
        Assert.Contains("4207", Encoding.UTF8.GetString((await app.FileAsync(Api + "/adoption?format=csv&q=timebestilling")).Content));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_api_tells_who_lags_and_why_only_to_public_bodies(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var insider = await app.InsiderAsync();

        var open = await app.JsonAsync("/api/v1/networks/digi-vestland/lagging");
        using var closed = await JsonDocument.ParseAsync(await (await insider.Http.GetAsync(new Uri("/api/v1/networks/digi-vestland/lagging", UriKind.Relative))).Content.ReadAsStreamAsync());

        Assert.Equal(open.GetProperty("total").GetInt32(), open.GetProperty("items").GetArrayLength());
        Assert.Equal(open.GetProperty("total").GetInt32(), closed.RootElement.GetProperty("total").GetInt32());
        Assert.All(open.GetProperty("items").EnumerateArray().SelectMany(i => i.GetProperty("members").EnumerateArray()), m => Assert.Equal(JsonValueKind.Null, m.GetProperty("obstacles").ValueKind));
        Assert.All(closed.RootElement.GetProperty("items").EnumerateArray().SelectMany(i => i.GetProperty("members").EnumerateArray()), m => Assert.Equal(JsonValueKind.Array, m.GetProperty("obstacles").ValueKind));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_api_works_out_fees_with_other_rates_members_and_inhabitants(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var now = await app.JsonAsync(Api + "/fees");
        var then = await app.JsonAsync(Api + "/fees?perInhabitant=4.5&without=4204&growth=10");

        Assert.Equal(("20000.00", "3.875", "0.125", "NOK"), (now.GetProperty("rates").GetProperty("base").GetString(), now.GetProperty("rates").GetProperty("perInhabitant").GetString(), now.GetProperty("rates").GetProperty("countyPerInhabitant").GetString(), now.GetProperty("currency").GetString()));
        var own = now.GetProperty("municipalities").EnumerateArray().Single(m => m.GetProperty("key").GetString() == "4207");
        Assert.Equal(("56320.38", "56320.38", "0.00"), (own.GetProperty("now").GetString(), own.GetProperty("then").GetString(), own.GetProperty("change").GetString()));
        var grown = then.GetProperty("municipalities").EnumerateArray().Single(m => m.GetProperty("key").GetString() == "4207");
        Assert.Equal((10_310, "66395.00", "10074.62"), (grown.GetProperty("populationThen").GetInt32(), grown.GetProperty("then").GetString(), grown.GetProperty("change").GetString()));
        Assert.Equal(JsonValueKind.Null, then.GetProperty("municipalities").EnumerateArray().Single(m => m.GetProperty("key").GetString() == "4204").GetProperty("then").ValueKind);
    }

    [Theory]
    [InlineData("/fees?base=-1", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/fees?without=0301", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/fees?growth=900", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/fees?keepTotal=maybe", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/fees?rate=1", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/lagging?county=99", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/lagging?pageSize=0", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/adoption?step=never", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("x/adoption", HttpStatusCode.NotFound, "not-found")]
    [InlineData("x/lagging", HttpStatusCode.NotFound, "not-found")]
    [InlineData("x/fees", HttpStatusCode.NotFound, "not-found")]
    public async Task The_api_answers_what_it_cannot_with_a_problem(string path, HttpStatusCode status, string code)
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);

        using var response = await app.Visitor().GetAsync(new Uri(Api + path, UriKind.Relative));

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_the_example_tells_of_a_network_is_marked_as_made_up_and_a_fact_is_not(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var agder = await app.OpenAsync(Network + "/samarbeid");
        var rogaland = await app.OpenAsync("/nettverk/digi-rogaland/samarbeid");
        var fees = await app.OpenAsync(Network + "/kontingent");

        Assert.All(agder.Table("Det nettverket leder"), row => Assert.Contains("Eksempeldata", row[0]));
        Assert.StartsWith("Utprøving av Kobo", Assert.Single(rogaland.Table("Det nettverket leder"))[0]);
        Assert.DoesNotContain("Eksempeldata", rogaland.Table("Det nettverket leder")[0][0]);
        Assert.Contains("Navn vises bare for dem som handler for nettverket.", agder.Document.Body!.TextContent);
        Assert.DoesNotContain("Kari Eksempel", agder.Html);
        Assert.Contains(fees.Table("Satsene"), row => row[0].Contains("Eksempeldata") && row[1].Replace('\u00a0', ' ') == "3,875 kr");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_leader_of_the_example_network_sees_who_has_too_many_roles(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var page = await (await app.SignInAsync("digi-agder", Domain.Access.Role.Reader)).OpenAsync(Network + "/samarbeid");

        var people = page.Table("Roller etter person");
        Assert.Equal([("Kari Eksempel", "4", "Flere enn grensen"), ("Nils Eksempel", "2", "Innenfor"), ("Solveig Eksempel", "2", "Innenfor")], people.Select(row => (row[0], row[1], row[2])));
    }
}
