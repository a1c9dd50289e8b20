using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Web.Platform;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Features.Access;

/// <summary>Sends somebody to a provider, meets them when they come back, and says so when it came to nothing.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ExternalPageModel(OpenIdProviders providers, SignInByProvider signIn) : PageModel
{
    private const string Invitations = "/invitasjon/";

    [BindProperty(Name = "tilbake", SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>What went wrong, as the texts have it; null where nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>The name of the provider; null where it is not known which one it was.</summary>
    public string? Provider { get; private set; }

    private string Onward => Url.IsLocalUrl(Back) ? Back! : "/";

    /// <param name="tilbyder">The key of the provider to go to.</param>
    /// <param name="grunn">Why the person comes back from one without being signed in.</param>
    public async Task<IActionResult> OnGetAsync(string? tilbyder, string? grunn, CancellationToken ct)
    {
        if (providers.Find(tilbyder) is not { } provider)
        {
            Problem = grunn switch { "avbrutt" => "cancelled", "avvist" => "refused", _ => null };
            return Page();
        }

        if (await providers.DiscoverAsync(provider, ct) is null)
        {
            (Problem, Provider) = ("silent", provider.Name);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        var after = OpenIdSetup.Page + QueryString.Create("handler", "Done").Add("tilbake", Onward);
        return Challenge(new AuthenticationProperties { RedirectUri = after }, provider.Scheme);
    }

    /// <summary>
    /// The provider has vouched. Somebody signed in comes to link the account, and is asked once more; somebody invited goes on to the
    /// invitation; anybody else must be linked already.
    /// </summary>
    public async Task<IActionResult> OnGetDoneAsync(CancellationToken ct)
    {
        if ((await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme)).Principal is not { } vouched || External.From(vouched) is not { } external)
        {
            return LocalRedirect("/logg-inn");
        }

        var isInvited = Onward.StartsWith(Invitations, StringComparison.Ordinal);
        if (SignedIn.Of(HttpContext) is not null)
        {
            return LocalRedirect(isInvited ? Onward : "/min-side/innlogginger");
        }

        if (await signIn.RunAsync(external, ct) is SignInAnswer.SignedIn)
        {
            await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
            return LocalRedirect(Onward);
        }

        if (isInvited)
        {
            return LocalRedirect(Onward);
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        (Problem, Provider) = ("unknown", providers.Find(external.Provider)?.Name);
        return Page();
    }
}
