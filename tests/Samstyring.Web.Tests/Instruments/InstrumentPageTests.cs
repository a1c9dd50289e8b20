using System.Text.Json;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Instruments;

public sealed class InstrumentPageTests
{
    private const string Page = "/tiltak/digibarnevern/virkemidler";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_step_of_the_ladder_that_nothing_is_said_of_is_unknown(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync(Page);

        var steps = page.Texts("ol.ladder > li");
        Assert.Equal(4, steps.Count);
        Assert.StartsWith("1 Veiledning I bruk", steps[0]);
        Assert.StartsWith("2 Normering Vurdert, ikke brukt", steps[1]);
        Assert.Equal("3 Forskrift Ukjent Det er ikke sagt noe om dette trinnet.", steps[2]);
        Assert.StartsWith("4 Lov Ikke aktuelt så langt", steps[3]);
        Assert.EndsWith("Et lovarbeid må begynne senest 24 måneder før loven skal virke.", steps[3]);
        Assert.Equal("Tiltaket bruker ikke forskrift eller lov.", page.Text("p.lead"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Preconditions_and_principles_without_an_assessment_are_unknown(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync(Page);

        var preconditions = page.Table("Vilkårene og vurderingen av dem");
        Assert.Equal(["Ukjent", "Ukjent", "Nei", "Ukjent", "Ukjent", "Nei"], preconditions.Select(row => row[1]));
        Assert.Equal("Ikke utredet", preconditions[0][2]);
        var principles = page.Table("Prinsippene og hvordan tiltaket følger dem");
        Assert.Equal(7, principles.Count);
        Assert.All(principles, row => Assert.Equal(("Ukjent", "Ingen registrert"), (row[1], row[3])));
        Assert.Contains(page.Texts("caption"), caption => caption.StartsWith("I fasen ", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_api_gives_the_instruments_of_each_phase(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var items = (await app.JsonAsync("/api/v1/initiatives/digibarnevern/instruments")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(10, items.Count);
        Assert.Equal(("market", "execution", "used", "bufdir"), (Text(items[0], "instrument"), Text(items[0], "phase"), Text(items[0], "choice"), Text(items[0], "organisation")));
        await app.ProblemAsync("/api/v1/initiatives/finnes-ikke/instruments", 404, "not-found");
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_law_that_is_wanted_too_soon_says_when_the_work_had_to_begin(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await (await app.SignInAsync("bufdir")).AddAsync("ladder-step", ("step", "law"), ("state", "planned"), ("effect", "2027-06-01"));

        var page = await app.OpenAsync(Page);

        Assert.EndsWith("Arbeidet måtte begynne senest 1. juni 2025 for at loven skal virke fra 1. juni 2027. Den dagen er passert.", page.Texts("ol.ladder > li")[3]);
        Assert.StartsWith("Tiltaket bruker eller planlegger forskrift eller lov.", page.Text("p.lead"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Deviations_are_found_by_organisation_vendor_and_whether_they_are_approved(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("bufdir");
        (string Field, string Value)[] approved = [("name_nb", "Arkitekturrådet"), ("signed_on", "2025-12")];
        await owner.AddAsync("deviation", [("guideline", "share_data"), ("text_nb", "Egen kopi"), ("organisation", "bufdir"), ("vendor", "visma"), ("ends", "2026"), .. approved]);
        await owner.AddAsync("deviation", [("guideline", "trust"), ("text_nb", "Egen innlogging"), ("organisation", "ks"), ("vendor", "visma"), ("ends", "2026-02"), .. approved]);
        await owner.AddAsync("deviation", [("guideline", "interaction"), ("text_nb", "Eget format"), ("organisation", "bufdir"), ("vendor", "netcompany"), ("name_nb", "Arkitekturrådet"), ("signed_on", "2026-03-03")]);

        Assert.Equal(["Egen kopi"], await TextsAsync(app, "state=approved"));
        Assert.Equal(["Eget format"], await TextsAsync(app, "state=not_approved"));
        Assert.Equal(["Egen innlogging"], await TextsAsync(app, "state=expired"));
        Assert.Equal(["Egen kopi", "Eget format"], (await TextsAsync(app, "organisation=bufdir")).Order(StringComparer.Ordinal));
        Assert.Equal(["Egen innlogging", "Egen kopi"], (await TextsAsync(app, "vendor=visma")).Order(StringComparer.Ordinal));
        Assert.Equal(["Egen kopi"], await TextsAsync(app, "vendor=visma&organisation=bufdir&q=digibarnevern"));

        var page = await app.OpenAsync("/avvik?state=expired");
        Assert.Contains("Gått ut", page.Table("Avvik fra arkitekturprinsippene")[0][5]);
        Assert.Contains((await app.OpenAsync(Page)).Texts("#avvik + ul > li"), deviation => deviation.Contains("Ikke godkjent Eget format", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task No_deviation_is_not_the_same_as_none(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync("/avvik");

        Assert.Contains("betyr ikke at det ikke finnes noen", page.Text("p.lead"));
    }

    private static async Task<IReadOnlyList<string?>> TextsAsync(TestApp app, string filter) =>
        [.. (await app.JsonAsync("/api/v1/deviations?" + filter)).GetProperty("items").EnumerateArray().Select(item => Text(item.GetProperty("text"), "nb"))];

    private static string? Text(JsonElement item, string field) => item.GetProperty(field).GetString();
}
