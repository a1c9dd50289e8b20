using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samstyring.Web.Features.Errors;

/// <summary>What the reader sees when a page is missing or something failed: what happened, what was kept, and the way on.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    /// <summary>404, 413, 429, 503, 500 or other: which texts apply.</summary>
    public string Kind => Status switch { 404 => "404", 413 => "413", 429 => "429", 503 => "503", >= 500 => "500", _ => "other" };

    /// <summary>The last part of the address, as something to search for.</summary>
    public string Guess { get; private set; } = "";

    public void OnGet() => Show();

    public void OnPost() => Show();

    /// <summary>The status is read from the address alone: what was posted may be what failed.</summary>
    private void Show()
    {
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        Status = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } original)
        {
            Guess = original.OriginalPath.Split('/')[^1].Replace('-', ' ');
        }
    }
}
