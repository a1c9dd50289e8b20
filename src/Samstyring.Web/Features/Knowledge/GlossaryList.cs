using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>A term of the field in bokmål and English, with what it means.</summary>
public sealed record TermItem
{
    /// <summary>The name used in code.</summary>
    public required string Key { get; init; }

    public required LocalizedText Term { get; init; }

    public required string Category { get; init; }

    public required LocalizedText Definition { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <param name="english">Whether the English terms give the order when none is asked for.</param>
internal sealed class GlossaryList(bool english = false) : ListSpec<TermItem>
{
    private static readonly ListSort<TermItem> Bokmaal = new("term", (rows, descending) => rows.By(descending, t => t.SortKey, t => t.Key));

#pragma warning disable CA1304, CA1311, MA0011 // Runs in the database, which lower-cases a–z only, and these terms have no other letters.
    private static readonly ListSort<TermItem> English = new("english", (rows, descending) => rows.By(descending, t => (t.Term.En ?? "").ToLower(), t => t.Key));
#pragma warning restore CA1304, CA1311, MA0011

    public override string Name => "glossary";

    public override string Path => "/ordliste";

    public override IReadOnlyList<ListFilter<TermItem>> Filters => [new("category", "term-category", CategoriesAsync, category => t => t.Category == category)];

    public override IReadOnlyList<ListSort<TermItem>> Sorts => english ? [English, Bokmaal] : [Bokmaal, English];

    public override IReadOnlyList<ExportField<TermItem>> Fields =>
        [new("key", t => t.Key), .. Text("term", t => t.Term), new("category", t => t.Category), .. Text("definition", t => t.Definition), .. Origin(t => t.Provenance)];

    public override IQueryable<TermItem> From(SamstyringDb db) => db.GlossaryTerms.Select(t => new TermItem
    {
        Key = t.Key,
        Term = t.Term,
        Category = t.Category,
        Definition = t.Definition,
        Provenance = t.Provenance,
        SortKey = t.SortKey,
        Folded = t.Folded,
    });

    public override Expression<Func<TermItem, bool>> Contains(string folded) => t => t.Folded.Contains(folded);

    /// <summary>The term of a key, whatever its case.</summary>
    public static Task<TermItem?> FindAsync(SamstyringDb db, string key, CancellationToken ct)
    {
        var lower = key.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // As above: keys are a–z.
        return new GlossaryList().From(db).Where(t => t.Key.ToLower() == lower).OrderBy(t => t.Key).FirstOrDefaultAsync(ct);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private static async Task<IReadOnlyList<FilterOption>> CategoriesAsync(SamstyringDb db, CancellationToken ct) =>
        await db.GlossaryTerms.Select(t => t.Category).Distinct().OrderBy(c => c).Select(c => new FilterOption(c, null)).ToListAsync(ct);
}
