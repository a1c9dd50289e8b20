using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.LifeEvents;

public readonly record struct LifeEventId(Guid Value) : IStrongId
{
    public static LifeEventId Of(string key) => new(NamedId.From("life-event", key));
}

/// <summary>The three phases in which the agencies work on a life event together (DFØ report §3.1).</summary>
public enum JointPhase { StartingTogether = 1, ShapingTogether, DeliveringTogether }

/// <summary>A situation in life that calls for services from several bodies, such as having a seriously ill child.</summary>
public sealed class LifeEvent
{
    public required LifeEventId Id { get; init; }

    /// <summary>The key of the API and the data, in English.</summary>
    public required string Key { get; init; }

    /// <summary>The last part of the page's address, in bokmål: «alvorlig-sykt-barn».</summary>
    public required string Slug { get; init; }

    /// <summary>Its place in the source's tables, 1 to 7.</summary>
    public required int Order { get; init; }

    public required LocalizedText Name { get; init; }

    public required LocalizedText Goal { get; init; }

    /// <summary>The phase of the life event as a whole; its activities have their own.</summary>
    public JointPhase? Phase { get; init; }

    public required LocalizedText PhaseNote { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    public required string SortKey { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }
}

public enum ScopePart { In = 1, Out, Undecided, Reason }

public readonly record struct ScopeStatementId(Guid Value) : IStrongId
{
    public static ScopeStatementId Of(string key) => new(NamedId.From("scope", key));
}

/// <summary>What a source says is inside, outside or undecided for a life event, or why .</summary>
public sealed class ScopeStatement : IRestrictable
{
    public required ScopeStatementId Id { get; init; }

    public required LifeEventId LifeEvent { get; init; }

    public required ScopePart Part { get; init; }

    /// <summary>Its place among what is said of all life events.</summary>
    public required int Order { get; init; }

    public required LocalizedText Text { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

public enum LifeEventRole { Owner = 1, Executing, Collaborating }

/// <summary>One row of table 1: a body has a role in a life event. A body may have two.</summary>
public sealed class LifeEventActor : IRestrictable
{
    public required LifeEventId LifeEvent { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required LifeEventRole Role { get; init; }

    /// <summary>The order of the source's table.</summary>
    public required int Order { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

public enum InvolvedParty { Ks = 1, Municipalities }

public enum InvolvementState { Involved = 1, Limited, Planned, NotInvolved }

public readonly record struct InvolvementId(Guid Value) : IStrongId
{
    public static InvolvementId Of(string key) => new(NamedId.From("involvement", key));
}

/// <summary>How KS or municipalities take part in a life event. Without a life event it is said of all seven.</summary>
public sealed class Involvement : IRestrictable
{
    public required InvolvementId Id { get; init; }

    public LifeEventId? LifeEvent { get; init; }

    public required InvolvedParty Party { get; init; }

    public JointPhase? Phase { get; init; }

    public InvolvementState? State { get; init; }

    /// <summary>Its place among what is said of all life events.</summary>
    public required int Order { get; init; }

    public required LocalizedText Text { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}
