using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Initiatives;

/// <param name="Phases">Of the life event's work, that it takes part in.</param>
public sealed record SupportedEvent(string Slug, string Key, LocalizedText Name, IReadOnlyList<Domain.LifeEvents.JointPhase> Phases, Provenance Provenance, bool IsRestricted);

/// <summary>One initiative: can it pass the next gate, who takes part, what is decided and when?</summary>
[AllowAnonymous]
public sealed class DetailsModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    public InitiativeFacts Facts { get; private set; } = null!;

    /// <summary>The gate that comes next with what holds it; null where there is none.</summary>
    public GateBoard? Next { get; private set; }

    public IReadOnlyDictionary<InitiativeId, (string Key, LocalizedText Name)> Others { get; private set; } = new Dictionary<InitiativeId, (string, LocalizedText)>();

    /// <summary>Life events that it supports .</summary>
    public IReadOnlyList<SupportedEvent> LifeEvents { get; private set; } = [];

    /// <summary>What holds the next gate and may be told to the reader.</summary>
    public IReadOnlyList<BoardRow> Holding => Next is null ? [] : [.. Next.Holding.Where(row => Facts.SeesAssessments || !row.UsesAssessments)];

    /// <summary>Whether nobody has confirmed the entry within its interval; null where no interval is set.</summary>
    public bool? IsStale { get; private set; }

    public IReadOnlyList<KeyEvent> Events => [.. Facts.Of<KeyEvent>().OrderBy(e => e.Starts, StringComparer.Ordinal).ThenBy(e => e.Order)];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Facts = facts;
        Next = facts.OpenGates is [var gate, ..] ? facts.Board(gate, today) : null;
        IsStale = Freshness.IsStale(facts.Initiative.Confirmed, facts.Initiative.ConfirmedForMonths, today);
        InitiativeId[] others = [.. facts.Of<Dependency>().Select(d => d.Other)];
        Others = others is [] ? Others : await db.Initiatives.Where(i => others.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => (i.Key, i.Name), ct);
        LifeEvents = await (
            from link in db.LifeEventActivities
            where link.Initiative == facts.Initiative.Id
            join e in db.LifeEvents on link.LifeEvent equals e.Id
            orderby e.Order
            select new SupportedEvent(e.Slug, e.Key, e.Name, link.Phases, link.Provenance, db.Shows(link.VisibleTo, "life-event-activity", e.Key, key))).ToListAsync(ct);
        return Page();
    }

    public string Lead() => Facts switch
    {
        { IsStopped: true } => ui["initiative.lead.stopped"],
        { Method: null } => ui["initiative.lead.no-method"],
        _ when Next is null => ui["initiative.lead.done"],
        _ when Holding.Count == 0 => ui["initiative.lead.open", Next.Phase.Gate.ToUpperInvariant()],
        _ => ui.Count("initiative.lead.held", Holding.Count, Next!.Phase.Gate.ToUpperInvariant()),
    };
}
