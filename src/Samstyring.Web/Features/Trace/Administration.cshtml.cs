using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Trace;

/// <summary>What an administrator of the installation can do.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AdministrationModel : PageModel
{
    public static readonly IReadOnlyList<(string Path, string Key)> Parts = [("/administrasjon/spor", "trace"), ("/administrasjon/lesninger", "reads")];

    public IActionResult OnGet() => SignedIn.StandingOf(HttpContext).IsAdministrator ? Page() : NotFound();
}
