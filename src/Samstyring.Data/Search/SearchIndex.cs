using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Search;

/// <summary>Keeps the search tables in step with what can be found.</summary>
internal static class SearchIndex
{
    private const int WordsOfBody = 80;

    /// <summary>Longer titles are sentences, which nobody types whole.</summary>
    private const int LongestWhole = 100;

    /// <summary>What readers call each kind of thing, so that «Bergen kommune» and «livshendelser» find what they mean.</summary>
    private static readonly Dictionary<string, string> KindWords = new(StringComparer.Ordinal)
    {
        ["life-event"] = "livshendelse livshendelser life event events",
        ["organisation"] = "organisasjon organisasjoner organisation organisations",
        ["municipality"] = "kommune kommuner municipality municipalities",
        ["county"] = "fylke fylker fylkeskommune county counties",
        ["network"] = "nettverk diginettverk network networks",
        ["theme"] = "tema temaer theme themes",
        ["measure"] = "tiltak measure measures",
        ["council-project"] = "rådsprosjekt rådsprosjekter project projects",
        ["activity"] = "aktivitet aktiviteter activity activities",
        ["source"] = "kilde kilder source sources",
        ["note"] = "merknad merknader uenighet uenigheter note notes",
        ["term"] = "begrep begreper term terms",
    };

    /// <summary>The word that stands for a whole title, however it is divided. No word of a query can be mistaken for it: they are folded.</summary>
    public static string Whole(string folded) => "=" + Joined(folded);

    public static async Task PutAsync(SamstyringDb db, IReadOnlyList<Findable> findable, CancellationToken ct)
    {
        if (findable is [])
        {
            return;
        }

        foreach (var batch in findable.Chunk(500))
        {
            SearchEntryId[] ids = [.. batch.Select(f => SearchEntryId.Of(f.Type, f.Key))];
            SearchEntryId[] keeping = [.. batch.Where(f => f.KeepsOldWords).Select(f => SearchEntryId.Of(f.Type, f.Key))];
            var before = keeping is [] ? [] : await db.SearchWords.Where(w => keeping.Contains(w.Entry)).ToListAsync(ct);
            await db.SearchEntries.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(ct);
            Add(db, batch, before.ToLookup(w => w.Entry));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        await CountWordsAsync(db, ct);
    }

    private static void Add(SamstyringDb db, IEnumerable<Findable> findable, ILookup<SearchEntryId, SearchWord> before)
    {
        foreach (var found in findable)
        {
            var id = SearchEntryId.Of(found.Type, found.Key);
            var words = Words(found);
            foreach (var old in before[id])
            {
                words.TryAdd(old.Word, old.Weight);
            }

            db.Add(new SearchEntry { Id = id, Type = found.Type, Key = found.Key, Title = found.Title, Detail = found.Detail, Url = found.Url, VisibleTo = found.VisibleTo });
            db.AddRange(words.Select(word => new SearchWord { Word = word.Key, Weight = word.Value, Entry = id, VisibleTo = found.VisibleTo }));
        }
    }

    /// <summary>Puts one thing that was changed, and counts its words anew: it costs as much as the thing has words.</summary>
    public static async Task PutOneAsync(SamstyringDb db, Findable found, CancellationToken ct)
    {
        var id = SearchEntryId.Of(found.Type, found.Key);
        var before = await db.SearchWords.Where(w => w.Entry == id).Select(w => new { w.Word, w.Weight }).ToListAsync(ct);
        await db.SearchEntries.Where(e => e.Id == id).ExecuteDeleteAsync(ct);
        var words = Words(found);
        foreach (var old in found.KeepsOldWords ? before : [])
        {
            words.TryAdd(old.Word, old.Weight);
        }

        db.Add(new SearchEntry { Id = id, Type = found.Type, Key = found.Key, Title = found.Title, Detail = found.Detail, Url = found.Url, VisibleTo = found.VisibleTo });
        db.AddRange(words.Select(word => new SearchWord { Word = word.Key, Weight = word.Value, Entry = id, VisibleTo = found.VisibleTo }));
        await db.SaveChangesAsync(ct);
        await RecountAsync(db, [.. before.Select(w => w.Word).Concat(words.Keys).Where(word => !word.StartsWith('=')).Distinct(StringComparer.Ordinal)], ct);
        db.ChangeTracker.Clear();
    }

    private static async Task RecountAsync(SamstyringDb db, IReadOnlyList<string> words, CancellationToken ct)
    {
        foreach (var batch in words.Chunk(200))
        {
            var counts = await db.SearchWords.Where(w => w.VisibleTo == null && batch.Contains(w.Word)).GroupBy(w => w.Word).Select(g => new SearchVocabulary { Word = g.Key, Entries = g.Count() }).ToListAsync(ct);
            await db.SearchVocabulary.Where(v => batch.Contains(v.Word)).ExecuteDeleteAsync(ct);
            await db.SearchSpellings.Where(s => batch.Contains(s.Word)).ExecuteDeleteAsync(ct);
            db.AddRange(counts);
            db.AddRange(Spellings(counts));
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Numbers get no misspellings: every municipality number is one digit from another.</summary>
    private static IEnumerable<SearchSpelling> Spellings(IEnumerable<SearchVocabulary> counts) =>
        counts.Where(c => !c.Word.All(char.IsAsciiDigit)).SelectMany(c => Spelling.Keys(c.Word).Distinct(StringComparer.Ordinal).Select(key => new SearchSpelling { Key = key, Word = c.Word }));

    /// <summary>
    /// Lower weights come first: a word of the title or a whole title, then what such a thing is called, then a word of the body or a whole other name.
    /// </summary>
    internal static Dictionary<string, int> Words(Findable found)
    {
        var names = found.Also.OfType<string>().ToList();
        var title = Each(found.Title).Concat(names).SelectMany(name => Folding.Words(name).Concat(InOneWord(name))).Concat(Wholes(Each(found.Title)));
        var kind = Folding.Words(KindWords.GetValueOrDefault(found.Type, ""));
        var body = found.Body.SelectMany(Each).SelectMany(Folding.Words).Distinct(StringComparer.Ordinal).Take(WordsOfBody).Concat(Wholes(names));
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        foreach (var (word, weight) in title.Select(w => (w, found.Rank)).Concat(kind.Select(w => (w, found.Rank + 2))).Concat(body.Select(w => (w, found.Rank + 10))))
        {
            words.TryAdd(word, weight);
        }

        return words;
    }

    /// <summary>A name of two or three words is also written as one: «DigiViken», «Nordodal».</summary>
    private static IEnumerable<string> InOneWord(string name) => Folding.Fold(name) is var folded && folded.Count(' '.Equals) is 1 or 2 ? [Joined(folded)] : [];

    private static string Joined(string folded) => folded.Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> Wholes(IEnumerable<string> names) => names.Select(Folding.Fold).Where(name => name.Length is > 0 and <= LongestWhole).Select(Whole);

    private static IEnumerable<string> Each(LocalizedText text) => new[] { text.Nb, text.Nn, text.En }.OfType<string>();

    internal static async Task CountWordsAsync(SamstyringDb db, CancellationToken ct)
    {
        await db.SearchVocabulary.ExecuteDeleteAsync(ct);
        await db.SearchSpellings.ExecuteDeleteAsync(ct);
        var counts = await db.SearchWords.Where(w => w.VisibleTo == null && !EF.Functions.Like(w.Word, "=%")).GroupBy(w => w.Word).Select(g => new SearchVocabulary { Word = g.Key, Entries = g.Count() }).ToListAsync(ct);
        db.AddRange(counts);
        db.AddRange(Spellings(counts));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
