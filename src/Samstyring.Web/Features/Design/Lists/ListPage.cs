using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Design.Lists;

/// <summary>What the frame around a list needs: filters, pages and files. The page itself writes the rows.</summary>
/// <param name="Options">The allowed values of each filter.</param>
public sealed record ListFrame(
    string Name, string Path, ListQuery Query, int Total, int Shown, IReadOnlyList<(string Name, string Label)> Filters,
    IReadOnlyDictionary<string, IReadOnlyList<FilterOption>> Options, IReadOnlyList<BadValue> Bad)
{
    /// <summary>Ways to draw the page that the reader may choose among.</summary>
    public IReadOnlyList<ListView> Views { get; init; } = [];

    public int Pages => Math.Max(1, (Total + Query.PageSize - 1) / Query.PageSize);
}

/// <summary>A page that shows a list. Bad values in its address give 400 and say what is allowed.</summary>
public abstract class ListPage<TRow>(SamstyringDb db, ListSpec<TRow> spec) : PageModel
    where TRow : class
{
    public IReadOnlyList<TRow> Rows { get; private set; } = [];

    public ListFrame Frame { get; private set; } = null!;

    protected SamstyringDb Db => db;

    protected Tally Tally => HttpContext.RequestServices.GetRequiredService<Tally>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, bad, options) = await ListQuery.ReadAsync(spec, Request.Query, ListQuery.MaxPageSizeOfPages, db, ct);
        if (bad is [])
        {
            var total = await query.CountAsync(spec, db, Tally, ct);
            Rows = await query.PageAsync(spec, db, ct);
            Frame = new(spec.Name, spec.Path, query, total, Rows.Count, [.. spec.Filters.Select(f => (f.Name, f.Label))], options, bad) { Views = spec.Views };
            await LoadMoreAsync(query, ct);
            return Page();
        }

        Frame = new(spec.Name, spec.Path, query, 0, 0, [.. spec.Filters.Select(f => (f.Name, f.Label))], options, bad);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>What the page shows beside the rows.</summary>
    protected virtual Task LoadMoreAsync(ListQuery query, CancellationToken ct) => Task.CompletedTask;
}
