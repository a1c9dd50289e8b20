using Microsoft.AspNetCore.Http.HttpResults;
using Samstyring.Data;

namespace Samstyring.Web.Platform;

internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Text("ok"));
        health.MapGet("/ready", ReadyAsync);
    }

    /// <summary>503 while the database does not answer.</summary>
    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> ReadyAsync(SamstyringDb db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct) ? TypedResults.Text("ok") : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
