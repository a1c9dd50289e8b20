using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Account;

[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NameModel(ChangeName change, Ui ui) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    public void OnGet() => Name = SignedIn.Of(HttpContext)!.Name;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        (await change.RunAsync(Name, SignedIn.StandingOf(HttpContext).Actor, ct)).IsAccepted(out _, out var refusal) ? LocalRedirect("/min-side") : this.Refused(ui, refusal);
}
