using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;

namespace Samstyring.Domain.Funding;

public enum Funded { Yes = 1, Partly, No }

/// <summary>A way to finance digital work, such as StimuLab.</summary>
public sealed class FundingScheme
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>Phases that it covers, as the reading of the source has them, with a bar between them.</summary>
    public string? Phases { get; init; }

    /// <summary>Whether it may pay for operation and management afterwards; null is «ukjent».</summary>
    public bool? CoversOperation { get; init; }

    public required LocalizedText Conditions { get; init; }

    public required LocalizedText Limits { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>One row of table 4, with how its lost label was mapped.</summary>
public sealed class LifeEventFunding
{
    public required LifeEventId LifeEvent { get; init; }

    public required Funded Funded { get; init; }

    public required LocalizedText TableText { get; init; }

    public required IReadOnlyList<string> Schemes { get; init; }

    public required LocalizedText Scope { get; init; }

    public required LocalizedText Mapping { get; init; }

    public required Provenance Provenance { get; init; }
}
