using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Account;

public sealed class TokenTests
{
    private const string List = "/api/v1/organisations";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_personal_token_reads_until_its_person_leaves(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var visitor = await app.SignInAsync("4207", Role.Manager);
        var token = await MakeAsync(visitor, "/min-side/tokener", "read");
        Assert.StartsWith("sst_", token);
        Assert.DoesNotContain(token, (await visitor.OpenAsync("/min-side/tokener")).Html);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(app, token, List)).Status);
        Assert.DoesNotContain("Aldri brukt", (await visitor.OpenAsync("/min-side/tokener")).Html);

        await using (var db = app.Database.Open())
        {
            var affiliation = await db.Affiliations.AsTracking().SingleAsync(a => a.User == visitor.Person.Id);
            affiliation.End("Sluttet", Actor.Installation, TestApp.Now);
            await db.SaveChangesAsync();
        }

        Assert.Equal((HttpStatusCode.Unauthorized, "token-invalid"), await CallAsync(app, token, List));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_expired_a_revoked_and_an_unknown_token_are_refused_where_a_visitor_is_not(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var visitor = await app.SignInAsync("4207", Role.Manager);
        var expired = await MakeAsync(visitor, "/min-side/tokener", "read");
        await using (var db = app.Database.Open())
        {
            await db.AccessTokens.ExecuteUpdateAsync(t => t.SetProperty(x => x.ExpiresAt, TestApp.Now));
        }

        var revoked = await MakeAsync(visitor, "/personer/maskiner", "read");
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(app, revoked, List)).Status);
        var page = await (await visitor.OpenAsync("/personer/maskiner")).SubmitAsync("form.revoke");
        Assert.Contains("Trukket tilbake", page.Text("main table"));

        foreach (var token in new[] { expired, revoked, "sst_feil", "" })
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "token-invalid"), await CallAsync(app, token, List));
        }

        using var http = app.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(List, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_token_does_only_what_its_scopes_say()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var visitor = await app.SignInAsync("4207", Role.Manager);
        var write = await MakeAsync(visitor, "/min-side/tokener", "write");
        var read = await MakeAsync(visitor, "/min-side/tokener", "read");

        Assert.Equal((HttpStatusCode.Forbidden, "scope-missing"), await CallAsync(app, write, List));
        Assert.Equal((HttpStatusCode.Forbidden, "scope-missing"), await CallAsync(app, read, List, HttpMethod.Post));
        Assert.Equal((HttpStatusCode.Forbidden, "scope-missing"), await CallAsync(app, write, "/api/v1/imports/memberships", HttpMethod.Post));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_token_sees_what_its_organisation_may_see_and_nothing_of_another(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var nav = OrganisationId.Of("nav");
        await using (var db = app.Database.Open())
        {
            var audience = AudienceId.Of(nav);
            db.Add(new AudienceMember { Audience = audience, Organisation = nav });
            db.Record(new PasswordChanged(UserId.New(), Actor.Installation, TestApp.Now));
            await db.SaveChangesAsync();
            await db.Initiatives.Where(i => db.LifeEventActivities.Any(a => a.Initiative == i.Id)).ExecuteUpdateAsync(i => i.SetProperty(x => x.VisibleTo, audience));
        }

        var path = await Api.WithKeyAsync("/api/v1/life-events/{key}/activities");
        var (theirs, foreign) = (await app.SignInAsync("nav", Role.Manager), await app.SignInAsync("digdir", Role.Manager));

        Assert.Equal(0, await CountAsync(app, token: null, path));
        Assert.Equal(0, await CountAsync(app, await MakeAsync(foreign, "/min-side/tokener", "read"), path));
        Assert.Equal(0, await CountAsync(app, await MakeAsync(foreign, "/personer/maskiner", "read"), path));
        Assert.NotEqual(0, await CountAsync(app, await MakeAsync(theirs, "/min-side/tokener", "read"), path));
        Assert.NotEqual(0, await CountAsync(app, await MakeAsync(theirs, "/personer/maskiner", "read"), path));
    }

    [Theory]
    [InlineData("", "read", "Skriv hva tokenet skal brukes til")]
    [InlineData("Uten rett", null, "Velg minst én ting")]
    public async Task What_is_missing_is_said(string name, string? scope, string said)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var form = await (await app.SignInAsync("4207")).OpenAsync("/min-side/tokener");

        var answer = await form.SubmitAsync("#nytt", [("Name", name), .. scope is null ? Array.Empty<(string, string)>() : [("Scopes", scope)]]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        Assert.Contains(said, answer.Text(".note"));
        await using var db = app.Database.Open();
        Assert.False(await db.AccessTokens.AnyAsync());
    }

    [Fact]
    public async Task Nobody_revokes_the_token_of_somebody_else()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var (one, other) = (await app.SignInAsync("4207"), await app.SignInAsync("nav"));
        var token = await MakeAsync(one, "/min-side/tokener", "read");
        await MakeAsync(other, "/min-side/tokener", "read");
        var form = await other.OpenAsync("/min-side/tokener");
        await using var db = app.Database.Open();
        form.Document.QuerySelector("form.revoke input[name=token]")!.SetAttribute("value", (await db.AccessTokens.SingleAsync(t => t.User == one.Person.Id)).Id.ToString());

        var answer = await form.SubmitAsync("form.revoke");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(app, token, List)).Status);
    }

    private static async Task<string> MakeAsync(SignedInVisitor visitor, string path, string scope) =>
        (await (await visitor.OpenAsync(path)).SubmitAsync("#nytt", ("Name", "Til prøve"), ("Scopes", scope), ("Days", "30"))).Text("code.secret");

    private static async Task<(HttpStatusCode Status, string? Code)> CallAsync(TestApp app, string token, string path, HttpMethod? method = null)
    {
        using var http = app.Visitor();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Content = method == HttpMethod.Post ? new StringContent("body;member", System.Text.Encoding.UTF8, "text/csv") : null;
        using var response = await http.SendAsync(request);
        if (response.IsSuccessStatusCode)
        {
            return (response.StatusCode, null);
        }

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        using var problem = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return (response.StatusCode, problem.RootElement.GetProperty("code").GetString());
    }

    private static async Task<int> CountAsync(TestApp app, string? token, string path)
    {
        using var http = app.Visitor();
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var list = JsonDocument.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return list.RootElement.GetProperty("total").GetInt32();
    }
}
