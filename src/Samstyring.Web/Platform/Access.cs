using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Samstyring.Web.Platform;

/// <summary>Who may call what. An address without a rule is closed; what is public says so.</summary>
internal static class Access
{
    /// <summary>Features whose pages everybody may read. A page of another feature says itself who may open it.</summary>
    public static readonly IReadOnlyList<string> OpenFeatures = ["About", "Council", "Design", "Errors", "Home", "Knowledge", "LifeEvents", "Networks", "Organisations", "Search"];

    public static void Configure(AuthorizationOptions options) =>
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    /// <summary>Who may not see a thing is not told that it exists (architecture, decision 7). An address that does not exist goes the same way.</summary>
    internal sealed class DeniedIsNotFound : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
            {
                return next(context);
            }

            // Whoever could get in by signing in is asked to; the rule that closes unknown addresses asks nobody.
            if (authorizeResult.Challenged && context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null)
            {
                if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                {
                    return context.ChallengeAsync();
                }

                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
    }
}
