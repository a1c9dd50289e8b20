using System.Net;
using System.Text;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Networks;

public sealed class NetworkWorkTests
{
    private const string Network = "/nettverk/digi-agder";

    /// <summary>A network that the example tells nothing of.</summary>
    private const string Quiet = "/nettverk/digi-nordland";

    private const string Lagging = "Løsninger medlemmer ligger etter på";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_matrix_is_open_and_why_a_member_lags_is_only_for_public_bodies(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (network, vendor) = (await app.SignInAsync("digi-agder"), await app.SignInAsync("visma"));
        foreach (var number in new[] { "4201", "4202", "4203", "4206", "4211", "4212", "4213", "4214", "4215", "4216", "4217", "4218", "4219" })
        {
            await SayAsync(await app.SignInAsync(number), number, "decided");
        }

        await SayAsync(await app.SignInAsync("4205"), "4205", "considering");
        var reported = await (await (await app.SignInAsync("4205")).OpenAsync("/endre/reported-obstacle/ny?solution=eksempel-timebestilling&organisation=4205")).SubmitAsync("form.form-panel", ("Values[obstacle]", "capacity"), ("Values[starts]", "2026-01"));
        Assert.Equal(HttpStatusCode.OK, reported.Response.StatusCode);

        var open = await app.OpenAsync(Network + "/losninger");
        var sold = await vendor.OpenAsync(Network + "/losninger");
        var seen = await network.OpenAsync(Network + "/losninger");

        Assert.Equal(25, open.Table("Medlemmer og løsninger").Count);
        Assert.All([open, sold], page => Assert.Contains("Lindesnes: Vurderer", page.Table(Lagging).Single(row => row[0].StartsWith("Felles timebestilling", StringComparison.Ordinal))[3]));
        Assert.All([open, sold], page => Assert.DoesNotContain("Kapasitet", page.Document.Body!.TextContent));
        Assert.Contains("Lindesnes: Vurderer, Kapasitet", seen.Table(Lagging).Single(row => row[0].StartsWith("Felles timebestilling", StringComparison.Ordinal))[3]);
        Assert.InRange(Encoding.UTF8.GetByteCount(seen.Html), 1, 200_000);
        PageChecks.AssertWhole(seen, "nb");
        PageChecks.AssertWhole(await network.OpenAsync(Network + "/losninger?sprak=en"), "en");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_network_records_what_it_leads_its_cases_and_what_it_has_agreed_with_a_municipality(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (network, municipality) = (await app.SignInAsync("digi-nordland"), await app.SignInAsync("1804"));

        await AddAsync(network, "theme-lead", ("name_nb", "Opplæring i felles plattform"), ("theme", "1"), ("delivers_nb", "Kurs som alle kan bruke"), ("starts", "2025"));
        await AddAsync(network, "network-case", ("name_nb", "Felles innlogging for politikere"), ("starts", "2025-09"));
        var step = await network.OpenAsync("/endre/case-step/ny?network=digi-nordland");
        var of = step.Document.QuerySelectorAll("select option").First(o => o.TextContent.Trim() == "Felles innlogging for politikere").GetAttribute("value")!;
        await AddAsync(network, "case-step", ("case", of), ("level", "region"), ("case_state", "answered"), ("starts", "2025-10"), ("answer_nb", "Send den videre."), ("ends", "2025-11"));
        await AddAsync(network, "case-step", ("case", of), ("level", "state"), ("organisation", "digdir"), ("case_state", "sent"), ("starts", "2025-12"));
        await AddAsync(municipality, "expectation", ("organisation", "1804"), ("network_does_nb", "Holder kurs"), ("municipality_does_nb", "Stiller med folk"), ("signed_on", "2025-03-01"), ("review_on", "2026-01"));
        await AddAsync(network, "member-help", ("organisation", "1804"), ("text_nb", "Hjelp med anskaffelse"), ("hours", "12"));

        var page = await app.OpenAsync(Quiet + "/samarbeid");
        Assert.Equal("Leder én ting for alle, én sak uten svar, og avklarte forventninger med 0 av 41 medlemmer.", page.Text("p.lead"));
        Assert.StartsWith("Opplæring i felles plattform", Assert.Single(page.Table("Det nettverket leder"))[0]);
        var way = page.Table("Veien til «Felles innlogging for politikere»");
        Assert.Equal([("Besvart", "Send den videre. november 2025"), ("Sendt", "Ikke noe svar")], way.Select(row => (row[3], row[4])));
        Assert.Equal(("Digitaliseringsdirektoratet", "desember 2025"), (way[1][1], way[1][2]));
        Assert.Contains("Venter på svar fra ett sted", page.Document.Body!.TextContent);
        var agreed = Assert.Single(page.Table("Avklarte forventninger"), row => row[0] == "Bodø");
        Assert.Equal(40, page.Document.QuerySelectorAll(".name-columns li").Length);
        Assert.StartsWith("Må ses på igjen", agreed[1]);
        Assert.Equal(("Holder kurs", "Stiller med folk"), (agreed[3], agreed[4]));
        Assert.Contains((await app.OpenAsync(Network + "/samarbeid")).Table("Samarbeid med felles medlemmer"), row => row[1] == "1 av 25");
        var gains = await app.OpenAsync(Quiet + "/losninger");
        Assert.Equal("12", Assert.Single(gains.Table("Utbytte for hvert medlem"))[1]);
        Assert.Contains("Ingenting er registrert for 40 andre medlemmer.", gains.Document.Body!.TextContent);
        PageChecks.AssertWhole(page, "nb");
        PageChecks.AssertWhole(await app.OpenAsync(Quiet + "/samarbeid?sprak=en"), "en");
        var other = await (await app.SignInAsync("1103")).OpenAsync("/endre/theme-lead/ny?network=digi-nordland");
        var proposed = await other.SubmitAsync("form.form-panel", ("Values[name_nb]", "Noe annet"), ("Reason", "Vi vet det."));
        Assert.StartsWith("/forslag/", proposed.Address);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Names_of_those_who_have_roles_are_for_the_network_alone_and_it_sets_its_own_limit(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var network = await app.SignInAsync("digi-nordland");
        foreach (var role in new[] { "Leder", "Sekretær" })
        {
            await AddAsync(network, "network-role", ("name_nb", role), ("holder_name", "Petra Prøve"), ("organisation", "1804"));
        }

        Assert.Equal("Innenfor", Assert.Single((await network.OpenAsync(Quiet + "/samarbeid")).Table("Roller etter person"))[2]);
        await AddAsync(network, "role-limit", ("most_roles", "1"));

        var page = await network.OpenAsync(Quiet + "/samarbeid");
        Assert.Equal(("Petra Prøve", "2", "Flere enn grensen"), page.Table("Roller etter person").Select(row => (row[0], row[1], row[2])).Single());
        PageChecks.AssertWhole(page, "nb");
        var record = page.Document.QuerySelector("a[href^='/endre/network-role/']")!.GetAttribute("href")!.Replace("/endre/", "/historikk/", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await network.OpenAsync(record)).Response.StatusCode);
        foreach (var body in new[] { "1804", "digi-rogaland", "ks", "visma" })
        {
            var other = await app.SignInAsync(body);
            Assert.DoesNotContain("Petra", (await other.OpenAsync(Quiet + "/samarbeid")).Html);
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(record)).Response.StatusCode);
            Assert.DoesNotContain("Petra", (await other.OpenAsync("/historikk/organisation/digi-nordland")).Html);
        }

        Assert.Contains("Navn vises bare for dem som handler for nettverket.", (await app.OpenAsync(Quiet + "/samarbeid")).Document.Body!.TextContent);
        Assert.DoesNotContain("Petra", (await app.OpenAsync("/historikk/organisation/digi-nordland")).Html);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_fee_is_worked_out_for_each_member_and_county_and_other_rates_are_tried_without_storing(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var network = await app.SignInAsync("digi-nordland");
        Assert.Contains("Ingen satser er registrert.", (await app.OpenAsync(Quiet + "/kontingent")).Text("p.lead"));
        await AddAsync(network, "network-fee", ("fee_kind", "base"), ("fee", "10000"), ("starts", "2026"));
        await AddAsync(network, "network-fee", ("fee_kind", "per_inhabitant"), ("fee", "2,125"), ("starts", "2026"));
        await AddAsync(network, "network-fee", ("fee_kind", "county_base"), ("fee", "50000"));

        var page = await app.OpenAsync(Quiet + "/kontingent");
        var tried = await page.SubmitAsync("form.form-panel", ("Innbygger", "5"), ("Uten", "Narvik, 1833"), ("Vekst", "10"));
        var wrong = await page.SubmitAsync("form.form-panel", ("Grunn", "-1"));

        var row = page.Table("Kommunene").Single(r => r[0] == "Bodø");
        var inhabitants = Kroner(row[1]);
        Assert.Equal(Math.Round(10_000 + (inhabitants * 2.125m), MidpointRounding.AwayFromZero), Kroner(row[2]));
        Assert.Equal(50_000, Kroner(Assert.Single(page.Table("Fylkeskommunene"))[2]));
        var then = tried.Table("Kommunene").Single(r => r[0] == "Bodø");
        var grown = Math.Round(inhabitants * 1.1m, MidpointRounding.AwayFromZero);
        Assert.Equal((10_000 + (grown * 5), 10_000 + (grown * 5) - Kroner(row[2])), (Kroner(then[3]), Kroner(then[4])));
        Assert.Equal("Ikke med", tried.Table("Kommunene").Single(r => r[0] == "Narvik")[3]);
        var kept = await page.SubmitAsync("form.form-panel", ("Uten", "1833"), ("Behold", "ja"));
        Assert.Equal(kept.Document.QuerySelector("dl.parts dd")!.TextContent.Trim(), kept.Document.QuerySelectorAll("dl.parts dd")[1].TextContent.Split(" (")[0].Trim());
        var nobody = await page.SubmitAsync("form.form-panel", ("Uten", "Oslo"), ("Vekst", "200"));
        Assert.Equal((HttpStatusCode.BadRequest, 2), (nobody.Response.StatusCode, nobody.Document.QuerySelectorAll("#Uten-feil, #Vekst-feil").Length));
        Assert.Equal((HttpStatusCode.BadRequest, "-1"), (wrong.Response.StatusCode, wrong.Document.QuerySelector("#Grunn")!.GetAttribute("value")));
        PageChecks.AssertWhole(tried, "nb");
        PageChecks.AssertWhole(await app.OpenAsync(Quiet + "/kontingent?Innbygger=5&sprak=en"), "en");
        Assert.Equal(HttpStatusCode.NotFound, (await app.OpenAsync("/nettverk/finnes-ikke/kontingent")).Response.StatusCode);
    }

    private static decimal Kroner(string text) => decimal.Parse(new string([.. text.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task AddAsync(SignedInVisitor who, string type, params IEnumerable<(string Field, string Value)> fields)
    {
        var page = await (await who.OpenAsync($"/endre/{type}/ny?network=digi-nordland")).SubmitAsync("form.form-panel", fields.Select(field => ($"Values[{field.Field}]", field.Value)));
        Assert.True(page.Response.StatusCode is HttpStatusCode.OK && page.Address.StartsWith(Quiet, StringComparison.Ordinal), $"{type}: {page.Address} {page.Response.StatusCode} {string.Join(' ', page.Texts(".note[role=alert], .ds-error-summary"))}");
    }

    private static async Task SayAsync(SignedInVisitor municipality, string number, string step)
    {
        var address = $"/losninger/eksempel-timebestilling/kommuner/{number}";
        var form = await municipality.OpenAsync(address);
        // A reason is asked for where the owner of the solution has said something.
        (string, string)[] reason = form.Document.QuerySelector("#Reason") is null ? [] : [("Reason", "Vi vet best.")];
        var page = await form.SubmitAsync("form.form-panel", [("Step", step), ("Since", "2026-01"), .. reason]);
        Assert.True(page.Response.StatusCode is HttpStatusCode.OK, $"{number}: {page.Response.StatusCode} {string.Join(' ', page.Texts("[role=alert]"))}");
    }
}
