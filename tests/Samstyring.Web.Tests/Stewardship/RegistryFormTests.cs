using System.Net;
using System.Net.Http.Json;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Stewardship;

/// <summary>Terms, sources, themes, counties, networks' own rows and names of life events are changed as all other records.</summary>
public sealed class RegistryFormTests
{
    /// <summary>The page that shows a record, the form that it leads to, a field, a new value, and who answers: null is the administrator.</summary>
    public static TheoryData<DatabaseKind, string, string, string, string, string?> Forms()
    {
        (string Page, string Form, string Field, string Value, string? Steward)[] forms =
        [
            ("/ordliste/LifeEvent", "/endre/term/LifeEvent", "definition_nb", "Det vi sier nå.", null), ("/kilder/000", "/endre/source/000", "publisher", "Universitetet", null),
            ("/nettverk/temaer", "/endre/theme/1", "name_nb", "Sikkerhet", null), ("/organisasjoner/42", "/endre/county/42", "name_parallel", "Sørlandet", null),
            ("/nettverk/digi-agder", "/endre/network/digi-agder", "region", "Agder-regionen", "digi-agder"), ("/livshendelser/alvorlig-sykt-barn", "/endre/life-event/seriously-ill-child", "name_nb", "Barn som er alvorlig syke", "hod"),
        ];
        return [.. from kind in Enum.GetValues<DatabaseKind>() from form in forms select (kind, form.Page, form.Form, form.Field, form.Value, form.Steward)];
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task A_page_leads_to_the_form_and_shows_what_was_corrected_with_what_the_source_says(DatabaseKind kind, string path, string form, string field, string value, string? steward)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var visitor = await app.SignInAsync(steward, administrator: steward is null);
        var page = await visitor.OpenAsync(path);
        Assert.NotNull(page.Document.QuerySelector($"a[href='{form}']"));

        var saved = await (await visitor.OpenAsync(form)).SubmitAsync("form.form-panel", ($"Values[{field}]", value), ("Reason", "Kilden er gammel."));

        Assert.StartsWith(form.Replace("/endre/", "/historikk/"), saved.Address);
        Assert.Contains("Kilden er gammel.", saved.Text(".history li:first-child"));
        var open = await app.OpenAsync(path);
        Assert.Contains(value, open.Html);
        Assert.Contains("Rettet", open.Texts(".record-links .mark"));
        Assert.DoesNotContain("/endre/", open.Html);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Another_organisation_proposes_a_definition_and_the_administrator_accepts_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var (proposer, administrator) = (await app.SignInAsync("nav"), await app.SignInAsync(null, administrator: true));
        var form = await proposer.OpenAsync("/endre/term/LifeEvent");
        Assert.Contains("Det er administratoren som avgjør.", form.Text(".page-head"));

        var sent = await form.SubmitAsync("form.form-panel", ("Values[definition_nb]", "Det vi foreslår."), ("Reason", "Klarere."));
        await (await administrator.OpenAsync(sent.Address)).SubmitAsync("form.form-panel", ("Answer", "accept"), ("Reason", "Enig."));

        Assert.Contains("Det vi foreslår.", (await app.OpenAsync("/ordliste/LifeEvent")).Text(".page-head .lead"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_new_term_and_a_new_source_have_their_pages_and_are_explained_at_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var administrator = await app.SignInAsync(null, administrator: true);
        await app.OpenAsync("/kilder");

        var term = await (await (await administrator.OpenAsync("/ordliste")).FollowAsync("Legg til: Begrep")).SubmitAsync(
            "form.form-panel", ("Values[key]", "prosastykke"), ("Values[term_nb]", "prosastykke"), ("Values[category]", "role"), ("Values[definition_nb]", "En tekst uten rim."), ("Reason", "Vi trenger det."));
        var refused = await (await (await administrator.OpenAsync("/kilder")).FollowAsync("Legg til: Kilde")).SubmitAsync(
            "form.form-panel", ("Values[key]", "ny-rapport"), ("Values[title_nb]", "Et prosastykke"), ("Values[publisher]", "KS"), ("Values[sender_kind]", "ks"), ("Values[url]", "ftp://ks.no"), ("Reason", "Ny."));
        Assert.Contains("Nettadresse: «ftp://ks.no» er ikke en nettadresse.", refused.Text("[role=alert]"));
        var source = await refused.SubmitAsync("form.form-panel", ("Values[url]", "https://www.ks.no/rapport"), ("Values[note_nb]", "Den er et prosastykke."));

        Assert.StartsWith("/historikk/term/prosastykke", term.Address);
        Assert.StartsWith("/historikk/source/ny-rapport", source.Address);
        PageChecks.AssertWhole(await app.OpenAsync("/ordliste/prosastykke"), "nb");
        var page = await app.OpenAsync("/kilder/ny-rapport");
        PageChecks.AssertWhole(page, "nb");
        Assert.Contains("prosastykke", page.Texts("button.term"));
        Assert.Contains("Et prosastykke", (await app.OpenAsync("/sok?q=prosastykke")).Html);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_api_changes_a_term_by_its_version_and_adds_a_source(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var administrator = await app.SignInAsync(null, administrator: true);
        var tag = (await administrator.Http.GetAsync(new Uri("/api/v1/glossary/LifeEvent", UriKind.Relative))).Headers.ETag!.ToString();
        using var change = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/glossary/LifeEvent") { Content = JsonContent.Create(new { definition_en = "What we say now.", reason = "Clearer." }) };
        change.Headers.TryAddWithoutValidation("If-Match", tag);

        Assert.Equal(HttpStatusCode.OK, (await administrator.Http.SendAsync(change)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await administrator.Http.PostAsJsonAsync("/api/v1/sources", new { key = "ny-rapport", title_nb = "Ny rapport", publisher = "KS", sender_kind = "ks", reason = "Ny." })).StatusCode);

        Assert.Equal("What we say now.", (await app.JsonAsync("/api/v1/glossary/LifeEvent")).GetProperty("definition").GetProperty("en").GetString());
        Assert.Equal("KS", (await app.JsonAsync("/api/v1/sources/ny-rapport")).GetProperty("publisher").GetString());
    }
}
