using System.Globalization;
using System.Text;
using System.Text.Json;
using Samstyring.TestKit;
using static Samstyring.Web.Tests.Roadmap.MunicipalityPageTests;

namespace Samstyring.Web.Tests.Roadmap;

public sealed class RoadmapTests
{
    private const string Table = "Løsninger og tiltak som kommunene må ta stilling til";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_filter_on_quarters_finds_what_the_rules_say_of_each_row(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("ks");
        (string Field, string Value)[][] cases =
        [
            [], [("decide_by", "2026-05-01")], [("decide_by", "2026-06")], [("decide_by", "2027")], [("decide_by", "2026-03")], [("decide_by", "2026-02-28")], [("available", "2028-05")], [("available", "2027-12-31")], [("mandatory", "2029"), ("available", "2027")],
            [("decide_by", "2025"), ("mandatory", "2028-01-01")], [("state", "considered"), ("decide_by", "2026-05-01")],
        ];
        foreach (var (i, fields) in cases.Index())
        {
            await owner.AddSolutionAsync(string.Create(CultureInfo.InvariantCulture, $"sak-{i}"), fields);
        }

        var all = await RowsAsync(app, "");
        var quarters = (await app.OpenAsync("/veikart")).Document.QuerySelectorAll("#filter-quarter option").Select(o => o.GetAttribute("value")!).Where(value => value.Length > 0).ToList();

        Assert.Equal(16, quarters.Count);
        Assert.Equal("2026-q1", quarters[0]);
        foreach (var quarter in quarters)
        {
            Assert.Equal(all.Where(row => row.Quarter == quarter).Select(row => row.Key).Order(StringComparer.Ordinal), (await RowsAsync(app, "&quarter=" + quarter)).Select(row => row.Key).Order(StringComparer.Ordinal));
        }

        Assert.True(all.Where(row => row.Quarter is not null).Select(row => row.Quarter).Distinct().Count() >= 5);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_sector_is_what_a_ministry_answers_for_with_the_bodies_under_it(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        var family = await app.JsonAsync("/api/v1/roadmap?sector=bfd&pageSize=100");
        var labour = await app.JsonAsync("/api/v1/roadmap?sector=asd&pageSize=100");

        var (ofFamily, ofLabour) = (Rows(family), Rows(labour));
        Assert.Contains(ofFamily, row => row == ("bufdir", "bfd"));
        Assert.All(ofFamily, row => Assert.Equal("bfd", row.Sector));
        Assert.Contains(ofLabour, row => row == ("nav", "asd"));
        Assert.All(ofLabour, row => Assert.Equal("asd", row.Sector));

        static List<(string? Owner, string? Sector)> Rows(JsonElement list) => [.. list.GetProperty("items").EnumerateArray().Select(row => (row.GetProperty("owner").GetString(), row.GetProperty("sector").GetString()))];
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_solution_says_what_to_set_aside_and_warns_of_how_many_were_told_too_late(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);
        var owner = await app.SignInAsync("ks");
        await owner.AddSolutionAsync("sen", ("announced", "2026-02-01"), ("available", "2026-09"), ("staff_days", "4"), ("eligible_counties", "42"));
        await owner.AddRecordAsync("price-component", "solution=sen", ("name_nb", "Pris"), ("price_kind", "yearly"), ("basis", "per_inhabitant"), ("amount", "2"));
        await (await app.SignInAsync("4207")).AddRecordAsync("budget-date", "municipality=4207&year=2026", ("event", "input_closes"), ("day", "2026-02-15"));

        var row = Assert.Single((await app.OpenAsync("/veikart?inhabitants=5000&county=42")).Table(Table), r => r[0].StartsWith("Løsningen sen", StringComparison.Ordinal));

        Assert.Contains("Meldt etter budsjettfristen i 25 av 25 kommuner", row[0]);
        Assert.StartsWith("31. desember 2026 4. kvartal 2026 Kommunestyrets budsjettvedtak", row[4]);
        Assert.Contains("10 000 kr i året", row[5].Replace('\u00A0', ' ').Replace('\u202F', ' '));
        Assert.Contains("4 dagsverk", row[5]);
        Assert.Contains("I budsjettet for 2027", row[5]);
        Assert.DoesNotContain("Løsningen sen", (await app.OpenAsync("/veikart?county=03")).Html, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_initiative_that_needs_municipal_decisions_is_on_the_roadmap_until_it_has_a_solution(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await WithoutSolutionsAsync(app);

        var row = Assert.Single((await app.OpenAsync("/veikart?kind=initiative")).Table(Table), r => r[0].Contains("igi", StringComparison.Ordinal) && r[0].Contains("Fase:", StringComparison.Ordinal));
        Assert.Contains("Tiltak uten registrert løsning ennå", row[0]);
        Assert.Contains((await RowsAsync(app, "&phase=execution")), r => r.Key == "digibarnevern");

        await (await app.SignInAsync("ks")).AddSolutionAsync("fra-tiltak", ("initiative", "digibarnevern"));

        Assert.DoesNotContain(await RowsAsync(app, "&kind=initiative"), r => r.Key == "digibarnevern");
        Assert.Contains(await RowsAsync(app, "&phase=execution"), r => r.Key == "fra-tiltak");
    }

    [Fact]
    public async Task Files_hold_the_filtered_roadmap_and_filters_that_are_unknown_are_refused()
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);

        var lines = Encoding.UTF8.GetString((await app.FileAsync("/api/v1/roadmap?format=csv&state=in_development")).Content).TrimEnd().Split('\n');

        Assert.Equal((await RowsAsync(app, "&state=in_development")).Count + 1, lines.Length);
        Assert.Contains("told_too_late", lines[0]);
        await app.ProblemAsync("/api/v1/roadmap?quarter=2026-q5", 400, "bad-query");
    }

    private static async Task<IReadOnlyList<(string Key, string? Quarter)>> RowsAsync(TestApp app, string filter) =>
        [.. (await app.JsonAsync("/api/v1/roadmap?pageSize=500" + filter)).GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("key").GetString()!, item.GetProperty("actQuarter").GetString()))];
}
