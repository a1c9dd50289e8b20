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

[Authorize]
[EnableRateLimiting(Throttle.Doors)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorPageModel(SecondFactor factor, UserManager<Person> people, Ui ui) : PageModel
{
    private const int GroupOfKey = 4;

    private Person _person = null!;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool IsOn => _person.TwoFactorEnabled;

    public string? Key { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>The recovery codes, just made; null otherwise.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>The key as people read it aloud.</summary>
    public string SpacedKey => string.Join(' ', (Key ?? "").Chunk(GroupOfKey).Select(four => new string(four))).ToLowerInvariant();

    /// <summary>For a telephone on which the page itself is read.</summary>
    public string Address => $"otpauth://totp/Samstyring:{Uri.EscapeDataString(_person.Email ?? _person.Name)}?secret={Key}&issuer=Samstyring&digits=6";

    private Actor Actor => SignedIn.StandingOf(HttpContext).Actor;

    public Task OnGetAsync() => FindAsync();

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken ct)
    {
        await FindAsync();
        if (!IsOn)
        {
            await factor.BeginAsync(_person, ct);
        }

        return LocalRedirect("/min-side/to-trinn");
    }

    public async Task<IActionResult> OnPostOnAsync(CancellationToken ct)
    {
        await FindAsync();
        if (!(await factor.TurnOnAsync(_person, Code, Actor, ct)).IsAccepted(out var codes, out var refusal))
        {
            return this.Refused(ui, refusal);
        }

        Codes = codes.Codes;
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken ct)
    {
        await FindAsync();
        return (await factor.TurnOffAsync(_person, Password, Actor, ct)).IsAccepted(out _, out var refusal) ? LocalRedirect("/min-side") : this.Refused(ui, refusal);
    }

    private async Task FindAsync()
    {
        _person = (await people.FindByIdAsync(SignedIn.Of(HttpContext)!.User.ToString()))!;
        if (IsOn)
        {
            CodesLeft = await factor.RecoveryCodesLeftAsync(_person);
        }
        else
        {
            Key = await factor.KeyAsync(_person);
        }
    }
}
