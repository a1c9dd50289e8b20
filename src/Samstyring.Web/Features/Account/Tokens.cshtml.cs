using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Tokens;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Account;

/// <summary>A person's own tokens, for the organisation that is acted for.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TokensModel(TokenStore tokens, TimeProvider clock, Ui ui) : PageModel
{
    [BindProperty]
    public TokenForm Form { get; set; } = new();

    public TokenPanel Panel { get; private set; } = null!;

    private SignedIn Me => SignedIn.Of(HttpContext)!;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(made: null, ct);

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        if (Me.For is not { } acting)
        {
            return NotFound();
        }

        if (!(await tokens.MakeAsync(Form.Wish(), new TokenHolder(acting.Organisation, acting.Key, Me.User), Me.Standing.Actor, ct)).IsAccepted(out var made, out var refusal))
        {
            await ShowAsync(made: null, ct);
            return this.Refused(ui, refusal);
        }

        await ShowAsync(made.Secret, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken ct)
    {
        if ((await tokens.RevokeAsync(new AccessTokenId(token), Me.User, organisation: null, Me.Standing.Actor, ct)).IsAccepted(out _, out var refusal))
        {
            return LocalRedirect("/min-side/tokener");
        }

        await ShowAsync(made: null, ct);
        return this.Refused(ui, refusal);
    }

    private async Task ShowAsync(string? made, CancellationToken ct) =>
        Panel = new(Form, await tokens.ListAsync(Me.User, organisation: null, ct), made, Me.For is not null, clock.GetUtcNow());
}
