using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Search;

/// <summary>Keeps the search tables in step with what can be found.</summary>
internal static class SearchIndex
{
    private const int WordsOfBody = 80;

    public static async Task PutAsync(SamstyringDb db, IReadOnlyList<Findable> findable, CancellationToken ct)
    {
        if (findable is [])
        {
            return;
        }

        var ids = findable.Select(f => SearchEntryId.Of(f.Type, f.Key)).ToHashSet();
        foreach (var batch in ids.Chunk(500))
        {
            await db.SearchEntries.Where(e => batch.Contains(e.Id)).ExecuteDeleteAsync(ct);
        }

        foreach (var found in findable)
        {
            var entry = new SearchEntry { Id = SearchEntryId.Of(found.Type, found.Key), Type = found.Type, Key = found.Key, Title = found.Title, Detail = found.Detail, Url = found.Url };
            db.Add(entry);
            db.AddRange(Words(found).Select(word => new SearchWord { Word = word.Key, Weight = word.Value, Entry = entry.Id }));
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        await CountWordsAsync(db, ct);
    }

    /// <summary>A word of the title weighs less, and so comes first, than the same word of the body.</summary>
    private static Dictionary<string, int> Words(Findable found)
    {
        var title = Each(found.Title).Concat(found.Also.OfType<string>()).SelectMany(Folding.Words);
        var body = found.Body.SelectMany(Each).SelectMany(Folding.Words).Distinct(StringComparer.Ordinal).Take(WordsOfBody);
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        foreach (var (word, weight) in title.Select(w => (w, found.Rank)).Concat(body.Select(w => (w, found.Rank + 10))))
        {
            words.TryAdd(word, weight);
        }

        return words;
    }

    private static IEnumerable<string> Each(LocalizedText text) => new[] { text.Nb, text.Nn, text.En }.OfType<string>();

    private static async Task CountWordsAsync(SamstyringDb db, CancellationToken ct)
    {
        await db.SearchVocabulary.ExecuteDeleteAsync(ct);
        await db.SearchSpellings.ExecuteDeleteAsync(ct);
        var counts = await db.SearchWords.GroupBy(w => w.Word).Select(g => new SearchVocabulary { Word = g.Key, Entries = g.Count() }).ToListAsync(ct);
        db.AddRange(counts);
        db.AddRange(counts.SelectMany(c => Spelling.Keys(c.Word).Distinct(StringComparer.Ordinal).Select(key => new SearchSpelling { Key = key, Word = c.Word })));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
