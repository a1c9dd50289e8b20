using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Adoption;

public sealed class ForecastTests
{
    private const string Example = "/losninger/eksempel-timebestilling/prognose?runs=200";

    private const string Api = "/api/v1/solutions/eksempel-timebestilling/forecast?runs=200";

    [Theory]
    [InlineData("portal-for-bekymringsmelding", "4")]
    [InlineData("digisos", "2")]
    [InlineData("digital-hjemmeoppfolging", "1")]
    [InlineData("nasjonale-fellesloesninger", "2")]
    public async Task A_series_of_under_five_points_gets_the_refusal_with_its_reason(string key, string points)
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);

        var page = await app.OpenAsync($"/losninger/{key}/prognose?runs=100");

        Assert.Contains($"Det er publisert {points} tall med dato. Med færre enn fem kan en kurve bli hva som helst.", string.Join(' ', page.Texts(".note")));
        Assert.Equal("forecast.too-few-points", (await app.JsonAsync($"/api/v1/solutions/{key}/forecast?runs=100")).GetProperty("curveRefused").GetString());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_told_of_each_municipality_is_for_the_owner_and_for_itself(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var (owner, own, vendor) = (await app.SignInAsync("ks"), await app.SignInAsync("4207", Role.Reader), await app.SignInAsync("visma", Role.Manager));

        foreach (var page in new[] { await app.OpenAsync(Example), await own.OpenAsync(Example), await vendor.OpenAsync(Example) })
        {
            Assert.DoesNotContain("Hvem bør spørres først", page.Html);
            Assert.DoesNotContain("Hvem kan bli neste", page.Html);
        }

        Assert.Contains("Sannsynligheten for Flekkefjord", (await own.OpenAsync(Example)).Html);
        Assert.Equal(10, (await owner.OpenAsync(Example)).Table("Sannsynligheten for at de har den i bruk").Count);
        Assert.Equal(0, (await app.JsonAsync(Api)).GetProperty("municipalities").GetArrayLength());
        Assert.Equal(["4207"], (await JsonAsync(own)).GetProperty("municipalities").EnumerateArray().Select(m => m.GetProperty("municipality").GetString()!));
        Assert.Equal(357, (await JsonAsync(owner)).GetProperty("municipalities").GetArrayLength());
        Assert.Equal(0, (await JsonAsync(vendor)).GetProperty("municipalities").GetArrayLength());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_page_begins_with_how_many_have_it_in_five_years(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var (today, dearer) = (await app.OpenAsync("/losninger/eksempel-timebestilling/prognose?runs=100"), await app.OpenAsync("/losninger/eksempel-timebestilling/prognose?runs=100&price=50"));

        Assert.Matches(@"^Går alt som i dag, har \d+ av 357 kommuner løsningen i bruk i \d\. kvartal 2031\. Åtte av ti simulerte utfall ligger mellom \d+ og \d+\. Prognosen vet bare", today.Text("p.lead"));
        Assert.Contains("Med endringen har", dearer.Text("p.lead"));
        Assert.True(today.Html.IndexOf("id=\"simulering\"", StringComparison.Ordinal) < today.Html.IndexOf("id=\"publisert\"", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_dearer_solution_spreads_no_faster_and_the_same_seed_gives_the_same_answer(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var (today, again, dearer) = (await app.JsonAsync(Api), await app.JsonAsync(Api), await app.JsonAsync(Api + "&price=150"));

        Assert.Equal(today.GetProperty("quarters").ToString(), again.GetProperty("quarters").ToString());
        Assert.Equal(today.GetProperty("quarters").ToString(), dearer.GetProperty("quarters").ToString());
        Assert.All(dearer.GetProperty("changedQuarters").EnumerateArray().Zip(today.GetProperty("quarters").EnumerateArray()), pair =>
            Assert.True(Middle(pair.First) <= Middle(pair.Second)));
        Assert.Contains("spread.assumes.lead-times", today.GetProperty("assumptions").EnumerateArray().Select(a => a.GetString()));

        static double Middle(System.Text.Json.JsonElement quarter) => quarter.GetProperty("inUse").GetProperty("p50").GetDouble();
    }

    private static async Task<System.Text.Json.JsonElement> JsonAsync(SignedInVisitor who) => System.Text.Json.JsonDocument.Parse(await who.Http.GetStringAsync(new Uri(Api, UriKind.Relative))).RootElement;
}
