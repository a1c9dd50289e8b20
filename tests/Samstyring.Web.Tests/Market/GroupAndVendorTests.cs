using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Adoption;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Market;

/// <summary>Experience groups with those who take part, and what a vendor registers of itself.</summary>
public sealed class GroupAndVendorTests
{
    private const string Solution = "eksempel-timebestilling";

    private const string Waves = $"/losninger/{Solution}/bolger";

    private const string Vendors = $"/losninger/{Solution}/leverandorer";

    private const string Group = "Med i «Små kommuner i gang»";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_group_lists_its_municipalities_and_whom_to_ask_only_for_the_signed_in(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var municipality = await app.SignInAsync("4219");
        var form = await municipality.OpenAsync($"/losninger/{Solution}/kommuner/4219");
        (string, string)[] reason = form.Document.QuerySelector("#Reason") is null ? [] : [("Reason", "Vi vet best.")];
        var said = await form.SubmitAsync("form.form-panel", [("Step", "installed"), ("Since", "2026-01"), ("Contact", "Petra Prøve, tlf. 400"), .. reason]);
        Assert.True(said.Response.IsSuccessStatusCode, string.Join(' ', said.Texts("[role=alert]")));

        var open = await app.OpenAsync(Waves);
        var seen = await municipality.OpenAsync(Waves);

        Assert.Equal(["1112", "1144", "3414", "4219", "4226", "5034"], open.Document.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.Contains("Små kommuner i gang")).QuerySelectorAll("tbody th a[href*='/kommuner/']").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.DoesNotContain("Petra", open.Html);
        Assert.Equal(4, open.Table(Group)[0].Count);
        Assert.Equal("Petra Prøve, tlf. 400", seen.Table(Group).Single(row => row[0].StartsWith("Evje og Hornnes", StringComparison.Ordinal))[4]);
        PageChecks.AssertWhole(open, "nb");
        PageChecks.AssertWhole(await municipality.OpenAsync(Waves + "?sprak=en"), "en");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_municipality_joins_a_group_once_and_nobody_joins_for_another(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var municipality = await app.SignInAsync("4218");

        var form = await (await municipality.OpenAsync(Waves)).FollowAsync("Bli med i «Små kommuner i gang»");
        var address = form.Address;
        var joined = await form.SubmitAsync("form.form-panel");
        var again = await (await municipality.OpenAsync(address)).SubmitAsync("form.form-panel");

        Assert.Equal(HttpStatusCode.OK, joined.Response.StatusCode);
        Assert.Contains((await app.OpenAsync(Waves)).Table(Group), row => row[0].StartsWith("Iveland", StringComparison.Ordinal));
        Assert.DoesNotContain("Bli med i «Små kommuner i gang»", (await municipality.OpenAsync(Waves)).Html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Response.StatusCode);
        var other = await (await (await app.SignInAsync("ks")).OpenAsync(address.Replace("4218", "4220", StringComparison.Ordinal))).SubmitAsync("form.form-panel", ("Reason", "De bør."));
        Assert.StartsWith("/forslag/", other.Address);
        var wrong = await (await municipality.OpenAsync($"/endre/group-member/ny?solution=digisos&organisation=4218")).SubmitAsync("form.form-panel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Response.StatusCode);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_vendor_sees_what_it_registered_itself_and_nobody_else_does(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (vendor, rival) = (await app.SignInAsync("eksempelleverandor-nord"), await app.SignInAsync("eksempelleverandor-sor"));
        Assert.Contains("Dere har ikke registrert noe.", (await vendor.OpenAsync(Vendors)).Document.Body!.TextContent);

        foreach (var (code, name, customer) in new[] { ("version", "Kalender 9 til våren", ""), ("exit", "Avtaleboka avvikles", ""), ("customer", "Avtale til 2029", "Flekkefjord") })
        {
            var stored = await (await (await vendor.OpenAsync(Vendors)).FollowAsync("Legg til: Leverandørens egen opplysning"))
                .SubmitAsync("form.form-panel", ("Values[entry_kind]", code), ("Values[name_nb]", name), ("Values[organisation]", customer), ("Values[starts]", "2027"));
            Assert.True(stored.Response.StatusCode is HttpStatusCode.OK && stored.Address.StartsWith(Vendors, StringComparison.Ordinal), $"{stored.Address} {string.Join(' ', stored.Texts(".note[role=alert]"))}");
        }

        var own = await vendor.OpenAsync(Vendors);
        Assert.Equal([("Kalender 9 til våren", "Versjon", "Ingen kommune"), ("Avtaleboka avvikles", "Slutter å levere", "Ingen kommune"), ("Avtale til 2029", "Kunde", "Flekkefjord")],
            own.Table("Deres egne opplysninger").Select(row => (row[0][..row[0].IndexOf(" Kilde", StringComparison.Ordinal)], row[1], row[2])));
        PageChecks.AssertWhole(own, "nb");
        PageChecks.AssertWhole(await vendor.OpenAsync(Vendors + "?sprak=en"), "en");
        await using var db = app.Database.Open();
        var entry = (await db.Set<VendorEntry>().OrderBy(e => e.Order).FirstAsync()).Id;
        Assert.Equal(HttpStatusCode.OK, (await vendor.Http.GetAsync(new Uri($"/api/v1/records/vendor-entry/{entry}", UriKind.Relative))).StatusCode);
        foreach (var (who, other) in new[] { ("rival", rival), ("owner", await app.SignInAsync("ks", Role.Manager)), ("municipality", await app.SignInAsync("4207", Role.Manager)), ("administrator", await app.SignInAsync(null, administrator: true)) })
        {
            foreach (var path in new[] { Vendors, $"/losninger/{Solution}", $"/historikk/solution/{Solution}", "/historikk/organisation/eksempelleverandor-nord", "/historikk/organisation/4207", $"/api/v1/solutions/{Solution}/products", "/sok?q=Avtaleboka" })
            {
                var page = await other.OpenAsync(path);
                Assert.False(page.Html.Contains("Kalender 9") || page.Html.Contains("Avtaleboka avvikles") || page.Html.Contains("Avtale til 2029"), $"{who} sees it on {path}");
            }

            Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync(new Uri($"/api/v1/records/vendor-entry/{entry}", UriKind.Relative))).StatusCode);
        }

        Assert.DoesNotContain("Kalender 9", (await app.OpenAsync(Vendors)).Html);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_vendor_sees_neither_obstacles_nor_plans_to_procure_and_registers_nothing_for_another(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var vendor = await app.SignInAsync("eksempelleverandor-nord", Role.Manager);
        await using var db = app.Database.Open();
        var closed = await db.SolutionParts.Where(p => p is ReportedObstacle || p is ProcurementPlan || p is ForcedUpgrade || p is ObstacleMeasure).ToListAsync();
        Assert.True(closed.Count > 60);

        foreach (var part in closed.DistinctBy(p => p.GetType()))
        {
            var type = Data.Records.SolutionParts.TypeOf(part).Name;
            Assert.Equal(HttpStatusCode.NotFound, (await vendor.Http.GetAsync(new Uri($"/api/v1/records/{type}/{part.Id}", UriKind.Relative))).StatusCode);
        }

        foreach (var list in new[] { "obstacles", "procurements" })
        {
            using var answer = await vendor.Http.GetAsync(new Uri($"/api/v1/solutions/{Solution}/{list}", UriKind.Relative));
            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }

        Assert.DoesNotContain("Avrop på felles avtale", (await vendor.OpenAsync(Vendors)).Html);
        var other = await (await vendor.OpenAsync($"/endre/vendor-entry/ny?solution={Solution}&vendor=visma")).SubmitAsync("form.form-panel", ("Values[entry_kind]", "exit"), ("Values[name_nb]", "Rykte"), ("Reason", "Vi tror det."));
        Assert.StartsWith("/forslag/", other.Address);
        Assert.DoesNotContain("Rykte", (await (await app.SignInAsync("visma")).OpenAsync(Vendors)).Html);
        var nobody = await (await vendor.OpenAsync($"/endre/vendor-entry/ny?solution={Solution}&vendor=4207")).SubmitAsync("form.form-panel", ("Values[entry_kind]", "exit"), ("Values[name_nb]", "Rykte"), ("Reason", "Vi tror det."));
        Assert.Contains("er ikke en leverandør", nobody.Document.Body!.TextContent);
    }
}
