using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Access;

public sealed class SignInTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Somebody_who_acts_for_one_organisation_acts_for_it_at_once(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));

        var page = await (await app.SignInAsync("4207", Role.Contributor)).OpenAsync("/livshendelser");

        Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
        Assert.Contains("Bidragsyter", page.Text(".on-behalf"));
        Assert.DoesNotContain("Logg inn", page.Texts(".site-nav a"));
    }

    [Theory]
    [InlineData("nobody@example.org", "et langt passord 42")]
    [InlineData(null, "feil passord 4242")]
    [InlineData("", "")]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer(string? email, string password)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var person = await app.RegisterAsync("4207");
        var http = app.CreateClient();
        var form = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/logg-inn", UriKind.Relative)));

        var answer = await form.SubmitAsync("form.form-panel", ("Email", email ?? person.Email!), ("Password", password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        Assert.Contains("passer ikke sammen", answer.Text(".note"));
        Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_too(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var person = await app.RegisterAsync("4207");
        var http = app.CreateClient();
        var form = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/logg-inn", UriKind.Relative)));
        for (var i = 0; i < 5; i++)
        {
            await form.SubmitAsync("form.form-panel", ("Email", person.Email!), ("Password", "feil passord"));
        }

        var answer = await form.SubmitAsync("form.form-panel", ("Email", person.Email!), ("Password", TestApp.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_session_ends_when_the_affiliation_ends(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var visitor = await app.SignInAsync("4207");
        Assert.Contains("Flekkefjord", (await visitor.OpenAsync("/")).Text(".on-behalf"));

        await using (var db = app.Database.Open())
        {
            var affiliation = await db.Affiliations.AsTracking().SingleAsync(a => a.User == visitor.Person.Id);
            Assert.True(affiliation.End("Sluttet", Actor.Installation, DateTimeOffset.UnixEpoch).IsAccepted(out _, out _));
            await db.SaveChangesAsync();
        }

        Assert.Empty((await visitor.OpenAsync("/")).Texts(".on-behalf"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Somebody_who_acts_for_two_organisations_chooses_and_changes(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var person = await app.RegisterAsync("4207", Role.Manager);
        await app.AffiliateAsync(person, "nav", Role.Reader);
        var http = app.CreateClient();
        var form = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/logg-inn", UriKind.Relative)));
        var page = await form.SubmitAsync("form.form-panel", ("Email", person.Email!), ("Password", TestApp.Password));
        Assert.Contains("Velg organisasjon", page.Text(".on-behalf"));

        var choice = await page.FollowAsync("Velg organisasjon");
        page = await choice.SubmitAsync("form.form-panel", ("Organisation", "nav"));
        Assert.Equal("/", page.Address);

        Assert.Contains("Leser", page.Text(".on-behalf"));
    }

    [Fact]
    public async Task Nobody_chooses_an_organisation_that_is_not_theirs()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var visitor = await app.SignInAsync("4207");
        var choice = await visitor.OpenAsync("/pa-vegne-av");
        var radio = choice.Document.QuerySelector("input[type=radio]")!;
        radio.SetAttribute("value", "nav");
        radio.SetAttribute("checked", "");

        var answer = await choice.SubmitAsync("form.form-panel");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        Assert.Contains("Flekkefjord", (await visitor.OpenAsync("/")).Text(".on-behalf"));
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_comes_back_to_where_they_were()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var person = await app.RegisterAsync("4207");
        var http = app.CreateClient();
        var form = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/pa-vegne-av", UriKind.Relative)));
        Assert.StartsWith("/logg-inn?tilbake=", form.Address);

        var page = await form.SubmitAsync("form.form-panel", ("Email", person.Email!), ("Password", TestApp.Password));

        Assert.Equal("/pa-vegne-av", page.Address);
    }

    [Fact]
    public async Task Signing_in_leads_to_no_other_site()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var person = await app.RegisterAsync("4207");
        var http = app.CreateClient();
        var form = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/logg-inn?tilbake=https://example.org/", UriKind.Relative)));

        var page = await form.SubmitAsync("form.form-panel", ("Email", person.Email!), ("Password", TestApp.Password));

        Assert.Equal("/", page.Address);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var visitor = await app.SignInAsync("4207");

        var front = await (await visitor.OpenAsync("/logg-ut")).SubmitAsync("main form");

        Assert.Equal("/", front.Address);
        Assert.Empty(front.Texts(".on-behalf"));
    }
}
