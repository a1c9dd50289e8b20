using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;

namespace Samstyring.Domain.Initiatives;

public readonly record struct InitiativeId(Guid Value) : IStrongId
{
    public static InitiativeId Of(string key) => new(NamedId.From("initiative", key));
}

public enum InitiativeKind { Activity = 1, Project, Programme }

/// <summary>A piece of work. A supporting activity of a life event is an initiative of kind <c>activity</c>.</summary>
public sealed class Initiative : IRestrictable
{
    public required InitiativeId Id { get; init; }

    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    public required InitiativeKind Kind { get; init; }

    /// <summary>What sort of work it is, as the reading of the source has it: digital_service, report, register, ….</summary>
    public required string Type { get; init; }

    public required Provenance Provenance { get; init; }

    public required string SortKey { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>
/// An activity supports a life event, in the phases that a source states for that life event. No phase stated
/// is «ukjent»: the source's collective statement stands in the note.
/// </summary>
public sealed class LifeEventActivity : IRestrictable
{
    public required LifeEventId LifeEvent { get; init; }

    public required InitiativeId Initiative { get; init; }

    public required int Order { get; init; }

    /// <summary>The phases stated, in order; several at once are possible, none is unknown.</summary>
    public required IReadOnlyList<JointPhase> Phases { get; init; }

    /// <summary>What the source says of its state («ferdig juni 2019»).</summary>
    public required LocalizedText State { get; init; }

    public required LocalizedText PhaseNote { get; init; }

    /// <summary>Whether the activity stands in table 2; the others are named elsewhere in the sources.</summary>
    public required bool InTable2 { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}
