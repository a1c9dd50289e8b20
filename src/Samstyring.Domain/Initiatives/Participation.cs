using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Initiatives;

public enum ParticipantRole
{
    /// <summary>Answers for the initiative; there may be several.</summary>
    Owner = 1,

    /// <summary>The ministry above it.</summary>
    Ministry,

    /// <summary>Takes part with people, money or decisions.</summary>
    Participant,

    /// <summary>Sits in the steering group.</summary>
    Steering,

    /// <summary>Leads the project.</summary>
    Leader,

    /// <summary>Answers for integration across systems: exactly one does .</summary>
    Integration,

    /// <summary>Owns and pays for operation afterwards.</summary>
    Operation,

    Supplier,
}

/// <summary>A body has a role in a piece of work.</summary>
public sealed class Participant : InitiativePart
{
    public ParticipantRole Role { get; init; }

    /// <summary>What the participant is called where it is no body of the registry: a person's title, a company, a group.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    /// <summary>Its mandate: what it may decide and promise in the work.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>How many there are, where it stands for several.</summary>
    public int? Count { get; init; }
}

/// <summary>Municipalities that a piece of work touches: one by name, a group, or a number of them .</summary>
public sealed class AffectedArea : InitiativePart
{
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public int? Count { get; init; }

    /// <summary>Whether they must decide before anything is gained there.</summary>
    public bool? MustDecide { get; init; }
}

public enum CommitmentTo { TechnicalSolution = 1, Resources, Money, Execution, Implementation }

/// <summary>The top leader of a body has committed it .</summary>
public sealed class Commitment : InitiativePart
{
    /// <summary>The leader's title.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public IReadOnlyList<CommitmentTo> Covers { get; init; } = [];

    /// <summary>When it was given; null is unknown.</summary>
    public string? SignedOn { get; init; }
}

/// <summary>A piece of work waits for another.</summary>
public sealed class Dependency : InitiativePart
{
    /// <summary>The one that it waits for.</summary>
    public InitiativeId Other { get; init; }

    /// <summary>What it waits for.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>How many days after the end of the other it can begin at the earliest.</summary>
    public int? Days { get; init; }
}

public enum PhaseState { Planned = 1, UnderWay, Done }

/// <summary>A phase of a piece of work, with the plan for it: time, cost and people. Several may be under way at once.</summary>
public sealed class PhasePlan : InitiativePart
{
    /// <summary>The phase's key in the method.</summary>
    public string Phase { get; init; } = "";

    public PhaseState State { get; init; }

    public string? Starts { get; init; }

    public string? Ends { get; init; }

    /// <summary>In whole kroner, without VAT.</summary>
    public int? Cost { get; init; }

    /// <summary>How many people work in it.</summary>
    public int? Count { get; init; }

    public bool IsPlanned => Starts is not null && Ends is not null && Cost is not null && Count is not null;
}

public enum EventKind { Milestone = 1, Decision, Budget, Priorities, Hearing, Agreement, Funding, Advice, Delivery }

/// <summary>Something that happens at a time, in the work or in a body that decides on it .</summary>
public sealed class KeyEvent : InitiativePart
{
    public EventKind Kind { get; init; }

    /// <summary>A year, a month or a day.</summary>
    public string Starts { get; init; } = "";

    public LocalizedText Text { get; init; } = LocalizedText.Unknown;
}
