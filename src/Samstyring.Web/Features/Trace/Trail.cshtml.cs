using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Trace;

/// <summary>What was done on behalf of an organisation, and what was done to it: for those who manage it.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TrailModel(SamstyringDb db, TraceNames names, LinkWords words) : PageModel
{
    public ActsFor Organisation { get; private set; } = null!;

    public LinkTable Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!SignedIn.StandingOf(HttpContext).Is(Role.Manager))
        {
            return NotFound();
        }

        Organisation = SignedIn.Of(HttpContext)!.For!;
        var (query, bad) = LinkQuery.ReadFor(Organisation.Organisation, Organisation.Key, Request.Query, ListQuery.MaxPageSizeOfPages);
        Table = new(query, bad, "/spor", $"/api/v1/organisations/{Organisation.Key}/audit-entries");
        if (bad is not [])
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await Table.FillAsync(db, names, words, ct);
        return Page();
    }
}
