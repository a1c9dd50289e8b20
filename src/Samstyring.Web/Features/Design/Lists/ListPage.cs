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

    /// <summary>The address of the same list in the API.</summary>
    public string Api { get; init; } = "/api/v1/" + Name;

    public int Pages => Math.Max(1, (Total + Query.PageSize - 1) / Query.PageSize);

    /// <summary>Reads the page of a list that an address asks for; no rows where it has a bad value.</summary>
    internal static async Task<(ListFrame Frame, IReadOnlyList<TRow> Rows)> ReadAsync<TRow>(ListSpec<TRow> spec, IQueryCollection asked, SamstyringDb db, Tally tally, CancellationToken ct)
        where TRow : class
    {
        var (query, bad, options) = await ListQuery.ReadAsync(spec, asked, ListQuery.MaxPageSizeOfPages, db, ct);
        var total = bad is [] ? await query.CountAsync(spec, db, tally, ct) : 0;
        IReadOnlyList<TRow> rows = bad is [] ? await query.PageAsync(spec, db, ct) : [];
        return (new(spec.Name, spec.Path, query, total, rows.Count, [.. spec.Filters.Select(f => (f.Name, f.Label))], options, bad) { Views = bad is [] ? spec.Views : [], Api = spec.Api }, rows);
    }
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
        (Frame, Rows) = await ListFrame.ReadAsync(spec, Request.Query, db, Tally, ct);
        if (Frame.Bad is [])
        {
            await LoadMoreAsync(Frame.Query, ct);
            return Page();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>What the page shows beside the rows.</summary>
    protected virtual Task LoadMoreAsync(ListQuery query, CancellationToken ct) => Task.CompletedTask;
}
