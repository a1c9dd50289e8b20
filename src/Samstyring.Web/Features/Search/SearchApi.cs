using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Samstyring.Data;
using Samstyring.Data.Search;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Search;

/// <summary>Something that was found.</summary>
/// <param name="Type">life-event, organisation, municipality, county, network, theme, measure, council-project, activity, source, note or term.</param>
/// <param name="Key">Its key among things of its type.</param>
/// <param name="Url">The path of its page.</param>
public sealed record SearchItem(string Type, string Key, LocalizedText Title, string Url, LocalizedText Detail);

internal static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapGet("/search", SearchAsync)
        .WithName("Search")
        .WithTags("Search")
        .WithSummary("Searches everything, best first, and forgives case, accents and one wrong letter a word. total is at most 500.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <remarks>The page parameters are read as text, so that a wrong one is answered like those of lists.</remarks>
    private static async Task<Results<Ok<Envelope<SearchItem>>, ProblemHttpResult>> SearchAsync(
        HttpContext context,
        SamstyringDb db,
        CancellationToken ct,
        [Description("Required. What to search for: 1–200 characters.")] string? q = null,
        [Description("The page, from 1.")] string? page = null,
        [Description("Hits a page, 1–500; 50 when left out.")] string? pageSize = null)
    {
        _ = (q, page, pageSize);
        var (request, bad) = SearchRequest.Read(context.Request.Query, ListQuery.DefaultPageSize, ListQuery.MaxPageSize);
        if (request.Q.Length == 0)
        {
            bad.Add(new("q", "", SearchRequest.Allowed));
        }

        if (bad is not [])
        {
            return ListApi.BadQuery(bad);
        }

        var found = await SearchQuery.FindAsync(db, request.Q, request.Page, request.PageSize, ct);
        return TypedResults.Ok(new Envelope<SearchItem>([.. found.Entries.Select(e => new SearchItem(e.Type, e.Key, e.Title, e.Url, e.Detail))], found.Total, request.Page, request.PageSize));
    }
}
