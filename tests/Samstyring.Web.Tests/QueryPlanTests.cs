using Samstyring.TestKit;

namespace Samstyring.Web.Tests;

/// <summary>What grows is read by index on the main pages, on both databases. (The text search inside a list, <c>q=</c>, reads its list.)</summary>
public sealed class QueryPlanTests
{
    private static readonly string[] Growing =
    [
        "organisations", "memberships", "initiatives", "life_event_activities", "life_event_actors", "life_event_letters", "council_project_organisations",
        "search_words", "search_vocabulary", "search_spellings", "search_entries",
    ];

    private static readonly string[] Paths =
    [
        "/organisasjoner", "/organisasjoner?kind=agency&page=2", "/organisasjoner?sort=-name", "/organisasjoner/digdir", "/kommuner/4207", "/livshendelser/alvorlig-sykt-barn", "/nettverk/digi-agder",
        "/sok?q=flekefjord", "/sok?q=digitale+tjenester", "/api/v1/organisations?level=municipality", "/api/v1/life-events/seriously-ill-child/activities",
    ];

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task The_main_pages_read_growing_tables_by_index(DatabaseKind kind)
    {
        var plans = new PlanRecorder();
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database, plans);
        using var visitor = app.Visitor();
        foreach (var path in Paths)
        {
            using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            response.EnsureSuccessStatusCode();
        }

        Assert.True(plans.Plans > Paths.Length, "The recorder saw too few queries to mean anything.");
        Assert.DoesNotContain(plans.Scans, scan => Growing.Contains(scan.Table, StringComparer.Ordinal));
    }
}
