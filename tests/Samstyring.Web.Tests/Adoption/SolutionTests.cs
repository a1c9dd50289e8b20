using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Adoption;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Adoption;

public sealed class SolutionTests
{
    private const string Portal = "/losninger/portal-for-bekymringsmelding";

    private const string Example = "/losninger/eksempel-timebestilling";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_published_figure_stands_as_it_is_and_gives_no_municipality_a_status(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var page = await app.OpenAsync(Portal);

        Assert.StartsWith("Publisert tall: 207 av 354, 2. april 2022. Ingen kommune har selv sagt hvor langt den er kommet.", page.Text("p.lead"));
        var row = page.Table("Tallene slik kilden gir dem")[^1];
        Assert.StartsWith("2. april 2022", row[0]);
        Assert.Equal(("207 av 354", "58 %"), (row[1], row[2]));
        Assert.Contains("Kilden regner med 354 kommuner. Offisielt var det 356 i 2022.", row[3]);
        Assert.Equal("357", page.Table("Trinn på vei").Single()[1]);
        var api = await app.JsonAsync("/api/v1/solutions/portal-for-bekymringsmelding/adoption?pageSize=500");
        Assert.Equal(357, api.GetProperty("total").GetInt32());
        Assert.All(api.GetProperty("items").EnumerateArray(), item => Assert.Equal(System.Text.Json.JsonValueKind.Null, item.GetProperty("step").ValueKind));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_map_and_the_tables_say_the_same_and_the_page_is_light(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var page = await app.OpenAsync(Example);
        var queries = await app.QueriesOfAsync(Example);

        Assert.InRange(queries.Count, 1, 12);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page.Html), 10_000, 200_000);
        Assert.Equal(357, page.Document.QuerySelectorAll("svg.hexmap > a").Length);
        Assert.Equal(357, page.Table("Trinn på vei").Sum(row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(357, page.Table("I bruk i hvert fylke").Sum(row => int.Parse(row[1].Split(" av ")[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("Eksempeldata", page.Text(".kicker"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_page_draws_how_fast_it_may_go_and_names_vendors_and_the_next_wave(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var page = await app.OpenAsync(Example);
        var published = await app.OpenAsync("/losninger/portal-for-bekymringsmelding");

        var drawing = page.Document.QuerySelectorAll("figure.chart .wide svg").Single(svg => svg.QuerySelector("title")!.TextContent == "Kommuner med løsningen i bruk, om alt fortsetter som i dag");
        Assert.NotNull(drawing.QuerySelector(".fan-90"));
        Assert.Contains("åtte av ti utfall ligger mellom", drawing.QuerySelector("desc")!.TextContent);
        Assert.Equal(["Eksempelleverandør Nord", "Eksempelleverandør Sør"], page.Table("Leverandører og produkter").Select(row => row[0]));
        Assert.Contains("Det er plass til", page.Text("main"));
        Assert.Contains("ingen har sagt hvor langt kommunene er kommet", published.Text("main"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Obstacles_are_for_public_bodies_and_never_for_vendors(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        const string table = "Hindringer som er meldt og ikke er borte";

        Assert.Empty((await app.OpenAsync(Example)).Texts($"caption:contains('{table}')"));
        foreach (var outsider in new[] { "visma", "oslomet" })
        {
            var page = await (await app.SignInAsync(outsider, Role.Manager)).OpenAsync(Example);
            Assert.DoesNotContain(table, page.Html);
            Assert.Contains("De vises aldri for leverandører", page.Html);
        }

        Assert.NotEmpty((await (await app.SignInAsync("4207", Role.Reader)).OpenAsync(Example)).Table(table));
        await using var db = app.Database.Open();
        var obstacle = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(db.Set<Domain.Adoption.ReportedObstacle>().OrderBy(o => o.Order));
        var address = $"/api/v1/records/reported-obstacle/{(await obstacle).Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("visma")).Http.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsync("ks")).Http.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_price_is_reckoned_for_the_municipality_that_is_asked_for(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var page = await app.OpenAsync("/losninger/digiorden/pris?kommune=4207");
        var lines = page.Table("Linjene for Flekkefjord");
        Assert.Equal(["Gjelder ikke for denne størrelsen eller dette året", "40 000 kr", "Gjelder ikke for denne størrelsen eller dette året", "6000 kr", "14 060 kr"], lines.Select(line => line[4].Replace('\u00a0', ' ')));
        var api = (await app.JsonAsync("/api/v1/solutions/digiorden/price?municipality=4207")).GetProperty("items")[0];
        Assert.Equal(("40000.00", "20059.50", "NOK", true), (api.GetProperty("oneOff").GetString(), api.GetProperty("yearly").GetString(), api.GetProperty("currency").GetString(), api.GetProperty("isKnown").GetBoolean()));
        Assert.Equal("Ukjent", (await app.OpenAsync("/losninger/einnsyn/pris?kommune=4207")).Table("Linjene for Flekkefjord").Single()[4], ignoreCase: true);
    }

    [Theory]
    [InlineData("/losninger/digiorden/pris?kommune=9999", "Det finnes ingen kommune med nummer «9999».")]
    [InlineData("/losninger/digiorden/pris?kommune=1004", "Kommunen har nå nummer 4207.")]
    [InlineData("/losninger/digiorden/pris?kommune=4207&antall=-3", "«-3» er ikke et helt tall fra 1 til 357.")]
    [InlineData("/losninger/digiorden/prognose?price=1000", "skriv et tall i området -90–200")]
    public async Task Bad_input_gets_a_clear_error(string address, string error)
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);

        var page = await app.OpenAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, page.Response.StatusCode);
        Assert.Contains(error, page.Document.Body!.TextContent.Replace('−', '-'));
    }

    [Theory]
    [InlineData("/api/v1/solutions/digiorden/price?municipality=1004", "adoption.former-number")]
    [InlineData("/api/v1/solutions/digiorden/price?municipality=9999", "adoption.no-such-municipality")]
    [InlineData("/api/v1/solutions/digiorden/price?municipality=4207&adopters=0", "bad-query")]
    [InlineData("/api/v1/solutions/digiorden/forecast?runs=1", "bad-query")]
    public async Task The_api_answers_bad_input_with_a_problem(string address, string code)
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);

        using var response = await app.Visitor().GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync());
    }

    /// <summary>What is told first is what the page is about, reckoned from the same figures.</summary>
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Pages_begin_with_their_answer(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        await using var db = app.Database.Open();
        var states = await db.Solutions.Select(s => s.State).ToListAsync();
        var (ready, coming) = (states.Count(s => s is SolutionState.Ready or SolutionState.BeingAdopted), states.Count(s => s is SolutionState.Decided or SolutionState.InDevelopment));

        var price = await app.OpenAsync(Example + "/pris?Kommune=4207");
        var today = price.Table("Prisen for Flekkefjord").Single(row => row[0].EndsWith("I dag", StringComparison.Ordinal));

        Assert.InRange(ready, 1, states.Count - 1);
        Assert.Equal($"Flekkefjord betaler {today[1]} én gang og {today[2]} i året når {today[0].Split(' ')[0]} kommuner er med. Noe av prisen er en felles sum. Den faller for hver kommune når flere blir med.", price.Text("p.lead"));
        Assert.StartsWith($"{ready} av {states.Count} kan tas i bruk nå. Hver kommune avgjør selv", (await app.OpenAsync("/losninger")).Text("p.lead"));
        Assert.StartsWith($"{ready} av {states.Count} løsninger kan tas i bruk nå, og {coming} er på vei.", (await app.OpenAsync("/veikart")).Text("p.lead"));
        Assert.StartsWith("Hver kommune avgjør selv", (await app.OpenAsync("/losninger?sort=nonsense")).Text("p.lead"));
    }
}
