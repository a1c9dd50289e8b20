using Samstyring.Data;
using Samstyring.Data.Records;

namespace Samstyring.Web.Platform;

/// <summary>Gives the answer about one thing that can change its <c>ETag</c>: what <c>If-Match</c> must name to change it.</summary>
internal sealed class RecordTag(TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, segments) = (context.HttpContext, context.HttpContext.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries));
        if (segments is [_, _, var plural, var key] && RecordTypes.All.FirstOrDefault(t => string.Equals(t.Plural, plural, StringComparison.OrdinalIgnoreCase)) is { } type
            && await RecordReader.StateAsync(http.RequestServices.GetRequiredService<SamstyringDb>(), new(type.Name, key), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), http.RequestAborted) is { } state)
        {
            http.Response.Headers.ETag = $"\"{state.Version}\"";
        }

        return await next(context);
    }
}
