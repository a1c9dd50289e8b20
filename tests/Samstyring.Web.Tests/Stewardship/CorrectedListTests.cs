using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Stewardship;

/// <summary>Rows whose facts somebody corrected say so in every list, and it costs one query however many there are.</summary>
public sealed class CorrectedListTests
{
    /// <summary>A list, one row of it, and what is corrected there.</summary>
    public static TheoryData<DatabaseKind, string, string, string, string, string, string> Lists()
    {
        (string Path, string Row, string Type, string Key, string Field, string Value)[] lists =
        [
            ("/organisasjoner?kind=agency&pageSize=100", "/organisasjoner/nav", "organisation", "nav", "short", "NV"), ("/kommuner?county=42", "/kommuner/4207", "municipality", "4207", "language_form", "nynorsk"),
            ("/kommuner?county=42", "/kommuner/4207", "organisation", "4207", "short", "Fl"), ("/organisasjoner/42", "/kommuner/4207", "municipality", "4207", "language_form", "nynorsk"),
            ("/kommuner/4227/fakta", "/kommuner/4207", "municipality", "4207", "language_form", "nynorsk"), ("/nettverk/digi-agder", "/kommuner/4207", "organisation", "4207", "short", "Fl"),
            ("/livshendelser", "/livshendelser/alvorlig-sykt-barn", "life-event", "seriously-ill-child", "name_nb", "Syke barn"), ("/", "/livshendelser/alvorlig-sykt-barn", "life-event", "seriously-ill-child", "name_nb", "Syke barn"),
            ("/nettverk", "/nettverk/digi-agder", "network", "digi-agder", "region", "Agder-regionen"), ("/kilder", "/kilder/000", "source", "000", "publisher", "UiO"),
            ("/kilder/uenigheter", "/kilder/uenigheter/D-01", "source-note", "D-01", "handling_nb", "Rettet."), ("/ordliste?category=organisation", "/ordliste/Ministry", "term", "Ministry", "definition_nb", "Nytt."),
        ];
        return [.. from kind in Enum.GetValues<DatabaseKind>() from list in lists select (kind, list.Path, list.Row, list.Type, list.Key, list.Field, list.Value)];
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_corrected_row_says_so_and_opens_what_the_source_says(DatabaseKind kind, string path, string row, string type, string key, string field, string value)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        Assert.Empty((await app.OpenAsync(path)).Texts(".record-links .mark"));

        await CorrectAsync(database, new(type, key), field, value);

        var page = await app.OpenAsync(path);
        var mark = Assert.Single(page.Document.QuerySelectorAll(".record-links .mark"));
        Assert.Contains("Rettet", mark.TextContent);
        var cell = mark.Closest("th, li")!;
        Assert.Equal(row, cell.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Kilden sier:", cell.QuerySelector("[popover]")!.TextContent);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "/organisasjoner?kind=municipality", "organisation", "short")]
    [InlineData(DatabaseKind.Postgres, "/organisasjoner?kind=municipality", "organisation", "short")]
    [InlineData(DatabaseKind.Sqlite, "/kommuner", "municipality", "name_parallel")]
    [InlineData(DatabaseKind.Postgres, "/kommuner", "municipality", "name_parallel")]
    [InlineData(DatabaseKind.Sqlite, "/nettverk/digi-agder", "organisation", "short")]
    public async Task Marking_many_rows_costs_no_more_queries_than_marking_none(DatabaseKind kind, string path, string type, string field)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        await app.OpenAsync(path);
        var before = await app.QueriesOfAsync(path);
        var numbers = (await app.OpenAsync(path)).Document.QuerySelectorAll("th > a[href^='/kommuner/'], .name-columns a[href^='/kommuner/']").Select(a => a.GetAttribute("href")![^4..]).Where(number => number.All(char.IsAsciiDigit)).Distinct().Take(8).ToList();

        foreach (var number in numbers)
        {
            await CorrectAsync(database, new(type, number), field, "Rettet her");
        }

        Assert.Equal(8, (await app.OpenAsync(path)).Texts(".record-links .mark").Count);
        Assert.Equal(before.Count, (await app.QueriesOfAsync(path)).Count);
    }

    private static async Task CorrectAsync(TestDatabase database, RecordKey record, string field, string value)
    {
        await using var db = database.Open();
        var state = (await RecordReader.StateAsync(db, record, new(2026, 3, 2), CancellationToken.None))!;
        Standing standing = new(UserId.New(), state.Stewards.Organisations is [var steward, ..] ? steward : null, Role.Contributor, IsAdministrator: true);
        var outcome = await new ChangeRecord(db, TimeProvider.System).RunAsync(record, state.Version, new Dictionary<string, string?> { [field] = value }, "Feil.", standing, CancellationToken.None);
        Assert.True(outcome.IsAccepted(out _, out var refusal), refusal?.Reasons[0].ToString());
    }
}
