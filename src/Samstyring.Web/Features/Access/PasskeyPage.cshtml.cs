using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Samstyring.Data.People;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Access;

/// <summary>Signs in by a passkey. The browser needs a script for it; the page says so to one without.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Doors)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasskeyPageModel(SignInByPasskey signIn, SignInManager<Person> manager, Ui ui) : PageModel
{
    /// <summary>What the browser's own passkey call answered, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(Name = "tilbake", SupportsGet = true)]
    public string? Back { get; set; }

    public void OnGet()
    {
    }

    /// <summary>What to ask the browser for. It names nobody: the device offers the passkeys that it has for this site.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await manager.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await signIn.RunAsync(Credential ?? "", ct) is SignInAnswer.SignedIn)
        {
            return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
        }

        ModelState.AddModelError("", ui["access.passkey.refused"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
