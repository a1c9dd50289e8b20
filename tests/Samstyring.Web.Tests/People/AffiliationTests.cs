using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.People;

public sealed class AffiliationTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_manager_gives_another_role_and_says_why(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var person = await app.RegisterAsync("4207", Role.Reader);
        var form = await manager.OpenAsync($"/personer/{(await app.AffiliationOfAsync(person.Id)).Value}/rolle");

        var refused = await form.SubmitAsync("form.form-panel", ("After", "contributor"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        Assert.Contains("Skriv hvorfor", refused.Text(".note"));
        Assert.Equal("contributor", refused.Document.QuerySelector("#After option[selected]")!.GetAttribute("value"));
        var page = await refused.SubmitAsync("form.form-panel", ("Reason", "Skal føre inn tiltak."));

        Assert.Equal("/personer", page.Address);
        Assert.Contains(page.Table("Navn og rolle"), row => row[0] == person.Name && row[2] == "Bidragsyter");
        await using var db = app.Database.Open();
        Assert.Contains("Skal føre inn tiltak.", (await db.AuditEntries.SingleAsync(e => e.Event == "role-changed")).Payload);
    }

    [Fact]
    public async Task Who_saw_an_older_role_sees_the_newer_before_anything_is_stored()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var person = await app.RegisterAsync("4207", Role.Reader);
        var path = $"/personer/{(await app.AffiliationOfAsync(person.Id)).Value}/rolle";
        var (first, second) = (await manager.OpenAsync(path), await manager.OpenAsync(path));
        await first.SubmitAsync("form.form-panel", ("After", "contributor"), ("Reason", "Først"));

        var answer = await second.SubmitAsync("form.form-panel", ("After", "manager"), ("Reason", "Så"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Response.StatusCode);
        Assert.Contains("Bidragsyter", answer.Text(".page-head .lead"));
        Assert.Equal("Så", answer.Document.QuerySelector("#Reason")!.TextContent);
        await using var db = app.Database.Open();
        Assert.Equal(Role.Contributor, (await db.Affiliations.SingleAsync(a => a.User == person.Id)).Role);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Ending_an_affiliation_ends_the_session_at_once(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var person = await app.SignInAsync("4207");

        var page = await (await manager.OpenAsync($"/personer/{(await app.AffiliationOfAsync(person.Person.Id)).Value}/avslutt")).SubmitAsync("form.form-panel", ("Reason", "Sluttet"));

        Assert.DoesNotContain(page.Table("Navn og rolle"), row => row[0] == person.Person.Name);
        Assert.StartsWith("/logg-inn", (await person.OpenAsync("/min-side")).Address);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Of_two_managers_who_take_the_role_from_each_other_at_once_one_keeps_it(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        foreach (var organisation in new[] { "4207", "0301", "1103" })
        {
            var (one, other) = (await app.SignInAsync(organisation, Role.Manager), await app.SignInAsync(organisation, Role.Manager));
            var forms = new[]
            {
                await one.OpenAsync($"/personer/{(await app.AffiliationOfAsync(other.Person.Id)).Value}/rolle"),
                await other.OpenAsync($"/personer/{(await app.AffiliationOfAsync(one.Person.Id)).Value}/rolle"),
            };

            await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync("form.form-panel", ("After", "reader"), ("Reason", "Bytte")))));

            await using var db = app.Database.Open();
            Assert.Equal(1, await db.Affiliations.CountAsync(a => a.Organisation == OrganisationId.Of(organisation) && a.EndedAt == null && a.Role == Role.Manager));
        }
    }

    [Fact]
    public async Task The_last_manager_stays_until_somebody_else_is_one_or_the_administrator_says_otherwise()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var manager = await app.SignInAsync("4207", Role.Manager);
        var path = $"/personer/{(await app.AffiliationOfAsync(manager.Person.Id)).Value}/avslutt";

        var refused = await (await manager.OpenAsync(path)).SubmitAsync("form.form-panel", ("Reason", "Vil slutte"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        Assert.Contains("den siste lederen", refused.Text(".note"));

        var administrator = await app.SignInAsync(organisation: null, administrator: true);
        var page = await (await administrator.OpenAsync(path)).SubmitAsync("form.form-panel", ("Reason", "Kommunen ba om det"));
        Assert.Equal("/personer/alle", page.Address);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_administrator_erases_a_person_whose_session_ends_at_once(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var administrator = await app.SignInAsync(organisation: null, administrator: true);
        var person = await app.SignInAsync("4207");
        var form = await administrator.OpenAsync($"/personer/{person.Person.Id}/slett");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync("form.form-panel")).Response.StatusCode);

        var page = await form.SubmitAsync("form.form-panel", ("Reason", "Ba om det"));

        Assert.Equal("/personer/alle", page.Address);
        Assert.DoesNotContain(person.Person.Name, page.Text("main"));
        Assert.StartsWith("/logg-inn", (await person.OpenAsync("/min-side")).Address);
        await using var db = app.Database.Open();
        Assert.Null((await db.Users.SingleAsync(p => p.Id == person.Person.Id)).Email);
    }
}
