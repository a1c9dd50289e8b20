namespace Samstyring.Web.Platform;

/// <summary>The language of the screen: chosen by <c>?sprak=</c>, remembered in a cookie, bokmål until chosen.</summary>
internal sealed class UiLanguage(RequestDelegate next)
{
    public const string Parameter = "sprak";

    public static readonly IReadOnlyList<string> Languages = ["nb", "nn", "en"];

    private static readonly object Key = new();

    public static string Of(HttpContext? context) => context?.Items[Key] as string ?? "nb";

    public Task InvokeAsync(HttpContext context)
    {
        var chosen = Known(context.Request.Query[Parameter]);
        if (chosen is not null)
        {
            context.Response.Cookies.Append(Parameter, chosen, new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps });
        }

        // An error page is answered in a second pass, which has lost the query: what was chosen in the first still holds.
        context.Items[Key] = chosen ?? context.Items[Key] ?? Known(context.Request.Cookies[Parameter]) ?? "nb";
        return next(context);
    }

    private static string? Known(string? language) => Languages.FirstOrDefault(known => string.Equals(known, language, StringComparison.Ordinal));
}
