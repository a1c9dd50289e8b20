using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Gates;

public sealed class MethodTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_initiative_keeps_its_version_until_an_owner_goes_over_to_the_newer_one(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (owner, other) = (await app.SignInAsync("4207"), await app.SignInAsync("4207"));
        await (await owner.OpenAsync("/endre/initiative/ny")).SubmitAsync(
            "form.form-panel", ("Values[key]", "felles-arkiv"), ("Values[owner]", "4207"), ("Values[kind]", "project"), ("Values[method]", "egen-modell-eksempel"), ("Values[name_nb]", "Felles arkiv"));
        await using (var db = app.Database.Open())
        {
            db.Record(new MadeByTest("felles-arkiv"));
            await db.Initiatives.Where(i => i.Key == "felles-arkiv").ExecuteUpdateAsync(set => set.SetProperty(i => i.MethodVersion, 1));
            await db.SaveChangesAsync();
        }

        var (page, late) = (await owner.OpenAsync("/tiltak/felles-arkiv/metode"), await other.OpenAsync("/tiltak/felles-arkiv/metode"));
        var silent = await page.SubmitAsync("form.form-panel");
        var done = await page.SubmitAsync("form.form-panel", ("Reason", "Vi vil ha det nye punktet."));
        var overtaken = await late.SubmitAsync("form.form-panel", ("Reason", "Jeg også."));
        var gate = await app.OpenAsync("/tiltak/felles-arkiv/porter/u1");

        Assert.Equal([["Har vi spurt brukerne hva de trenger? Punkt E-UTF-01", "Endret"], ["Har vi sett etter en løsning som noen andre har? Punkt E-UTF-03", "Nytt punkt"]], page.Table("Hva som blir annerledes").Select(row => new[] { row[0], row[2].Split(" Stopper")[0] }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Response.StatusCode);
        Assert.Contains("versjon 2", done.Text(".kicker"));
        Assert.Null(done.Document.QuerySelector("form.form-panel"));
        Assert.Equal(HttpStatusCode.Conflict, overtaken.Response.StatusCode);
        Assert.Contains("Noen valgte en annen versjon før deg", overtaken.Text("[role=alert]"));
        Assert.NotNull(gate.Document.QuerySelector("#E-UTF-03"));
        Assert.Contains("Gikk over til en nyere versjon av metoden", (await app.OpenAsync("/historikk/initiative/felles-arkiv")).Html);
        PageChecks.AssertWhole(page, "nb");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_moved_date_shows_what_it_leads_to_and_changes_nothing(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("4207", Role.Contributor);
        foreach (var (key, starts, ends) in new[] { ("arkiv", "2027-01-01", "2027-05-31"), ("innsyn", "2027-06-15", "2027-09-30"), ("app", "2027-10-01", "2027-12-31"), ("udatert", "", "") })
        {
            await (await owner.OpenAsync("/endre/initiative/ny")).SubmitAsync(
                "form.form-panel", ("Values[key]", key), ("Values[owner]", "4207"), ("Values[kind]", "project"), ("Values[method]", "egen-modell-eksempel"), ("Values[name_nb]", key), ("Values[starts]", starts), ("Values[ends]", ends));
        }

        foreach (var (waiting, other, days) in new[] { ("innsyn", "arkiv", "10"), ("app", "innsyn", "0"), ("udatert", "arkiv", "0") })
        {
            await (await owner.OpenAsync($"/endre/dependency/ny?initiative={waiting}")).SubmitAsync("form.form-panel", ("Values[other]", other), ("Values[text_nb]", "Trenger data"), ("Values[days]", days));
        }

        var cycle = await (await owner.OpenAsync("/endre/dependency/ny?initiative=arkiv")).SubmitAsync("form.form-panel", ("Values[other]", "app"), ("Values[text_nb]", "Ring"));
        var effect = (await app.OpenAsync("/tiltak/arkiv/avhengigheter?slutt=2027-06-30")).Table("3 tiltak må flyttes");
        var none = await app.OpenAsync("/tiltak/arkiv/avhengigheter?slutt=01.06.2027");
        var wrong = await app.OpenAsync("/tiltak/arkiv/avhengigheter?slutt=snart");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, cycle.Response.StatusCode);
        Assert.Contains("vente på hverandre i ring", cycle.Text("[role=alert]"));
        Assert.Equal(["app", "innsyn", "udatert"], effect.Select(row => row[0]).Order());
        Assert.Equal(["innsyn", "25 dager", "15. juni 2027", "10. juli 2027", "arkiv"], effect.Single(row => row[0] == "innsyn"));
        Assert.Contains(effect, row => row[0] == "udatert" && row[1].StartsWith("Ukjent", StringComparison.Ordinal));
        Assert.Contains("Ett tiltak må flyttes", none.Html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Response.StatusCode);
        Assert.Contains("«snart» er ingen dag", wrong.Text("[role=alert]"));
        await using var db = app.Database.Open();
        Assert.Equal("2027-05-31", (await db.Initiatives.SingleAsync(i => i.Key == "arkiv")).Ends);
    }
}
