using System.Text.Json;
using Microsoft.AspNetCore.OutputCaching;

namespace Samstyring.Web.Platform;

/// <summary>
/// Numbers that take reading every row to find, remembered for a minute beside the answers and forgotten with them: a page must not cost
/// more because there is more. Only for what everybody sees the same of.
/// </summary>
public sealed class Tally(AnswerCache answers, IOutputCacheStore store)
{
    /// <param name="what">What is counted: one of a limited number of names, never a text that a reader wrote.</param>
    public async Task<T> GetAsync<T>(string what, Func<Task<T>> count, CancellationToken ct)
    {
        var key = $"{answers.Edition} {what}";
        if (await store.GetAsync(key, ct) is { } remembered)
        {
            return JsonSerializer.Deserialize<T>(remembered)!;
        }

        var counted = await count();
        await store.SetAsync(key, JsonSerializer.SerializeToUtf8Bytes(counted), [AnswerCache.Tag], AnswerCache.Freshness, ct);
        return counted;
    }
}
