using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.Data;
using Samstyring.Data.Loading;
using Samstyring.Data.Search;
using Samstyring.Domain.Kernel;

namespace Samstyring.Benchmarks;

/// <summary>A database with the facts of the registry and generated ones on top.</summary>
internal sealed record Dataset(string Database, Size Size, string Connection)
{
    public string Name => $"{Database}, {Size.Name}";
}

/// <summary>Makes the databases that are measured.</summary>
internal static class Datasets
{
    public static async Task FillAsync(Dataset dataset, string data)
    {
        await using var services = Services(dataset.Connection);
        await using var scope = services.CreateAsyncScope();
        var db = await BeginAsync(scope, data);
        var places = await db.Organisations.Where(o => o.Kind == Domain.Organisations.OrganisationKind.Municipality).OrderBy(o => o.Key).Select(o => o.Name).ToListAsync();
        var facts = new GeneratedFacts(dataset.Size, [.. places.Select(p => p.ToString())]);
        await StoreAsync(db, facts);
        await IndexAsync(db, facts);
        await GeneratedInitiative.StoreAsync(db, InitiativeSize.Largest);
        await SettleAsync(db);
    }

    public static ServiceProvider Services(string connection) => new ServiceCollection().AddSamstyringDatabase(connection).BuildServiceProvider();

    /// <summary>A database with the facts of the registry.</summary>
    public static async Task<SamstyringDb> BeginAsync(AsyncServiceScope scope, string data)
    {
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        await db.MigrateAsync(CancellationToken.None);
        var report = await ReferenceData.LoadAsync(db, data, TimeProvider.System, CancellationToken.None);
        return report.Succeeded ? db : throw new InvalidOperationException($"The data files have errors: {report.Errors[0]}");
    }

    /// <summary>What the databases do by themselves when there has been time.</summary>
    public static async Task SettleAsync(SamstyringDb db)
    {
        if (db is PostgresDb)
        {
            // What autovacuum does by itself within a minute or two.
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        }
        else
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static async Task StoreAsync(SamstyringDb db, GeneratedFacts facts)
    {
        await BulkInsert.InsertAsync(db, [GeneratedSource.Document]);
        await BulkInsert.InsertAsync(db, facts.Organisations(await db.Organisations.CountAsync()));
        var members = await db.Organisations.OrderBy(o => o.Key).Select(o => new { o.Key, o.SortKey }).ToListAsync();
        await BulkInsert.InsertAsync(db, facts.Memberships(await db.Memberships.CountAsync(), [.. members.Select(m => (m.Key, m.SortKey))]));
        await BulkInsert.InsertAsync(db, facts.LifeEvents());
        await BulkInsert.InsertAsync(db, facts.Actors());
        await BulkInsert.InsertAsync(db, facts.Letters());
        await BulkInsert.InsertAsync(db, facts.Fundings());
        await BulkInsert.InsertAsync(db, facts.Initiatives());
        await BulkInsert.InsertAsync(db, facts.Links());
    }

    /// <summary>Everything generated can be found, by the same words as the loader would give it.</summary>
    private static async Task IndexAsync(SamstyringDb db, GeneratedFacts facts)
    {
        var known = await db.Organisations.CountAsync(o => !o.Key.StartsWith("gen-"));
        List<Findable> found =
        [
            .. facts.Organisations(known).Select(o => new Findable("organisation", o.Key, o.Name, o.Note, "/organisasjoner/" + o.Key, 4, [o.Key], [o.Note])),
            .. facts.LifeEvents().Select(e => new Findable("life-event", e.Key, e.Name, e.Goal, "/livshendelser/" + e.Slug, 1, [e.Key], [e.Goal])),
            .. facts.Initiatives().Select((a, i) => new Findable("activity", a.Key, a.Name, LocalizedText.Unknown, $"/livshendelser/{facts.LifeEventOf(i)}#faser", 4, [a.Key], [])),
        ];
        await BulkInsert.InsertAsync(db, found.Select(f => new SearchEntry { Id = SearchEntryId.Of(f.Type, f.Key), Type = f.Type, Key = f.Key, Title = f.Title, Detail = f.Detail, Url = f.Url }));
        await BulkInsert.InsertAsync(db, found.SelectMany(f => SearchIndex.Words(f).Select(word => new SearchWord { Word = word.Key, Weight = word.Value, Entry = SearchEntryId.Of(f.Type, f.Key) })));
        await SearchIndex.CountWordsAsync(db, CancellationToken.None);
    }
}
