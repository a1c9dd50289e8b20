using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Records;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Steering;

namespace Samstyring.Data.Initiatives;

/// <summary>Everything that is known of an initiative and that the viewer may see.</summary>
/// <param name="Parts">What holds, in order; what was withdrawn is left out.</param>
/// <param name="Bodies">Every body that it names.</param>
/// <param name="Decisions">At its gates, the oldest first.</param>
/// <param name="SeesAssessments">Whether the viewer is of the team .</param>
public sealed record InitiativeFacts(
    Initiative Initiative, IReadOnlyList<InitiativePart> Parts, IReadOnlyDictionary<OrganisationId, BodyFact> Bodies, IReadOnlyList<DecisionMatrix> Matrices, IReadOnlyList<GateDecision> Decisions, bool SeesAssessments)
{
    /// <summary>Initiatives that it waits for.</summary>
    public IReadOnlyList<Initiative> WaitsFor { get; init; } = [];

    /// <summary>Letters of allocation of the life events that it supports.</summary>
    public IReadOnlyList<LifeEventLetter> Letters { get; init; } = [];

    private readonly ILookup<Type, InitiativePart> _parts = Parts.ToLookup(part => part.GetType());

    /// <summary>The same one for as long as these facts are looked at: its phases are compared with each other.</summary>
    public MethodPack? Method { get; } = MethodPacks.Current.Find(Initiative.Method, Initiative.MethodVersion);

    public IReadOnlyList<OrganisationId> Owners => [.. Of<Participant>().Where(p => p.Role is ParticipantRole.Owner).Select(p => p.Organisation).OfType<OrganisationId>()];

    /// <summary>Gates that are not passed yet, in order; none where it was stopped or has no method.</summary>
    public IReadOnlyList<string> OpenGates => Method is { } method && !IsStopped ? [.. method.Phases.Where(phase => !IsPassed(phase)).Select(phase => phase.Gate)] : [];

    /// <summary>Whether its gate was passed here, or the phase was over before the initiative was registered here.</summary>
    public bool IsPassed(MethodPhase phase) => Decisions.Any(d => d.Outcome is GateOutcome.Proceed && string.Equals(d.Gate, phase.Gate, StringComparison.Ordinal)) || WasPassedBefore(phase);

    /// <summary>Whether the phase was over when the initiative was registered. Nobody can say so afterwards: a phase ends by its gate.</summary>
    public bool WasPassedBefore(MethodPhase phase) => Of<PhasePlan>().Any(plan => plan.State is PhaseState.Done && string.Equals(plan.Phase, phase.Key, StringComparison.Ordinal))
        && !Decisions.Any(d => string.Equals(d.Gate, phase.Gate, StringComparison.Ordinal));

    public bool IsStopped => Decisions is [.., { Outcome: GateOutcome.Stop }];

    /// <summary>Parts of one kind, in order.</summary>
    public IEnumerable<T> Of<T>()
        where T : InitiativePart => _parts[typeof(T)].Cast<T>();

    public GateBoard? Board(string gate, DateOnly today) => Method is { } method && method.PhaseOfGate(gate) is { } phase
        ? GateBoard.Of(method, Facts(method, phase, today), Checks.Registry)
        : null;

    public GateFacts Facts(MethodPack method, MethodPhase phase, DateOnly today) => new(Initiative, Parts, Bodies, phase, today)
    {
        Next = method.After(phase),
        Others = [.. Matrices, .. WaitsFor, .. Letters],
    };

    /// <summary>The same for rules that look at no phase, also where no method is chosen.</summary>
    public GateFacts Facts(DateOnly today)
    {
        var method = Method ?? MethodPacks.Current.All[0];
        return Facts(method, method.Phases[0], today);
    }

    public BodyFact? Body(OrganisationId? id) => id is { } body ? Bodies.GetValueOrDefault(body) : null;

    /// <summary>The same as somebody sees it who sees the initiative, and of what is kept from others no more than <paramref name="audience"/> sees.</summary>
    /// <param name="audience">Null for those who see nothing more.</param>
    public InitiativeFacts AsSeenBy(AudienceId? audience)
    {
        return new(Initiative, [.. Parts.Where(Sees)], Bodies, [.. Matrices.Where(Sees)], Decisions, audience == Team.Of(Initiative.Id)) { WaitsFor = [.. WaitsFor.Where(Sees)], Letters = [.. Letters.Where(Sees)] };

        bool Sees(object thing) => thing is not IRestrictable { VisibleTo: { } kept } || kept == Initiative.VisibleTo || kept == audience;
    }

    public LocalizedText NameOf(OrganisationId? body, LocalizedText name) => name.IsUnknown ? Body(body)?.Name ?? name : name;
}

/// <summary>Reads an initiative whole, in a fixed number of queries however large it is.</summary>
public static class InitiativeReader
{
    /// <returns>Null where the viewer has no such initiative; an activity of a life event has none of this.</returns>
    public static async Task<InitiativeFacts?> ReadAsync(SamstyringDb db, string key, CancellationToken ct)
    {
        var team = Team.Of(InitiativeId.Of(key));
        return await db.Initiatives.Where(i => i.Key == key && i.Kind != InitiativeKind.Activity).Select(i => new { Initiative = i, IsOfTeam = db.Audiences.Any(audience => audience == team) }).SingleOrDefaultAsync(ct) is { } found
            ? Told(db, await ReadAsync(db, found.Initiative, whole: false, found.IsOfTeam || db.Viewer.SeesAll, ct))
            : null;
    }

    /// <summary>The same with all that is kept from somebody, whoever asks: what a decision is taken on. Never shown as it is.</summary>
    public static Task<InitiativeFacts> ReadWholeAsync(SamstyringDb db, Initiative initiative, CancellationToken ct) => ReadAsync(db, initiative, whole: true, seesAssessments: true, ct);

    /// <summary>What is kept from others was read. The team's assessments are one reading of the initiative.</summary>
    private static InitiativeFacts Told(SamstyringDb db, InitiativeFacts facts)
    {
        var initiative = facts.Initiative;
        _ = db.Shows(initiative.VisibleTo, "initiative", initiative.Key);
        var team = Team.Of(initiative.Id);
        foreach (var part in facts.Parts.Where(part => part.VisibleTo is { } kept && kept != team && kept != initiative.VisibleTo))
        {
            db.ReadRestricted(new(InitiativeParts.TypeOf(part).Name, part.Id.ToString()));
        }

        foreach (var matrix in facts.Matrices.Where(matrix => matrix.VisibleTo is { } kept && kept != initiative.VisibleTo))
        {
            db.ReadRestricted(new("decision-matrix", matrix.Key));
        }

        if (facts.SeesAssessments && facts.Parts.Any(part => part.VisibleTo == team))
        {
            db.ReadRestricted(new("initiative", initiative.Key));
        }

        return facts;
    }

    private static async Task<InitiativeFacts> ReadAsync(SamstyringDb db, Initiative initiative, bool whole, bool seesAssessments, CancellationToken ct)
    {
        var id = initiative.Id;
        var parts = await From<InitiativePart>().Where(p => p.Initiative == id && p.IsWithdrawn != true).OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(ct);
        var decisions = await db.GateDecisions.Where(d => d.Initiative == id).OrderBy(d => d.At).ThenBy(d => d.Number).ToListAsync(ct);
        var matrices = await From<DecisionMatrix>().Where(m => m.Initiative == id).OrderBy(m => m.Key).ToListAsync(ct);
        OrganisationId[] named =
        [
            .. parts.Select(p => p.Organisation).Concat(parts.OfType<Deviation>().Select(d => d.Vendor)).Append(initiative.KeptBy).Concat(matrices.Select(m => m.Organisation)).OfType<OrganisationId>()
                .Concat(decisions.Select(d => d.OnBehalfOf)).Distinct(),
        ];
        var bodies = await db.Organisations.Where(o => named.Contains(o.Id)).Select(o => new BodyFact(o.Id, o.Key, o.Name, o.Kind, o.Level, o.StatedCount)).ToDictionaryAsync(b => b.Id, ct);
        InitiativeId[] others = [.. parts.OfType<Dependency>().Select(d => d.Other).Distinct()];
        return new(initiative, parts, bodies, matrices, decisions, seesAssessments)
        {
            WaitsFor = others is [] ? [] : await From<Initiative>().Where(i => others.Contains(i.Id)).ToListAsync(ct),
            Letters = await db.LifeEventLetters.Where(l => db.LifeEventActivities.Any(a => a.Initiative == id && a.LifeEvent == l.LifeEvent)).ToListAsync(ct),
        };

        IQueryable<T> From<T>()
            where T : class => whole ? db.Set<T>().IgnoreQueryFilters() : db.Set<T>();
    }
}
