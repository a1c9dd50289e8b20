using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;

namespace Samstyring.Domain.Initiatives;

public readonly record struct InitiativeId(Guid Value) : IStrongId
{
    public static InitiativeId Of(string key) => new(NamedId.From("initiative", key));
}

public enum InitiativeKind { Activity = 1, Project, Programme }

/// <summary>How the parties steer together (R-048; 000 §5.1.1): decisions stay in each organisation, or a programme board takes them.</summary>
public enum CoOperationModel { Network = 1, Programme }

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

    /// <summary>What it is to achieve.</summary>
    public LocalizedText Purpose { get; init; } = LocalizedText.Unknown;

    /// <summary>The problem that it is to solve, as its owners state it.</summary>
    public LocalizedText Problem { get; init; } = LocalizedText.Unknown;

    public CoOperationModel? Model { get; init; }

    /// <summary>The levels of government that it touches; empty is unknown.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];

    /// <summary>A year, a month or a day, as all times of an initiative.</summary>
    public string? Starts { get; init; }

    /// <summary>When the project is over and the line takes over.</summary>
    public string? Ends { get; init; }

    /// <summary>When the benefits are to be reached: agreements and laws must hold until then.</summary>
    public string? Realised { get; init; }

    /// <summary>Where the case is in the owner's archive.</summary>
    public string? ArchiveReference { get; init; }

    /// <summary>The service that it belongs to, as its owner divides them.</summary>
    public LocalizedText ServiceArea { get; init; } = LocalizedText.Unknown;

    /// <summary>How it goes as a whole, in its owner's words.</summary>
    public LocalizedText Status { get; init; } = LocalizedText.Unknown;

    /// <summary>Whether nothing is gained before municipalities decide to take the solution in use; null is not answered.</summary>
    public bool? NeedsMunicipalDecisions { get; init; }

    /// <summary>Whether it touches personal data; null is not answered.</summary>
    public bool? TouchesPersonalData { get; init; }

    /// <summary>When the consequences for privacy were assessed.</summary>
    public string? PrivacyAssessed { get; init; }

    /// <summary>When information security was assessed.</summary>
    public string? SecurityAssessed { get; init; }

    /// <summary>Which shared solutions were looked at before a new one was made, and what came of it .</summary>
    public LocalizedText SharedSolutions { get; init; } = LocalizedText.Unknown;

    /// <summary>What it means for other sectors, with extra work and cost in the same municipality .</summary>
    public LocalizedText OtherSectors { get; init; } = LocalizedText.Unknown;

    /// <summary>When the co-operation is to be evaluated and adjusted .</summary>
    public string? Evaluated { get; init; }

    /// <summary>Who keeps the entry fresh .</summary>
    public OrganisationId? KeptBy { get; init; }

    /// <summary>When somebody last said that the entry is right.</summary>
    public string? Confirmed { get; init; }

    /// <summary>How many months a confirmation holds.</summary>
    public int? ConfirmedForMonths { get; init; }

    /// <summary>The method it follows, and the version that it began with; null where none is chosen.</summary>
    public string? Method { get; init; }

    public int? MethodVersion { get; init; }

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
