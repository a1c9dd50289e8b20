using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Gates;

public enum Answer { Yes = 1, Partly, No, NotRelevant }

/// <summary>What people answered to an item. The note is the reason, the body is the one that answered.</summary>
public sealed class GateAnswer : InitiativePart
{
    /// <summary>The item's identifier in the method.</summary>
    public string Item { get; init; } = "";

    public Answer Answer { get; init; }

    /// <summary>Where it can be seen: a document, an address, a case in an archive.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public string? SignedOn { get; init; }

    /// <summary>One answer for each item.</summary>
    public static PartId IdOf(InitiativeId initiative, string item) => PartId.Of($"answer/{initiative.Value:D}/{item}");
}

/// <summary>Something to be done after a gate was passed on conditions. The body answers for it.</summary>
public sealed class GateCondition : InitiativePart
{
    public GateDecisionId Decision { get; init; }

    public string Gate { get; init; } = "";

    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>When it is to be done.</summary>
    public string? Ends { get; init; }

    /// <summary>When it was done; null is not done.</summary>
    public string? SignedOn { get; init; }

    /// <summary>What came of it.</summary>
    public LocalizedText Outcome { get; init; } = LocalizedText.Unknown;
}
