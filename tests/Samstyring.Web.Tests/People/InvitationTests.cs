using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.People;

public sealed class InvitationTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_manager_invites_and_the_one_invited_makes_an_account_and_acts(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var link = await InviteAsync(manager, "Ny kollega", "contributor");
        Assert.Equal("Ny kollega", (await manager.OpenAsync("/personer")).Table("Åpne invitasjoner").Single()[0]);

        var page = await (await app.BrowseAsync(link)).SubmitAsync("form.form-panel", ("Name", "Åse Ny"), ("Email", "aase@flekkefjord.example"), ("Password", TestApp.Password));

        Assert.Equal("/min-side", page.Address);
        Assert.Contains("Åse Ny", page.Text(".on-behalf"));
        Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
        Assert.Contains((await manager.OpenAsync("/personer")).Table("Navn og rolle"), row => row[0] == "Åse Ny" && row[2] == "Bidragsyter");
        Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync(link)).Response.StatusCode);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_invitation_leaves_a_trace_on_behalf_of_the_organisation_and_the_link_is_in_no_table(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var link = await InviteAsync(manager, "Ny kollega", "reader");
        await (await app.BrowseAsync(link)).SubmitAsync("form.form-panel", ("Name", "Åse Ny"), ("Email", "aase@flekkefjord.example"), ("Password", TestApp.Password));

        await using var db = app.Database.Open();
        var told = await db.AuditEntries.Where(e => e.OnBehalfOf == OrganisationId.Of("4207")).OrderBy(e => e.Number).ToListAsync();

        Assert.Equal(["invitation-made", "invitation-accepted", "affiliation-began"], told.Select(e => e.Event).Order().Reverse());
        var accepted = told.Single(e => e.Event == "invitation-accepted");
        var subjects = await db.AuditSubjects.Where(s => s.Number == accepted.Number).ToListAsync();
        Assert.Contains(subjects, s => s.Type == "person");
        Assert.Contains(subjects, s => s is { Type: "organisation", Key: "4207" });
        Assert.DoesNotContain(told, e => e.Payload!.Contains(link[^43..]));
        Assert.Equal(Secret.HashOf(link[^43..]), (await db.Invitations.SingleAsync()).Hash);
        Assert.True((await ChainCheck.RunAsync(db, kept: null, CancellationToken.None)).Holds);
    }

    [Fact]
    public async Task Somebody_signed_in_accepts_with_the_account_they_have()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var link = await InviteAsync(await app.SignInAsync("4207", Role.Manager), "En fra NAV", "reader");
        var known = await app.SignInAsync("nav");

        var page = await (await known.OpenAsync(link)).SubmitAsync("form.form-panel");

        Assert.Equal("/min-side", page.Address);
        Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
        Assert.Equal(2, page.Table("Organisasjon og rolle").Count);
    }

    [Fact]
    public async Task Nobody_learns_that_an_address_has_an_account()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var link = await InviteAsync(await app.SignInAsync("4207", Role.Manager), "En til", "reader");
        var known = await app.RegisterAsync("nav");

        var answer = await (await app.BrowseAsync(link)).SubmitAsync("form.form-panel", ("Name", "X"), ("Email", known.Email!), ("Password", "ikke det rette passordet"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        Assert.Contains("Vi kunne ikke lage en konto", answer.Text(".note"));
        Assert.DoesNotContain("finnes", answer.Text(".note"));
        Assert.Equal("X", answer.Document.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.False(answer.Document.QuerySelector("#Password")!.HasAttribute("value"));
        await using var db = app.Database.Open();
        Assert.Null((await db.Invitations.SingleAsync()).ClosedAt);
    }

    [Fact]
    public async Task Somebody_who_left_comes_back_with_the_account_they_had()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var link = await InviteAsync(await app.SignInAsync("4207", Role.Manager), "Kom tilbake", "reader");
        var left = await app.RegisterAsync(organisation: null);

        var page = await (await app.BrowseAsync(link)).SubmitAsync("form.form-panel", ("Name", "Samme"), ("Email", left.Email!), ("Password", TestApp.Password));
        Assert.Equal("/logg-inn", page.Address);
        page = await page.SubmitAsync("form.form-panel", ("Email", left.Email!), ("Password", TestApp.Password));

        Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
    }

    [Theory]
    [InlineData("", "ny@example.org", "et langt passord 42", "Skriv navnet ditt")]
    [InlineData("Ny", "ikke en adresse", "et langt passord 42", "Skriv en e-postadresse")]
    [InlineData("Ny", "ny@example.org", "kort", "minst 12 tegn")]
    public async Task What_is_missing_is_said_and_nothing_is_stored(string name, string email, string password, string said)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var link = await InviteAsync(await app.SignInAsync("4207", Role.Manager), "Ny", "reader");

        var answer = await (await app.BrowseAsync(link)).SubmitAsync("form.form-panel", ("Name", name), ("Email", email), ("Password", password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        Assert.Contains(said, answer.Text(".note"));
        await using var db = app.Database.Open();
        Assert.False(await db.Users.AnyAsync(p => p.Name == "Ny"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Of_two_who_open_the_same_link_at_once_one_gets_in(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var link = await InviteAsync(await app.SignInAsync("4207", Role.Manager), "Bare en", "reader");
        var forms = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.BrowseAsync(link)));

        var answers = await Task.WhenAll(forms.Select((form, i) => form.SubmitAsync("form.form-panel", ("Name", $"Nummer {i}"), ("Email", $"nummer{i}@example.org"), ("Password", TestApp.Password))));

        Assert.Single(answers, answer => answer.Address == "/min-side");
        await using var db = app.Database.Open();
        Assert.Equal(1, await db.Users.CountAsync(p => p.Name.StartsWith("Nummer")));
    }

    [Fact]
    public async Task A_link_that_was_withdrawn_or_has_expired_leads_nowhere()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var withdrawn = await InviteAsync(manager, "Angret", "reader");
        var page = await (await manager.OpenAsync("/personer")).SubmitAsync("form.withdraw");
        Assert.Contains("Ingen åpne invitasjoner", page.Html);
        Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync(withdrawn)).Response.StatusCode);

        var expired = await InviteAsync(manager, "Gammel", "reader");
        await using var db = app.Database.Open();
        await db.Invitations.Where(i => i.ClosedAt == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.ExpiresAt, TestApp.Now));

        Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync(expired)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.BrowseAsync("/invitasjon/feil")).Response.StatusCode);
    }

    [Fact]
    public async Task Only_a_manager_sees_the_people_and_only_their_own()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var foreign = await app.SignInAsync("nav", Role.Manager);
        var contributor = await app.SignInAsync("4207", Role.Contributor);
        var affiliation = (await app.AffiliationOfAsync(manager.Person.Id)).Value;

        Assert.DoesNotContain(manager.Person.Name, (await foreign.OpenAsync("/personer")).Text("main"));
        foreach (var path in new[] { $"/personer/{affiliation}/rolle", $"/personer/{affiliation}/avslutt", $"/personer/{manager.Person.Id}/slett", "/personer/alle" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await foreign.OpenAsync(path)).Response.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await contributor.OpenAsync(path)).Response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await contributor.OpenAsync("/personer")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await contributor.OpenAsync("/personer/inviter")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await contributor.OpenAsync("/personer/maskiner")).Response.StatusCode);
    }

    [Fact]
    public async Task A_manager_makes_nobody_an_administrator()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var form = await manager.OpenAsync("/personer/inviter");
        form.Document.QuerySelector("#Role option")!.SetAttribute("value", "administrator");

        var answer = await form.SubmitAsync("form.form-panel", ("Recipient", "Meg selv"), ("Role", "administrator"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        await using var db = app.Database.Open();
        Assert.False(await db.Invitations.AnyAsync());
    }

    [Fact]
    public async Task An_administrator_invites_to_any_organisation_and_as_administrator()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var administrator = await app.SignInAsync(organisation: null, administrator: true);
        var form = await administrator.OpenAsync("/personer/inviter");

        var refused = await form.SubmitAsync("form.form-panel", ("Recipient", "Ingen"), ("Organisation", "finnes-ikke"), ("Role", "manager"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);

        var link = Link(await form.SubmitAsync("form.form-panel", ("Recipient", "Leder hos Digdir"), ("Organisation", "digdir"), ("Role", "manager")));
        var page = await (await app.BrowseAsync(link)).SubmitAsync("form.form-panel", ("Name", "D"), ("Email", "d@example.org"), ("Password", TestApp.Password));
        Assert.Contains("Leder", page.Text(".on-behalf"));

        link = Link(await form.SubmitAsync("form.form-panel", ("Recipient", "Enda en"), ("Role", "administrator")));
        page = await (await app.BrowseAsync(link)).SubmitAsync("form.form-panel", ("Name", "A"), ("Email", "a@example.org"), ("Password", TestApp.Password));
        Assert.Contains("Du er administrator", page.Text("main"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Who_was_let_in_stands_in_the_organisations_own_trail_and_in_no_history(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        await InviteAsync(manager, "Ny kollega", "contributor");

        var trail = await manager.OpenAsync("/spor");
        Assert.Contains("Ny kollega", trail.Text("main"));
        Assert.Contains("Fikk tilgang", trail.Text("main"));
        foreach (var address in new[] { "/historikk/organisation/4207", "/api/v1/history?type=organisation&key=4207", "/kommuner/4207/fakta" })
        {
            foreach (var html in new[] { (await app.OpenAsync(address)).Html, (await manager.OpenAsync(address)).Html })
            {
                Assert.DoesNotContain("Ny kollega", html);
                Assert.DoesNotContain("A test needs it.", html);
                Assert.DoesNotContain("invitation", html);
            }
        }
    }

    public static async Task<string> InviteAsync(SignedInVisitor manager, string recipient, string role) =>
        Link(await (await manager.OpenAsync("/personer/inviter")).SubmitAsync("form.form-panel", ("Recipient", recipient), ("Role", role)));

    private static string Link(TestPage page) => new Uri(page.Text("code.secret")).AbsolutePath;
}

internal static class Affiliations
{
    public static async Task<AffiliationId> AffiliationOfAsync(this TestApp app, UserId user)
    {
        await using var db = app.Database.Open();
        return await db.Affiliations.Where(a => a.User == user && a.EndedAt == null).Select(a => a.Id).SingleAsync();
    }
}
