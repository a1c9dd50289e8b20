using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.People;

public sealed record RoleThere(AffiliationId Affiliation, string Key, LocalizedText Name, Role Role);

public sealed record SomebodyHere(UserId User, string Name, string? Email, bool IsAdministrator, IReadOnlyList<RoleThere> Roles);

/// <summary>All people of the installation, for its administrator.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EverybodyModel(SamstyringDb db, PeoplePicture picture, WithdrawInvitation withdraw, Ui ui) : PageModel
{
    /// <summary>Shown at once; a search finds the rest.</summary>
    public const int Most = 200;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<SomebodyHere> People { get; private set; } = [];

    public bool IsCutOff { get; private set; }

    public IReadOnlyList<OpenInvitation> Invitations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation, CancellationToken ct)
    {
        if (!await ShowAsync(ct) || await withdraw.RunAsync(new InvitationId(invitation), SignedIn.StandingOf(HttpContext), ct) is not { } outcome)
        {
            return NotFound();
        }

        return outcome.IsAccepted(out _, out var refusal) ? LocalRedirect("/personer/alle") : this.Refused(ui, refusal);
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (!SignedIn.StandingOf(HttpContext).IsAdministrator)
        {
            return false;
        }

        var words = Q?.Trim() ?? "";
        var email = words.ToUpperInvariant();
        var people = await db.Users.Where(p => p.ErasedAt == null && (words == "" || p.Name.Contains(words) || p.NormalizedEmail!.Contains(email)))
            .OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Most + 1).Select(p => new { p.Id, p.Name, p.Email, p.IsAdministrator }).ToListAsync(ct);
        IsCutOff = people.Count > Most;
        var ids = people.Select(p => p.Id).ToList();
        var roles = (await (
            from a in db.Affiliations
            join o in db.Organisations on a.Organisation equals o.Id
            where a.EndedAt == null && ids.Contains(a.User)
            orderby o.SortKey
            select new { a.User, Held = new RoleThere(a.Id, o.Key, o.Name, a.Role) }).ToListAsync(ct)).ToLookup(r => r.User, r => r.Held);
        People = [.. people.Take(Most).Select(p => new SomebodyHere(p.Id, p.Name, p.Email, p.IsAdministrator, [.. roles[p.Id]]))];
        Invitations = await picture.InvitationsAsync(organisation: null, ct);
        return true;
    }
}
