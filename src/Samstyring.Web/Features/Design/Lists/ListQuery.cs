using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Design.Lists;

/// <summary>A query parameter that has a value it may not have.</summary>
/// <param name="Allowed">What is allowed, for people and programs alike.</param>
public sealed record BadValue(string Parameter, string Value, string Allowed);

/// <summary>What a reader asks of a list: which rows, in which order, which page.</summary>
/// <param name="Filters">By name of the filter; only those that are set.</param>
public sealed record ListQuery(int Page, int PageSize, string? Sort, string? Q, IReadOnlyDictionary<string, string> Filters)
{
    public const int MaxPageSize = 500;
    public const int DefaultPageSize = 50;

    /// <summary>So that a page of HTML stays below 200 kB.</summary>
    public const int MaxPageSizeOfPages = 100;

    public const int MaxTextLength = 200;

    /// <summary>By name of the view; only those that are chosen.</summary>
    public IReadOnlyDictionary<string, string> Views { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool IsFiltered => Q is not null || Filters.Count > 0;

    /// <summary>The query string of this list with some of it changed; null removes a parameter.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        Dictionary<string, string?> all = new(StringComparer.Ordinal) { ["q"] = Q };
        foreach (var (name, value) in Filters.Concat(Views))
        {
            all[name] = value;
        }

        all["sort"] = Sort;
        all["pageSize"] = PageSize == DefaultPageSize ? null : PageSize.ToString(CultureInfo.InvariantCulture);
        all["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in changes)
        {
            all[name] = value;
        }

        return new QueryBuilder(all.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value!))).ToString();
    }

    /// <summary>Reads a query string; says everything that is wrong with it.</summary>
    internal static async Task<(ListQuery Query, IReadOnlyList<BadValue> Bad, IReadOnlyDictionary<string, IReadOnlyList<FilterOption>> Options)> ReadAsync<TRow>(
        ListSpec<TRow> spec, IQueryCollection query, int maxPageSize, SamstyringDb db, CancellationToken ct)
        where TRow : class
    {
        List<BadValue> bad = [];
        var page = Whole(query, "page", 1, 1_000_000, bad) ?? 1;
        var pageSize = Whole(query, "pageSize", 1, maxPageSize, bad) ?? DefaultPageSize;
        var sort = Value(query, "sort");
        if (sort is not null && !spec.Sorts.Any(s => string.Equals(s.Name, sort.TrimStart('-'), StringComparison.Ordinal)))
        {
            bad.Add(new("sort", sort, string.Join(", ", spec.Sorts.SelectMany(s => new[] { s.Name, "-" + s.Name }))));
        }

        var q = Value(query, "q")?.Trim();
        if (q?.Length > MaxTextLength)
        {
            bad.Add(new("q", q[..20] + "…", string.Create(CultureInfo.InvariantCulture, $"0–{MaxTextLength} characters")));
        }

        Dictionary<string, string> filters = new(StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<FilterOption>> options = new(StringComparer.Ordinal);
        foreach (var filter in spec.Filters)
        {
            options[filter.Name] = await filter.Options(db, ct);
            if (Value(query, filter.Name) is { } value)
            {
                filters[filter.Name] = value;
                if (!options[filter.Name].Any(o => string.Equals(o.Value, value, StringComparison.Ordinal)))
                {
                    bad.Add(new(filter.Name, value, string.Join(", ", options[filter.Name].Select(o => o.Value))));
                }
            }
        }

        return (new(page, pageSize, sort, string.IsNullOrEmpty(q) ? null : q, filters) { Views = ReadViews(spec.Views, query, bad) }, bad, options);
    }

    /// <summary>The rows asked for, in order, before paging.</summary>
    internal IQueryable<TRow> Apply<TRow>(ListSpec<TRow> spec, IQueryable<TRow> rows)
        where TRow : class
    {
        rows = Filter(spec, rows);
        var (name, descending) = (Sort?.TrimStart('-') ?? spec.Sorts[0].Name, Sort?.StartsWith('-') ?? false);
        return spec.Sorts.First(s => string.Equals(s.Name, name, StringComparison.Ordinal)).Order(rows, descending);
    }

    /// <summary>How many rows there are on all pages.</summary>
    internal Task<int> CountAsync<TRow>(ListSpec<TRow> spec, SamstyringDb db, Tally tally, CancellationToken ct)
        where TRow : class => CountAsync("rows", spec, tally, () => Filter(spec, spec.From(db)).CountAsync(ct), ct);

    /// <summary>Something counted over all the rows; remembered where the list allows it and the reader wrote no text.</summary>
    internal Task<T> CountAsync<TRow, T>(string what, ListSpec<TRow> spec, Tally tally, Func<Task<T>> count, CancellationToken ct)
        where TRow : class =>
        spec.CountIsRemembered && Q is null ? tally.GetAsync($"{what} {spec.Name} {spec.Path} {With(("sort", null), ("page", null), ("pageSize", null))}", count, ct) : count();

    /// <summary>One page of rows, complete.</summary>
    internal async Task<IReadOnlyList<TRow>> PageAsync<TRow>(ListSpec<TRow> spec, SamstyringDb db, CancellationToken ct)
        where TRow : class =>
        await spec.CompleteAsync(db, await Apply(spec, spec.From(db)).Skip((Page - 1) * PageSize).Take(PageSize).ToListAsync(ct), ct);

    /// <summary>All rows, complete, read a few hundred at a time.</summary>
    internal async IAsyncEnumerable<TRow> AllAsync<TRow>(ListSpec<TRow> spec, SamstyringDb db, [EnumeratorCancellation] CancellationToken ct)
        where TRow : class
    {
        foreach (var rows in (await Apply(spec, spec.From(db)).ToListAsync(ct)).Chunk(MaxPageSize))
        {
            foreach (var row in await spec.CompleteAsync(db, rows, ct))
            {
                yield return row;
            }
        }
    }

    internal IQueryable<TRow> Filter<TRow>(ListSpec<TRow> spec, IQueryable<TRow> rows)
        where TRow : class
    {
        foreach (var filter in spec.Filters.Where(f => Filters.ContainsKey(f.Name)))
        {
            rows = rows.Where(filter.Where(Filters[filter.Name]));
        }

        return Q is null ? rows : Folding.Words(Q).Aggregate(rows, (found, word) => found.Where(spec.Contains(word)));
    }

    private static Dictionary<string, string> ReadViews(IReadOnlyList<ListView> views, IQueryCollection query, List<BadValue> bad)
    {
        Dictionary<string, string> chosen = new(StringComparer.Ordinal);
        foreach (var view in views)
        {
            if (Value(query, view.Name) is { } value)
            {
                chosen[view.Name] = value;
                if (!view.Values.Contains(value, StringComparer.Ordinal))
                {
                    bad.Add(new(view.Name, value, string.Join(", ", view.Values)));
                }
            }
        }

        return chosen;
    }

    internal static string? Value(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value, ..] ? value : null;

    internal static int? Whole(IQueryCollection query, string name, int least, int most, List<BadValue> bad)
    {
        if (Value(query, name) is not { } value)
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        bad.Add(new(name, value, string.Create(CultureInfo.InvariantCulture, $"{least}–{most}")));
        return null;
    }
}

/// <summary>Orders by a value and then by a unique one, either way.</summary>
internal static class Ordering
{
    public static IOrderedQueryable<TRow> By<TRow, TKey, TUnique>(
        this IQueryable<TRow> rows, bool descending, System.Linq.Expressions.Expression<Func<TRow, TKey>> key, System.Linq.Expressions.Expression<Func<TRow, TUnique>> unique) =>
        descending ? rows.OrderByDescending(key).ThenByDescending(unique) : rows.OrderBy(key).ThenBy(unique);
}
