using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Account;

public sealed class AccountTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_person_is_called_something_else_and_it_is_told(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var visitor = await app.SignInAsync("4207");

        var page = await (await visitor.OpenAsync("/min-side/navn")).SubmitAsync("form.form-panel", ("Name", "  Kåre Nytt-Navn "));

        Assert.Contains("Kåre Nytt-Navn", page.Text(".on-behalf"));
        await using var db = app.Database.Open();
        Assert.Contains("Kåre Nytt-Navn", (await db.AuditEntries.SingleAsync(e => e.Event == "name-changed")).Payload);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_new_password_ends_all_other_sessions_and_keeps_this_one(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var here = await app.SignInAsync("4207");
        var there = await SignInAsync(app, here.Person.Email!, TestApp.Password);

        var wrong = await (await here.OpenAsync("/min-side/passord")).SubmitAsync("form.form-panel", ("Old", "feil passord her"), ("Chosen", "et annet langt passord"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Response.StatusCode);
        Assert.Contains("Passordet er feil", wrong.Text(".note"));
        var page = await wrong.SubmitAsync("form.form-panel", ("Old", TestApp.Password), ("Chosen", "et annet langt passord"));

        Assert.Equal("/min-side", page.Address);
        Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
        Assert.StartsWith("/logg-inn", (await there.FollowAsync(here.Person.Name)).Address);
        Assert.Contains("passer ikke sammen", (await SignInAsync(app, here.Person.Email!, TestApp.Password)).Text(".note"));
        Assert.Contains("Flekkefjord", (await SignInAsync(app, here.Person.Email!, "et annet langt passord")).Text(".on-behalf"));
        await using var db = app.Database.Open();
        Assert.DoesNotContain("langt passord", (await db.AuditEntries.SingleAsync(e => e.Event == "password-changed")).Payload);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Somebody_without_a_password_makes_one_and_other_sessions_end(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var here = await app.SignInAsync("4207");
        var there = await SignInAsync(app, here.Person.Email!, TestApp.Password);
        await using var db = app.Database.Open();
        await db.Users.Where(p => p.Id == here.Person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.PasswordHash, (string?)null));
        var form = await (await here.OpenAsync("/min-side")).FollowAsync("Lag et passord");
        Assert.Null(form.Document.QuerySelector("#Old"));

        var tooShort = await form.SubmitAsync("form.form-panel", ("Chosen", "kort"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooShort.Response.StatusCode);
        var page = await tooShort.SubmitAsync("form.form-panel", ("Chosen", "et helt nytt passord"));

        Assert.Equal("/min-side", page.Address);
        Assert.Contains("Endre passord", page.Texts("main a"));
        Assert.StartsWith("/logg-inn", (await there.FollowAsync(here.Person.Name)).Address);
        Assert.Contains("Flekkefjord", (await SignInAsync(app, here.Person.Email!, "et helt nytt passord")).Text(".on-behalf"));
        Assert.DoesNotContain("passord", (await db.AuditEntries.SingleAsync(e => e.Event == "password-set")).Payload);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_form_for_a_first_password_changes_none_that_was_made_in_the_meantime(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var visitor = await app.SignInAsync("4207");
        await using var db = app.Database.Open();
        var hash = (await db.Users.SingleAsync(p => p.Id == visitor.Person.Id)).PasswordHash;
        await db.Users.Where(p => p.Id == visitor.Person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.PasswordHash, (string?)null));
        var form = await visitor.OpenAsync("/min-side/passord");
        await db.Users.Where(p => p.Id == visitor.Person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.PasswordHash, hash));

        var refused = await form.SubmitAsync("form.form-panel", ("Chosen", "et helt nytt passord"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        Assert.Equal(hash, (await db.Users.SingleAsync(p => p.Id == visitor.Person.Id)).PasswordHash);
        Assert.NotNull(refused.Document.QuerySelector("#Old"));
    }

    [Fact]
    public async Task What_somebody_signed_in_is_shown_is_kept_by_no_browser()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var visitor = await app.SignInAsync("4207");

        foreach (var path in new[] { "/", "/livshendelser", "/min-side", "/finnes-ikke", "/api/v1/life-events" })
        {
            Assert.True((await visitor.OpenAsync(path)).Response.Headers.CacheControl?.NoStore, path);
        }

        Assert.NotEqual(true, (await visitor.OpenAsync("/favicon.svg")).Response.Headers.CacheControl?.NoStore);
        Assert.NotEqual(true, (await app.OpenAsync("/livshendelser")).Response.Headers.CacheControl?.NoStore);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Two_hosts_on_one_database_share_a_session(DatabaseKind kind)
    {
        var database = await TestDatabase.LoadedAsync(kind);
        await using var one = new TestApp(database);
        await using var other = new TestApp(database);
        var visitor = await one.SignInAsync("4207");
        var page = await visitor.OpenAsync("/min-side");

        using var there = other.Visitor();
        there.DefaultRequestHeaders.Add("Cookie", page.Response.RequestMessage!.Headers.GetValues("Cookie"));
        var seen = await TestPage.ReadAsync(there, await there.GetAsync(new Uri("/min-side", UriKind.Relative)));

        Assert.Contains("Flekkefjord", seen.Text(".on-behalf"));
        await using var db = database.Open();
        Assert.Equal(1, await db.ProtectionKeys.CountAsync());
    }

    [Fact]
    public async Task Outside_development_cookies_are_secure_and_browsers_are_told_to_stay_on_https()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite)) { Environment = "Production" };
        var person = await app.RegisterAsync("4207");
        using var http = app.CreateClient(new() { BaseAddress = new("https://samstyring.example"), AllowAutoRedirect = false });
        var form = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/logg-inn", UriKind.Relative)));
        var answer = await form.SubmitAsync("form.form-panel", ("Email", person.Email!), ("Password", TestApp.Password));

        Assert.Equal("max-age=31536000", Assert.Single(form.Response.Headers.GetValues("Strict-Transport-Security")));
        var cookies = form.Response.Headers.GetValues("Set-Cookie").Concat(answer.Response.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("samstyring-skjema="));
        Assert.Contains(cookies, cookie => cookie.StartsWith("samstyring="));
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie));
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie));
    }

    [Theory]
    [InlineData("/logg-inn")]
    [InlineData("/logg-inn/kode")]
    public async Task Who_tries_a_door_too_often_is_asked_to_wait(string path)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite)) { Settings = new Dictionary<string, string> { ["SAMSTYRING_ATTEMPTS_PER_MINUTE"] = "3" } };
        var form = await app.BrowseAsync(path);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync("form.form-panel")).Response.StatusCode);
        }

        var answer = await form.SubmitAsync("form.form-panel");

        PageChecks.AssertWhole(answer, "nb", status: 429);
        Assert.Equal("Du har prøvd for mange ganger", answer.Text("h1"));
        Assert.InRange(answer.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await app.BrowseAsync(path)).Response.StatusCode);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_person_gets_all_that_is_held_on_them_and_no_secret(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        await (await manager.OpenAsync("/min-side/navn")).SubmitAsync("form.form-panel", ("Name", "Kåre"));
        await (await manager.OpenAsync("/min-side/tokener")).SubmitAsync("#nytt", ("Name", "Regneark"), ("Scopes", "read"));
        await (await manager.OpenAsync("/personer/inviter")).SubmitAsync("form.form-panel", ("Recipient", "En annen"), ("Role", "reader"));

        var file = await manager.OpenAsync("/min-side?handler=Data");

        Assert.Equal("application/json", file.Response.Content.Headers.ContentType!.MediaType);
        var record = System.Text.Json.JsonDocument.Parse(file.Html).RootElement;
        var tables = record.GetProperty("tables");
        Assert.Equal(manager.Person.Email, tables.GetProperty("people")[0].GetProperty("email").GetString());
        Assert.Equal("manager", tables.GetProperty("affiliations")[0].GetProperty("role").GetString());
        Assert.Equal("Regneark", tables.GetProperty("access_tokens")[0].GetProperty("name").GetString());
        Assert.Equal("En annen", tables.GetProperty("invitations")[0].GetProperty("recipient").GetString());
        Assert.Contains(record.GetProperty("history").EnumerateArray(), e => e.GetProperty("event").GetString() == "name-changed" && e.GetProperty("payload").GetProperty("after").GetString() == "Kåre");
        await using var db = app.Database.Open();
        var account = await db.Users.SingleAsync(p => p.Id == manager.Person.Id);
        Assert.DoesNotContain(account.PasswordHash!, file.Html);
        Assert.DoesNotContain(account.SecurityStamp!, file.Html);
        Assert.DoesNotContain((await db.AccessTokens.SingleAsync()).Hash, file.Html);
        Assert.DoesNotContain((await db.Invitations.SingleAsync()).Hash, file.Html);
    }

    private static async Task<TestPage> SignInAsync(TestApp app, string email, string password) =>
        await (await app.BrowseAsync("/logg-inn")).SubmitAsync("form.form-panel", ("Email", email), ("Password", password));
}
