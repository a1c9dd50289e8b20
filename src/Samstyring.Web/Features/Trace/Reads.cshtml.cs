using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Trace;

/// <summary>Who was shown what is restricted.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReadsModel(SamstyringDb db, TraceNames names) : PageModel
{
    public ReadPage Reads { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, bad) = ReadQuery.Read(Request.Query, ListQuery.MaxPageSizeOfPages);
        if (!SignedIn.StandingOf(HttpContext).IsAdministrator || bad is not [])
        {
            return NotFound();
        }

        Reads = await RestrictedReadings.PageAsync(db, names, query, ct);
        return Page();
    }
}
