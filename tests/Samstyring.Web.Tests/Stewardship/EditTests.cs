using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Stewardship;

public sealed class EditTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_corrects_its_own_organisation_number_and_the_history_tells(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var visitor = await app.SignInAsync("4207");
        var form = await visitor.OpenAsync("/endre/municipality/4207");

        var saved = await form.SubmitAsync("form.form-panel", ("Values[org_number]", "958935420"), ("Reason", "Nummeret var feil i kilden."));

        Assert.Equal(HttpStatusCode.OK, saved.Response.StatusCode);
        Assert.StartsWith("/historikk/municipality/4207", saved.Address);
        Assert.Contains("958935420", saved.Text(".history li:first-child"));
        Assert.Contains(visitor.Person.Name, saved.Text(".history li:first-child"));
        var open = await app.OpenAsync("/historikk/organisation/4207");
        Assert.Contains("Nummeret var feil i kilden.", open.Text(".history li:first-child"));
        Assert.Contains("Flekkefjord", open.Text(".history li:first-child"));
        Assert.DoesNotContain(visitor.Person.Name, open.Html);
        await using var db = database.Open();
        Assert.Equal("958935420", (await db.Municipalities.SingleAsync(m => m.Number == "4207")).OrganisationNumber);
        Assert.Equal("964967369", (await db.CorrectedFacts.SingleAsync()).SourceValue);
        Assert.Contains("964967369", (await visitor.OpenAsync("/endre/municipality/4207")).Text(".record-field .small"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_form_says_what_is_wrong_keeps_what_was_typed_and_stores_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var visitor = await app.SignInAsync("4207");
        var form = await visitor.OpenAsync("/endre/municipality/4207");

        var refused = await form.SubmitAsync("form.form-panel", ("Values[org_number]", "123456789"), ("Values[name_parallel]", "<b>=1+1</b>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        Assert.Contains("Organisasjonsnummer: «123456789» er ikke et organisasjonsnummer.", refused.Text("[role=alert]"));
        Assert.Equal("<b>=1+1</b>", refused.Document.QuerySelector("#Values-name_parallel")!.GetAttribute("value"));
        Assert.Null(refused.Document.QuerySelector("form b"));
        await using var db = database.Open();
        Assert.Equal(0, await db.CorrectedFacts.CountAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_reason_is_asked_for_and_a_form_sent_twice_changes_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var visitor = await app.SignInAsync("4207");
        var form = await visitor.OpenAsync("/endre/municipality/4207");

        var without = await form.SubmitAsync("form.form-panel", ("Values[language_form]", "nynorsk"));
        Assert.Contains("Skriv hvorfor.", without.Text("[role=alert]"));

        Assert.StartsWith("/historikk/", (await form.SubmitAsync("form.form-panel", ("Values[language_form]", "nynorsk"), ("Reason", "Vedtatt."))).Address);
        var again = await form.SubmitAsync("form.form-panel", ("Values[language_form]", "nynorsk"), ("Reason", "Vedtatt."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Response.StatusCode);
        await using var db = database.Open();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Event == "record-corrected"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_second_of_two_sees_both_versions_and_chooses(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var (first, second) = (await app.SignInAsync("4207"), await app.SignInAsync("4207"));
        var (firstForm, secondForm) = (await first.OpenAsync("/endre/organisation/4207"), await second.OpenAsync("/endre/organisation/4207"));
        await firstForm.SubmitAsync("form.form-panel", ("Values[short]", "Fl.fjord"), ("Values[valid_from]", "1965"), ("Reason", "Kortnavn vi bruker."));

        var conflict = await secondForm.SubmitAsync("form.form-panel", ("Values[short]", "Flekkefj."), ("Values[note_nb]", "By ved sjøen."), ("Reason", "Annet kortnavn."));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Response.StatusCode);
        Assert.Contains("Fl.fjord", conflict.Text("fieldset:has(#c-short-mine) .panel:first-child"));
        Assert.Contains("Flekkefj.", conflict.Text("fieldset:has(#c-short-mine) .panel:last-child"));
        Assert.Contains("1965", conflict.Html);
        Assert.Equal("By ved sjøen.", conflict.Document.QuerySelector("#Values-note_nb")!.TextContent);
        var saved = await conflict.SubmitAsync("form.form-panel", ("Choice[short]", "stored"), ("Reason", "Merknad."));
        Assert.Equal(HttpStatusCode.OK, saved.Response.StatusCode);
        await using var db = database.Open();
        var stored = await db.Organisations.SingleAsync(o => o.Key == "4207");
        Assert.Equal(("Fl.fjord", "1965", "By ved sjøen."), (stored.ShortName, stored.ValidFrom, stored.Note.Nb));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Who_only_reads_gets_no_form(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var reader = await app.SignInAsync("4207", Role.Reader);

        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/endre/municipality/4207")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/endre/municipality/9999")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/endre/noe/4207")).Response.StatusCode);
        Assert.StartsWith("/logg-inn?", (await app.OpenAsync("/endre/municipality/4207")).Address);
    }
}
