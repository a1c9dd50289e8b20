using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.TestKit;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Tests;

public sealed class AnswerCacheTests : IAsyncLifetime
{
    private const string Page = "/livshendelser";
    private const string List = "/api/v1/life-events";

    private TestApp _app = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _app = new(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite)) { RemembersAnswers = true };
        _http = _app.Visitor();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _app.Database.DisposeAsync();
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(List)]
    [InlineData("/api/v1/search?q=digdir")]
    public async Task A_visitor_gets_what_the_one_before_got_with_the_same_headers(string path)
    {
        using var first = await GetAsync(path);
        using var second = await GetAsync(path);

        Assert.False(IsRemembered(first));
        Assert.True(IsRemembered(second));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(Headers(first), Headers(second));
    }

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("Cookie", "session=x")]
    [InlineData("Cookie", "sprak=nb; session=x")]
    public async Task A_request_that_may_be_somebodys_own_is_always_answered_anew_and_not_remembered(string header, string value)
    {
        using var own = await GetAsync(Page, (header, value));
        using var visitor = await GetAsync(Page);
        using var ownAgain = await GetAsync(Page, (header, value));

        Assert.Equal([false, false, false], new[] { own, visitor, ownAgain }.Select(IsRemembered));
    }

    [Fact]
    public async Task Languages_do_not_mix_and_choosing_one_is_never_remembered_for_others()
    {
        using var bokmaal = await GetAsync(Page);
        using var english = await GetAsync(Page, ("Cookie", "sprak=en"));
        using var englishAgain = await GetAsync(Page, ("Cookie", "sprak=en"));
        using var chosen = await GetAsync(Page + "?sprak=en");
        using var chosenAgain = await GetAsync(Page + "?sprak=en");

        Assert.Contains("<html lang=\"nb\"", await bokmaal.Content.ReadAsStringAsync());
        Assert.Contains("<html lang=\"en\"", await english.Content.ReadAsStringAsync());
        Assert.Equal([false, true, false], new[] { english, englishAgain, chosenAgain }.Select(IsRemembered));
        Assert.True(chosenAgain.Headers.Contains("Set-Cookie"));
        Assert.False(englishAgain.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Encodings_do_not_mix()
    {
        var plain = await (await GetAsync(Page)).Content.ReadAsStringAsync();
        foreach (var attempt in new[] { false, true })
        {
            using var brotli = await GetAsync(Page, ("Accept-Encoding", "gzip;q=0.5, br"));
            using var gzip = await GetAsync(Page, ("Accept-Encoding", "gzip"));
            using var none = await GetAsync(Page, ("Accept-Encoding", "identity"));

            Assert.Equal(("br", "gzip", ""), (brotli.Content.Headers.ContentEncoding.ToString(), gzip.Content.Headers.ContentEncoding.ToString(), none.Content.Headers.ContentEncoding.ToString()));
            Assert.Equal([attempt, attempt, true], new[] { brotli, gzip, none }.Select(IsRemembered));
            Assert.Equal(plain, await ReadAsync(new BrotliStream(await brotli.Content.ReadAsStreamAsync(), CompressionMode.Decompress)));
            Assert.Equal(plain, await ReadAsync(new GZipStream(await gzip.Content.ReadAsStreamAsync(), CompressionMode.Decompress)));
            Assert.Equal(plain, await none.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData(Page + "?funded=feil", HttpStatusCode.BadRequest)]
    [InlineData(Page + "/finnes-ikke", HttpStatusCode.NotFound)]
    [InlineData("/finnes-ikke", HttpStatusCode.NotFound)]
    [InlineData("/feil/404", HttpStatusCode.NotFound)]
    [InlineData("/kommuner/1004", HttpStatusCode.MovedPermanently)]
    [InlineData(List + "?pageSize=0", HttpStatusCode.BadRequest)]
    [InlineData(List + "/no-such", HttpStatusCode.NotFound)]
    [InlineData(List + "?format=csv", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    public async Task Errors_files_redirects_and_the_health_are_never_remembered(string path, HttpStatusCode status)
    {
        using var http = _app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        foreach (var _ in new[] { 1, 2 })
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));

            Assert.Equal(status, response.StatusCode);
            Assert.False(IsRemembered(response));
        }
    }

    [Fact]
    public async Task A_visitor_sees_a_change_at_once()
    {
        const string address = "/historikk/organisation/4207";
        using var before = await GetAsync(address);
        using var remembered = await GetAsync(address);
        Assert.True(IsRemembered(remembered));
        Assert.DoesNotContain("958935420", await before.Content.ReadAsStringAsync());
        var steward = await _app.SignInAsync("4207");

        await (await steward.OpenAsync("/endre/municipality/4207")).SubmitAsync("form.form-panel", ("Values[org_number]", "958935420"), ("Reason", "Feil i kilden."));

        using var after = await GetAsync(address);
        Assert.Contains("958935420", await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_address_that_nobody_would_type_does_not_fill_the_memory()
    {
        var path = $"{Page}?x={new string('x', 500)}";
        using var first = await GetAsync(path);
        using var second = await GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.False(IsRemembered(second));
    }

    [Theory]
    [InlineData(Page + "?sort=name", Page + "?sort=-name")]
    [InlineData(Page + "?q=barn&q=jobb", Page + "?q=jobb&q=barn")]
    [InlineData("/organisasjoner/digdir", "/organisasjoner/ks")]
    public async Task Addresses_do_not_mix(string one, string other)
    {
        using var first = await GetAsync(one);
        using var second = await GetAsync(other);

        Assert.False(IsRemembered(second));
        Assert.NotEqual(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_key_in_capitals_is_another_address()
    {
        using var known = await GetAsync("/organisasjoner/digdir");
        using var unknown = await GetAsync("/organisasjoner/DIGDIR");

        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task What_has_changed_shows_at_once()
    {
        using var before = await GetAsync(List);
        await using (var db = _app.Database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM life_event_letters");
        }

        using var old = await GetAsync(List);
        await _app.Services.GetRequiredService<AnswerCache>().EvictAsync(CancellationToken.None);
        using var changed = await GetAsync(List);

        Assert.Equal([false, true, false], new[] { before, old, changed }.Select(IsRemembered));
        Assert.Equal(await before.Content.ReadAsStringAsync(), await old.Content.ReadAsStringAsync());
        Assert.NotEqual(await before.Content.ReadAsStringAsync(), await changed.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request);
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static bool IsRemembered(HttpResponseMessage response) => response.Headers.Age is not null;

    /// <summary>All but what tells a remembered answer from a new one.</summary>
    private static IEnumerable<string> Headers(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Age" or "Date" or "Content-Length" or "Transfer-Encoding")).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order();
}
