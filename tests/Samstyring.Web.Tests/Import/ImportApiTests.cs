using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Import;
using Samstyring.Domain.Access;
using Samstyring.TestKit;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Tests.Import;

public sealed class ImportApiTests
{
    public static TheoryData<DatabaseKind, string, string> Exports() =>
        [.. from kind in Enum.GetValues<DatabaseKind>() from type in ImportType.All from format in new[] { "csv", "xlsx" } select (kind, type.Name, format)];

    [Theory, MemberData(nameof(Exports))]
    public async Task What_is_exported_is_imported_without_a_change(DatabaseKind kind, string type, string format)
    {
        var app = await TestApp.SharedAsync(kind);
        var (_, _, content) = await app.FileAsync($"/api/v1/{type}?format={format}");
        var administrator = await app.InsiderAsync();

        var (status, report) = await PostAsync(administrator.Http, $"/api/v1/imports/{type}?dryRun=true", content);

        Assert.True(status is HttpStatusCode.OK, report.ToString());
        var changes = report.GetProperty("changes").GetRawText();
        Assert.True((report.GetProperty("added").GetInt32(), report.GetProperty("changed").GetInt32()) == (0, 0), changes[..Math.Min(3_000, changes.Length)]);
        Assert.InRange(report.GetProperty("unchanged").GetInt32(), 30, 1_000);
        Assert.Equal(report.GetProperty("rows").GetInt32(), report.GetProperty("unchanged").GetInt32());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_name_like_a_formula_goes_out_with_an_apostrophe_and_comes_back_without(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var administrator = await app.SignInAsync(organisation: null, administrator: true);
        var (status, _) = await PostAsync(administrator.Http, "/api/v1/imports/organisations?reason=Ny", "key,name_nb,short,kind,level,is_collective\nformel,'=1+1,'<i>,agency,state,no\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, status);

        var (_, _, exported) = await app.FileAsync("/api/v1/organisations?format=csv&q=formel");

        Assert.Contains("formel,'=1+1,", Encoding.UTF8.GetString(exported));
        await using var db = database.Open();
        var stored = await db.Organisations.SingleAsync(o => o.Key == "formel");
        Assert.Equal(("=1+1", "'<i>"), (stored.Name.Nb, stored.ShortName));
        var (again, report) = await PostAsync(administrator.Http, "/api/v1/imports/organisations?reason=Igjen", exported);
        Assert.Equal((HttpStatusCode.OK, 1), (again, report.GetProperty("unchanged").GetInt32()));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_form_with_errors_is_a_problem_with_rows_and_columns(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        using var http = (await app.SignInAsync("digi-rogaland")).Http;
        using var form = new MultipartFormDataContent { { new StringContent("x"), "annet" }, { new ByteArrayContent("body,member\ndigi-rogaland,finnes-ikke\n"u8.ToArray()), "fil", "medlemmer.csv" } };
        using var response = await http.PostAsync(new Uri("/api/v1/imports/memberships?reason=Ny", UriKind.Relative), form);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json", "field.no-such-body"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, problem.GetProperty("code").GetString()));
        var error = problem.GetProperty("errors")[0];
        Assert.Equal((2, "member", "finnes-ikke"), (error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("value").GetString()));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Only_whoever_may_import_is_answered(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        using var visitor = app.Visitor();
        var reader = await app.SignInAsync("4207", Role.Reader);
        var contributor = await app.SignInAsync("4207");

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(visitor, "/api/v1/imports/memberships", "a"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(reader.Http, "/api/v1/imports/memberships", "a"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(contributor.Http, "/api/v1/imports/noe", "a"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(contributor.Http, "/api/v1/imports/memberships", "body,member\n"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(contributor.Http, "/api/v1/imports/memberships", "hei"u8.ToArray(), "multipart/form-data; boundary=x")).Status);
    }

    [Fact]
    public async Task A_file_above_fifty_megabytes_is_refused_and_not_read_to_its_end()
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);

        var (status, problem) = await PostAsync((await app.InsiderAsync()).Http, "/api/v1/imports/memberships?dryRun=true", new byte[ImportFile.MostBytes + 1]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "import.too-large"), (status, problem.GetProperty("code").GetString()));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_workbook_with_a_number_where_a_key_belongs_says_where(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        ExportField<(string Body, object Member)>[] fields = [new("body", row => row.Body), new("member", row => row.Member)];
        using var book = new MemoryStream();
        await ListFiles.WriteXlsxAsync(book, "memberships", fields, new (string, object)[] { ("digi-agder", "4204"), ("digi-agder", 4207) }.ToAsyncEnumerable(), CancellationToken.None);

        var (status, problem) = await PostAsync((await app.InsiderAsync()).Http, "/api/v1/imports/memberships?dryRun=true", book.ToArray());

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "import.number-for-key", 3), (status, problem.GetProperty("code").GetString(), problem.GetProperty("errors")[0].GetProperty("row").GetInt32()));
    }

    [Theory, InlineData("csv"), InlineData("xlsx")]
    public void A_text_that_is_written_to_a_file_is_read_back_as_it_was(string format)
    {
        var starts = Gen.Elements("", "=", "+", "-", "@", "\t", "'", "''", "'=", "\"", ",", ";", "æ", "\n");
        var texts = from start in starts from rest in Gen.Elements("", "a", "'", "1", " b ", "\"q\"", "å,;\t", "x\ny", "<b>&amp;") from end in starts select start + rest + end;

        Prop.ForAll(texts.ToArbitrary(), text => Read(text, format).GetAwaiter().GetResult() == (text.Length == 0 ? null : text)).QuickCheckThrowOnFailure();
    }

    private static async Task<string?> Read(string text, string format)
    {
        ExportField<string>[] fields = [new("key", _ => "k"), new("name", row => row)];
        using var stream = new MemoryStream();
        var rows = new[] { text }.ToAsyncEnumerable();
        await (format == "csv" ? ListFiles.WriteCsvAsync(stream, fields, rows, CancellationToken.None) : ListFiles.WriteXlsxAsync(stream, "a", fields, rows, CancellationToken.None));
        using var file = await ImportFile.ReceiveAsync("a", new MemoryStream(stream.ToArray()), CancellationToken.None);
        Assert.Null(file.Check());
        using var table = file.Open();
        return table.Rows().Single().Cells[1];
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(HttpClient http, string path, byte[] content, string type = "text/csv")
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), body);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }
}
