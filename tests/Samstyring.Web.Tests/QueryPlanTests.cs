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
        "/organisasjoner", "/organisasjoner?kind=agency&page=2", "/organisasjoner?sort=-name", "/organisasjoner/digdir", "/kommuner/4207", "/livshendelser", "/livshendelser/alvorlig-sykt-barn", "/nettverk/digi-agder",
        "/sok?q=flekefjord", "/sok?q=digitale+tjenester", "/api/v1/organisations?level=municipality", "/api/v1/search?q=flekkefjord", "/api/v1/life-events/seriously-ill-child/activities",
    ];

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_main_pages_read_growing_tables_by_index(DatabaseKind kind)
    {
        var plans = new PlanRecorder();
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database, plans) { RemembersAnswers = true };
        using var reader = app.Visitor();
        reader.DefaultRequestHeaders.Add("Cookie", "anew=1");
        await ReadAsync(reader);
        plans.Clear();

        await ReadAsync(reader);

        Assert.True(plans.Plans > Paths.Length, "The recorder saw too few queries to mean anything.");
        Assert.DoesNotContain(plans.Scans, scan => Growing.Contains(scan.Table, StringComparer.Ordinal));
        Assert.Empty(plans.Numbered);
    }

    [Theory]
    [InlineData("SELECT CAST(count(*) AS TEXT) AS \"Value\"\nFROM \"organisations\" AS \"o\"", 1)]
    [InlineData("SELECT \"o\".\"Key\" AS \"Value\"\nFROM \"organisations\" AS \"o\"\nORDER BY \"o\".\"Folded\"\nLIMIT 50", 1)]
    [InlineData("SELECT \"o\".\"Key\" AS \"Value\"\nFROM \"organisations\" AS \"o\"\nWHERE \"o\".\"Folded\" LIKE '%x%'\nORDER BY \"o\".\"SortKey\", \"o\".\"Key\"\nLIMIT 50", 1)]
    [InlineData("SELECT \"o\".\"Key\" AS \"Value\"\nFROM \"organisations\" AS \"o\"\nORDER BY \"o\".\"SortKey\", \"o\".\"Key\"\nLIMIT 50", 0)]
    public async Task The_recorder_tells_a_whole_table_from_its_first_rows(string query, int scans)
    {
        var plans = new PlanRecorder();
        await using var db = (await TestDatabase.SharedAsync(DatabaseKind.Sqlite)).Open(plans);

        await db.Database.SqlQueryRaw<string>(query).ToListAsync();

        Assert.Equal(scans, plans.Scans.Count);
    }

    private static async Task ReadAsync(HttpClient reader)
    {
        foreach (var path in Paths)
        {
            using var response = await reader.GetAsync(new Uri(path, UriKind.Relative));
            response.EnsureSuccessStatusCode();
        }
    }
}
