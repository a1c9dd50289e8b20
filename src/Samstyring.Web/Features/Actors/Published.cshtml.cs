using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Actors;

namespace Samstyring.Web.Features.Actors;

/// <summary>
/// A map of actors as a document published it, for everybody; table 15 of the DigiBarnevern thesis is one. The team sees its own assessment
/// beside it, and where the two differ.
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class PublishedModel(SamstyringDb db, TimeProvider clock) : PageModel
{
    public InitiativeFacts Facts { get; private set; } = null!;

    public IReadOnlyList<ComparedPlacement> Placements { get; private set; } = [];

    /// <summary>Where the team thinks otherwise than the document; empty for others than the team.</summary>
    public IReadOnlyList<ComparedPlacement> Different => [.. Placements.Where(placement => placement.IsSame is false)];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        Facts = facts;
        Placements = ComparedPlacement.Of(facts.Of<PublishedPlacement>(), facts.SeesAssessments ? ActorMap.Of(facts.Facts(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))) : []);
        if (facts.SeesAssessments)
        {
            db.ReadRestricted(new("initiative", key));
        }

        return Page();
    }
}
