using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>Who changed what in a thing, when and why, and what others claim of it.</summary>
[AllowAnonymous]
public sealed class HistoryModel(SamstyringDb db, HistoryReader reader, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    public RecordKey Record { get; private set; } = null!;

    public RecordCard Card { get; private set; } = null!;

    public Right Right { get; private set; }

    public IReadOnlyList<HistoryItem> Items { get; private set; } = [];

    public int Total { get; private set; }

    [FromQuery(Name = "side")]
    public int PageNumber { get; set; } = 1;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task<IActionResult> OnGetAsync(string type, string key, CancellationToken ct)
    {
        Record = new(type, key);
        if (!ModelState.IsValid || PageNumber < 1 || await RecordReader.CardAsync(db, Record, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct) is not { } card)
        {
            return NotFound();
        }

        var standing = SignedIn.StandingOf(HttpContext);
        (Card, Right) = (card, card.Stewards.RightOf(standing));
        (Items, Total) = await reader.ReadAsync(Record, Math.Min(PageNumber, 100_000), PageSize, withNames: standing.User is not null, ct);
        return Page();
    }
}
