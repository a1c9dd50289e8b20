using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Gates;

/// <summary>A decision at a gate with what it was taken on, as it was then. For the team with what it had assessed.</summary>
[AllowAnonymous]
[PrintedPage]
public sealed class KeptModel(SamstyringDb db) : PageModel, IPrintedPage
{
    public string? PrintAs { get; private set; }

    public GateDecision Decision { get; private set; } = null!;

    public KeptBoard Board { get; private set; } = null!;

    public LocalizedText For { get; private set; } = LocalizedText.Unknown;

    public IReadOnlyList<GateCondition> Conditions { get; private set; } = [];

    public IReadOnlyDictionary<OrganisationId, LocalizedText> Owners { get; private set; } = new Dictionary<OrganisationId, LocalizedText>();

    public string Digest { get; private set; } = "";

    public bool IsOfTeam { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, string gate, int number, string? form, CancellationToken ct)
    {
        var id = InitiativeId.Of(key);
        if (await db.GateDecisions.SingleOrDefaultAsync(d => d.Initiative == id && d.Gate == gate && d.Number == number && db.Initiatives.Any(i => i.Id == id), ct) is not { } decision)
        {
            return NotFound();
        }

        var kept = await db.GateSnapshots.Where(s => s.Decision == decision.Id).OrderByDescending(s => s.IsOfTeam).FirstAsync(ct);
        if (decision.VisibleTo is not null || kept.IsOfTeam)
        {
            db.ReadRestricted(new("initiative", key));
        }

        (Decision, Digest, IsOfTeam, Board) = (decision, kept.Digest, kept.IsOfTeam, JsonSerializer.Deserialize<KeptBoard>(kept.Content, KeptJson.Options)!);
        Conditions = await db.Set<GateCondition>().Where(c => c.Decision == decision.Id).OrderBy(c => c.Order).ToListAsync(ct);
        OrganisationId[] named = [decision.OnBehalfOf, .. Conditions.Select(c => c.Organisation).OfType<OrganisationId>()];
        Owners = await db.Organisations.Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        For = Owners[decision.OnBehalfOf];
        PrintAs = form is null ? null : $"{key}-{gate}-{number}.pdf";
        return Page();
    }
}
