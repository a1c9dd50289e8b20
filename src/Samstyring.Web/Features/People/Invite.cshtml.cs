using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.People;

/// <summary>Makes the link that lets somebody in. It is shown here once; nothing is sent.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InviteModel(InvitePerson invite, Ui ui) : PageModel
{
    [BindProperty]
    public string? Recipient { get; set; }

    /// <summary>A key. Only the administrator chooses; a manager invites to the organisation acted for.</summary>
    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    public string? Link { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public bool IsAdministrator => Who.IsAdministrator;

    public IEnumerable<(string Value, string Name)> Roles =>
        Enum.GetValues<Role>().Select(role => (Codes.Of(role), ui.Code("role", role))).Concat(IsAdministrator ? [(InvitePerson.Administrator, ui["people.administrator"])] : []);

    private Standing Who => SignedIn.StandingOf(HttpContext);

    private bool MayInvite => IsAdministrator || Who.Is(Domain.Access.Role.Manager);

    public IActionResult OnGet()
    {
        Organisation = SignedIn.Of(HttpContext)!.For?.Key;
        return MayInvite ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MayInvite)
        {
            return NotFound();
        }

        var organisation = IsAdministrator ? Organisation : SignedIn.Of(HttpContext)!.For!.Key;
        if (!(await invite.RunAsync(new(Recipient, organisation, Role), Who, ct)).IsAccepted(out var made, out var refusal))
        {
            return this.Refused(ui, refusal);
        }

        (Link, ExpiresAt) = ($"{Request.Scheme}://{Request.Host}{Request.PathBase}/invitasjon/{made.Secret}", made.ExpiresAt);
        return Page();
    }
}
