using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.TestKit;
using Samstyring.Web.Tests.Stewardship;

namespace Samstyring.Web.Tests.Actors;

public sealed class ChannelPageTests
{
    private const string Page = "/tiltak/digibarnevern/kanaler";

    private const string Api = "/api/v1/initiatives/digibarnevern/channels";

    private const string Reach = "/api/v1/initiatives/digibarnevern/channel-reach";

    private const string Channels = "Kanalene og hva de når";

    private const string Municipalities = "Kommunene og kanalene";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_case_names_none_that_must_decide_and_says_that_they_cannot_be_counted(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync(Page);

        Assert.StartsWith("Ingen av dem som må beslutte, er navngitt. 354 kommuner kan være blant dem", page.Text("p.lead"));
        Assert.StartsWith("346 kommuner må beslutte uten å være navngitt. De kan ikke regnes med.", page.Text(".note[data-tone=warning]"));
        Assert.Contains("Uten KS når de andre kanalene 353 av 354 kommuner. 1 nås da ikke av noen.", page.Texts("section[aria-labelledby=kanalene] p"));
        Assert.Contains("Visma og Dips/Acos", page.Texts("p.muted").Single(text => text.StartsWith("Ingen kunder", StringComparison.Ordinal)).Replace("Dips/Acos og Visma", "Visma og Dips/Acos", StringComparison.Ordinal));
        var ks = Assert.Single(page.Table(Channels), row => row[1] == "Medlem i KS");
        Assert.Equal(("354 av 354 100 %", "70 %", "1", "Ja"), (ks[2], ks[3], ks[4], ks[6]));
        Assert.DoesNotContain(page.Table(Channels), row => row[0].StartsWith("Digi Hordaland", StringComparison.Ordinal));
        var strengths = page.Table("Styrken for hver type forbindelse");
        Assert.Equal(6, strengths.Count);
        Assert.Contains("Kilden måler ikke styrken: tallet er vår forutsetning.", Assert.Single(strengths, row => row[0] == "Med i nettverket")[2]);
        Assert.StartsWith("Forutsetning", Assert.Single(strengths, row => row[0] == "Har fullmakt fra kommunen")[2]);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_county_that_must_decide_is_its_municipalities_and_what_is_left_without_each_channel_is_worked_out(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await (await app.SignInAsync("bufdir")).AddAsync("affected-area", ("organisation", "42"), ("must_decide", "yes"));

        var page = await app.OpenAsync(Page);
        var reach = (await app.JsonAsync(Reach)).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("key").GetString()!, StringComparer.Ordinal);

        Assert.Equal("25 kommuner må beslutte. Kanalene når 25 av dem.", page.Text("p.lead"));
        Assert.Equal(["ks", "digi-agder", "netcompany", "digibarnevern-kommunene"], reach.Keys);
        Assert.Equal((25, 0.7, 0), (Number(reach["ks"], "count"), Math.Round(reach["ks"].GetProperty("share").GetDouble(), 9), Number(reach["ks"], "only")));
        Assert.Equal((25, 0.5), (Number(reach["digi-agder"], "count"), Math.Round(reach["digi-agder"].GetProperty("share").GetDouble(), 9)));
        // Kristiansand alone has a vendor; the other 24 have the network.
        Assert.Equal(((24 * 0.5) + 0.7) / 25, reach["ks"].GetProperty("shareWithout").GetDouble(), 9);
        Assert.Equal((1, 0.7), (Number(reach["netcompany"], "count"), Math.Round(reach["netcompany"].GetProperty("shareWithout").GetDouble(), 9)));
        Assert.Equal("decides", reach["ks"].GetProperty("of").GetString());
        Assert.Equal(25, (await app.JsonAsync(Api + "?part=decides")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await app.JsonAsync(Api + "?part=decides&channel=netcompany")).GetProperty("total").GetInt32());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task All_municipalities_of_the_country_fit_on_pages_of_a_limited_size_and_cost_a_fixed_number_of_questions(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await (await app.SignInAsync("bufdir")).AddAsync("affected-area", ("organisation", "ks"), ("must_decide", "yes"));

        var page = await app.OpenAsync(Page + "?pageSize=100&part=decides");

        PageChecks.AssertWhole(page, "nb");
        PageChecks.AssertWhole(await app.OpenAsync(Page + "?pageSize=100&sprak=en"), "en");
        Assert.StartsWith("357 kommuner må beslutte. Kanalene når 357", page.Text("p.lead"));
        Assert.Equal(100, page.Table(Municipalities).Count);
        var many = (await app.QueriesOfAsync(Page + "?pageSize=100")).Count;
        Assert.InRange(many, 1, PageChecks.MostQueries);
        Assert.Equal(many, (await app.QueriesOfAsync(Page + "?pageSize=1")).Count);
        Assert.Equal(["Oslo"], (await app.JsonAsync(Api + "?only=ks")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetProperty("nb").GetString()));
        Assert.Equal(0, (await app.JsonAsync(Api + "?reached=no")).GetProperty("total").GetInt32());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_for_a_municipality_is_for_its_it_company_too(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var company = await app.SignInAsync("digi-gardermoen");
        var form = await company.OpenAsync("/endre/membership/ny?body=digi-gardermoen");
        Assert.StartsWith("/historikk/", (await form.SubmitAsync("form.form-panel", ("Values[member]", "4207"), ("Reason", "Medlem."))).Address);

        var row = Assert.Single((await app.OpenAsync(Page + "?q=flekkefjord")).Table(Municipalities));

        Assert.Equal("Kan måtte beslutte", row[1]);
        Assert.Contains("(70)", row[2]);
        Assert.Equal("Digi Agder (50)", row[3]);
        Assert.Equal("Digi Gardermoen (80)", row[4]);
        Assert.Equal("Ingen registrert", row[5]);
        Assert.Equal("Kommunen selv, Digi Gardermoen", row[6]);
        var file = Encoding.UTF8.GetString((await app.FileAsync(Api + "?format=csv&q=flekkefjord")).Content).Split('\n');
        Assert.Contains("4207|digi-gardermoen", file[1]);
        var trondheim = Assert.Single((await app.OpenAsync(Page + "?q=5001")).Table(Municipalities));
        Assert.Equal("Berørt", trondheim[1]);
        Assert.Contains("Netcompany (70)", trondheim[5]);
        Assert.Contains("Styringsgruppa i DigiBarnevern kommune har beslutningsmyndighet", trondheim[6]);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_mandate_that_is_kept_to_a_municipality_counts_for_it_alone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        await using var db = database.Open();
        var key = await MandateTests.GiveAsync(db, "0301", "digi-viken", "Barnevern");
        await MandateTests.GiveAsync(db, "0301", "digi-agder", Domain.Organisations.DecisionMandate.OwnFacts);
        Assert.Equal("Digi Viken (100)", Assert.Single((await app.OpenAsync(Page + "?q=0301")).Table(Municipalities))[4]);
        var oslo = await app.SignInAsync("0301");
        await (await oslo.OpenAsync("/skjerme/mandate/" + key)).SubmitAsync("form.form-panel", ("Paragraph", "offentleglova § 14"), ("ReviewOn", "2027-01-31"), ("Reason", "Forhandlinger."));

        var own = await oslo.OpenAsync(Page + "?q=0301");
        var others = await app.OpenAsync(Page + "?q=0301");

        Assert.Equal("Digi Viken (100)", Assert.Single(own.Table(Municipalities))[4]);
        Assert.Equal("Ingen registrert", Assert.Single(others.Table(Municipalities))[4]);
        Assert.Equal("Kommunen selv", Assert.Single(others.Table(Municipalities))[6]);
        Assert.Contains("Uten KS når de andre kanalene 354 av 354", own.Texts("section[aria-labelledby=kanalene] p").Single(text => text.StartsWith("Uten KS", StringComparison.Ordinal)));
        Assert.Contains("Uten KS når de andre kanalene 353 av 354", others.Texts("section[aria-labelledby=kanalene] p").Single(text => text.StartsWith("Uten KS", StringComparison.Ordinal)));
        Assert.Contains(await db.RestrictedReads.ToListAsync(), read => (read.User, read.Type, read.Key) == (oslo.Person.Id, "mandate", key));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_owner_says_how_strong_a_kind_of_relation_is(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await (await app.SignInAsync("bufdir", Role.Contributor)).AddAsync("channel-strength", ("kind", "network"), ("strength", "90"), ("note_nb", "Målt i en undersøkelse."));

        var page = await app.OpenAsync(Page + "?q=4207");

        Assert.Equal("Digi Agder (90)", Assert.Single(page.Table(Municipalities))[3]);
        Assert.Contains("Målt i en undersøkelse.", Assert.Single(page.Table("Styrken for hver type forbindelse"), row => row[0] == "Med i nettverket")[2]);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Without_an_initiative_there_are_no_channels(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync("/tiltak/finnes-ikke/kanaler")).Response.StatusCode);
        await app.ProblemAsync("/api/v1/initiatives/finnes-ikke/channels", 404, "not-found");
        await app.ProblemAsync("/api/v1/initiatives/finnes-ikke/channel-reach", 404, "not-found");
        Assert.Equal(HttpStatusCode.BadRequest, (await app.OpenAsync(Page + "?part=everybody")).Response.StatusCode);
    }

    private static int Number(JsonElement item, string field) => item.GetProperty(field).GetInt32();
}
