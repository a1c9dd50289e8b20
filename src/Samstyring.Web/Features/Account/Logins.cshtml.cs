using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data.People;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Features.Account;

/// <summary>
/// Accounts at other services that sign the person in. Somebody who has just come back from a provider is asked once more before its
/// account is linked: so nobody is led to link a stranger's.
/// </summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LoginsModel(LinkLogin link, UnlinkLogin unlink, UserManager<Person> people, OpenIdProviders providers, Ui ui) : PageModel
{
    private const string Address = "/min-side/innlogginger";

    private Person _person = null!;

    public IReadOnlyList<UserLoginInfo> Logins { get; private set; } = [];

    /// <summary>Whom a provider has just vouched for; null where nobody has come back from one.</summary>
    public External? Vouched { get; private set; }

    public IReadOnlyList<OpenIdProvider> Providers => providers.All;

    private Actor Actor => SignedIn.StandingOf(HttpContext).Actor;

    /// <summary>As the provider is called now, else as it was called then.</summary>
    public string NameOf(UserLoginInfo login) => providers.FindIssuer(login.LoginProvider)?.Name ?? login.ProviderDisplayName ?? login.LoginProvider;

    public string NameOf(External external) => providers.Find(external.Provider)?.Name ?? external.Issuer;

    public Task OnGetAsync() => FindAsync();

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct)
    {
        await FindAsync();
        if (Vouched is not { } external)
        {
            return LocalRedirect(Address);
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        Vouched = null;
        return Answer(await link.RunAsync(external, NameOf(external), Actor, ct));
    }

    public async Task<IActionResult> OnPostUnlinkAsync(string? issuer, string? subject, CancellationToken ct)
    {
        await FindAsync();
        return Answer(await unlink.RunAsync(_person, issuer, subject, Actor, ct));
    }

    /// <summary>The person does not want it linked after all.</summary>
    public async Task<IActionResult> OnPostForgetAsync()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return LocalRedirect(Address);
    }

    private IActionResult Answer<T>(Outcome<T> outcome)
        where T : class => outcome.IsAccepted(out _, out var refusal) ? LocalRedirect(Address) : this.Refused(ui, refusal);

    private async Task FindAsync()
    {
        _person = (await people.FindByIdAsync(SignedIn.Of(HttpContext)!.User.ToString()))!;
        Logins = [.. await people.GetLoginsAsync(_person)];
        Vouched = (await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme)).Principal is { } vouched ? External.From(vouched) : null;
    }
}
