using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Samstyring.Data.People;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Account;

/// <summary>A person's passkeys. Making one needs a script; the page says so to a browser without.</summary>
[Authorize]
[EnableRateLimiting(Throttle.Doors)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasskeysModel(AddPasskey add, RemovePasskey remove, UserManager<Person> people, SignInManager<Person> signIn, Ui ui) : PageModel
{
    private Person _person = null!;

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What the browser's own passkey call answered, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    private Actor Actor => SignedIn.StandingOf(HttpContext).Actor;

    public Task OnGetAsync() => FindAsync();

    /// <summary>What to ask the browser for.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        await FindAsync();
        PasskeyUserEntity entity = new() { Id = _person.Id.ToString(), Name = _person.Email ?? _person.Name, DisplayName = _person.Name };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        await FindAsync();
        return Answer(await add.RunAsync(_person, Name, Credential, Actor));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? passkey)
    {
        await FindAsync();
        return Answer(await remove.RunAsync(_person, passkey, Actor));
    }

    private IActionResult Answer<T>(Outcome<T> outcome)
        where T : class => outcome.IsAccepted(out _, out var refusal) ? LocalRedirect("/min-side/adgangsnokler") : this.Refused(ui, refusal);

    private async Task FindAsync()
    {
        _person = (await people.FindByIdAsync(SignedIn.Of(HttpContext)!.User.ToString()))!;
        Passkeys = [.. (await people.GetPasskeysAsync(_person)).OrderBy(p => p.CreatedAt)];
    }
}
