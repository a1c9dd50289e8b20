using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Cli.Tests;

/// <summary>Files that are too large, sent to the program as it runs: the test server of the other tests has no limits.</summary>
public sealed class LargeBodyTests
{
    private const int MegaByte = 1024 * 1024;

    private const string Import = "/api/v1/imports/memberships?dryRun=true";

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_in_words_and_a_small_one_right_after_is_taken()
    {
        await using var database = await TestDatabase.LoadedAsync(DatabaseKind.Sqlite);
        var (email, token) = await PersonAsync(database);
        var (web, address) = await Programs.WebAsync(database.ConnectionString);
        try
        {
            using var program = new HttpClient { BaseAddress = new Uri(address) };
            program.DefaultRequestHeaders.Authorization = new("Bearer", token);
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), await PostAsync(program, new ByteArrayContent(new byte[60 * MegaByte])));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "import.too-large"), await PostAsync(program, new StreamContent(new Pieces(55 * MegaByte))));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "import.too-large"), await PostAsync(program, new ByteArrayContent(new byte[51 * MegaByte])));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "import.bomb"), await PostAsync(program, new ByteArrayContent(Bomb())));
            Assert.Equal((HttpStatusCode.OK, null), await PostAsync(program, new ByteArrayContent("body,member\ndigi-agder,4207\n"u8.ToArray())));

            using var browser = new HttpClient { BaseAddress = new Uri(address) };
            var page = await SignInAsync(browser, email);
            var refused = await page.UploadAsync("form.form-panel", "Prøv uten å lagre", ("Upload", "stor.csv", new byte[60 * MegaByte]), ("Type", "memberships"));

            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Filen er for stor"), (refused.Response.StatusCode, refused.Text("h1")));
            Assert.Contains("50 MB", refused.Text("main .lead"));
        }
        finally
        {
            web.Kill(entireProcessTree: true);
            await web.WaitForExitAsync();
            web.Dispose();
        }
    }

    private static async Task<(string Email, string Token)> PersonAsync(TestDatabase database)
    {
        await using var app = new TestApp(database);
        var person = await app.RegisterAsync("digi-agder");
        await using var db = database.Open();
        var organisation = OrganisationId.Of("digi-agder");
        var made = await new TokenStore(db, TimeProvider.System).MakeAsync(new("Prøve", [TokenScope.Import], Days: 2), new(organisation, "digi-agder", person.Id), new(person.Id, organisation), CancellationToken.None);
        Assert.True(made.IsAccepted(out var token, out _));
        return (person.Email!, token.Secret);
    }

    private static async Task<TestPage> SignInAsync(HttpClient browser, string email)
    {
        var form = await TestPage.ReadAsync(browser, await browser.GetAsync(new Uri("/logg-inn", UriKind.Relative)));
        await form.SubmitAsync("form.form-panel", ("Email", email), ("Password", TestApp.Password));
        return await TestPage.ReadAsync(browser, await browser.GetAsync(new Uri("/import", UriKind.Relative)));
    }

    private static async Task<(HttpStatusCode Status, string? Code)> PostAsync(HttpClient http, HttpContent body)
    {
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        using var response = await http.PostAsync(new Uri(Import, UriKind.Relative), body);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        if (!response.IsSuccessStatusCode)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Contains("Nothing was changed.", answer.RootElement.GetProperty("title").GetString());
        }

        return (response.StatusCode, answer.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    /// <summary>A workbook of some kilobytes that becomes a gigabyte.</summary>
    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[MegaByte];
            for (var i = 0; i < 1024; i++)
            {
                sheet.Write(zeros);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Sent in pieces: the server does not know beforehand how much comes.</summary>
    private sealed class Pieces(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, _left);
            _left -= given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
