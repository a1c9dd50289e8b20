using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Governance;

public enum AgreementKind { CoOperation = 1, Strategic, Declaration, Intent, Contract }

/// <summary>What an agreement can speak of (R-044; 000 §3.1.2 p.22 l.474).</summary>
public enum Coverage { Ambition = 1, Organisation, Roles, DecisionRights, Arenas, Money, Development, Purchase, RollOut }

/// <summary>An agreement between parties of a piece of work.</summary>
public sealed class Agreement : InitiativePart
{
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public AgreementKind Kind { get; init; }

    public string? Starts { get; init; }

    public string? Ends { get; init; }

    /// <summary>When the money that it stands on ends .</summary>
    public string? MoneyEnds { get; init; }

    public string? SignedOn { get; init; }

    /// <summary>What it speaks of; empty is unknown.</summary>
    public IReadOnlyList<Coverage> Covers { get; init; } = [];

    /// <summary>What a source says that it does not speak of.</summary>
    public IReadOnlyList<Coverage> Lacks { get; init; } = [];
}

/// <summary>A party of an agreement.</summary>
public sealed class AgreementParty : InitiativePart
{
    public PartId Agreement { get; init; }

    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public string? SignedOn { get; init; }
}

public enum CoOperationRuleKind { Criterion = 1, Escalation }

/// <summary>What the parties have agreed on how they decide, and who takes over when they disagree .</summary>
public sealed class CoOperationRule : InitiativePart
{
    public CoOperationRuleKind Kind { get; init; }

    /// <summary>The criterion, or who takes over.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>Of an escalation: how many days a disagreement may last before.</summary>
    public int? Days { get; init; }
}

public enum DisagreementState { Open = 1, Escalated, Resolved, Accepted }

/// <summary>Parties disagree. The parties are named in the note, the body is the one that raised it.</summary>
public sealed class Disagreement : InitiativePart
{
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public LocalizedText Parties { get; init; } = LocalizedText.Unknown;

    public DisagreementState State { get; init; }

    /// <summary>When it was registered; the escalation's time runs from then.</summary>
    public string? Starts { get; init; }

    /// <summary>What came of it.</summary>
    public LocalizedText Outcome { get; init; } = LocalizedText.Unknown;
}

/// <summary>A decision of the forum that steers the co-operation. The body is the forum.</summary>
public sealed class ForumDecision : InitiativePart
{
    public string? Starts { get; init; }

    /// <summary>What was on the agenda.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public LocalizedText Outcome { get; init; } = LocalizedText.Unknown;
}

public enum PathState { NotStarted = 1, UnderWay, Yes, No }

/// <summary>The path to the decision of a municipality or a co-operation that must decide .</summary>
public sealed class DecisionPath : InitiativePart
{
    public PathState State { get; init; }

    /// <summary>The next step.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>Who takes it.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    /// <summary>When it is to be taken.</summary>
    public string? Ends { get; init; }
}
