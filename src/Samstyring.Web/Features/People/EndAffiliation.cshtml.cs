using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Domain.Access;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.People;

/// <summary>Ends what a person does for an organisation. The person is signed out of it at the next click.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EndAffiliationModel(ChangeAffiliation change, Ui ui) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public HeldRole Held { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var who = SignedIn.StandingOf(HttpContext);
        if (!(await change.RunAsync(Held, new(Held.Role, After: null, Reason), who, ct)).IsAccepted(out _, out var refusal))
        {
            return this.Refused(ui, refusal);
        }

        if (Held.User == who.User)
        {
            return LocalRedirect("/");
        }

        return LocalRedirect(who.OnBehalfOf == Held.Organisation && who.Is(Role.Manager) ? "/personer" : "/personer/alle");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await change.FindAsync(new AffiliationId(id), SignedIn.StandingOf(HttpContext), ct);
        Held = found!;
        return found is not null;
    }
}
