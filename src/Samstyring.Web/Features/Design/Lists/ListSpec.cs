using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design.Lists;

/// <summary>A filter value and its name for people.</summary>
public sealed record FilterOption(string Value, LocalizedText? Name = null);

/// <summary>A way to narrow a list: one query parameter with known values.</summary>
/// <param name="Name">The query parameter, the same on the page and in the API.</param>
/// <param name="Label">Key of the text that names it.</param>
/// <param name="Options">The allowed values. A value without a name is named by the text <c>Label.value</c>.</param>
/// <param name="Where">The rows that have a value.</param>
public sealed record ListFilter<TRow>(
    string Name, string Label, Func<SamstyringDb, CancellationToken, Task<IReadOnlyList<FilterOption>>> Options, Func<string, Expression<Func<TRow, bool>>> Where);

public static class ListFilters
{
    /// <summary>A filter on a code value.</summary>
    public static ListFilter<TRow> Code<TRow, T>(string name, string label, Func<T, Expression<Func<TRow, bool>>> where)
        where T : struct, Enum =>
        new(name, label, (_, _) => Task.FromResult<IReadOnlyList<FilterOption>>([.. Codes.All<T>().Select(code => new FilterOption(code))]),
            value => where(Codes.TryParse<T>(value, out var code) ? code : throw new ArgumentOutOfRangeException(nameof(value), value, "Not a code.")));

    /// <summary>The counties of today as values of a filter, by name.</summary>
    public static async Task<IReadOnlyList<FilterOption>> CountiesAsync(SamstyringDb db, CancellationToken ct) =>
        await (from c in db.Counties
               join o in db.Organisations on c.Id equals o.Id
               orderby o.SortKey, o.Key
               select new FilterOption(o.Key, o.Name)).ToListAsync(ct);

    /// <summary>A filter with a few fixed values.</summary>
    public static ListFilter<TRow> Fixed<TRow>(string name, string label, IReadOnlyList<string> values, Func<string, Expression<Func<TRow, bool>>> where) =>
        new(name, label, (_, _) => Task.FromResult<IReadOnlyList<FilterOption>>([.. values.Select(value => new FilterOption(value))]), where);
}

/// <summary>A way to order a list. The order must be total, so that a page never shows a row twice: end with a unique value.</summary>
/// <param name="Name">The value of <c>sort</c>; with a leading hyphen it is the other way.</param>
public sealed record ListSort<TRow>(string Name, Func<IQueryable<TRow>, bool, IOrderedQueryable<TRow>> Order);

/// <summary>What the page draws of the same rows: one query parameter with a few values, of which the first holds when none is chosen.</summary>
/// <param name="Label">Key of the text that names it. Its values are named by the text <c>Label.value</c>.</param>
public sealed record ListView(string Name, string Label, IReadOnlyList<string> Values);

/// <summary>A column of the exported files. A value is a text, a whole number, a decimal, a truth value or null for «ukjent».</summary>
public sealed record ExportField<TRow>(string Name, Func<TRow, object?> Value);

/// <summary>
/// Everything a list is, said once: the page, the API and the files come from it. <typeparamref name="TRow"/> is what the API gives,
/// so its public properties are part of the API.
/// </summary>
public abstract class ListSpec<TRow>
    where TRow : class
{
    /// <summary>The plural in the API's address, and the name of exported files.</summary>
    public abstract string Name { get; }

    /// <summary>The path of its page.</summary>
    public abstract string Path { get; }

    /// <summary>Its address in the API.</summary>
    public virtual string Api => "/api/v1/" + Name;

    public virtual IReadOnlyList<ListFilter<TRow>> Filters => [];

    /// <summary>Ways to draw the page. They stay in its address and change no rows.</summary>
    public virtual IReadOnlyList<ListView> Views => [];

    /// <summary>Whether the number of rows is remembered for a minute: for lists that are long and the same for everybody.</summary>
    public virtual bool CountIsRemembered => false;

    /// <summary>The first one is used when none is asked for.</summary>
    public abstract IReadOnlyList<ListSort<TRow>> Sorts { get; }

    public abstract IReadOnlyList<ExportField<TRow>> Fields { get; }

    /// <summary>All rows that the reader may see, as the database gives them: projected with object initialisers, so that filters and order reach the database.</summary>
    public abstract IQueryable<TRow> From(SamstyringDb db);

    /// <summary>Rows that contain a folded text.</summary>
    public abstract Expression<Func<TRow, bool>> Contains(string folded);

    /// <summary>Fills in what is cheaper to read for a page of rows at once than in the query of the list.</summary>
    public virtual Task<IReadOnlyList<TRow>> CompleteAsync(SamstyringDb db, IReadOnlyList<TRow> rows, CancellationToken ct) => Task.FromResult(rows);

    /// <summary>The export columns of a text: one a language.</summary>
    protected static IEnumerable<ExportField<TRow>> Text(string name, Func<TRow, LocalizedText> text) =>
        [new(name + "_nb", row => text(row).Nb), new(name + "_en", row => text(row).En)];

    /// <summary>The export columns that say where a row comes from.</summary>
    protected static IEnumerable<ExportField<TRow>> Origin(Func<TRow, Provenance> provenance) =>
        [new("source", row => provenance(row).Source), new("as_of", row => provenance(row).AsOf), new("certainty", row => Codes.Of(provenance(row).Certainty))];
}
