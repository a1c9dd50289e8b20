using System.Text.Json;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests;

public sealed class EveryListTests
{
    /// <summary>No source names a deviation from the guidelines, or the number of cases of a municipality: these lists are filled by use.</summary>
    private static readonly string[] NothingInSources = ["/api/v1/deviations", "/api/v1/deviation-report", "/api/v1/initiatives/digibarnevern/volumes", "/api/v1/solutions/digiorden/products", "/api/v1/solutions/digiorden/waves"];

    public static async Task<TheoryData<DatabaseKind, string>> Lists()
    {
        var lists = await Routes.ListsAsync();
        return [.. from kind in Enum.GetValues<DatabaseKind>() from list in lists select (kind, list.Path)];
    }

    public static async Task<TheoryData<string, string>> Orders()
    {
        var lists = await Routes.ListsAsync();
        return [.. from list in lists from sort in list.List.Sorts select (list.Path, sort)];
    }

    public static async Task<TheoryData<DatabaseKind, string>> Things()
    {
        var things = await Routes.ThingsAsync();
        return [.. from kind in Enum.GetValues<DatabaseKind>() from thing in things select (kind, thing)];
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_list_answers_a_page_in_an_envelope(DatabaseKind kind, string path)
    {
        var app = await TestApp.SharedAsync(kind);

        var first = await app.JsonAsync(path);
        var total = first.GetProperty("total").GetInt32();
        Assert.Equal((1, 50, Math.Min(total, 50)), (first.GetProperty("page").GetInt32(), first.GetProperty("pageSize").GetInt32(), first.GetProperty("items").GetArrayLength()));
        Assert.InRange(total, NothingInSources.Contains(path) ? 0 : 1, 100_000);

        var beyond = await app.JsonAsync($"{path}?page=1000&pageSize=500");
        Assert.Equal((0, total), (beyond.GetProperty("items").GetArrayLength(), beyond.GetProperty("total").GetInt32()));
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Pages_of_a_list_follow_each_other_without_gap_or_overlap(DatabaseKind kind, string path)
    {
        var app = await TestApp.SharedAsync(kind);
        var whole = Rows(await app.JsonAsync(path + "?pageSize=500"));

        List<string> paged = [];
        var pageSize = Math.Max(1, whole.Count / 4);
        for (var page = 1; paged.Count < whole.Count; page++)
        {
            var rows = Rows(await app.JsonAsync($"{path}?pageSize={pageSize}&page={page}"));
            Assert.NotEmpty(rows);
            paged.AddRange(rows);
        }

        Assert.Equal(whole, paged);
        Assert.Equal(whole.Count, whole.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_value_that_is_not_allowed_is_refused_with_what_is(DatabaseKind kind, string path)
    {
        var app = await TestApp.SharedAsync(kind);
        var list = (await Routes.ListsAsync()).First(list => list.Path == path).List;
        (string Parameter, string Value, string Allowed)[] bad =
        [
            ("pageSize", "0", "1–500"), ("pageSize", "501", "1–500"), ("pageSize", "many", "1–500"), ("pageSize", "-1", "1–500"), ("page", "0", "1–"), ("page", "x", "1–"),
            ("sort", "colour", list.Sorts[0]), ("format", "pdf", "json, csv, xlsx"), ("no-such-parameter", "x", "pageSize"), ("q", new string('x', 201), "200"),
            .. list.Filters.Select(filter => (filter, "no-such-value", "")),
        ];

        foreach (var (parameter, value, allowed) in bad)
        {
            var problem = await app.ProblemAsync($"{path}?{parameter}={value}", 400, "bad-query");
            var error = problem.GetProperty("errors").GetProperty(parameter)[0].GetString();
            Assert.Matches($"^«.+» is not allowed\\. Allowed: .*{allowed}.+", error + " ");
        }
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_list_is_a_file_in_three_forms_with_all_its_rows(DatabaseKind kind, string path)
    {
        var app = await TestApp.SharedAsync(kind);
        var total = (await app.JsonAsync(path + "?pageSize=1")).GetProperty("total").GetInt32();

        var json = await app.FileAsync(path + "?format=json");
        var csv = await app.FileAsync(path + "?format=csv");
        var xlsx = await app.FileAsync(path + "?format=xlsx");

        Assert.Equal("application/json; charset=utf-8", json.Type);
        using var array = JsonDocument.Parse(json.Content);
        Assert.Equal(total, array.RootElement.GetArrayLength());
        Assert.Equal("text/csv; charset=utf-8", csv.Type);
        var lines = ReadCsv(csv.Content);
        Assert.Equal(total + 1, lines.Count);
        Assert.Equal(lines[0].Count, lines[0].Distinct(StringComparer.Ordinal).Count());
        Assert.All(lines[0], column => Assert.Matches("^[a-z][a-z0-9_]*$", column));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.Type);
        Assert.Equal(lines, ReadXlsx(xlsx.Content));
        Assert.All([(json.Name, "json"), (csv.Name, "csv"), (xlsx.Name, "xlsx")], file => Assert.EndsWith("." + file.Item2, file.Item1));
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task An_order_is_total_turns_around_and_is_the_same_on_both_databases(string path, string sort)
    {
        var sqlite = await TestApp.SharedAsync(DatabaseKind.Sqlite);
        var postgres = await TestApp.SharedAsync(DatabaseKind.Postgres);

        var up = Rows(await sqlite.JsonAsync($"{path}?pageSize=500&sort={sort}"));
        var all = (await sqlite.JsonAsync($"{path}?pageSize=1")).GetProperty("total").GetInt32();

        Assert.Equal(up, Rows(await postgres.JsonAsync($"{path}?pageSize=500&sort={sort}")));
        if (up.Count == all)
        {
            var down = Rows(await sqlite.JsonAsync($"{path}?pageSize=500&sort=-{sort}"));
            Assert.Equal(up, Enumerable.Reverse(down));
            Assert.Equal(down, Rows(await postgres.JsonAsync($"{path}?pageSize=500&sort=-{sort}")));
        }
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_list_asks_the_database_a_few_times_however_many_rows_it_gives(DatabaseKind kind, string path)
    {
        var app = await TestApp.SharedAsync(kind);

        var many = await app.QueriesOfAsync(path + "?pageSize=500");

        Assert.InRange(many.Count, 1, PageChecks.MostQueries);
        Assert.Equal((await app.QueriesOfAsync(path + "?pageSize=1")).Count, many.Count);
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Nothing_that_people_type_breaks_the_search_of_a_list(DatabaseKind kind, string path)
    {
        var app = await TestApp.SharedAsync(kind);

        foreach (var text in new[] { "%25", "_", "'", "\"", "%5C", "%00", "%ED%A0%80", "%F0%9F%98%80", "æøå", "a b c d e f g", "<script>" })
        {
            Assert.InRange((await app.JsonAsync($"{path}?q={text}")).GetProperty("total").GetInt32(), 0, 100_000);
        }

        Assert.Equal(0, (await app.JsonAsync(path + "?q=zaphodbeeblebrox")).GetProperty("total").GetInt32());
    }

    [Theory, MemberData(nameof(Things))]
    public async Task A_thing_is_given_by_its_key_and_an_unknown_key_is_not_found(DatabaseKind kind, string route)
    {
        var app = await TestApp.SharedAsync(kind);

        Assert.Equal(JsonValueKind.Object, (await app.JsonAsync(await Api.WithKeyAsync(route))).ValueKind);
        await app.ProblemAsync(route.Replace("{key}", "no-such-thing", StringComparison.Ordinal), 404, "not-found");
    }

    private static List<string> Rows(JsonElement envelope) => [.. envelope.GetProperty("items").EnumerateArray().Select(item => item.GetRawText())];

    private static List<List<string>> ReadCsv(byte[] content)
    {
        using var csv = CsvReader.Create(content, new() { HasHeader = false });
        List<List<string>> lines = [];
        while (csv.Read())
        {
            lines.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return lines;
    }

    private static List<List<string>> ReadXlsx(byte[] content)
    {
        using var stream = new MemoryStream(content);
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);
        return [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];
    }
}
