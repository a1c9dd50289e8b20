using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Council;

internal static class CouncilApi
{
    private const string Tag = "Council projects";

    public static void MapCouncil(this IEndpointRouteBuilder api)
    {
        api.MapList(new CouncilProjectList(), Tag);
        api.MapGet("/council-projects/{key}", GetAsync).WithName("GetCouncilProject").WithTags(Tag);
    }

    private static async Task<Results<Ok<CouncilProjectItem>, ProblemHttpResult>> GetAsync(string key, SamstyringDb db, CancellationToken ct) =>
        NumberKey.Read(key) is { } number && await new CouncilProjectList().From(db).SingleOrDefaultAsync(p => p.Number == number, ct) is { } project
            ? TypedResults.Ok(project)
            : ListApi.NotFound();
}
