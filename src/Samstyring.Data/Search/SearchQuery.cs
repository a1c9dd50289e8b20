using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Search;

/// <summary>Entries that have every word of a query, best first.</summary>
/// <param name="Total">How many were found; at most <see cref="SearchQuery.Most"/>.</param>
public sealed record SearchResult(IReadOnlyList<SearchEntry> Entries, int Total);

/// <summary>
/// Search that forgives: case, accents, æ/ø/å and their spellings, the beginning of a word, and one wrong letter in a word of
/// four or more. It looks up words by index only, so that it costs the same however much there is to search, and finds
/// the same on both databases (ADR 0005).
/// </summary>
public static class SearchQuery
{
    /// <summary>The most entries that one search ranks.</summary>
    public const int Most = 500;

    private const int WordsOfQuery = 6;
    private const int Alternatives = 12;

    public static async Task<SearchResult> FindAsync(SamstyringDb db, string query, int page, int pageSize, CancellationToken ct)
    {
        List<IReadOnlyList<SearchVocabulary>> words = [];
        foreach (var word in Folding.Words(query).Take(WordsOfQuery))
        {
            words.Add(await AlternativesAsync(db, word, ct));
        }

        if (words is [] || words.Exists(alternatives => alternatives is []))
        {
            return new([], 0);
        }

        words.Sort((a, b) => a.Sum(w => (long)w.Entries).CompareTo(b.Sum(w => (long)w.Entries)));
        var hits = await Hits(db, words).Take(Most * 2).ToListAsync(ct);
        SearchEntryId[] ranked = [.. hits.GroupBy(hit => hit.Entry).OrderBy(group => group.Min(Rank)).ThenBy(group => group.Key.Value).Select(group => group.Key)];
        SearchEntryId[] shown = [.. ranked.Skip((page - 1) * pageSize).Take(pageSize)];
        var entries = await db.SearchEntries.Where(e => shown.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        return new([.. shown.Select(id => entries[id])], Math.Min(ranked.Length, Most));

        int Rank(SearchWord hit) => (hit.Weight * 100) + words[0].Index().First(w => string.Equals(w.Item.Word, hit.Word, StringComparison.Ordinal)).Index;
    }

    /// <summary>What the reader may have meant by a word, the likeliest first: itself, words it begins, words one letter away.</summary>
    private static async Task<IReadOnlyList<SearchVocabulary>> AlternativesAsync(SamstyringDb db, string word, CancellationToken ct)
    {
        var end = word + "\u007f";
#pragma warning disable CA1309 // Runs in the database, where texts compare by code point.
        var begun = await db.SearchVocabulary.Where(v => string.Compare(v.Word, word) >= 0 && string.Compare(v.Word, end) < 0)
#pragma warning restore CA1309
            .OrderBy(v => v.Word).Take(Alternatives).ToListAsync(ct);
        if (word.Length < Spelling.ShortestForgiven || begun.Count == Alternatives)
        {
            return begun;
        }

        string[] keys = [.. Spelling.Keys(word).Distinct(StringComparer.Ordinal)];
        var near = await db.SearchSpellings.Where(s => keys.Contains(s.Key)).Select(s => s.Word).Distinct()
            .Join(db.SearchVocabulary, w => w, v => v.Word, (_, v) => v).OrderBy(v => v.Word).Take(100).ToListAsync(ct);
        return
        [
            .. begun.Concat(near.Where(v => Spelling.WithinOneError(v.Word, word))).DistinctBy(v => v.Word, StringComparer.Ordinal).Take(Alternatives),
        ];
    }

    /// <summary>The rarest word leads; each of its alternatives is read in order of weight, and only so far as needed.</summary>
    private static IQueryable<SearchWord> Hits(SamstyringDb db, List<IReadOnlyList<SearchVocabulary>> words)
    {
        IQueryable<SearchWord>? all = null;
        foreach (var lead in words[0].Select(v => v.Word))
        {
            var one = db.SearchWords.Where(w => w.Word == lead);
            foreach (var other in words.Skip(1))
            {
                string[] alternatives = [.. other.Select(v => v.Word)];
                one = one.Where(w => db.SearchWords.Any(x => x.Entry == w.Entry && alternatives.Contains(x.Word)));
            }

            one = one.OrderBy(w => w.Weight).ThenBy(w => w.Entry).Take(Most);
            all = all is null ? one : all.Concat(one);
        }

        return all!;
    }
}
