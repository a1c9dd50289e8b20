using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Domain.Access;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.People;

/// <summary>The people of the organisation that is acted for, for its managers. No organisation sees another's.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(PeoplePicture picture, WithdrawInvitation withdraw, Ui ui) : PageModel
{
    public ActsFor Acting { get; private set; } = null!;

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public IReadOnlyList<OpenInvitation> Invitations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation, CancellationToken ct)
    {
        if (!await ShowAsync(ct) || await withdraw.RunAsync(new InvitationId(invitation), SignedIn.StandingOf(HttpContext), ct) is not { } outcome)
        {
            return NotFound();
        }

        return outcome.IsAccepted(out _, out var refusal) ? LocalRedirect("/personer") : this.Refused(ui, refusal);
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (SignedIn.Of(HttpContext) is not { For: { Role: Role.Manager } acting })
        {
            return false;
        }

        (Acting, Colleagues, Invitations) = (acting, await picture.ColleaguesAsync(acting.Organisation, ct), await picture.InvitationsAsync(acting.Organisation, ct));
        return true;
    }
}
