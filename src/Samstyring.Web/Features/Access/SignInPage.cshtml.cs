using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Access;

[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class SignInPageModel(SignInUser signIn, Ui ui) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the person came from: an address of this site, else the front page.</summary>
    [BindProperty(Name = "tilbake", SupportsGet = true)]
    public string? Back { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await signIn.RunAsync(Email?.Trim() ?? "", Password ?? "", ct) is SignInAnswer.SignedIn)
        {
            return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
        }

        ModelState.AddModelError(nameof(Email), ui["access.sign-in.refused"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
