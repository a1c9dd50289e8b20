using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Stewardship;

public sealed class RecordsApiTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_steward_changes_by_version_and_an_old_version_shows_both(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var steward = await app.SignInAsync("4207");
        var tag = (await steward.Http.GetAsync(new Uri("/api/v1/municipalities/4207", UriKind.Relative))).Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await PatchAsync(steward, "municipalities/4207", null, new { language_form = "nynorsk", reason = "Vedtatt." })).StatusCode);
        var changed = await PatchAsync(steward, "municipalities/4207", tag, new { language_form = "nynorsk", reason = "Vedtatt." });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag!.ToString());

        var late = await PatchAsync(steward, "municipalities/4207", tag, new { language_form = "noytral", reason = "Vedtatt." });
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        var problem = await late.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("record.changed-meanwhile", problem.GetProperty("code").GetString());
        Assert.Equal("nynorsk", problem.GetProperty("conflicts")[0].GetProperty("stored").GetString());
        Assert.Equal("noytral", problem.GetProperty("conflicts")[0].GetProperty("yours").GetString());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Another_organisation_proposes_by_the_api_and_the_steward_accepts(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var (proposer, steward, reader) = (await app.SignInAsync("nav"), await app.SignInAsync("4207"), await app.SignInAsync("nav", Role.Reader));
        var tag = (await proposer.Http.GetAsync(new Uri("/api/v1/records/organisation/4207", UriKind.Relative))).Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.NotFound, (await PatchAsync(reader, "organisations/4207", tag, new { @short = "Fl", reason = "x" })).StatusCode);
        var sent = await PatchAsync(proposer, "organisations/4207", tag, new { @short = "Fl", reason = "Kortere." });
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        var proposal = sent.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.NotFound, (await proposer.Http.PostAsJsonAsync(proposal + "/accept", new { version = tag.Trim('"') })).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await steward.Http.PostAsJsonAsync(proposal + "/accept", new { version = tag.Trim('"') })).StatusCode);

        await using var db = database.Open();
        Assert.Equal("Fl", (await db.Organisations.SingleAsync(o => o.Key == "4207")).ShortName);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Bad_requests_change_nothing_and_say_why(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var steward = await app.SignInAsync("4207");
        using var visitor = app.Visitor();

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsJsonAsync("/api/v1/memberships", new { body = "digi-agder" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.Http.PostAsJsonAsync("/api/v1/memberships", new { body = new { x = 1 }, reason = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.Http.PostAsJsonAsync("/api/v1/memberships", new { body = "finnes-ikke", member = 4207, reason = "x" })).StatusCode);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("body", "digi-agder")]);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await steward.Http.PostAsync(new Uri("/api/v1/memberships", UriKind.Relative), form)).StatusCode);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/v1/memberships") { Content = JsonContent.Create(new { body = "digi-agder" }) };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await steward.Http.SendAsync(foreign)).StatusCode);
        await using var db = app.Database.Open();
        Assert.Equal(0, await db.AuditEntries.CountAsync(e => e.Event == "record-added"));
    }

    private static async Task<HttpResponseMessage> PatchAsync(SignedInVisitor who, string path, string? tag, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/" + path) { Content = JsonContent.Create(body) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await who.Http.SendAsync(request);
    }
}
