using System.Globalization;
using System.Threading.RateLimiting;

namespace Samstyring.Web.Platform;

/// <summary>How often one address may try a door: signing in, giving a code, opening an invitation. Each host counts for itself; accounts lock for all.</summary>
internal static class Throttle
{
    /// <summary>For the page of a door.</summary>
    public const string Doors = "doors";

    /// <summary>Attempts a minute from one client address.</summary>
    public const string Setting = "SAMSTYRING_ATTEMPTS_PER_MINUTE";

    private const int Default = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddThrottle(this IServiceCollection services, IConfiguration configuration)
    {
        var attempts = configuration.GetValue(Setting, Default);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
                rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Doors, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = Window })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }
}
