using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data.People;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Access;

/// <summary>Chooses the organisation to act for.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ActForModel(Sessions sessions, UserManager<Person> people, Ui ui) : PageModel
{
    [BindProperty]
    public string? Organisation { get; set; }

    public IReadOnlyList<ActsFor> Organisations => SignedIn.Of(HttpContext)!.Organisations;

    public void OnGet() => Organisation = SignedIn.Of(HttpContext)!.For?.Key;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Organisations.Any(o => string.Equals(o.Key, Organisation, StringComparison.Ordinal)))
        {
            ModelState.AddModelError(nameof(Organisation), ui["access.act-for.refused"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var person = await people.GetUserAsync(User);
        await sessions.EnterAsync(person!, Organisation, ct);
        return LocalRedirect("/");
    }
}
