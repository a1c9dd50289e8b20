using Samstyring.Data;
using Samstyring.Data.Trace;

namespace Samstyring.Web.Platform;

/// <summary>
/// Writes down what restricted things a request reads, all of them at once, before anything is sent: what cannot be written down is not shown.
/// Features tell by <see cref="SamstyringDb.ReadRestricted"/>.
/// </summary>
internal sealed class RestrictedReading(RequestDelegate next, IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context, SamstyringDb db)
    {
        context.Response.OnStarting(() => WriteAsync(context, db));
        await next(context);
        await WriteAsync(context, db);
    }

    /// <summary>In a context of its own: the request's may hold changes that were refused.</summary>
    private async Task WriteAsync(HttpContext context, SamstyringDb db)
    {
        if (db.TakeReads() is not { Count: > 0 } reads)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        var (who, now) = (SignedIn.StandingOf(context).Actor, clock.GetUtcNow());
        log.AddRange(reads.Select(read => new RestrictedRead { At = now, User = who.User, OnBehalfOf = who.OnBehalfOf, Type = read.Type, Key = read.Key }));
        await log.SaveChangesAsync(CancellationToken.None);
    }
}
