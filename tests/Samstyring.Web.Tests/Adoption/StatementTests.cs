using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Adoption;

public sealed class StatementTests
{
    private const string Form = "form.form-panel";

    private const string Flekkefjord = "/losninger/portal-for-bekymringsmelding/kommuner/4207";

    private const string Table = "Kommunen og eieren";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_owner_says_the_municipality_answers_back_and_both_stand_until_one_gives_way(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (owner, municipality) = (await app.SignInAsync("bufdir"), await app.SignInAsync("4207"));

        var claimed = await (await owner.OpenAsync(Flekkefjord)).SubmitAsync(Form, ("Step", "in_use"), ("Since", "2022-01"), ("Source", "Listen over avtaler"));
        Assert.Contains("Ikke bekreftet av kommunen", Assert.Single(claimed.Table(Table))[1]);
        var unreasoned = await (await municipality.OpenAsync(Flekkefjord)).SubmitAsync(Form, ("Step", "installed"), ("Since", "2022-02"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.Response.StatusCode);
        Assert.Contains("Skriv hvorfor dere er uenige", unreasoned.Text("[role=alert]"));
        var answered = await unreasoned.SubmitAsync(Form, ("Reason", "Den er satt opp, men ingen bruker den."));

        Assert.Equal(2, answered.Table(Table).Count);
        Assert.Contains("Flekkefjord er på trinnet «Installert».", answered.Text("p.lead"));
        var list = await app.OpenAsync("/losninger/portal-for-bekymringsmelding/kommuner?said=disputed");
        Assert.Contains("Eieren sier: I bruk", Assert.Single(list.Table("Kommunene"))[3]);
        var settled = await (await owner.OpenAsync(Flekkefjord)).SubmitAsync(Form, ("Step", "installed"), ("Source", "Samtale med kommunen"));
        Assert.DoesNotContain("Uenighet", settled.Texts(".mark"));
        Assert.Empty((await app.OpenAsync("/losninger/portal-for-bekymringsmelding/kommuner?said=disputed")).Texts("tbody tr"));
        var history = await (await app.SignInAsync("ks")).OpenAsync("/historikk/solution/portal-for-bekymringsmelding");
        Assert.Equal(["Eieren sa hvor langt kommunen er kommet", "Kommunen sa hvor langt den er kommet", "Eieren sa hvor langt kommunen er kommet"], history.Texts(".panel-title"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Whom_to_ask_is_told_to_those_who_are_signed_in(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (own, other) = (await app.SignInAsync("4207"), await app.SignInAsync("1112"));

        await (await own.OpenAsync(Flekkefjord)).SubmitAsync(Form, ("Step", "considering"), ("Contact", "Kari på IT"));

        Assert.Contains("Kari på IT", (await other.OpenAsync(Flekkefjord)).Text("main"));
        var open = await app.OpenAsync(Flekkefjord);
        Assert.DoesNotContain("Kari på IT", open.Html);
        Assert.Contains("Logg inn for å se hvem dere kan spørre.", open.Text("main"));
        foreach (var address in new[] { "/kommuner/4207", "/kommuner/1112", "/losninger/portal-for-bekymringsmelding", "/losninger/portal-for-bekymringsmelding/kommuner", "/historikk/solution/portal-for-bekymringsmelding", "/api/v1/solutions/portal-for-bekymringsmelding/adoption?pageSize=500", "/api/v1/municipalities/1112/agenda" })
        {
            Assert.DoesNotContain("Kari på IT", (await app.OpenAsync(address)).Html);
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Nobody_else_says_anything_of_a_municipality_and_the_form_is_short(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));

        foreach (var other in new[] { "4206", "ks", "visma" })
        {
            var page = await (await app.SignInAsync(other, Role.Manager)).OpenAsync(Flekkefjord);
            Assert.Null(page.Document.QuerySelector(Form));
        }

        Assert.Null((await (await app.SignInAsync("4207", Role.Reader)).OpenAsync(Flekkefjord)).Document.QuerySelector(Form));
        var own = await (await app.SignInAsync("4207")).OpenAsync(Flekkefjord);
        Assert.InRange(own.Document.QuerySelectorAll($"{Form} :is(input:not([type=hidden]), select, textarea)").Length, 4, 10);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_co_operation_speaks_for_a_member_that_gave_it_a_mandate_and_both_names_show(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var network = await app.SignInAsync("digi-agder");
        Assert.Null((await network.OpenAsync(Flekkefjord)).Document.QuerySelector(Form));
        using var given = await (await app.SignInAsync("4207")).Http.PostAsJsonAsync(
            new Uri("/api/v1/mandates", UriKind.Relative), new Dictionary<string, string> { ["municipality"] = "4207", ["body"] = "digi-agder", ["subject_nb"] = "Nasjonal portal for bekymringsmelding", ["reason"] = "Vedtak" });
        Assert.Equal(HttpStatusCode.Created, given.StatusCode);

        var stored = await (await network.OpenAsync(Flekkefjord)).SubmitAsync(Form, ("Step", "considering"), ("Since", "2026-02"));

        var row = Assert.Single(stored.Table(Table));
        Assert.StartsWith("Digi Agder på vegne av Flekkefjord", row[0]);
        Assert.Null((await network.OpenAsync(Flekkefjord.Replace("4207", "4206", StringComparison.Ordinal))).Document.QuerySelector(Form));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Of_two_who_write_at_once_the_second_sees_what_the_first_wrote_and_keeps_her_own(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (first, second) = (await (await app.SignInAsync("4207")).OpenAsync(Flekkefjord), await (await app.SignInAsync("4207")).OpenAsync(Flekkefjord));
        await first.SubmitAsync(Form, ("Step", "decided"), ("Since", "2025"));

        var lost = await second.SubmitAsync(Form, ("Step", "considering"), ("Contact", "Kari på IT"));

        Assert.Equal(HttpStatusCode.Conflict, lost.Response.StatusCode);
        Assert.Contains("Det du skrev, er beholdt", lost.Text("[role=alert]"));
        Assert.Contains("Besluttet", Assert.Single(lost.Table(Table))[1]);
        Assert.Equal("Kari på IT", lost.Document.QuerySelector("#Contact")!.GetAttribute("value"));
        var again = await lost.SubmitAsync(Form);
        Assert.Contains("Vurderer", Assert.Single(again.Table(Table))[1]);
    }

    [Theory]
    [InlineData("in_use", "2019", "kunne ikke tas i bruk før 2020-04")]
    [InlineData("decided", "2026-04", "2026-04 er fram i tid")]
    [InlineData("", "", "Velg")]
    [InlineData("decided", "i fjor", "i fjor")]
    public async Task What_cannot_be_is_refused_and_nothing_is_stored(string step, string since, string error)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));

        var refused = await (await (await app.SignInAsync("4207")).OpenAsync(Flekkefjord)).SubmitAsync(Form, ("Step", step), ("Since", since));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        if (step.Length > 0)
        {
            Assert.Contains(error, refused.Text("[role=alert]"));
        }

        await using var db = app.Database.Open();
        Assert.False(await db.AdoptionRecords.AnyAsync(a => a.Solution == Domain.Adoption.SolutionId.Of("portal-for-bekymringsmelding")));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_program_says_it_too_and_names_the_version_it_saw(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var municipality = await app.SignInAsync("4207");

        Assert.Equal((HttpStatusCode.PreconditionRequired, "if-match.required"), await PutAsync(municipality, "4207", null));
        Assert.Equal((HttpStatusCode.OK, ""), await PutAsync(municipality, "4207", 0));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "adoption.lost-update"), await PutAsync(municipality, "4207", 0));
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), await PutAsync(municipality, "4206", 0));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "adoption.former-number"), await PutAsync(municipality, "1004", 0));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "adoption.no-such-municipality"), await PutAsync(municipality, "9999", 0));
        var item = (await app.JsonAsync("/api/v1/solutions/portal-for-bekymringsmelding/adoption?q=Flekkefjord")).GetProperty("items")[0];
        Assert.Equal(("in_use", 1), (item.GetProperty("ownStep").GetString(), item.GetProperty("version").GetInt32()));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_file_is_stored_whole_or_not_at_all_and_its_errors_say_row_and_column(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("bufdir");
        const string bad = "municipality,step,since,source\n4207,in_use,2021-05,Liste\n1004,in_use,2021-05,Liste\n4206,in_use,2019,Liste\n4205,flying,,Liste\n4204,decided,2021,\n4207,decided,,Liste\n";

        var (status, refused) = await ImportAsync(owner, bad);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            ["3 municipality adoption.former-number", "4 since adoption.before-available", "5 step field.not-allowed", "6 source adoption.claim-needs-source", "7 municipality adoption.twice"],
            refused.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("row")} {e.GetProperty("column")} {e.GetProperty("code").GetString()}"));
        var page = await (await owner.OpenAsync("/losninger/portal-for-bekymringsmelding/kommuner")).UploadAsync("form[enctype]", "Hent inn", ("Upload", "a.csv", System.Text.Encoding.UTF8.GetBytes(bad)));
        Assert.Contains("Rad 3, kolonne municipality: Nummeret gjelder ikke lenger. Kommunen har nå nummer 4207.", page.Text("[role=alert]"));
        Assert.Equal(0, await CountAsync(app));

        Assert.Equal(HttpStatusCode.OK, (await ImportAsync(owner, "municipality,step,since,source\n4207,in_use,2021-05,Liste\n0301,installed,,Liste\n")).Status);
        Assert.Equal(2, await CountAsync(app));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ImportAsync(await app.SignInAsync("4207"), "municipality,step\n0301,in_use\n")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ImportAsync(await app.SignInAsync("4207", Role.Reader), "municipality,step\n4207,in_use\n")).Status);
    }

    private static async Task<int> CountAsync(TestApp app)
    {
        await using var db = app.Database.Open();
        return await db.AdoptionRecords.CountAsync(a => a.Solution == Domain.Adoption.SolutionId.Of("portal-for-bekymringsmelding"));
    }

    private static async Task<(HttpStatusCode Status, System.Text.Json.JsonElement Answer)> ImportAsync(SignedInVisitor who, string csv)
    {
        using StringContent content = new(csv, System.Text.Encoding.UTF8, "text/csv");
        using var response = await who.Http.PostAsync(new Uri("/api/v1/solutions/portal-for-bekymringsmelding/adoption", UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>());
    }

    private static async Task<(HttpStatusCode Status, string Code)> PutAsync(SignedInVisitor who, string number, int? version)
    {
        using HttpRequestMessage message = new(HttpMethod.Put, new Uri($"/api/v1/solutions/portal-for-bekymringsmelding/adoption/{number}", UriKind.Relative)) { Content = JsonContent.Create(new { step = "in_use", since = "2022-01" }) };
        if (version is { } seen)
        {
            message.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        }

        using var response = await who.Http.SendAsync(message);
        var answer = await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        return (response.StatusCode, answer.TryGetProperty("code", out var code) ? code.GetString()! : "");
    }
}
