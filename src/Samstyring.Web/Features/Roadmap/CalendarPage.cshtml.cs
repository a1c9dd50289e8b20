using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>A person's own address of a municipality's calendar: made here, shown once, and revoked here.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CalendarPageModel(SamstyringDb db, TokenStore tokens, TimeProvider clock, Ui ui) : PageModel
{
    public string Number { get; private set; } = "";

    public LocalizedText Name { get; private set; } = LocalizedText.Unknown;

    /// <summary>The address that was just made; null otherwise. It is never shown again.</summary>
    public string? Made { get; private set; }

    /// <summary>The person's addresses that work.</summary>
    public IReadOnlyList<TokenRow> Addresses { get; private set; } = [];

    public bool MayMake => Me.For is not null;

    private SignedIn Me => SignedIn.Of(HttpContext)!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct) => await FindAsync(number, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMakeAsync(string number, CancellationToken ct)
    {
        if (Me.For is not { } acting || !await FindAsync(number, ct))
        {
            return NotFound();
        }

        TokenWish wish = new(ui["calendar.name", ui.Plain(Name)], [TokenScope.Calendar], AccessToken.LongestDays);
        if (!(await tokens.MakeAsync(wish, new TokenHolder(acting.Organisation, acting.Key, Me.User), Me.Standing.Actor, ct)).IsAccepted(out var made, out var refusal))
        {
            return this.Refused(ui, refusal);
        }

        await FindAsync(number, ct);
        Made = $"{Request.Scheme}://{Request.Host}/api/v1/municipalities/{number}/agenda.ics?{TokenAccess.Parameter}={made.Secret}";
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string number, Guid token, CancellationToken ct)
    {
        if ((await tokens.RevokeAsync(new AccessTokenId(token), Me.User, organisation: null, Me.Standing.Actor, ct)).IsAccepted(out _, out var refusal))
        {
            return LocalRedirect(Request.Path);
        }

        return await FindAsync(number, ct) ? this.Refused(ui, refusal) : NotFound();
    }

    private async Task<bool> FindAsync(string number, CancellationToken ct)
    {
        if (await db.Municipalities.Where(m => m.Number == number).Join(db.Organisations, m => m.Id, o => o.Id, (_, o) => o.Name).SingleOrDefaultAsync(ct) is not { } name)
        {
            return false;
        }

        (Number, Name) = (number, name);
        var now = clock.GetUtcNow();
        Addresses = [.. (await tokens.ListAsync(Me.User, organisation: null, ct)).Where(t => t.Scopes.Contains(TokenScope.Calendar) && t.RevokedAt is null && t.ExpiresAt > now)];
        return true;
    }
}
