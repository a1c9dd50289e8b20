using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Gates;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Gates;

/// <summary>Which version of its method an initiative follows, and what a newer one has otherwise .</summary>
[AllowAnonymous]
public sealed class MethodModel(SamstyringDb db, UpgradeMethod upgrade, Ui ui) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The version that the form was made from.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public int To { get; set; }

    public InitiativeFacts Facts { get; private set; } = null!;

    public MethodPack Method => Facts.Method!;

    /// <summary>The newest version; null where the initiative follows it.</summary>
    public MethodPack? Newer => MethodPacks.Current.NewestOf(Method.Key) is { } newest && newest.Version > Method.Version ? newest : null;

    public IReadOnlyList<ItemDifference> Differences => Newer is null ? [] : MethodUpgrade.Differences(Method, Newer);

    public bool MayUpgrade => Newer is not null && GateRules.MayDecide(SignedIn.StandingOf(HttpContext), Facts.Owners);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (!await ReadAsync(key, ct))
        {
            return NotFound();
        }

        (Seen, To) = (Method.Version, Newer?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        if (!await ReadAsync(key, ct) || await upgrade.RunAsync(key, To, Seen, Reason, SignedIn.StandingOf(HttpContext), ct) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.IsAccepted(out _, out var refusal))
        {
            return LocalRedirect($"/tiltak/{key}/metode");
        }

        db.ChangeTracker.Clear();
        await ReadAsync(key, ct);
        if (refusal.Reasons[0].Code is MethodUpgrade.NotAllowed)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Seen));
        ModelState.Remove(nameof(To));
        (Seen, To) = (Method.Version, Newer?.Version ?? 0);
        return this.Refused(ui, refusal, refusal.Reasons[0].Code is MethodUpgrade.Meanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<bool> ReadAsync(string key, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { Method: not null } facts)
        {
            return false;
        }

        Facts = facts;
        return true;
    }
}
