using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Search;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Search;

/// <summary>One search over everything that has a page.</summary>
public sealed class IndexModel(SamstyringDb db) : PageModel
{
    private const int PageSize = 20;

    public string Q { get; private set; } = "";

    public int PageNumber { get; private set; } = 1;

    public int Pages => Math.Max(1, (Result.Total + PageSize - 1) / PageSize);

    public int FirstShown => ((PageNumber - 1) * PageSize) + 1;

    public SearchResult Result { get; private set; } = new([], 0);

    public IReadOnlyList<BadValue> Bad { get; private set; } = [];

    /// <summary>The words of a query of several, to try one by one when all of them together find nothing.</summary>
    public IReadOnlyList<string> Words => Q.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 and < 7 } words ? words : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (request, bad) = SearchRequest.Read(Request.Query, PageSize, ListQuery.MaxPageSizeOfPages);
        (Q, PageNumber, Bad) = (request.Q, request.Page, bad);
        if (bad is not [])
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (Q.Length > 0)
        {
            Result = await SearchQuery.FindAsync(db, Q, PageNumber, PageSize, ct);
        }

        return Page();
    }

    public string Link(int page) => "/sok" + QueryString.Create("q", Q) + (page == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"&page={page}"));
}
