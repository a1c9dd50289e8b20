using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>Keeps a record to the organisation's own people, or opens it again.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RestrictModel(SamstyringDb db, RestrictRecord restrict, OpenRecord open, TimeProvider clock, Ui ui) : PageModel
{
    [BindProperty]
    public string? Paragraph { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>A day, as browsers send it: 2027-01-31.</summary>
    [BindProperty]
    public string? ReviewOn { get; set; }

    public RecordCard Card { get; private set; } = null!;

    /// <summary>What holds now; null where the record is open.</summary>
    public Restriction? Now { get; private set; }

    public bool IsRestricted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string type, string key, CancellationToken ct) => await ReadAsync(new(type, key), ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string type, string key, CancellationToken ct)
    {
        RecordKey record = new(type, key);
        if (!await ReadAsync(record, ct))
        {
            return NotFound();
        }

        var standing = SignedIn.StandingOf(HttpContext);
        DateOnly? day = DateOnly.TryParseExact(ReviewOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var parsed) ? parsed : null;
        Refusal? refusal;
        if (IsRestricted)
        {
            _ = (await open.RunAsync(record, Reason, standing, ct)).IsAccepted(out _, out refusal);
        }
        else
        {
            _ = (await restrict.RunAsync(record, Paragraph, Reason, day, standing, ct)).IsAccepted(out _, out refusal);
        }

        if (refusal is null)
        {
            return LocalRedirect($"/historikk/{type}/{Uri.EscapeDataString(key)}?lagret=true");
        }

        db.ChangeTracker.Clear();
        foreach (var reason in refusal.Reasons)
        {
            ModelState.AddModelError(reason.Field switch { "reason" => nameof(Reason), "paragraph" => nameof(Paragraph), "review" => nameof(ReviewOn), _ => "" }, FieldWords.Refused(ui, reason));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> ReadAsync(RecordKey record, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var standing = SignedIn.StandingOf(HttpContext);
        if (RecordTypes.Find(record.Type) is not { IsRestrictable: true } || await RecordReader.StateAsync(db, record, today, ct) is not { } state
            || state.Stewards.RightOf(standing) is not Right.Change || standing.OnBehalfOf is null)
        {
            return false;
        }

        (IsRestricted, Card) = (state.VisibleTo is not null, (await RecordReader.CardAsync(db, record, today, ct))!);
        Now = await db.Restrictions.SingleOrDefaultAsync(r => r.RecordType == record.Type && r.RecordKey == record.Key, ct);
        return true;
    }
}
