using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Stewardship;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Stewardship;

public sealed class ProposalTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_proposal_from_another_organisation_is_accepted_by_the_steward(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var (proposer, steward) = (await app.SignInAsync("nav"), await app.SignInAsync("4207"));
        var form = await proposer.OpenAsync("/endre/municipality/4207");
        Assert.Contains("Send forslag", form.Texts("form.form-panel button"));
        Assert.Contains("Flekkefjord", form.Text(".page-head"));

        var sent = await form.SubmitAsync("form.form-panel", ("Values[language_form]", "nynorsk"), ("Reason", "Vi ser det i brevene."));

        Assert.StartsWith("/forslag/", sent.Address);
        await using (var db = database.Open())
        {
            Assert.NotEqual("nynorsk", (await db.Municipalities.SingleAsync(m => m.Number == "4207")).LanguageForm);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync("form.form-panel", ("Values[language_form]", "nynorsk"), ("Reason", "Vi ser det i brevene."))).Response.StatusCode);
        var asked = await steward.OpenAsync(sent.Address);
        Assert.Contains("Vi ser det i brevene.", asked.Html);
        var answered = await asked.SubmitAsync("form.form-panel", ("Answer", "accept"), ("Reason", "Det stemmer."));
        Assert.Contains("Godtatt", answered.Text(".page-head"));
        await using var after = database.Open();
        Assert.Equal("nynorsk", (await after.Municipalities.SingleAsync(m => m.Number == "4207")).LanguageForm);
        Assert.Equal(["change-proposed", "proposal-accepted", "record-corrected"], await after.AuditEntries.Where(e => e.SubjectType == "municipality").OrderBy(e => e.Number).Select(e => e.Event).ToListAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_refusal_needs_a_reason_and_both_claims_stay_readable(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var (proposer, steward, third) = (await app.SignInAsync("nav"), await app.SignInAsync("4207"), await app.SignInAsync("5001"));
        var sent = await (await proposer.OpenAsync("/endre/organisation/4207")).SubmitAsync("form.form-panel", ("Values[short]", "<i>Fl</i>"), ("Reason", "Kortere."));
        Assert.Empty((await third.OpenAsync(sent.Address)).Document.QuerySelectorAll("form.form-panel"));
        Assert.Contains(sent.Address, (await steward.OpenAsync("/forslag")).Html);
        var asked = await steward.OpenAsync(sent.Address);

        Assert.Contains("Skriv hvorfor.", (await asked.SubmitAsync("form.form-panel", ("Answer", "decline"))).Text("[role=alert]"));
        await asked.SubmitAsync("form.form-panel", ("Answer", "decline"), ("Reason", "Vi bruker ikke kortnavn."));

        var open = await app.OpenAsync("/historikk/organisation/4207");
        Assert.Contains("Vi bruker ikke kortnavn.", open.Html);
        Assert.Contains("<i>Fl</i>", open.Text(".history li:last-child"));
        Assert.Null(open.Document.QuerySelector(".history i"));
        Assert.DoesNotContain(proposer.Person.Name, open.Html);
        await using var db = database.Open();
        Assert.Null((await db.Organisations.SingleAsync(o => o.Key == "4207")).ShortName);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_proposer_takes_a_proposal_back(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var proposer = await app.SignInAsync("nav");
        var sent = await (await proposer.OpenAsync("/endre/organisation/4207")).SubmitAsync("form.form-panel", ("Values[short]", "Fl"), ("Reason", "Kortere."));

        var withdrawn = await sent.SubmitAsync("form.form-panel", ("Reason", ""));

        Assert.Contains("Trukket", withdrawn.Text(".page-head"));
        await using var db = database.Open();
        Assert.Equal(ProposalState.Withdrawn, (await db.Proposals.SingleAsync()).State);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_adds_who_decides_on_a_subject_and_its_page_shows_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var visitor = await app.SignInAsync("4207");
        var form = await (await visitor.OpenAsync("/kommuner/4207/fakta")).FollowAsync("Legg til: Hvem som bestemmer");

        var saved = await form.SubmitAsync("form.form-panel", ("Values[subject_nb]", "Helseplattform"), ("Values[model]", "own_board"), ("Values[decided_by_nb]", "Kommunedirektøren"), ("Reason", "Slik gjør vi det."));

        Assert.StartsWith("/historikk/decision-model/", saved.Address);
        Assert.Contains((await app.OpenAsync("/kommuner/4207/fakta")).Table("Beslutningsmodell for hvert område"), row => row[0] == "Helseplattform");
        Assert.Contains("Helseplattform", (await app.OpenAsync("/historikk/organisation/4207")).Html);
        Assert.Contains("Dette finnes fra før", (await form.SubmitAsync("form.form-panel", ("Values[subject_nb]", "Helseplattform"), ("Values[model]", "own_board"), ("Reason", "Igjen."))).Text("[role=alert]"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_corrected_fact_is_marked_on_the_page_with_what_the_source_says(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var steward = await app.SignInAsync("nav", Role.Manager);
        await (await steward.OpenAsync("/endre/organisation/nav")).SubmitAsync("form.form-panel", ("Values[name_nb]", "Velferdsetaten"), ("Reason", "Nytt navn."));

        var page = await app.OpenAsync("/organisasjoner/nav");

        Assert.Equal("Velferdsetaten", page.Text("h1"));
        Assert.Contains("Rettet", page.Text(".page-head .record-links"));
        Assert.Contains("Kilden sier:", page.Document.QuerySelector(".page-head .record-links")!.TextContent);
        Assert.DoesNotContain("/endre/", page.Html);
    }
}
