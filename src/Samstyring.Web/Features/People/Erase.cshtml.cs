using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.People;

/// <summary>Erases a person. There is no way back.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EraseModel(SamstyringDb db, PersonErasure erasure, Ui ui) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(new UserId(id), ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(new UserId(id), ct))
        {
            return NotFound();
        }

        return (await erasure.RunAsync(new UserId(id), Reason, SignedIn.StandingOf(HttpContext).Actor, ct)).IsAccepted(out _, out var refusal)
            ? LocalRedirect("/personer/alle")
            : this.Refused(ui, refusal);
    }

    private async Task<bool> FindAsync(UserId user, CancellationToken ct)
    {
        var name = SignedIn.StandingOf(HttpContext).IsAdministrator ? await db.Users.Where(p => p.Id == user && p.ErasedAt == null).Select(p => p.Name).SingleOrDefaultAsync(ct) : null;
        Name = name ?? "";
        return name is not null;
    }
}
