using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Import;

/// <summary>What is wrong with a file, told so that a person finds the cell.</summary>
/// <param name="Row">Line of a text file, or row of a workbook; the header is 1, and 0 is the file as a whole.</param>
/// <param name="Column">Null for the whole row.</param>
/// <param name="Code">Such as <c>field.no-such-body</c>: stable, also in the API.</param>
/// <param name="Value">What stands there, or what is allowed.</param>
public sealed record ImportError(int Row, string? Column, string Code, string? Value = null);

/// <summary>What a row changes.</summary>
/// <param name="Record">The type and the key of the record.</param>
/// <param name="IsNew">Whether the record is added.</param>
public sealed record RowChange(int Row, RecordKey Record, bool IsNew, IReadOnlyList<FieldChange> Changes);

/// <summary>What an import did, or would do. With any error nothing is stored.</summary>
/// <param name="Type">As in addresses: <c>memberships</c>.</param>
/// <param name="Sha256">Of the file, in hexadecimal; empty where the file was too large to take in.</param>
/// <param name="IsDryRun">Whether nothing was to be stored anyway.</param>
/// <param name="Rows">Rows that were read, without the header and empty ones.</param>
/// <param name="Added">Records that are new.</param>
/// <param name="Changed">Records that differ from what was stored.</param>
/// <param name="Unchanged">Records that are as the file says.</param>
/// <param name="Ignored">Columns that are known and cannot be changed by a file.</param>
/// <param name="Missing">Columns that the file has not: those facts stay as they are.</param>
/// <param name="Changes">The first <see cref="MostChanges"/>.</param>
/// <param name="Errors">The first <see cref="MostErrors"/>, in the order of the file.</param>
public sealed record ImportReport(
    string Type, string File, string Sha256, bool IsDryRun, int Rows, int Added, int Changed, int Unchanged,
    IReadOnlyList<string> Ignored, IReadOnlyList<string> Missing, IReadOnlyList<RowChange> Changes, IReadOnlyList<ImportError> Errors, int ErrorCount)
{
    public const int MostChanges = 500;

    public const int MostErrors = 1_000;

    public bool Succeeded => ErrorCount == 0;

    public static ImportReport Refused(string type, string file, string sha256, bool isDryRun, params IReadOnlyList<ImportError> errors) =>
        new(type, file, sha256, isDryRun, 0, 0, 0, 0, [], [], [], errors, errors.Count);
}

/// <summary>A record of an import: what the file changed in it. A record that is new has nothing before.</summary>
public sealed record ImportedRecord(string Type, string Key, IReadOnlyList<FieldChange> Changes);

/// <summary>
/// Part of a file was imported. One link of the chain tells of up to <see cref="MostRecords"/> records, before and after: a link for each
/// of a hundred thousand would cost more than the import. The histories of all of them lead to it.
/// </summary>
/// <param name="Import">The same in every part of one import.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record RecordsImported(Guid Import, string File, string Sha256, IReadOnlyList<ImportedRecord> Records, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public const int MostRecords = 500;

    /// <summary>Other things whose histories it belongs to.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Subject> BelongsTo { get; init; } = [];

    /// <summary>Who sees it; null is everybody. It follows the records, and all records of one part have the same.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public AudienceId? Audience { get; init; }

    public override AudienceId? VisibleTo => Audience;

    public override bool SaysWhoSees => true;

    public override IReadOnlyList<Subject> Subjects => [new("import", Import.ToString("D")), .. Records.Select(r => new Subject(r.Type, r.Key)), .. BelongsTo];
}
