using Microsoft.AspNetCore.Http.Features;

namespace Samstyring.Web.Platform;

/// <summary>
/// Refuses a body that says it is larger than its address takes, before anything reads it. A browser sends all of it before it listens: so what is not
/// much too large is received and thrown away, for the person to see the answer.
/// </summary>
internal static class BodyLimit
{
    /// <summary>200 MB, as in deploy/nginx.conf.</summary>
    private const long MostThrownAway = 200 * 1024 * 1024;

    public static async Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { MaxRequestBodySize: { } most } limit || context.Request.ContentLength is not { } length || length <= most)
        {
            await next(context);
            return;
        }

        if (length <= MostThrownAway)
        {
            limit.MaxRequestBodySize = null;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
