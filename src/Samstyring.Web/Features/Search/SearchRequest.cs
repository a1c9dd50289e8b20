using System.Globalization;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Search;

/// <summary>What a reader searches for, and which page of the hits.</summary>
/// <param name="Q">Trimmed; empty where nothing was asked.</param>
internal sealed record SearchRequest(string Q, int Page, int PageSize)
{
    /// <summary>Reads a query string; says everything that is wrong with it. A missing <c>q</c> is not wrong here.</summary>
    public static (SearchRequest Request, List<BadValue> Bad) Read(IQueryCollection query, int defaultPageSize, int maxPageSize)
    {
        List<BadValue> bad = [];
        var page = ListQuery.Whole(query, "page", 1, 1_000_000, bad) ?? 1;
        var pageSize = ListQuery.Whole(query, "pageSize", 1, maxPageSize, bad) ?? defaultPageSize;
        var q = ListQuery.Value(query, "q")?.Trim() ?? "";
        if (q.Length > ListQuery.MaxTextLength)
        {
            bad.Add(new("q", q[..20] + "…", Allowed));
        }

        return (new(q, page, pageSize), bad);
    }

    public static string Allowed => string.Create(CultureInfo.InvariantCulture, $"1–{ListQuery.MaxTextLength} characters");
}
