using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Stewardship;

/// <summary>What is restricted appears nowhere for others: not on a page, in a list, in a search, in an export, in a history, in the API.</summary>
public sealed class RestrictTests
{
    /// <summary>A word that is in no fact and no text of a screen.</summary>
    private const string Secret = "Zaphodbeeblebrox";

    public static TheoryData<DatabaseKind, string, string> Restrictables()
    {
        (string Type, string Steward)[] types =
        [
            ("membership", "4207"), ("decision-model", "5001"), ("network-fact", "digi-agder"), ("scope-statement", ""), ("life-event-role", ""), ("activity", ""), ("life-event-activity", ""), ("forum-seat", "*"), ("mandate", "4207"),
        ];
        TheoryData<DatabaseKind, string, string> data = [];
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            foreach (var (type, steward) in types)
            {
                data.Add(kind, type, steward);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Restrictables))]
    public async Task What_is_restricted_appears_nowhere_for_others(DatabaseKind kind, string type, string steward)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var (key, field) = await RecordAsync(database, type);
        if (steward is "" or "*")
        {
            await using var db = database.Open();
            var state = (await Data.Records.RecordReader.StateAsync(db, new(type, key), new(2026, 3, 2), CancellationToken.None))!;
            steward = (await db.Organisations.SingleAsync(o => o.Id == state.Stewards.Organisations[0])).Key;
        }

        var own = await app.SignInAsync(steward, Role.Contributor);
        var other = await app.SignInAsync(steward == "digdir" ? "5001" : "digdir", Role.Manager);
        var record = $"{type}/{key}";
        if (field is not null)
        {
            await (await own.OpenAsync($"/endre/{record}")).SubmitAsync("form.form-panel", ($"Values[{field}]", Secret + " tekst"), ("Reason", Secret + " grunn"));
        }

        var restricted = await (await own.OpenAsync($"/skjerme/{record}")).SubmitAsync("form.form-panel", ("Paragraph", "offentleglova § 14 " + Secret), ("ReviewOn", "2027-01-31"), ("Reason", Secret + " hensyn"));

        Assert.Equal(HttpStatusCode.OK, restricted.Response.StatusCode);
        Assert.Contains(Secret, restricted.Html);
        await AssertHiddenAsync(app, other, record);
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/endre/{record}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/historikk/{record}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/skjerme/{record}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync($"/historikk/{record}")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.OpenAsync($"/endre/{record}")).Response.StatusCode);

        var opened = await (await own.OpenAsync($"/skjerme/{record}")).SubmitAsync("form.form-panel", ("Reason", "Hensynet er borte."));
        Assert.Equal(HttpStatusCode.OK, opened.Response.StatusCode);
        var history = await app.OpenAsync($"/historikk/{record}");
        Assert.Contains("Hensynet er borte.", history.Html);
        Assert.DoesNotContain(Secret + " hensyn", history.Html);
        Assert.Equal(field is not null, history.Html.Contains(Secret + " grunn", StringComparison.Ordinal));
    }

    private static async Task AssertHiddenAsync(TestApp app, SignedInVisitor other, string record)
    {
        using var visitor = app.Visitor();
        await Parallel.ForEachAsync(await PathsAsync(app.Database, record), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (path, _) =>
        {
            foreach (var (who, http) in new[] { ("a visitor", visitor), ("another organisation", other.Http) })
            {
                var text = await http.GetStringAsyncOrNothing(path);
                Assert.False(text.Contains(Secret, StringComparison.OrdinalIgnoreCase), $"{path} shows what is restricted to {who}:\n{Around(text)}");
            }
        });
    }

    private static async Task<(string Key, string? Field)> RecordAsync(TestDatabase database, string type)
    {
        await using var db = database.Open();
        var role = await (from a in db.LifeEventActors
                          join e in db.LifeEvents on a.LifeEvent equals e.Id
                          join o in db.Organisations on a.Organisation equals o.Id
                          where a.Role == Domain.LifeEvents.LifeEventRole.Collaborating
                          orderby a.Order
                          select new { Event = e.Key, o.Key }).FirstAsync();
        var link = await (from l in db.LifeEventActivities
                          join e in db.LifeEvents on l.LifeEvent equals e.Id
                          join i in db.Initiatives on l.Initiative equals i.Id
                          orderby l.Order
                          select new { Event = e.Key, i.Key }).FirstAsync();
        return type switch
        {
            "membership" => ("digi-agder~4207", null),
            "decision-model" => ((await db.DecisionModels.FirstAsync(m => m.Municipality == Domain.Kernel.OrganisationId.Of("5001"))).Id.Value.ToString("D"), "note_nb"),
            "network-fact" => ((await db.NetworkFacts.OrderBy(f => f.Order).FirstAsync(f => f.Network == Domain.Kernel.OrganisationId.Of("digi-agder"))).Id.Value.ToString("D"), "value_nb"),
            "scope-statement" => ((await db.ScopeStatements.OrderBy(s => s.Order).FirstAsync()).Id.Value.ToString("D"), "text_nb"),
            "life-event-role" => ($"{role.Event}~{role.Key}~collaborating", "note_nb"),
            "activity" => (link.Key, "name_nb"),
            "life-event-activity" => ($"{link.Event}~{link.Key}", "note_nb"),
            "mandate" => (await MandateTests.GiveAsync(db, "4207", "digi-agder", "Felles innkjøp"), "note_nb"),
            _ => ((await db.ForumSeats.OrderBy(s => s.Id).FirstAsync(s => s.Forum == Domain.Kernel.OrganisationId.Of("kommit-radet"))).Id.Value.ToString("D"), "note_nb"),
        };
    }

    /// <summary>Every page without parameters, pages of things that the record may show on, every list as page and file, the search and the histories.</summary>
    private static async Task<IReadOnlyList<string>> PathsAsync(TestDatabase database, string record)
    {
        await using var db = database.Open();
        var lifeEvents = await db.LifeEvents.Select(e => new { e.Key, e.Slug }).ToListAsync();
        List<string> paths =
        [
            .. await Routes.PagesAsync(), .. (await Routes.ClosedPagesAsync()),
            .. lifeEvents.SelectMany(e => new[] { "/livshendelser/" + e.Slug, "/api/v1/life-events/" + e.Key, $"/api/v1/life-events/{e.Key}/actors", $"/api/v1/life-events/{e.Key}/activities?format=csv", $"/historikk/life-event/{e.Key}", $"/api/v1/history?type=life-event&key={e.Key}" }),
            "/kommuner/4207", "/kommuner/4207/fakta", "/kommuner/5001", "/kommuner/5001/fakta", "/organisasjoner/digdir", "/organisasjoner/nav", "/organisasjoner/kommit-radet", "/nettverk/digi-agder", "/api/v1/networks/digi-agder", "/api/v1/municipalities/4207",
            "/api/v1/municipalities/5001", "/api/v1/organisations/kommit-radet", "/historikk/organisation/4207", "/historikk/organisation/5001", "/historikk/organisation/digi-agder", "/historikk/organisation/kommit-radet",
            "/historikk/" + record, "/endre/" + record, "/api/v1/records/" + record, "/sok?q=" + Secret, "/api/v1/search?q=" + Secret, "/sok?q=" + Secret[..6], "/forslag", "/api/v1/proposals",
            $"/api/v1/history?type={record.Split('/')[0]}&key={record.Split('/')[1]}",
        ];
        foreach (var (path, _) in await Routes.ListsAsync())
        {
            paths.AddRange([path, path + "?format=csv", path + "?format=json", path + "?q=" + Secret.ToLower(CultureInfo.InvariantCulture)]);
        }

        return [.. paths.Distinct(StringComparer.Ordinal)];
    }

    private static string Around(string text)
    {
        var at = text.IndexOf(Secret, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];
    }
}

internal static class HttpReading
{
    /// <summary>The text of an answer, whatever it is; what was asked for is taken out, since pages repeat a query.</summary>
    public static async Task<string> GetStringAsyncOrNothing(this HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True((int)response.StatusCode < 500, $"{path}: {(int)response.StatusCode}");
        var text = await response.Content.ReadAsStringAsync();
        return path.Contains("q=", StringComparison.Ordinal) ? text.Replace(path.Split("q=")[1], "", StringComparison.OrdinalIgnoreCase) : text;
    }
}
