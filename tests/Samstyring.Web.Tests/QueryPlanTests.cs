using Microsoft.EntityFrameworkCore;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests;

/// <summary>What grows is read by index on the main pages, on both databases, and only so far as is shown. (The text search inside a list, <c>q=</c>, reads its list.)</summary>
public sealed class QueryPlanTests
{
    private static readonly string[] Growing =
    [
        "organisations", "memberships", "initiatives", "life_events", "life_event_activities", "life_event_actors", "life_event_letters", "council_project_organisations",
        "search_words", "search_vocabulary", "search_spellings", "search_entries",
    ];

    private static readonly string[] Paths =
    [
        "/organisasjoner", "/organisasjoner?kind=agency&page=2", "/organisasjoner?sort=-name", "/organisasjoner/digdir", "/kommuner/4207", "/kommuner/4207/fakta", "/livshendelser", "/livshendelser/alvorlig-sykt-barn", "/nettverk/digi-agder",
        "/sok?q=flekefjord", "/sok?q=digitale+tjenester", "/api/v1/organisations?level=municipality", "/api/v1/search?q=flekkefjord", "/api/v1/life-events/seriously-ill-child/activities",
    ];

    private static readonly string[] GrowingWithChanges = ["audit_entries", "audit_subjects", "restricted_reads", "proposals", "proposal_answerers", "corrections", "restrictions"];

    private static readonly string[] OfTheTrace =
    [
        "/spor", "/spor?before=5", "/historikk/organisation/4207", "/historikk/membership/digi-agder~4207", "/api/v1/history?type=life-event&key=having-a-child", "/administrasjon/spor", "/administrasjon/spor?before=100",
        "/administrasjon/spor?organisation=4207", "/administrasjon/spor?event=affiliation-began", "/administrasjon/spor?subject=organisation:4207", "/administrasjon/spor?organisation=4207&event=affiliation-began&subject=organisation:4207",
        "/administrasjon/lesninger", "/administrasjon/lesninger?before=100", "/api/v1/audit-entries?event=record-corrected", "/api/v1/organisations/4207/audit-entries", "/api/v1/restricted-reads",
        "/endre/organisation/4207", "/kommuner/4207", "/kommuner/4207/fakta", "/nettverk/temaer",
    ];

    private static readonly string[] OfAdoption =
    [
        "/kommuner/4207", "/losninger", "/losninger/eksempel-timebestilling", "/losninger/eksempel-timebestilling/kommuner", "/losninger/eksempel-timebestilling/kommuner/4207", "/losninger/eksempel-timebestilling/pris", "/veikart",
        "/nettverk/digi-agder/losninger", "/api/v1/municipalities/4207/agenda", "/api/v1/solutions/eksempel-timebestilling/adoption",
    ];

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_main_pages_read_growing_tables_by_index(DatabaseKind kind)
    {
        var plans = new PlanRecorder();
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database, plans) { RemembersAnswers = true };
        using var reader = app.Visitor();
        reader.DefaultRequestHeaders.Add("Cookie", "anew=1");
        await ReadAsync(reader, Paths);
        plans.Clear();

        await ReadAsync(reader, Paths);

        Assert.True(plans.Plans > Paths.Length, "The recorder saw too few queries to mean anything.");
        Assert.DoesNotContain(plans.Scans, scan => Growing.Contains(scan.Table, StringComparer.Ordinal));
        Assert.Empty(plans.Numbered);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_said_of_adoption_is_read_by_index(DatabaseKind kind)
    {
        var plans = new PlanRecorder();
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database, plans);
        var insider = await app.InsiderAsync();
        using var visitor = app.Visitor();
        plans.Clear();

        await ReadAsync(visitor, [.. OfAdoption.Where(path => !path.StartsWith("/nettverk", StringComparison.Ordinal))]);
        await ReadAsync(insider.Http, OfAdoption);

        Assert.True(plans.Plans > OfAdoption.Length, "The recorder saw too few queries to mean anything.");
        var scans = plans.Scans.Where(scan => scan.Table is "adoption_records" or "solution_parts").Select(scan => $"{scan.Table}:\n{scan.Query}").Distinct(StringComparer.Ordinal).ToList();
        Assert.True(scans is [], string.Join("\n\n", scans));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_trace_and_the_histories_are_read_by_index(DatabaseKind kind)
    {
        var plans = new PlanRecorder();
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database, plans);
        var insider = await app.InsiderAsync();
        plans.Clear();

        await ReadAsync(insider.Http, OfTheTrace);

        Assert.True(plans.Plans > OfTheTrace.Length, "The recorder saw too few queries to mean anything.");
        var scans = plans.Scans.Where(scan => GrowingWithChanges.Contains(scan.Table, StringComparer.Ordinal)).Select(scan => $"{scan.Table}:\n{scan.Query}").Distinct(StringComparer.Ordinal).ToList();
        Assert.True(scans is [], string.Join("\n\n", scans));
        Assert.Empty(plans.Numbered);
    }

    [Theory]
    [InlineData("SELECT CAST(count(*) AS TEXT) AS \"Value\"\nFROM \"organisations\" AS \"o\"", 1)]
    [InlineData("SELECT \"o\".\"Key\" AS \"Value\"\nFROM \"organisations\" AS \"o\"\nORDER BY \"o\".\"Folded\"\nLIMIT 50", 1)]
    [InlineData("SELECT \"o\".\"Key\" AS \"Value\"\nFROM \"organisations\" AS \"o\"\nWHERE \"o\".\"Folded\" LIKE '%x%'\nORDER BY \"o\".\"SortKey\", \"o\".\"Key\"\nLIMIT 50", 1)]
    [InlineData("SELECT \"o\".\"Key\" AS \"Value\"\nFROM \"organisations\" AS \"o\"\nORDER BY \"o\".\"SortKey\", \"o\".\"Key\"\nLIMIT 50", 0)]
    [InlineData("SELECT \"a\".\"Hash\" AS \"Value\"\nFROM \"audit_entries\" AS \"a\"\nORDER BY \"a\".\"Number\" DESC\nLIMIT 50", 0)]
    [InlineData("SELECT \"a\".\"Hash\" AS \"Value\"\nFROM \"audit_entries\" AS \"a\"\nORDER BY \"a\".\"Hash\"\nLIMIT 50", 1)]
    public async Task The_recorder_tells_a_whole_table_from_its_first_rows(string query, int scans)
    {
        var plans = new PlanRecorder();
        await using var db = (await TestDatabase.SharedAsync(DatabaseKind.Sqlite)).Open(plans);

        await db.Database.SqlQueryRaw<string>(query).ToListAsync();

        Assert.Equal(scans, plans.Scans.Count);
    }

    private static async Task ReadAsync(HttpClient reader, IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            using var response = await reader.GetAsync(new Uri(path, UriKind.Relative));
            response.EnsureSuccessStatusCode();
        }
    }
}
