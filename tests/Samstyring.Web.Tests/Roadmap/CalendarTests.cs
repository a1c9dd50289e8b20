using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Samstyring.TestKit;
using static Samstyring.Web.Tests.Roadmap.MunicipalityPageTests;

namespace Samstyring.Web.Tests.Roadmap;

/// <summary>The calendar of a municipality, read by a parser that is not ours: <c>ical/parse.mjs</c> over the package ical.js.</summary>
public sealed class CalendarTests
{
    private const string Feed = "/api/v1/municipalities/4207/agenda.ics";

    private const string Closed = "/kommuner/4207/kalender";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_independent_parser_reads_the_feed_as_the_page_tells_it(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var page = await app.OpenAsync("/kommuner/4207");

        var calendar = await ParseAsync((await app.OpenAsync(Feed)).Html);

        var events = calendar.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(("Frister for Flekkefjord", "2.0"), (calendar.GetProperty("name").GetString(), calendar.GetProperty("version").GetString()));
        Assert.Equal(page.Table("Frister og arbeid framover").Count, events.Count);
        Assert.All(events, e => Assert.True(e.GetProperty("isDate").GetBoolean()));
        Assert.Equal(events.Count, events.Select(e => e.GetProperty("uid").GetString()).Distinct().Count());
        var council = events.Single(e => e.GetProperty("uid").GetString() == "4207-council_adopts-2027@samstyring");
        Assert.Equal(("2026-12-31", "2027-01-01", "Flekkefjord: Kommunestyret vedtar, budsjettet for 2027"), (Text(council, "start"), Text(council, "end"), Text(council, "summary")));
        Assert.Contains("– Ta stilling til Digiorden", Text(council, "description"));
        Assert.EndsWith("/kommuner/4207#budsjett", Text(council, "url"));
        Assert.Contains(events, e => Text(e, "summary").Contains("(Eksempeldata)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Texts_with_signs_of_the_form_and_long_lines_come_through_whole()
    {
        const string Name = "Å, æ; ø \\ «navn» med en lang hale: 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂 blåbærsyltetøy, rømmegrøt og smørbrød";
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        await WithoutSolutionsAsync(app);
        await (await app.SignInAsync("ks")).AddRecordAsync("solution", "", ("key", "tegn"), ("owner", "ks"), ("name_nb", Name), ("state", "ready"), ("decide_by", "2026-05-01"));

        var text = (await app.OpenAsync(Feed)).Html;

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        var events = (await ParseAsync(text)).GetProperty("events").EnumerateArray();
        Assert.Contains(events, e => Text(e, "summary") == "Flekkefjord: Ta stilling til " + Name);
    }

    [Fact]
    public async Task A_program_that_has_the_calendar_is_told_that_nothing_has_changed()
    {
        using var http = (await TestApp.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        using var first = await http.GetAsync(new Uri(Feed, UriKind.Relative));
        using HttpRequestMessage again = new(HttpMethod.Get, Feed);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var answer = await http.SendAsync(again);

        Assert.Equal("text/calendar", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_person_s_own_address_gives_what_only_the_municipality_sees_until_it_is_revoked_and_opens_nothing_else(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind)) { RemembersAnswers = true };
        await WithoutSolutionsAsync(app);
        await (await app.SignInAsync("ks")).AddSolutionAsync("lukket", ("decide_by", "2026-06-01"));
        await KeepToAsync(app, "4207");
        var own = await app.SignInAsync("4207");
        var made = await (await own.OpenAsync(Closed)).PressAsync("form.form-panel", "Lag adresse");
        var address = new Uri(made.Text("code.secret"));
        var token = address.Query["?token=".Length..];
        using var program = app.CreateClient(new() { HandleCookies = false });

        Assert.Contains("lukket", await program.GetStringAsync(address));
        Assert.DoesNotContain("lukket", await program.GetStringAsync(new Uri(Feed, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(new Uri(Feed + "?token=feil", UriKind.Relative))).StatusCode);
        using (HttpRequestMessage elsewhere = new(HttpMethod.Get, "/api/v1/municipalities/4207/agenda"))
        {
            elsewhere.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            Assert.Equal(HttpStatusCode.Forbidden, (await program.SendAsync(elsewhere)).StatusCode);
        }

        Assert.DoesNotContain("lukket", await (await program.GetAsync(new Uri($"/api/v1/municipalities/4207/agenda?token={token}", UriKind.Relative))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(token, (await own.OpenAsync(Closed)).Html, StringComparison.Ordinal);
        await (await own.OpenAsync(Closed)).PressAsync("form.revoke", "Trekk tilbake");
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task An_address_with_a_token_is_in_no_log_whatever_the_log_is_set_to()
    {
        var lines = new Lines();
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite)) { Replacing = services => services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(lines) };
        await using var listened = app.WithWebHostBuilder(host =>
        {
            host.UseSetting("Logging:LogLevel:Default", "Trace");
            host.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace");
            host.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace");
        });

        using var answer = await listened.CreateClient().GetAsync(new Uri(Feed + "?token=sst_hemmelig", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.NotEmpty(lines.All);
        Assert.DoesNotContain(lines.All, line => line.Contains("sst_hemmelig", StringComparison.Ordinal));
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static async Task<JsonElement> ParseAsync(string calendar)
    {
        using var node = Process.Start(new ProcessStartInfo("node", "parse.mjs")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "Samstyring.Web.Tests", "ical"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var (said, wrong) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(calendar);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, "The parser refuses the calendar, or its package is not there (npm ci in its folder):\n" + await wrong);
        return JsonDocument.Parse(await said).RootElement;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
            {
                _lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
