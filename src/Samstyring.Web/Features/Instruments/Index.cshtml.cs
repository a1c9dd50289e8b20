using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Instruments;

/// <summary>The instruments of a phase.</summary>
/// <param name="Phase">Unknown where they are for all phases.</param>
public sealed record PhaseOfPlan(LocalizedText Phase, IReadOnlyList<InstrumentAssessment> Assessments);

/// <summary>Which instruments an initiative uses and why, how far up the legal ladder it is, and how it stands to the architecture.</summary>
[AllowAnonymous]
public sealed class IndexModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    /// <summary>What the rules say of the instruments, in the order of the page.</summary>
    private static readonly string[] Rules = ["softer-steps-first", "legislation-begun-in-time", "proportionality-assessed", "tested-before-mandated", "guidelines-followed", "deviations-approved"];

    public InitiativeFacts Facts { get; private set; } = null!;

    public IReadOnlyList<Found> Found { get; private set; } = [];

    public IReadOnlyList<PhaseOfPlan> Plan { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>Instruments of which nothing is said.</summary>
    public IReadOnlyList<Instrument> Silent => [.. Enum.GetValues<Instrument>().Except(Facts.Of<InstrumentAssessment>().Select(assessment => assessment.Instrument))];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Facts = facts;
        Found = Design.Found.By(facts.Facts(Today), Rules);
        Plan = PlanOf(facts);
        return Page();
    }

    /// <summary>The last that is said of a step; null where nothing is.</summary>
    public LadderStep? StepOf(LegalStep step) => Facts.Of<LadderStep>().LastOrDefault(known => known.Step == step);

    public LegalAssessment? AssessmentOf(LegalPrecondition precondition) => Facts.Of<LegalAssessment>().LastOrDefault(known => known.Precondition == precondition);

    public Conformity? ConformityTo(Guideline guideline) => Facts.Of<Conformity>().LastOrDefault(known => known.Guideline == guideline);

    public string Lead() => ui[LegalUse.Planned(Facts.Facts(Today)) switch { true => "instruments.lead-binding", false => "instruments.lead-soft", null => "instruments.lead-unknown" }];

    /// <summary>In the method's order; phases that the method does not have come after it, and what is for all phases first.</summary>
    private static IReadOnlyList<PhaseOfPlan> PlanOf(InitiativeFacts facts)
    {
        var phases = facts.Method?.Phases.Select(phase => phase.Key).ToList() ?? [];
        return
        [
            .. facts.Of<InstrumentAssessment>().GroupBy(assessment => assessment.Phase, StringComparer.Ordinal)
                .OrderBy(group => group.Key is null ? -1 : phases.IndexOf(group.Key) is var place && place < 0 ? phases.Count : place).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new PhaseOfPlan(
                    group.Key is null ? LocalizedText.Unknown : facts.Method?.PhaseOf(group.Key)?.Name ?? new(group.Key), [.. group.OrderBy(assessment => assessment.Instrument)])),
        ];
    }
}
