using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Adoption;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Adoption;

/// <summary>How far each municipality has come with a solution.</summary>
[AllowAnonymous]
public sealed class MunicipalitiesModel(SamstyringDb db, Tally tally) : PageModel
{
    public Solution Solution { get; private set; } = null!;

    public ListFrame Frame { get; private set; } = null!;

    public IReadOnlyList<AdoptionItem> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await db.Solutions.SingleOrDefaultAsync(s => s.Key == key, ct) is not { } solution)
        {
            return NotFound();
        }

        Solution = solution;
        db.Shows(solution.VisibleTo, "solution", key);
        (Frame, Rows) = await ListFrame.ReadAsync(new AdoptionList(solution), Request.Query, db, tally, ct);
        Response.StatusCode = Frame.Bad is [] ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }
}
