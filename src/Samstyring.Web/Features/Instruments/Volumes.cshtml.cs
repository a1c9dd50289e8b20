using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Instruments;

/// <summary>How many cases each municipality has of what an initiative is for, and who says that a manual routine is enough for now .</summary>
[AllowAnonymous]
public sealed class VolumesModel(SamstyringDb db, Tally tally, Ui ui) : PageModel
{
    private int _said;

    private int _manual;

    public string Key { get; private set; } = "";

    public LocalizedText Name { get; private set; } = LocalizedText.Unknown;

    public ListFrame Frame { get; private set; } = null!;

    public IReadOnlyList<VolumeItem> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await db.Initiatives.SingleOrDefaultAsync(i => i.Key == key && i.Kind != InitiativeKind.Activity, ct) is not { } initiative)
        {
            return NotFound();
        }

        (Key, Name) = (key, initiative.Name);
        _ = db.Shows(initiative.VisibleTo, "initiative", key);
        VolumeList list = new(key);
        (Frame, Rows) = await ListFrame.ReadAsync(list, Request.Query, db, tally, ct);
        var choices = await list.From(db).GroupBy(v => v.Choice).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        (_said, _manual) = (choices.Sum(choice => choice.Count), choices.Where(choice => choice.Key is RoutineChoice.ManualIsEnough).Sum(choice => choice.Count));
        Response.StatusCode = Frame.Bad is [] ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    public string Lead() => _said == 0 ? ui["volumes.lead-none"] : ui.Count("volumes.lead", _said, _manual);
}
