using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Actors;

/// <summary>Who sees what the team of an initiative assesses. Whoever lets another organisation in is told what that means, before it is done .</summary>
[Authorize]
[ResponseCache(NoStore = true)]
public sealed class TeamPageModel(SamstyringDb db, ChangeTeam change, Ui ui) : PageModel
{
    [BindProperty]
    public string? Organisation { get; set; }

    /// <summary>«yes» where the person has said that they know what it means.</summary>
    [BindProperty]
    public string? Knows { get; set; }

    public string Key { get; private set; } = "";

    public LocalizedText Name { get; private set; } = LocalizedText.Unknown;

    public TeamStanding Team { get; private set; } = null!;

    public IReadOnlyList<(OrganisationId Id, BodyRef Body)> Members { get; private set; } = [];

    public bool MayChange => TeamRules.MayChange(Team, SignedIn.StandingOf(HttpContext));

    /// <summary>Whether documents of the team may still be internal.</summary>
    public bool IsAlone => Team.Members.All(member => member == Team.Producer);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct) => await ReadAsync(key, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string key, CancellationToken ct) => RunAsync(key, joins: true, ct);

    public Task<IActionResult> OnPostOutAsync(string key, CancellationToken ct) => RunAsync(key, joins: false, ct);

    private async Task<IActionResult> RunAsync(string key, bool joins, CancellationToken ct)
    {
        if (await change.RunAsync(key, Organisation, joins, Knows == "yes", SignedIn.StandingOf(HttpContext), ct) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.IsAccepted(out _, out var refusal))
        {
            return LocalRedirect($"/tiltak/{key}/team?lagret=true");
        }

        db.ChangeTracker.Clear();
        return refusal.Reasons[0].Code is TeamRules.NotAllowed || !await ReadAsync(key, ct) ? NotFound() : this.Refused(ui, refusal);
    }

    private async Task<bool> ReadAsync(string key, CancellationToken ct)
    {
        if (await ChangeTeam.ReadAsync(db, key, ct) is not { } team)
        {
            return false;
        }

        (Key, Team) = (key, team);
        Name = await db.Initiatives.Where(i => i.Key == key).Select(i => i.Name).SingleAsync(ct);
        var members = await db.Organisations.Where(o => team.Members.Contains(o.Id)).OrderBy(o => o.SortKey).ThenBy(o => o.Key).Select(o => new { o.Id, o.Key, o.Name }).ToListAsync(ct);
        Members = [.. members.Select(o => (o.Id, new BodyRef { Key = o.Key, Name = o.Name }))];
        db.ReadRestricted(new("initiative", key));
        return true;
    }
}
