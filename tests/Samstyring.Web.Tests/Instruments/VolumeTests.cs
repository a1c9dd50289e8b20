using System.Net;
using System.Text;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Instruments;

public sealed class VolumeTests
{
    private const string Page = "/tiltak/digibarnevern/tjenestevolum";

    private const string New = "/endre/service-volume/ny?initiative=digibarnevern";

    private const string Table = "Kommunene og sakene deres";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_says_itself_that_its_manual_routine_is_enough_for_now(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        Assert.StartsWith("Ingen kommuner har ført opp antall saker.", (await app.OpenAsync(Page)).Text("p.lead"));
        var municipality = await app.SignInAsync("4207");

        var unreasoned = await (await municipality.OpenAsync(New)).SubmitAsync("form.form-panel", ("Values[organisation]", "4207"), ("Values[count]", "12"), ("Values[year]", "2025"), ("Values[choice]", "manual_is_enough"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.Response.StatusCode);
        Assert.Contains("Skriv hvorfor manuell rutine er nok for nå", unreasoned.Text(".note[role=alert]"));
        var stored = await unreasoned.SubmitAsync("form.form-panel", ("Values[note_nb]", "Vi har én sak i måneden."));

        Assert.Equal(HttpStatusCode.OK, stored.Response.StatusCode);
        var page = await app.OpenAsync(Page);
        Assert.Equal("Én kommune har sagt noe om sakene sine. 1 sier at manuell rutine er nok for nå.", page.Text("p.lead"));
        var row = Assert.Single(page.Table(Table));
        Assert.StartsWith("Flekkefjord", row[0]);
        Assert.Equal(("12 2025", "Manuell rutine er nok for nå Vi har én sak i måneden."), (row[1], row[4]));
        Assert.Equal((await app.JsonAsync("/api/v1/initiatives/digibarnevern/volumes")).GetProperty("items")[0].GetProperty("perThousand").GetDecimal().ToString("0.0", System.Globalization.CultureInfo.GetCultureInfo("nb-NO")), row[3]);
        Assert.Contains("manual_is_enough", Encoding.UTF8.GetString((await app.FileAsync("/api/v1/initiatives/digibarnevern/volumes?format=csv")).Content));
        Assert.Single((await app.OpenAsync(Page + "?choice=manual_is_enough")).Table(Table));
        Assert.Equal(0, (await app.JsonAsync("/api/v1/initiatives/digibarnevern/volumes?choice=needs_solution")).GetProperty("total").GetInt32());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_proposes_for_another_and_the_owner_of_the_initiative_adds_for_any(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (municipality, owner) = (await app.SignInAsync("4207"), await app.SignInAsync("bufdir"));

        var proposed = await (await municipality.OpenAsync(New)).SubmitAsync("form.form-panel", ("Values[organisation]", "4206"), ("Values[count]", "3"), ("Reason", "Vi vet det."));
        var added = await (await owner.OpenAsync(New)).SubmitAsync("form.form-panel", ("Values[organisation]", "4205"), ("Values[count]", "5"), ("Values[choice]", "needs_solution"));
        var twice = await (await owner.OpenAsync(New)).SubmitAsync("form.form-panel", ("Values[organisation]", "4205"), ("Values[count]", "6"));
        var nobody = await (await owner.OpenAsync(New)).SubmitAsync("form.form-panel", ("Values[organisation]", "nav"), ("Values[count]", "6"));

        Assert.StartsWith("/forslag/", proposed.Address);
        Assert.Equal(HttpStatusCode.OK, added.Response.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Response.StatusCode);
        Assert.Contains("er ikke en kommune", nobody.Text(".note[role=alert]"));
        Assert.NotEqual(HttpStatusCode.OK, twice.Response.StatusCode);
        Assert.Equal("5", Assert.Single((await app.OpenAsync(Page)).Table(Table))[1]);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task There_is_no_such_page_without_an_initiative(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync("/tiltak/finnes-ikke/tjenestevolum")).Response.StatusCode);
        await app.ProblemAsync("/api/v1/initiatives/finnes-ikke/volumes", 404, "not-found");
    }
}
