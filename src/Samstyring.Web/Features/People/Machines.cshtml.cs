using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Tokens;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.People;

/// <summary>The tokens of an organisation's machines, for its managers.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MachinesModel(TokenStore tokens, TimeProvider clock, Ui ui) : PageModel
{
    [BindProperty]
    public TokenForm Form { get; set; } = new();

    public TokenPanel Panel { get; private set; } = null!;

    /// <summary>Null for whoever is no manager: there is no such page for them.</summary>
    private ActsFor? Managed => SignedIn.Of(HttpContext) is { For: { Role: Role.Manager } acting } ? acting : null;

    private Standing Who => SignedIn.StandingOf(HttpContext);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => Managed is { } acting ? await ShowAsync(acting, made: null, ct) : NotFound();

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        if (Managed is not { } acting)
        {
            return NotFound();
        }

        var outcome = await tokens.MakeAsync(Form.Wish(), new TokenHolder(acting.Organisation, acting.Key, User: null), Who.Actor, ct);
        var page = await ShowAsync(acting, outcome.IsAccepted(out var made, out var refusal) ? made.Secret : null, ct);
        return refusal is null ? page : this.Refused(ui, refusal);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken ct)
    {
        if (Managed is not { } acting)
        {
            return NotFound();
        }

        if ((await tokens.RevokeAsync(new AccessTokenId(token), user: null, acting.Organisation, Who.Actor, ct)).IsAccepted(out _, out var refusal))
        {
            return LocalRedirect("/personer/maskiner");
        }

        await ShowAsync(acting, made: null, ct);
        return this.Refused(ui, refusal);
    }

    private async Task<PageResult> ShowAsync(ActsFor acting, string? made, CancellationToken ct)
    {
        Panel = new(Form, await tokens.ListAsync(user: null, acting.Organisation, ct), made, MayMake: true, clock.GetUtcNow());
        return Page();
    }
}
