using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Search;

/// <summary>Entries that have every word of a query, best first.</summary>
/// <param name="Total">How many were found; at most <see cref="SearchQuery.Most"/>.</param>
public sealed record SearchResult(IReadOnlyList<SearchEntry> Entries, int Total);

/// <summary>
/// Search that forgives: case, accents, æ/ø/å and their spellings, the beginning of a word, and one wrong letter in a word of
/// four or more. It looks up words by index only, in five queries, so that it costs the same however much there is to search,
/// and finds the same on both databases (ADR 0005).
/// </summary>
public static class SearchQuery
{
    /// <summary>The most entries that one search ranks.</summary>
    public const int Most = 500;

    private const int WordsOfQuery = 6;
    private const int Alternatives = 12;
    private const int NearWords = 100;

    /// <summary>A word of a title that is spelled otherwise than the query counts as a word of a text.</summary>
    private const int NearPenalty = 10;

    /// <summary>More than any weight: who has the whole query as its name comes before all others.</summary>
    private const int WholeFirst = 1_000;

    /// <summary>A word that the reader may have meant.</summary>
    /// <param name="Entries">How many entries have it.</param>
    /// <param name="Near">Whether it takes a typing error to mean it.</param>
    private sealed record Reading(string Word, int Entries, bool Near);

    /// <summary>An entry whose whole title is the query comes first, then whole other names, then words of titles, then words of texts.</summary>
    public static async Task<SearchResult> FindAsync(SamstyringDb db, string query, int page, int pageSize, CancellationToken ct)
    {
        var words = await ReadingsAsync(db, [.. Folding.Words(query).Take(WordsOfQuery)], ct);
        if (words is [] || words.Exists(readings => readings is []))
        {
            return new([], 0);
        }

        words.Sort((a, b) => a.Sum(w => (long)w.Entries).CompareTo(b.Sum(w => (long)w.Entries)));
        var whole = SearchIndex.Whole(Folding.Fold(query));
        var total = await CountAsync(db, whole, words, ct);
        var first = Math.Min((long)page * pageSize, total);
        var hits = await Hits(db, whole, words, (int)first).ToListAsync(ct);
        var ranked = hits.GroupBy(hit => hit.Entry).OrderBy(group => group.Min(Rank)).ThenBy(group => group.Key.Value).Select(group => group.Key).Take((int)first);
        SearchEntryId[] shown = [.. ranked.Skip((page - 1) * pageSize)];
        var entries = await db.SearchEntries.Where(e => shown.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        foreach (var entry in entries.Values)
        {
            db.Shows(entry.VisibleTo, entry.Type, entry.Key);
        }

        return new([.. shown.Select(id => entries[id])], total);

        int Rank(SearchWord hit)
        {
            if (string.Equals(hit.Word, whole, StringComparison.Ordinal))
            {
                return hit.Weight - WholeFirst;
            }

            var (index, reading) = words[0].Index().First(w => string.Equals(w.Item.Word, hit.Word, StringComparison.Ordinal));
            return ((hit.Weight + (reading.Near ? NearPenalty : 0)) * 100) + index;
        }
    }

    /// <summary>For each word what the reader may have meant by it, the likeliest first: itself, words it begins, words one letter away.</summary>
    private static async Task<List<IReadOnlyList<Reading>>> ReadingsAsync(SamstyringDb db, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (words is [])
        {
            return [];
        }

        var known = await words.Select(word => Begun(db, word)).Aggregate((all, one) => all.Concat(one)).ToListAsync(ct);
        List<IReadOnlyList<Reading>> readings =
        [
            .. words.Select(word => (IReadOnlyList<Reading>)
            [
                .. known.Where(v => v.Word.StartsWith(word, StringComparison.Ordinal)).DistinctBy(v => v.Word, StringComparer.Ordinal)
                    .OrderBy(v => v.Word, StringComparer.Ordinal).Take(Alternatives).Select(v => new Reading(v.Word, v.Entries, Near: false)),
            ]),
        ];
        var unsure = words.Where(word => word.Length >= Spelling.ShortestForgiven && !word.All(char.IsAsciiDigit)).ToList();
        var near = await NearAsync(db, unsure, ct);
        return
        [
            .. words.Select((word, i) => unsure.Contains(word)
                ? [.. readings[i], .. near.Where(n => Spelling.WithinOneError(n.Word, word) && !readings[i].Any(r => string.Equals(r.Word, n.Word, StringComparison.Ordinal))).Take(Alternatives)]
                : readings[i]),
        ];
    }

    private static IQueryable<SearchVocabulary> Begun(SamstyringDb db, string word)
    {
        var end = word + "\u007f";
#pragma warning disable CA1309 // Runs in the database, where texts compare by code point.
        return db.SearchVocabulary.Where(v => string.Compare(v.Word, word) >= 0 && string.Compare(v.Word, end) < 0)
#pragma warning restore CA1309
            .OrderBy(v => v.Word).Take(Alternatives);
    }

    private static async Task<IReadOnlyList<Reading>> NearAsync(SamstyringDb db, List<string> words, CancellationToken ct)
    {
        if (words is [])
        {
            return [];
        }

        string[] keys = [.. words.SelectMany(Spelling.Keys).Distinct(StringComparer.Ordinal)];
        return await db.SearchSpellings.Where(s => keys.Contains(s.Key)).Select(s => s.Word).Distinct()
            .Join(db.SearchVocabulary, w => w, v => v.Word, (_, v) => v).OrderBy(v => v.Word).Take(NearWords * words.Count)
            .Select(v => new Reading(v.Word, v.Entries, true)).ToListAsync(ct);
    }

    /// <summary>
    /// Names that are the whole query, and entries with all its words. The rarest word leads; each of its readings is read in order of weight,
    /// and only so far as needed: the first <paramref name="most"/> entries are among the first of each.
    /// </summary>
    private static IQueryable<SearchWord> Hits(SamstyringDb db, string whole, List<IReadOnlyList<Reading>> words, int most)
    {
        IQueryable<SearchWord> all = db.SearchWords.Where(w => w.Word == whole).OrderBy(w => w.Weight).ThenBy(w => w.Entry).Take(most);
        foreach (var lead in words[0].Select(r => r.Word))
        {
            var one = WithOthers(db, db.SearchWords.Where(w => w.Word == lead), words);
            all = all.Concat(one.OrderBy(w => w.Weight).ThenBy(w => w.Entry).Take(most));
        }

        return all;
    }

    /// <summary>How many entries there are of <see cref="Hits"/>; it stops at <see cref="Most"/>.</summary>
    private static Task<int> CountAsync(SamstyringDb db, string whole, List<IReadOnlyList<Reading>> words, CancellationToken ct)
    {
        string[] leads = [.. words[0].Select(r => r.Word)];
        return db.SearchWords.Where(w => w.Word == whole).Concat(WithOthers(db, db.SearchWords.Where(w => leads.Contains(w.Word)), words))
            .Select(w => w.Entry).Distinct().Take(Most).CountAsync(ct);
    }

    /// <summary>Those whose entries have the words after the first too.</summary>
    private static IQueryable<SearchWord> WithOthers(SamstyringDb db, IQueryable<SearchWord> leading, List<IReadOnlyList<Reading>> words)
    {
        foreach (var other in words.Skip(1))
        {
            string[] readings = [.. other.Select(r => r.Word)];
            leading = leading.Where(w => db.SearchWords.Any(x => x.Entry == w.Entry && readings.Contains(x.Word)));
        }

        return leading;
    }
}
