using Microsoft.AspNetCore.StaticAssets;
using Samstyring.Domain.Access;

namespace Samstyring.Web.Platform;

/// <summary>No inline script or style, nothing from elsewhere, no framing. The API's reference page needs inline styles.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string ReferencePolicy = Policy.Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = string.Equals(context.Request.Path.Value?.TrimEnd('/'), "/api", StringComparison.OrdinalIgnoreCase) ? ReferencePolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        context.Response.OnStarting(KeepPrivate, context);
        return next(context);
    }

    /// <summary>What somebody signed in was shown is kept by no browser and no proxy. Files that are the same for all may be.</summary>
    private static Task KeepPrivate(object state)
    {
        var context = (HttpContext)state;
        if (SignedIn.StandingOf(context) != Standing.Visitor && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
