using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.People;

/// <summary>Gives a person another role for an organisation.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ChangeRoleModel(ChangeAffiliation change, Ui ui) : PageModel
{
    /// <summary>The role that the form was shown with.</summary>
    [BindProperty]
    public string? Before { get; set; }

    [BindProperty]
    public string? After { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public HeldRole Held { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        After = Codes.Of(Held.Role);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || !Codes.TryParse<Role>(Before ?? "", out var before) || !Codes.TryParse<Role>(After ?? "", out var after))
        {
            return NotFound();
        }

        var who = SignedIn.StandingOf(HttpContext);
        if ((await change.RunAsync(Held, new(before, after, Reason), who, ct)).IsAccepted(out _, out var refusal))
        {
            return LocalRedirect(who.OnBehalfOf == Held.Organisation && who.Is(Role.Manager) ? "/personer" : "/personer/alle");
        }

        return this.Refused(ui, refusal, refusal.Reasons[0].Code is ChangeAffiliation.Overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await change.FindAsync(new AffiliationId(id), SignedIn.StandingOf(HttpContext), ct);
        Held = found!;
        return found is not null;
    }
}
