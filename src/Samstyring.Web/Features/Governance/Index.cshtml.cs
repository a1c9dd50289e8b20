using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Governance;

/// <summary>One that must decide, with its path to the decision; null where none is planned.</summary>
public sealed record DecidingArea(LocalizedText Name, int? Count, DecisionPath? Path);

/// <summary>How the parties of an initiative steer together: agreements, rules, disagreements, decisions and who decides what.</summary>
[AllowAnonymous]
public sealed class IndexModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    /// <summary>What the rules say of the steering, in the order of the page.</summary>
    private static readonly string[] Rules =
        ["agreement-covers-roll-out", "agreements-not-about-to-end", "agreements-hold-until-realised", "decision-paths-planned", "escalation-rules-set", "decision-rights-stated", "decision-rights-followed"];

    public InitiativeFacts Facts { get; private set; } = null!;

    public IReadOnlyList<Found> Found { get; private set; } = [];

    public IReadOnlyList<Agreement> Agreements { get; private set; } = [];

    public IReadOnlyDictionary<PartId, AgreementWarning> Warnings { get; private set; } = new Dictionary<PartId, AgreementWarning>();

    public IReadOnlyList<CoOperationRule> CoOperationRules { get; private set; } = [];

    /// <summary>Everybody who must decide; after them the paths of others.</summary>
    public IReadOnlyList<DecidingArea> Deciding { get; private set; } = [];

    /// <summary>Who sits in the forum that steers the work .</summary>
    public IReadOnlyList<string> Members => [.. Facts.Of<Participant>().Where(p => p.Role is ParticipantRole.Steering).Select(p => ui.Plain(Facts.NameOf(p.Organisation, p.Name)))];

    /// <summary>What it is to take up: no outcome yet, and its day has not passed; the next first.</summary>
    public IReadOnlyList<ForumDecision> Agenda => [.. Facts.Of<ForumDecision>().Where(d => d.Outcome.IsUnknown && AsOf.Last(d.Starts) >= Today).OrderBy(d => d.Starts, StringComparer.Ordinal)];

    public IReadOnlyList<MatrixOf> Templates { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Facts = facts;
        Found = Design.Found.By(facts.Facts(Today), Rules);
        Agreements = [.. facts.Of<Agreement>()];
        Warnings = Timers.Warnings(Agreements, Today).ToDictionary(warning => warning.Agreement.Id);
        CoOperationRules = [.. facts.Of<CoOperationRule>()];
        Deciding = Paths(facts);
        Templates = await MatrixReader.TemplatesAsync(db, ct);
        return Page();
    }

    public IEnumerable<AgreementParty> PartiesOf(Agreement agreement) => Facts.Of<AgreementParty>().Where(party => party.Agreement == agreement.Id);

    public DateOnly? EscalatesOn(Disagreement disagreement) => Timers.EscalatesOn(disagreement, CoOperationRules);

    public string Lead() =>
        Agreements.Count == 0 ? ui["governance.lead-none"]
        : Warnings.Count == 0 ? ui.Count("governance.lead", Agreements.Count)
        : ui.Count("governance.lead-warned", Warnings.Count, Agreements.Count);

    private static IReadOnlyList<DecidingArea> Paths(InitiativeFacts facts)
    {
        var paths = facts.Of<DecisionPath>().ToLookup(path => path.Organisation);
        var areas = facts.Of<AffectedArea>().Where(area => area.MustDecide is true).ToList();
        return
        [
            .. areas.Select(area => new DecidingArea(facts.NameOf(area.Organisation, area.Name), area.Count, area.Organisation is null ? null : paths[area.Organisation].LastOrDefault())),
            .. facts.Of<DecisionPath>().Where(path => !areas.Exists(area => area.Organisation == path.Organisation)).Select(path => new DecidingArea(facts.NameOf(path.Organisation, LocalizedText.Unknown), Count: null, path)),
        ];
    }
}
