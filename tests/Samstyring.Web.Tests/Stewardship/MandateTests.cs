using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Stewardship;

/// <summary>Who decides for whom, on what, since when and on what ground: on both sides' pages and in the API.</summary>
public sealed class MandateTests
{
    private const string Given = "Fullmakter kommunen har gitt";
    private const string Held = "Fullmakter fra kommuner";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_gives_a_mandate_and_both_sides_pages_show_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var municipality = await app.SignInAsync("4207");
        Assert.Contains("Flekkefjord har ikke registrert noen fullmakt her.", (await app.OpenAsync("/kommuner/4207/fakta")).Text("section[aria-labelledby=fullmakter]"));
        Assert.Contains("Ingen kommune har registrert at Digi Agder bestemmer for den.", (await app.OpenAsync("/nettverk/digi-agder")).Text("section[aria-labelledby=fullmakter]"));
        var form = await (await municipality.OpenAsync("/kommuner/4207/fakta")).FollowAsync("Legg til: Fullmakt");

        var saved = await form.SubmitAsync(
            "form.form-panel", ("Values[body]", "Digi Agder"), ("Values[subject_nb]", "Felles innkjøp"), ("Values[valid_from]", "2024-05"), ("Values[note_nb]", "Kommunestyret, sak 12/24"), ("Reason", "Vedtatt."));

        Assert.StartsWith("/historikk/mandate/", saved.Address);
        var own = Assert.Single((await app.OpenAsync("/kommuner/4207/fakta")).Table(Given));
        Assert.Equal(["Felles innkjøp", "Digi Agder", "Fra mai 2024"], own.Take(3));
        Assert.StartsWith("Kommunestyret, sak 12/24", own[3]);
        var theirs = Assert.Single((await app.OpenAsync("/nettverk/digi-agder")).Table(Held));
        Assert.Equal(["Felles innkjøp", "Flekkefjord", "Fra mai 2024"], theirs.Take(3));
        Assert.Contains("Vedtatt.", (await (await app.OpenAsync("/nettverk/digi-agder")).FollowAsync("Historikk: Felles innkjøp")).Html);
        foreach (var path in new[] { "/api/v1/municipalities/4207", "/api/v1/networks/digi-agder", "/api/v1/organisations/digi-agder" })
        {
            var mandate = Assert.Single((await app.JsonAsync(path)).GetProperty("mandates").EnumerateArray());
            Assert.Equal(("4207", "digi-agder", "Felles innkjøp", "2024-05"), (mandate.GetProperty("municipality").GetString(), mandate.GetProperty("body").GetString(), mandate.GetProperty("subject").GetProperty("nb").GetString(), mandate.GetProperty("validFrom").GetString()));
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_co_operation_proposes_a_mandate_from_its_own_page_and_only_the_municipality_gives_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        await using var db = database.Open();
        var key = await db.Organisations.Where(o => o.Kind == Domain.Organisations.OrganisationKind.Intermunicipal && !o.IsCollective).OrderBy(o => o.Key).Select(o => o.Key).FirstAsync();
        var (coOperation, municipality) = (await app.SignInAsync(key), await app.SignInAsync("4207"));
        var page = await coOperation.OpenAsync("/organisasjoner/" + key);
        Assert.Contains("bestemmer for den.", page.Text("section[aria-labelledby=fullmakter]"));

        var sent = await (await page.FollowAsync("Legg til: Fullmakt")).SubmitAsync("form.form-panel", ("Values[municipality]", "Flekkefjord"), ("Values[subject_nb]", "Drift av servere"), ("Reason", "Vi drifter dem."));

        Assert.StartsWith("/forslag/", sent.Address);
        Assert.Empty((await app.OpenAsync("/organisasjoner/" + key)).Document.QuerySelectorAll("section[aria-labelledby=fullmakter] table"));
        await (await municipality.OpenAsync(sent.Address)).SubmitAsync("form.form-panel", ("Answer", "accept"), ("Reason", "Ja."));
        Assert.Equal("Drift av servere", Assert.Single((await app.OpenAsync("/organisasjoner/" + key)).Table(Held))[0]);
        var row = await municipality.OpenAsync("/kommuner/4207/fakta");
        Assert.Single(row.Document.QuerySelectorAll("section[aria-labelledby=fullmakter] a[href^='/endre/mandate/']:not([href$='ny'])"), link => !link.GetAttribute("href")!.Contains("/ny?"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_mandate_that_is_kept_to_the_municipality_is_shown_to_it_alone_and_the_reading_is_written_down(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        await using var db = database.Open();
        var key = await GiveAsync(db, "4207", "digi-agder", "Felles innkjøp");
        var (municipality, network) = (await app.SignInAsync("4207"), await app.SignInAsync("digi-agder"));
        await (await municipality.OpenAsync("/skjerme/mandate/" + key)).SubmitAsync("form.form-panel", ("Paragraph", "offentleglova § 14"), ("ReviewOn", "2027-01-31"), ("Reason", "Forhandlinger."));

        Assert.Equal("Felles innkjøp", Assert.Single((await municipality.OpenAsync("/kommuner/4207/fakta")).Table(Given))[0]);
        Assert.DoesNotContain("Felles innkjøp", (await network.OpenAsync("/nettverk/digi-agder")).Html);
        Assert.Empty((await app.JsonAsync("/api/v1/municipalities/4207")).GetProperty("mandates").EnumerateArray());
        Assert.Contains(await db.RestrictedReads.ToListAsync(), read => (read.User, read.Type, read.Key) == (municipality.Person.Id, "mandate", key));
        Assert.DoesNotContain(await db.RestrictedReads.ToListAsync(), read => read.User != municipality.Person.Id);
    }

    /// <summary>A mandate that a municipality gives.</summary>
    /// <returns>Its key.</returns>
    internal static async Task<string> GiveAsync(SamstyringDb db, string municipality, string body, string subject)
    {
        Standing standing = new(UserId.New(), OrganisationId.Of(municipality), Role.Contributor, IsAdministrator: false);
        var outcome = await new AddRecord(db, TimeProvider.System).RunAsync("mandate", new Dictionary<string, string?> { ["municipality"] = municipality, ["body"] = body, ["subject_nb"] = subject }, "Vedtatt.", standing, CancellationToken.None);
        Assert.True(outcome.IsAccepted(out var stored, out var refusal), refusal?.Reasons[0].ToString());
        db.ChangeTracker.Clear();
        return stored.Record.Key;
    }
}
