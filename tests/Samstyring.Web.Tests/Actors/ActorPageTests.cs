using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Initiatives;
using Samstyring.TestKit;
using Samstyring.Web.Tests.Stewardship;

namespace Samstyring.Web.Tests.Actors;

public sealed class ActorPageTests
{
    private const string Page = "/tiltak/digibarnevern/aktorer";

    private const string Api = "/api/v1/initiatives/digibarnevern/actors";

    private const string Assessments = "Vurderingene i tabellform";

    /// <summary>A word that is in no fact and no text of a screen.</summary>
    private const string Secret = "Zaphodbeeblebrox";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Everybody_sees_the_actors_and_their_own_words_side_by_side(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync(Page);

        Assert.Equal("Aktørene i DigiBarnevern", page.Text("h1"));
        var actors = page.Table("Aktørene");
        Assert.Equal(14, actors.Count);
        Assert.Contains(actors, row => row[0].StartsWith("IT-leverandører", StringComparison.Ordinal) && row[1] == "Privat" && row[2] == "Deltar ikke");
        var claims = page.Texts(".claims > li");
        Assert.Equal(8, claims.Count);
        Assert.StartsWith("Tiltaket selv", claims[0]);
        Assert.Contains(claims, claim => claim.StartsWith("Diginettverkene «Vi får føringer fra både departementet, etater og KS", StringComparison.Ordinal));
        Assert.Contains(page.Texts("section[aria-labelledby=problemet] > p"), text => text.StartsWith("Har ikke beskrevet problemet: IT-leverandører", StringComparison.Ordinal));
        Assert.Contains(page.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/tiltak/digibarnevern#tidslinje");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_team_sees_table_15_worked_out_again(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var team = await app.SignInAsync("bufdir", Role.Reader);

        var page = await team.OpenAsync(Page);
        PageChecks.AssertWhole(page, "nb");
        PageChecks.AssertWhole(await team.OpenAsync(Page + "?sprak=en"), "en");

        var rows = page.Table(Assessments);
        foreach (var (actor, category) in new[]
        {
            ("IT-leverandører", "Viktig"), ("KS", "Viktig"), ("Diginettverkene", "Viktig"), ("Barnevernsledere", "Viktig"),
            ("Statsforvalteren", "Moderat"), ("Øvrige kommuner", "Moderat"), ("Digibarnevernkommunene", "Moderat"), ("Barne- og familiedepartementet", "Moderat"),
        })
        {
            Assert.Equal((actor, category), (actor, Assert.Single(rows, row => row[0].StartsWith(actor, StringComparison.Ordinal))[1].Split(' ')[0]));
        }

        Assert.Contains("8 aktører etter betydning", page.Text(".chart .wide svg[aria-labelledby^='m'] title"));
        var ties = page.Table("Forbindelsene i tabellform").Concat((await team.OpenAsync(Page + "?nettverk=2&sprak=nb")).Table("Forbindelsene i tabellform")).ToList();
        Assert.Equal(37, ties.Count);
        Assert.Equal(14, page.Document.QuerySelectorAll("circle.node").Length);
        Assert.Contains(ties, row => row[1] == "er avhengig av" && row[4] == "Ja");
        Assert.NotEmpty(page.Document.QuerySelectorAll("path.edge-block"));
        Assert.Contains("Kanal: KS, som har en sentral rolle", Assert.Single(rows, row => row[0].StartsWith("Diginettverkene", StringComparison.Ordinal))[4]);
        Assert.Contains("offentleglova § 14", page.Text("section[aria-labelledby=teamet] .note"));
        Assert.Equal(["Barne-, ungdoms- og familiedirektoratet"], page.Texts("section[aria-labelledby=teamet] li"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Others_see_the_participants_and_no_word_of_an_assessment(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var words = await WordsOfAssessmentsAsync(app.Database);
        var others = new[] { (await app.SignInAsync("ks", Role.Manager)).Http, (await app.SignInAsync(null, administrator: true)).Http, app.Visitor() };

        Assert.InRange(words.Count, 40, 1000);
        foreach (var http in others)
        {
            foreach (var path in new[] { Page, Page + "?sprak=en", Api, "/historikk/initiative/digibarnevern", "/tiltak/digibarnevern/porter/bp3", "/api/v1/initiatives/digibarnevern/gates/bp3/checks", "/api/v1/initiatives/digibarnevern" })
            {
                var text = WebUtility.HtmlDecode(await http.GetStringAsyncOrNothing(path));
                Assert.All(words, word => Assert.False(text.Contains(word, StringComparison.Ordinal), $"{path} shows «{word}»"));
            }
        }

        var page = await app.OpenAsync(Page);
        Assert.DoesNotContain(page.Texts("caption"), caption => caption is Assessments or "Forbindelsene i tabellform");
        Assert.Empty(page.Document.QuerySelectorAll("figure.chart"));
        Assert.Equal(["Asymmetri", "Lukkede prosesser uten sentrale aktører", "Vurdert av teamet", ""], page.Table("Faresignaler i nettverket")[0]);
        Assert.All((await app.JsonAsync(Api)).GetProperty("items").EnumerateArray(), item => Assert.Equal(JsonValueKind.Null, item.GetProperty("assessment").ValueKind));
        Assert.Equal(14, (await app.JsonAsync(Api)).GetProperty("total").GetInt32());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_the_team_adds_stays_with_the_team_in_pages_api_history_and_search(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var team = await app.SignInAsync("bufdir");
        var ssb = await database.ActorAsync("ssb");

        await team.AddAsync("actor-assessment", ("actor", ssb), ("importance", "low"), ("replaceability", "high"), ("position", "opposes"), ("can_block", "yes"), ("channel_nb", Secret + " kanal"), ("plan_nb", Secret + " plan"), ("note_nb", Secret + " grunn"));

        var page = await team.OpenAsync(Page);
        var row = page.Table(Assessments).Single(cells => cells[0].StartsWith("Statistisk sentralbyrå", StringComparison.Ordinal));
        Assert.StartsWith("Lav Lav betydning, lett å erstatte. Bare informasjon.", row[1]);
        Assert.Equal(("Strategi: Ukjent Holdning: Imot", "Ja", $"Kanal: {Secret} kanal Plan for samarbeidet: {Secret} plan"), (row[2], row[3], row[4]));
        Assert.EndsWith(Secret + " grunn", row[0]);
        var mine = await team.Http.GetFromJsonAsync<JsonElement>(Api);
        var assessment = mine.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("organisation").GetString() == "ssb").GetProperty("assessment");
        Assert.Equal(("low", "opposes", true), (assessment.GetProperty("category").GetString(), assessment.GetProperty("position").GetString(), assessment.GetProperty("canBlock").GetBoolean()));
        var key = assessment.GetProperty("key").GetString()!;

        var others = new[] { (await app.SignInAsync("ks", Role.Manager)).Http, (await app.SignInAsync(null, administrator: true)).Http, app.Visitor() };
        foreach (var http in others)
        {
            foreach (var path in new[]
            {
                Page, Page + "?sprak=en", Api, "/tiltak/digibarnevern", "/historikk/initiative/digibarnevern", $"/historikk/actor-assessment/{key}", $"/endre/actor-assessment/{key}", $"/historikk/actor/{ssb}", $"/historikk/organisation/ssb",
                "/tiltak/digibarnevern/porter/bp3", "/api/v1/initiatives/digibarnevern/gates/bp3/checks", "/api/v1/history?type=initiative&key=digibarnevern", $"/api/v1/records/actor-assessment/{key}", "/sok?q=" + Secret, "/api/v1/search?q=" + Secret,
            })
            {
                var text = await http.GetStringAsyncOrNothing(path);
                Assert.False(text.Contains(Secret, StringComparison.OrdinalIgnoreCase), $"{path} shows what the team wrote");
                Assert.False(path.Contains(key, StringComparison.Ordinal) is false && text.Contains(key, StringComparison.OrdinalIgnoreCase), $"{path} shows that there is an assessment");
            }
        }

        await using var db = database.Open();
        Assert.Contains(await db.RestrictedReads.ToListAsync(), read => read is { Type: "initiative", Key: "digibarnevern" });
    }

    /// <summary>Every text and every identifier of what the team thinks.</summary>
    private static async Task<IReadOnlyList<string>> WordsOfAssessmentsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var assessments = await db.Set<ActorAssessment>().ToListAsync();
        var ties = await db.Set<ActorTie>().ToListAsync();
        var open = (await db.Set<ActorEntry>().ToListAsync()).Cast<InitiativePart>().Select(part => part.Note).ToHashSet();
        return
        [
            .. assessments.SelectMany(a => new[] { a.Text, a.Channel, a.Plan, a.Note }).Concat(ties.Select(tie => tie.Note)).Where(text => !open.Contains(text)).SelectMany(text => new[] { text.Nb, text.En }).OfType<string>(),
            .. assessments.Select(a => a.Id.ToString()), .. ties.Select(tie => tie.Id.ToString()),
        ];
    }
}
