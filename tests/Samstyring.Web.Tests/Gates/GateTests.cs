using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Gates;

public sealed class GateTests
{
    private const string Case = "/tiltak/digibarnevern";

    private static readonly (string, string)[] Proceed = [("Outcome", "proceed"), ("DecidedBy", "Styringsgruppen"), ("Mandate", "Prosjektmandatet"), ("Reason", "Vi går videre.")];

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_documented_case_says_what_stops_it_and_keeps_what_the_team_has_assessed(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var visitor = await app.OpenAsync(Case + "/porter/bp3");
        var member = await (await app.SignInAsync("bufdir", Role.Reader)).OpenAsync(Case + "/porter/bp3");

        Assert.Contains("Den dekker ikke ansvar for utbredelse", visitor.Text("#G-PLA-05"));
        Assert.Contains("Stopper", visitor.Text("#G-PLA-05 > .status"));
        Assert.Equal("Vurdert av teamet", visitor.Text("#G-PLA-01a > .status"));
        Assert.Null(visitor.Document.QuerySelector("#G-PLA-01a .why"));
        Assert.NotEqual("Vurdert av teamet", member.Text("#G-PLA-01a > .status"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_API_gives_each_check_with_its_result_and_tells_nothing_of_assessments(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var gates = await JsonAsync(app, "/api/v1/initiatives/digibarnevern/gates");
        var checks = (await JsonAsync(app, "/api/v1/initiatives/digibarnevern/gates/bp3/checks")).GetProperty("items").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!);

        Assert.Equal(["bp1", "bp2", "bp3", "bp4", "bp5", "bp6"], gates.GetProperty("items").EnumerateArray().Select(g => g.GetProperty("key").GetString()));
        Assert.Equal(("computed", "notMet", true), (checks["G-PLA-05"].GetProperty("kind").GetString(), checks["G-PLA-05"].GetProperty("result").GetString(), checks["G-PLA-05"].GetProperty("blocking").GetBoolean()));
        var assessed = checks["G-PLA-01a"];
        Assert.Equal("restricted", assessed.GetProperty("result").GetString());
        Assert.Equal(0, assessed.GetProperty("links").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, assessed.GetProperty("reason").ValueKind);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Nobody_walks_past_a_gate_that_is_held_but_a_manager_who_says_why(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var contributor = await app.SignInAsync("bufdir", Role.Contributor);
        var manager = await app.SignInAsync("bufdir", Role.Manager);

        var held = await (await contributor.OpenAsync(Case + "/porter/bp4")).SubmitAsync("form.form-panel", Proceed);
        var silent = await (await manager.OpenAsync(Case + "/porter/bp4")).SubmitAsync("form.form-panel", Proceed);
        var passed = await (await manager.OpenAsync(Case + "/porter/bp4")).SubmitAsync("form.form-panel", [.. Proceed, ("Exception", "Risikoen er kjent.")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (held.Response.StatusCode, silent.Response.StatusCode));
        Assert.Contains("Ingenting er lagret", held.Text("[role=alert]"));
        Assert.Equal("Vi går videre.", held.Document.QuerySelector("#Reason")!.TextContent);
        Assert.Equal(Case + "/porter/bp4/beslutninger/1", passed.Address);
        Assert.Contains("Risikoen er kjent.", passed.Html);
        PageChecks.AssertWhole(passed, "nb");
        PageChecks.AssertWhole(await app.OpenAsync(passed.Address + "?sprak=en"), "en");
        await AssertPrintedAsync(app, passed.Address);
        await using var db = app.Database.Open();
        var decision = Assert.Single(await db.GateDecisions.ToListAsync());
        Assert.Equal((GateOutcome.Proceed, "Risikoen er kjent."), (decision.Outcome, decision.Exception));
        var told = await db.AuditEntries.SingleAsync(e => e.Event == "gate-decided");
        Assert.All(await db.GateSnapshots.ToListAsync(), kept => Assert.Contains(kept.Digest, told.Payload));
        Assert.True((await ChainCheck.RunAsync(db, kept: null, CancellationToken.None)).Holds);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Of_two_who_decide_at_once_one_is_told_that_the_other_was_first(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var forms = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await (await app.SignInAsync("bufdir", Role.Manager)).OpenAsync(Case + "/porter/bp4")));

        var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync("form.form-panel", ("Outcome", "hold"), ("DecidedBy", "Styret"), ("Mandate", "Mandatet"), ("Reason", "Vi venter.")))));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Response.StatusCode).Order());
        await using var db = app.Database.Open();
        Assert.Equal(1, await db.GateDecisions.CountAsync());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_decision_shows_what_it_was_taken_on_whatever_is_changed_afterwards(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("bufdir", Role.Contributor);
        var kept = await (await owner.OpenAsync(Case + "/porter/bp4")).SubmitAsync("form.form-panel", ("Outcome", "rework"), ("DecidedBy", "Styret"), ("Mandate", "Mandatet"), ("Reason", "Mangler."), ("Conditions[0].Text", "Skaff avtale"), ("Conditions[0].Owner", "ks"), ("Conditions[0].Ends", "2027-01-31"));
        var before = kept.Texts("#grunnlag ~ ul.checks > li");

        await using (var db = app.Database.Open())
        {
            db.Record(new MadeByTest("digibarnevern"));
            await db.InitiativeParts.Where(p => p is Domain.Governance.Agreement).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsWithdrawn, true));
            await db.SaveChangesAsync();
        }

        var after = await owner.OpenAsync(kept.Address);
        var visitor = await app.OpenAsync(kept.Address);
        Assert.Equal(kept.Texts(".checks > li"), after.Texts(".checks > li"));
        Assert.Contains("Skaff avtale", visitor.Html);
        Assert.Contains("Vurdert av teamet", visitor.Html);
        Assert.NotEqual(after.Texts(".checks > li").Count(row => row.Contains("Vurdert av teamet")), visitor.Texts(".checks > li").Count(row => row.Contains("Vurdert av teamet")));
        Assert.Equal(before.Count, after.Texts("#grunnlag ~ ul.checks > li").Count);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_owner_answers_an_item_and_two_who_answer_at_once_see_both_answers(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (first, second) = (await app.SignInAsync("bufdir", Role.Contributor), await app.SignInAsync("bufdir", Role.Contributor));
        var address = Case + "/porter/bp4/svar/G-GJE-01c";
        var (form, other) = (await first.OpenAsync(address), await second.OpenAsync(address));

        var silent = await form.SubmitAsync("form.form-panel", ("Answer", "no"));
        var saved = await form.SubmitAsync("form.form-panel", ("Answer", "partly"), ("Reason", "Planen er påbegynt."));
        var overtaken = await other.SubmitAsync("form.form-panel", ("Answer", "yes"), ("Reason", "Planen er ferdig."));
        var settled = await overtaken.SubmitAsync("form.form-panel");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Response.StatusCode);
        Assert.Contains("Planen er påbegynt.", saved.Text("#G-GJE-01c"));
        Assert.Equal(HttpStatusCode.Conflict, overtaken.Response.StatusCode);
        Assert.Contains("Planen er påbegynt.", overtaken.Html);
        Assert.Equal("Planen er ferdig.", overtaken.Document.QuerySelector("#Reason")!.TextContent);
        Assert.Contains("Planen er ferdig.", settled.Text("#G-GJE-01c"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("ks", Role.Manager)).OpenAsync(address)).Response.StatusCode);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_new_initiative_begins_at_the_first_gate_and_skips_none(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("4207", Role.Manager);
        var made = await (await owner.OpenAsync("/endre/initiative/ny")).SubmitAsync(
            "form.form-panel", ("Values[key]", "felles-arkiv"), ("Values[owner]", "4207"), ("Values[kind]", "project"), ("Values[method]", "prosjektveiviseren-utvidet"), ("Values[name_nb]", "Felles arkiv"));

        var page = await owner.OpenAsync("/tiltak/felles-arkiv");
        var early = await owner.OpenAsync("/tiltak/felles-arkiv/porter/bp2");
        var plan = await (await owner.OpenAsync("/endre/phase-plan/ny?initiative=felles-arkiv")).SubmitAsync("form.form-panel", ("Values[phase]", "idea"), ("Values[state]", "done"));

        Assert.Contains("lagret=true", made.Address);
        Assert.Contains("Neste port er BP1", page.Text(".lead"));
        Assert.Null(early.Document.QuerySelector("form.form-panel"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, plan.Response.StatusCode);
        Assert.Contains("Beslutt ved porten", plan.Text("[role=alert]"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_line_that_restricted_facts_decided_tells_nobody_else_what_they_say(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("bufdir", Role.Contributor);
        await (await owner.OpenAsync("/endre/commitment/ny?initiative=digibarnevern")).SubmitAsync(
            "form.form-panel", ("Values[organisation]", "ks"), ("Values[name_nb]", "Administrerende direktør"), ("Lists[covers]", "implementation"), ("Values[signed_on]", "2026-01-15"));
        await using (var db = app.Database.Open())
        {
            var added = await db.Set<Domain.Initiatives.Commitment>().SingleAsync(c => c.Name.Nb == "Administrerende direktør");
            await (await owner.OpenAsync($"/skjerme/commitment/{added.Id}")).SubmitAsync("form.form-panel", ("Paragraph", "offentleglova § 14"), ("ReviewOn", "2027-01-31"), ("Reason", "Ikke offentlig ennå."));
        }

        const string Line = "#leaders-committed-to-implementation";
        var kept = await (await owner.OpenAsync(Case + "/porter/bp4")).SubmitAsync("form.form-panel", ("Outcome", "hold"), ("DecidedBy", "Styret"), ("Mandate", "Mandatet"), ("Reason", "Vi venter."));
        var (live, visitor) = (await app.OpenAsync(Case + "/porter/bp4"), await app.OpenAsync(kept.Address));

        Assert.Contains("2 av 4", (await owner.OpenAsync(Case + "/porter/bp4")).Text(Line));
        Assert.Contains("3 av 4", live.Text(Line));
        Assert.Contains("Avgjort av skjermede opplysninger", visitor.Text(Line));
        Assert.DoesNotContain("av 4", visitor.Text(Line));
        Assert.DoesNotContain("Administrerende", visitor.Html);
    }

    /// <summary>The decision is a tagged file that says its language, for everybody.</summary>
    private static async Task AssertPrintedAsync(TestApp app, string address)
    {
        using var answer = await app.Visitor().GetAsync(new Uri(address + "/pdf", UriKind.Relative));
        var file = System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF-", file, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", file, StringComparison.Ordinal);
        Assert.Contains("/Lang (nb)", file, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> JsonAsync(TestApp app, string path) => JsonDocument.Parse(await app.Visitor().GetStringAsync(path)).RootElement;
}
