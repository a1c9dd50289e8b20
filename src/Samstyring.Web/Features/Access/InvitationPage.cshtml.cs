using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Features.Access;

/// <param name="Organisation">Null where the person is to be an administrator.</param>
public sealed record OpenInvitation(LocalizedText? Organisation, Role? Role, DateTimeOffset ExpiresAt);

/// <summary>Where the link of an invitation leads. A link that was used, withdrawn or has expired leads nowhere.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Doors)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationPageModel(SamstyringDb db, AcceptInvitation accept, Sessions sessions, TimeProvider clock, Ui ui) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public OpenInvitation? Open { get; private set; }

    /// <summary>Who a provider says it is; null for somebody who has not come by one.</summary>
    public External? External { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) => await FindAsync(token, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
        {
            return NotFound();
        }

        var me = SignedIn.Of(HttpContext);
        if (!(await accept.RunAsync(token, me?.User, new(Name, Email, Password, External), ct)).IsAccepted(out var letIn, out var refusal))
        {
            return this.Refused(ui, refusal);
        }

        // Somebody who proved an account by its password alone may owe a code: they sign in as always.
        if (me is null && External is null && !letIn.IsNew)
        {
            return LocalRedirect("/logg-inn");
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        await sessions.EnterAsync(letIn.Person, letIn.Organisation, ct, me is null ? External : null);
        return LocalRedirect("/min-side");
    }

    private async Task<bool> FindAsync(string token, CancellationToken ct)
    {
        External = (await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme)).Principal is { } vouched ? External.From(vouched) : null;
        Name ??= External?.Name;
        var (hash, now) = (Secret.HashOf(token), clock.GetUtcNow());
        var found = await (
            from i in db.Invitations
            join o in db.Organisations on i.Organisation equals o.Id into organisations
            from o in organisations.DefaultIfEmpty()
            where i.Hash == hash && i.ClosedAt == null && i.ExpiresAt > now
            select new { i.Organisation, i.Role, i.ExpiresAt, o.Name }).SingleOrDefaultAsync(ct);
        Open = found is null ? null : new(found.Organisation is null ? null : found.Name, found.Role, found.ExpiresAt);
        return Open is not null;
    }
}
