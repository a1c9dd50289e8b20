using System.Text.Json.Serialization;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Stewardship;

/// <summary>A thing whose facts people correct: its type and its key, as in addresses and in the API.</summary>
public sealed record RecordKey(string Type, string Key)
{
    public Subject AsSubject() => new(Type, Key);

    public override string ToString() => $"{Type}:{Key}";
}

/// <summary>One fact of a record before and after a change, as text in the form of the data files; null is «ukjent».</summary>
/// <param name="Field">The name of the column in files and in the API: <c>name_nb</c>, <c>valid_to</c>.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Something that happened to a record. It belongs to the record's history, and to the histories of the things that the record ties together.</summary>
public abstract record RecordEvent(RecordKey Record, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    /// <summary>What the record was called then.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>The other things whose history it belongs to.</summary>
    [JsonIgnore]
    public IReadOnlyList<Subject> BelongsTo { get; init; } = [];

    /// <summary>Who sees it; null is everybody. It follows the record.</summary>
    [JsonIgnore]
    public AudienceId? Audience { get; init; }

    public override AudienceId? VisibleTo => Audience;

    public override bool SaysWhoSees => true;

    public override IReadOnlyList<Subject> Subjects => [Record.AsSubject(), .. BelongsTo];
}

public sealed record RecordCorrected(RecordKey Record, IReadOnlyList<FieldChange> Changes, Actor By, DateTimeOffset At) : RecordEvent(Record, By, At);

public sealed record RecordAdded(RecordKey Record, IReadOnlyList<FieldChange> Changes, Actor By, DateTimeOffset At) : RecordEvent(Record, By, At);

/// <summary>The record was kept to an organisation's own people.</summary>
/// <param name="Paragraph">The legal basis.</param>
/// <param name="ReviewOn">When somebody looks at it again.</param>
public sealed record RecordRestricted(RecordKey Record, OrganisationId Organisation, string Paragraph, DateOnly ReviewOn, Actor By, DateTimeOffset At) : RecordEvent(Record, By, At);

public sealed record RecordOpened(RecordKey Record, Actor By, DateTimeOffset At) : RecordEvent(Record, By, At);

public abstract record ProposalEvent(ProposalId Proposal, RecordKey Record, Actor By, DateTimeOffset At) : RecordEvent(Record, By, At);

public sealed record ChangeProposed(ProposalId Proposal, RecordKey Record, IReadOnlyList<FieldChange> Changes, Actor By, DateTimeOffset At) : ProposalEvent(Proposal, Record, By, At);

public sealed record ProposalAccepted(ProposalId Proposal, RecordKey Record, IReadOnlyList<FieldChange> Changes, Actor By, DateTimeOffset At) : ProposalEvent(Proposal, Record, By, At);

public sealed record ProposalDeclined(ProposalId Proposal, RecordKey Record, IReadOnlyList<FieldChange> Changes, Actor By, DateTimeOffset At) : ProposalEvent(Proposal, Record, By, At);

public sealed record ProposalWithdrawn(ProposalId Proposal, RecordKey Record, IReadOnlyList<FieldChange> Changes, Actor By, DateTimeOffset At) : ProposalEvent(Proposal, Record, By, At);
