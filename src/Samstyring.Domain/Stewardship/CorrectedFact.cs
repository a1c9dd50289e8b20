using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Stewardship;

/// <summary>A fact that somebody corrected: what the source said stands beside it for as long as they differ (architecture, decision 1).</summary>
public sealed class CorrectedFact : IRestrictable
{
    public required string RecordType { get; init; }

    public required string RecordKey { get; init; }

    public required string Field { get; init; }

    /// <summary>What the source says, as text; null is «ukjent».</summary>
    public string? SourceValue { get; set; }

    /// <summary>Where the source says it.</summary>
    public required Provenance Origin { get; set; }

    public UserId? By { get; set; }

    public OrganisationId? OnBehalfOf { get; set; }

    public required DateTimeOffset At { get; set; }

    public string? Why { get; set; }

    /// <summary>It follows the record.</summary>
    public AudienceId? VisibleTo { get; set; }
}
