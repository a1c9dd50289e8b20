using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;

namespace Samstyring.Web.Features.Design;

/// <summary>The title and sender of a source, for the card that says where a fact comes from.</summary>
public sealed record SourceTitle(LocalizedText Title, string Publisher, SenderKind SenderKind);

/// <summary>A term with its definition, for explaining it in place.</summary>
public sealed record TermCard(string Key, LocalizedText Term, LocalizedText Definition);

/// <summary>Sources and terms that almost every page names: kept in memory and read anew every minute.</summary>
public sealed class Catalogue(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private Snapshot? _snapshot;

    public async ValueTask<Snapshot> GetAsync(CancellationToken ct)
    {
        if (_snapshot is { } fresh && clock.GetUtcNow() - fresh.ReadAt < Freshness)
        {
            return fresh;
        }

        await _loading.WaitAsync(ct);
        try
        {
            return _snapshot is { } other && clock.GetUtcNow() - other.ReadAt < Freshness ? other : _snapshot = await ReadAsync(ct);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Call when facts have changed: it is read anew for the next page.</summary>
    public void Forget() => _snapshot = _snapshot is { } old ? old with { ReadAt = DateTimeOffset.MinValue } : null;

    public void Dispose() => _loading.Dispose();

    /// <summary>Terms that have not changed keep their compiled patterns.</summary>
    private async Task<Snapshot> ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        var sources = await db.SourceDocuments.Select(d => new { d.Key, d.Title, d.Publisher, d.SenderKind }).ToListAsync(ct);
        var terms = await db.GlossaryTerms.OrderBy(t => t.SortKey).Select(t => new TermCard(t.Key, t.Term, t.Definition)).ToListAsync(ct);
        var titles = sources.ToFrozenDictionary(s => s.Key, s => new SourceTitle(s.Title, s.Publisher, s.SenderKind), StringComparer.Ordinal);
        return _snapshot is { } before && before.Terms.Count == terms.Count && terms.TrueForAll(t => t.Equals(before.Terms.GetValueOrDefault(t.Key)))
            ? before with { Sources = titles, ReadAt = clock.GetUtcNow() }
            : new(titles, terms.ToFrozenDictionary(t => t.Key, StringComparer.Ordinal), clock.GetUtcNow());
    }

    public sealed record Snapshot(FrozenDictionary<string, SourceTitle> Sources, FrozenDictionary<string, TermCard> Terms, DateTimeOffset ReadAt)
    {
        private readonly Dictionary<string, (Regex Pattern, Dictionary<string, TermCard> ByWord)> _patterns =
            new[] { "nb", "en" }.ToDictionary(language => language, language => Words(Terms, language), StringComparer.Ordinal);

        /// <summary>Where the glossary's terms stand in a text of a language, with Norwegian endings («livshendelsene»).</summary>
        public IEnumerable<(int Start, int Length, TermCard Term)> Find(string text, string language)
        {
            var (pattern, byWord) = _patterns[string.Equals(language, "en", StringComparison.Ordinal) ? "en" : "nb"];
            return pattern.Matches(text).Select(m => (m.Index, m.Length, byWord[m.Groups["term"].Value.ToLowerInvariant()]));
        }

        /// <summary>No time limit: the pattern is escaped words and cannot run away, and on a busy machine the first match alone may take a second.</summary>
        private static (Regex Pattern, Dictionary<string, TermCard> ByWord) Words(FrozenDictionary<string, TermCard> terms, string language)
        {
            Dictionary<string, TermCard> byWord = new(StringComparer.Ordinal);
            foreach (var term in terms.Values.OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                var name = (string.Equals(language, "en", StringComparison.Ordinal) ? term.Term.En : term.Term.Nb) ?? "";
                foreach (var word in name.Split(['/', '('], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3 && !w.EndsWith(')')))
                {
                    byWord.TryAdd(word.ToLowerInvariant(), term);
                }
            }

            var endings = string.Equals(language, "en", StringComparison.Ordinal) ? "(s|es)?" : "(en|et|a|er|ene|e|r|n|s|ens|enes)?";
            var all = string.Join('|', byWord.Keys.OrderByDescending(w => w.Length).Select(Regex.Escape).DefaultIfEmpty("(?!)"));
            return (new Regex($@"(?<![\w-])(?<term>{all}){endings}(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled, Regex.InfiniteMatchTimeout), byWord);
        }
    }
}
