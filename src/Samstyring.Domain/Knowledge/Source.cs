using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Knowledge;

/// <summary>Who speaks: so that a reader can tell a public body from a vendor .</summary>
public enum SenderKind { PublicBody = 1, Ks, University, OpenData, Vendor, Press }

/// <summary>A document or data set that facts come from.</summary>
public sealed class SourceDocument
{
    public required string Key { get; init; }

    public required LocalizedText Title { get; init; }

    public required string Publisher { get; init; }

    /// <summary>Year, month or day of publication; null is «ukjent».</summary>
    public string? Published { get; init; }

    public required SenderKind SenderKind { get; init; }

    public string? Licence { get; init; }

    /// <summary>A public address, or null. The server never fetches it.</summary>
    public string? Url { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }
}

public enum NoteStatus { Open = 1, Resolved, Accepted }

/// <summary>What somebody found wrong, lost or contradictory in a source, and what was done about it .</summary>
public sealed class SourceNote
{
    /// <summary>D-01, D-02, ….</summary>
    public required string Key { get; init; }

    public required string Document { get; init; }

    /// <summary>source, extraction, check_ok or outside_knowledge.</summary>
    public required string Type { get; init; }

    public required LocalizedText Finding { get; init; }

    public required LocalizedText Handling { get; init; }

    public required NoteStatus Status { get; init; }

    /// <summary>The two claims that stand against each other, where the finding states both.</summary>
    public required LocalizedText ClaimA { get; init; }

    public string? ClaimASource { get; init; }

    public required LocalizedText ClaimB { get; init; }

    public string? ClaimBSource { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }
}

/// <summary>What a note is about: <c>life-event:having-a-child</c>.</summary>
public sealed class SourceNoteSubject
{
    public required string Note { get; init; }

    public required string Subject { get; init; }
}

/// <summary>A term of the field, in bokmål and English, with what it means .</summary>
public sealed class GlossaryTerm
{
    /// <summary>The name used in code: <c>LifeEvent</c>.</summary>
    public required string Key { get; init; }

    public required LocalizedText Term { get; init; }

    public required string Category { get; init; }

    public required LocalizedText Definition { get; init; }

    public required Provenance Provenance { get; init; }

    public required string SortKey { get; init; }

    /// <summary>Its names, folded: what the list's own search looks in.</summary>
    public required string Folded { get; init; }
}
