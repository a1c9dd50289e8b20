using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Search;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests;

public sealed class SearchTests
{
    [Theory]
    [InlineData("ålesund", "municipality:1508")]
    [InlineData("Aalesund", "municipality:1508")]
    [InlineData("alesund", "municipality:1508")]
    [InlineData("Tromsø", "municipality:5501")]
    [InlineData("tromsoe", "municipality:5501")]
    [InlineData("Kárášjohka", "municipality:5610")]
    [InlineData("karasjohka", "municipality:5610")]
    [InlineData("4207", "municipality:4207")]
    [InlineData("flekkefj", "municipality:4207")]
    [InlineData("flekefjord", "municipality:4207")]
    [InlineData("flekkefjrod", "municipality:4207")]
    [InlineData("alvorlig sykt barn", "life-event:seriously-ill-child")]
    [InlineData("seriously ill child", "life-event:seriously-ill-child")]
    [InlineData("sykt alvorlg", "life-event:seriously-ill-child")]
    [InlineData("digi vestland", "network:digi-vestland")]
    [InlineData("digidr", "organisation:digdir")]
    [InlineData("D-01", "note:D-01")]
    public async Task Both_databases_find_what_was_meant_first(string query, string first)
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            Assert.Equal(first, (await FindAsync(kind, query)).FirstOrDefault());
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("kommune")]
    [InlineData("digi")]
    [InlineData("digitalisering nettverk")]
    [InlineData("barn")]
    [InlineData("å")]
    [InlineData("oslo kommune")]
    [InlineData("samarbied")]
    [InlineData("nav ks")]
    public async Task Both_databases_find_the_same_in_the_same_order(string query)
    {
        var found = await FindAsync(DatabaseKind.Sqlite, query);

        Assert.NotEmpty(found);
        Assert.Equal(found, await FindAsync(DatabaseKind.Postgres, query));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_not_there_is_not_found(DatabaseKind kind)
    {
        foreach (var query in new[] { "", "  ", "–", "zaphodbeeblebrox", "oslo zaphodbeeblebrox", "% _", "'; drop table organisations; --" })
        {
            Assert.Empty(await FindAsync(kind, query));
        }
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Pages_follow_each_other_without_gap_or_overlap(DatabaseKind kind)
    {
        await using var db = (await TestDatabase.SharedAsync(kind)).Open();
        var whole = await SearchQuery.FindAsync(db, "digi", 1, SearchQuery.Most, CancellationToken.None);

        List<SearchEntry> paged = [];
        for (var page = 1; paged.Count < whole.Total; page++)
        {
            var next = await SearchQuery.FindAsync(db, "digi", page, 7, CancellationToken.None);
            Assert.Equal(whole.Total, next.Total);
            Assert.NotEmpty(next.Entries);
            paged.AddRange(next.Entries);
        }

        Assert.InRange(whole.Total, 8, SearchQuery.Most);
        Assert.Equal(whole.Entries.Select(e => e.Id), paged.Select(e => e.Id));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_search_costs_a_few_queries_however_many_words_it_has(DatabaseKind kind)
    {
        var queries = new QueryCounter();
        await using var db = (await TestDatabase.SharedAsync(kind)).Open(queries);
        var count = queries.Start();

        await SearchQuery.FindAsync(db, "a b c d e f g h i j k l m n o p alvorlig sykt barn i norge", 1, 20, CancellationToken.None);

        Assert.InRange(count.Value, 1, 14);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Every_entry_leads_to_a_path_and_has_a_title(DatabaseKind kind)
    {
        await using var db = (await TestDatabase.SharedAsync(kind)).Open();

        var entries = await db.SearchEntries.ToListAsync();

        Assert.InRange(entries.Count, 800, 2_000);
        Assert.All(entries, entry => Assert.Matches("^/[a-z]", entry.Url));
        Assert.All(entries, entry => Assert.False(entry.Title.IsUnknown, entry.Key));
    }

    private static async Task<List<string>> FindAsync(DatabaseKind kind, string query)
    {
        await using var db = (await TestDatabase.SharedAsync(kind)).Open();
        var found = await SearchQuery.FindAsync(db, query, 1, 100, CancellationToken.None);
        return [.. found.Entries.Select(entry => $"{entry.Type}:{entry.Key}")];
    }
}
