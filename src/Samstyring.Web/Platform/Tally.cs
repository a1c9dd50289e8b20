using System.Text.Json;
using Microsoft.AspNetCore.OutputCaching;
using Samstyring.Data;

namespace Samstyring.Web.Platform;

/// <summary>
/// Numbers that take reading every row to find, remembered for a minute beside the answers and forgotten with them: a page must not cost
/// more because there is more. Each viewer has numbers of their own: what one may not see is not counted for another.
/// </summary>
public sealed class Tally(AnswerCache answers, IOutputCacheStore store, SamstyringDb db)
{
    /// <param name="what">What is counted: one of a limited number of names, never a text that a reader wrote.</param>
    public async Task<T> GetAsync<T>(string what, Func<Task<T>> count, CancellationToken ct)
    {
        var key = $"{answers.Edition} {db.Viewer.User} {db.Viewer.Organisation?.Value:D} {what}";
        if (await store.GetAsync(key, ct) is { } remembered)
        {
            return JsonSerializer.Deserialize<T>(remembered)!;
        }

        var counted = await count();
        await store.SetAsync(key, JsonSerializer.SerializeToUtf8Bytes(counted), [AnswerCache.Tag], AnswerCache.Freshness, ct);
        return counted;
    }
}
