using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Access;

/// <summary>Asks for the code of somebody whose password was right. Anybody else who gives one is refused like a wrong one.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Doors)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodePageModel(GiveCode give, Sessions sessions, Ui ui) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(Name = "tilbake", SupportsGet = true)]
    public string? Back { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await sessions.OwesCodeAsync() is { } person && await give.RunAsync(person, Code ?? "", ct) is SignInAnswer.SignedIn)
        {
            return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
        }

        ModelState.AddModelError(nameof(Code), ui["access.code.refused"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
