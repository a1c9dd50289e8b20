using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Samstyring.Web.Platform;

/// <summary>Who may call what. An address without a rule is closed; what is public says so.</summary>
internal static class Access
{
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

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
    }
}
