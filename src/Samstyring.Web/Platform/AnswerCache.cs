using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Samstyring.Data;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Platform;

/// <summary>
/// Answers to visitors who have not signed in, remembered for a minute as they were sent, compressed (ADR 0014). A request that may be
/// somebody's own is never answered from here, nor is its answer kept.
/// </summary>
/// <remarks>What is changed here shows at once; on another replica after a minute at most.</remarks>
public sealed class AnswerCache(IOutputCacheStore store) : IOutputCachePolicy
{
    internal const string Tag = "answers";

    internal static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    /// <summary>Longer ones are nobody's bookmark.</summary>
    private const int LongestQuery = 500;

    private int _edition;

    /// <summary>Another one whenever facts have changed.</summary>
    internal string Edition => Volatile.Read(ref _edition).ToString(CultureInfo.InvariantCulture);

    /// <summary>Call when facts have changed. An answer that is being made from the old ones meanwhile is not found again.</summary>
    public async Task EvictAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _edition);
        await store.EvictByTagAsync(Tag, ct);
    }

    /// <summary>An answer that tells of a change comes after the old answers are forgotten.</summary>
    public static Task ForgetOnChangeAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.OnStarting(() =>
            {
                if (!context.RequestServices.GetRequiredService<SamstyringDb>().HasChanged)
                {
                    return Task.CompletedTask;
                }

                context.RequestServices.GetRequiredService<Catalogue>().Forget();
                return context.RequestServices.GetRequiredService<AnswerCache>().EvictAsync(CancellationToken.None);
            });
        }

        return next(context);
    }

    public static void Configure(OutputCacheOptions options)
    {
        options.SizeLimit = 64_000_000;
        options.MaximumBodySize = 1_000_000;
        options.UseCaseSensitivePaths = true;
    }

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var everybodys = IsEverybodys(request);
        context.EnableOutputCaching = everybodys;
        context.AllowCacheLookup = everybodys;
        context.AllowCacheStorage = everybodys;
        context.AllowLocking = everybodys;
        context.ResponseExpirationTimeSpan = Freshness;
        context.Tags.Add(Tag);
        var varies = context.CacheVaryByRules.VaryByValues;
        varies["edition"] = Edition;
        varies["language"] = UiLanguage.Of(context.HttpContext);
        varies["query"] = request.QueryString.Value ?? "";
        varies["encoding"] = context.HttpContext.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context.HttpContext)?.EncodingName ?? "";
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Errors are not kept, nor what gives the reader a cookie.</summary>
    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode is StatusCodes.Status200OK && response.Headers.SetCookie is [];
        return ValueTask.CompletedTask;
    }

    /// <summary>Any cookie but the language's may be somebody's. A token in the address is somebody's, a file is made for the one who asks, and a chosen language is a cookie in the answer.</summary>
    private static bool IsEverybodys(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Authorization is []
        && request.Cookies.Keys.All(name => string.Equals(name, UiLanguage.Parameter, StringComparison.Ordinal))
        && (request.QueryString.Value?.Length ?? 0) <= LongestQuery
        && !request.Query.ContainsKey("format")
        && !request.Query.ContainsKey(TokenAccess.Parameter)
        && !request.Query.ContainsKey(UiLanguage.Parameter);
}
