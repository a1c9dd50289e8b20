using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Market;

/// <summary>Is a municipality ready for a solution, and what in the starter package helps with what it lacks? For the municipality alone.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
public sealed class ReadyModel(SamstyringDb db, Ui ui) : PageModel
{
    public SolutionFacts Facts { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public LocalizedText Municipality { get; private set; } = LocalizedText.Unknown;

    /// <summary>Null where the municipality has not made one.</summary>
    public ReadinessCheck? Check { get; private set; }

    public IReadOnlyList<ReadinessAnswer> Answers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, string number, CancellationToken ct)
    {
        var own = SignedIn.StandingOf(HttpContext).OnBehalfOf;
        var municipality = await db.Municipalities.Where(m => m.Number == number && m.Id == own).Join(db.Organisations, m => m.Id, o => o.Id, (m, o) => new { m.Id, o.Name }).SingleOrDefaultAsync(ct);
        if (municipality is null || await SolutionReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        (Facts, Number, Municipality) = (facts, number, municipality.Name);
        var id = ReadinessCheck.IdOf(facts.Solution.Id, municipality.Id);
        Check = await db.Set<ReadinessCheck>().SingleOrDefaultAsync(c => c.Id == id && c.IsWithdrawn != true, ct);
        if (Check is not null)
        {
            db.Shows(Check.VisibleTo, "readiness-check", id.Value);
        }

        Answers = ReadinessRules.Of(Check);
        return Page();
    }

    public string Lead() => Check is null ? ui["ready.lead-none"]
        : Answers.Count(a => a.Level is not ReadinessLevel.Ready) is > 0 and var missing ? ui.Count("ready.lead-missing", missing, ui.Word(Answers.Count))
        : ui["ready.lead-all"];

    /// <summary>The parts of the starter package that help with an area, as the owner has filled it in.</summary>
    public IEnumerable<StarterResource> Helping(ReadinessAnswer answer) => Facts.Of<StarterResource>().Where(r => answer.Helps.Contains(r.Kind));
}
