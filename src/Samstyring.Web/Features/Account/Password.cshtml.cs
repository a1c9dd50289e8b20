using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Account;

/// <summary>Changes the password, or gives one to somebody who signed in without.</summary>
[Authorize]
[EnableRateLimiting(Throttle.Doors)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasswordModel(SamstyringDb db, ChangePassword change, SetPassword set, Ui ui) : PageModel
{
    [BindProperty]
    public string? Old { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    public bool HasPassword { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return await RefusalAsync(SignedIn.StandingOf(HttpContext).Actor, ct) is { } refusal ? this.Refused(ui, refusal) : LocalRedirect("/min-side");
    }

    private async Task<Refusal?> RefusalAsync(Actor by, CancellationToken ct)
    {
        Refusal? refusal;
        _ = HasPassword ? (await change.RunAsync(Old, Chosen, by, ct)).IsAccepted(out _, out refusal) : (await set.RunAsync(Chosen, by, ct)).IsAccepted(out _, out refusal);
        return refusal;
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var user = SignedIn.Of(HttpContext)!.User;
        HasPassword = await db.Users.AnyAsync(p => p.Id == user && p.PasswordHash != null, ct);
    }
}
