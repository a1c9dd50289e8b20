using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests;

public sealed class PlatformTests
{
    [Theory]
    [InlineData("/livshendelser")]
    [InlineData("/livshendelser/finnes-ikke")]
    [InlineData("/livshendelser?funded=feil")]
    [InlineData("/api/v1/life-events")]
    [InlineData("/api/v1/life-events?format=csv")]
    [InlineData("/api/v1/life-events/no-such")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/favicon.svg")]
    [InlineData("/lib/site.css")]
    [InlineData("/health/live")]
    [InlineData("/no/such/thing.png")]
    public async Task Every_answer_tells_the_browser_to_be_careful(string path)
    {
        using var http = (await TestApp.SharedAsync(DatabaseKind.Sqlite)).Visitor();

        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self';", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("geolocation=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_page_that_does_not_exist_offers_a_search_for_what_its_address_says(DatabaseKind kind)
    {
        var page = await (await TestApp.SharedAsync(kind)).OpenAsync("/kommuner/bergen-og-omegn/finnes-ikke");

        PageChecks.AssertWhole(page, "nb", status: 404);
        Assert.Equal("Vi fant ikke siden", page.Text("h1"));
        var search = Assert.Single(page.Document.QuerySelectorAll("main form[role=search]"));
        Assert.Equal("/sok", search.GetAttribute("action"));
        Assert.Equal("finnes ikke", search.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Contains("/livshendelser", page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_is_missing_in_the_language_asked_for()
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);

        PageChecks.AssertWhole(await app.OpenAsync("/finnes-ikke?sprak=en"), "en", status: 404);
        PageChecks.AssertWhole(await app.OpenAsync("/livshendelser/finnes-ikke?sprak=nn"), "nn", status: 404);
    }

    [Theory]
    [InlineData("/feil/404", 404)]
    [InlineData("/feil/413", 413)]
    [InlineData("/feil/500", 500)]
    [InlineData("/feil/403", 403)]
    [InlineData("/feil/200", 404)]
    public async Task An_error_page_is_a_whole_page_in_every_language(string path, int status)
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);

        foreach (var language in new[] { "nb", "nn", "en" })
        {
            PageChecks.AssertWhole(await app.OpenAsync($"{path}?sprak={language}"), language, status);
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_failure_is_told_without_its_insides(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        await app.OpenAsync("/livshendelser");
        await using (var db = app.Database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE life_event_funding");
        }

        var page = await app.OpenAsync("/livshendelser");
        var problem = await app.ProblemAsync("/api/v1/life-events", 500, "failed");

        PageChecks.AssertWhole(page, "nb", status: 500);
        Assert.Equal("Noe gikk galt hos oss", page.Text("h1"));
        Assert.DoesNotContain("life_event_funding", page.Html);
        Assert.DoesNotContain("life_event_funding", problem.GetRawText());
        Assert.DoesNotContain("Exception", problem.GetRawText());
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_application_is_ready_while_its_database_answers_and_lives_without_it(DatabaseKind kind)
    {
        var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        using var http = app.Visitor();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync("/health/live"), await StatusAsync("/health/ready")));
        await database.DisposeAsync();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (await StatusAsync("/health/live"), await StatusAsync("/health/ready")));

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            return response.StatusCode;
        }
    }
}
