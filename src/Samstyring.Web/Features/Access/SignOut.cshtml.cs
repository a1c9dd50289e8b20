using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data.People;
using Samstyring.Web.Platform;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Features.Access;

/// <summary>Signs out here, and sends whoever came by a provider on to sign out there too.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignOutModel(SignInManager<Person> signIn, OpenIdProviders providers) : PageModel
{
    /// <summary>The provider, and where to sign out there; null before it is time, or where there is none.</summary>
    public (string Name, string Address)? Next { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var began = External.SessionOf(User);
        await signIn.SignOutAsync();
        SignedIn.Leave(HttpContext);
        if (began is not { } session || providers.Find(session.Provider) is not { } provider
            || await providers.SignOutAddressAsync(provider, session.IdToken, $"{Request.Scheme}://{Request.Host}/", ct) is not { } address)
        {
            return LocalRedirect("/");
        }

        // A page that leads on, and no redirect: a form of ours may only lead to ourselves (form-action of the content security policy).
        Next = (provider.Name, address);
        Response.Headers["Refresh"] = "0;url=" + address;
        return Page();
    }
}
