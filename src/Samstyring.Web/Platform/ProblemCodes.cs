namespace Samstyring.Web.Platform;

/// <summary>Every problem has a code that programs can hold on to, also one that the framework answers with.</summary>
internal static class ProblemCodes
{
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        if (problem.Extensions.TryAdd("code", Of(status)))
        {
            problem.Title = status switch
            {
                StatusCodes.Status404NotFound => "There is no such address in the API.",
                StatusCodes.Status413PayloadTooLarge => "The body is larger than this address takes; a file may have 50 MB. Nothing was changed.",
                _ => problem.Title,
            };
        }
    }

    private static string Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "bad-request",
        StatusCodes.Status401Unauthorized => "sign-in-required",
        StatusCodes.Status403Forbidden => "not-allowed",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status415UnsupportedMediaType => "media-type-not-supported",
        >= StatusCodes.Status500InternalServerError => "failed",
        _ => "refused",
    };
}
