using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Account;

/// <summary>A person's own page: who they are here, for whom they act, and everything that is held on them.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(SamstyringDb db, TimeProvider clock) : PageModel
{
    public string? Email { get; private set; }

    public bool HasPassword { get; private set; }

    /// <summary>Whether the person is invented, with the installation: they sign in by one click, and can have no password.</summary>
    public bool IsExample { get; private set; }

    public bool HasSecondFactor { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var user = SignedIn.Of(HttpContext)!.User;
        var account = await db.Users.Where(p => p.Id == user).Select(p => new { p.Email, HasPassword = p.PasswordHash != null, IsExample = p.ExampleOf != null, p.TwoFactorEnabled }).SingleAsync(ct);
        (Email, HasPassword, IsExample, HasSecondFactor) = (account.Email, account.HasPassword, account.IsExample, account.TwoFactorEnabled);
    }

    /// <summary>All that is held on the person, as a file.</summary>
    public async Task<IActionResult> OnGetDataAsync(CancellationToken ct)
    {
        var record = await PersonRecord.ReadAsync(db, SignedIn.Of(HttpContext)!.User, clock.GetUtcNow(), ct);
        return File(Encoding.UTF8.GetBytes(record!), "application/json; charset=utf-8", "samstyring-mine-opplysninger.json");
    }
}
