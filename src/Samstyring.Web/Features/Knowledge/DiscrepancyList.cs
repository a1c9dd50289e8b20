using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>One of two claims that stand against each other.</summary>
/// <param name="Source">References, as in <c>provenance</c>.</param>
public sealed record ClaimItem(LocalizedText Text, string? Source);

/// <summary>A note on a source: what is wrong, lost or contradictory in it, and what was done about it.</summary>
public sealed record DiscrepancyItem
{
    /// <summary>D-01, D-02, ….</summary>
    public required string Key { get; init; }

    /// <summary>The key of the source.</summary>
    public required string Document { get; init; }

    /// <summary>source, extraction, check_ok or outside_knowledge.</summary>
    public required string Type { get; init; }

    public required LocalizedText Finding { get; init; }

    public required LocalizedText Handling { get; init; }

    public required NoteStatus Status { get; init; }

    /// <summary>What it is about, as <c>type:key</c>. <c>letters</c> and <c>funding</c> carry the key of the life event.</summary>
    public required IReadOnlyList<string> About { get; init; }

    /// <summary>Null where the finding does not set two claims against each other.</summary>
    public ClaimItem? ClaimA => FirstClaim.IsUnknown ? null : new(FirstClaim, FirstSource);

    public ClaimItem? ClaimB => SecondClaim.IsUnknown ? null : new(SecondClaim, SecondSource);

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public LocalizedText FirstClaim { get; init; } = LocalizedText.Unknown;

    [JsonIgnore]
    public string? FirstSource { get; init; }

    [JsonIgnore]
    public LocalizedText SecondClaim { get; init; } = LocalizedText.Unknown;

    [JsonIgnore]
    public string? SecondSource { get; init; }

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class DiscrepancyList : ListSpec<DiscrepancyItem>
{
    private static readonly string[] Types = ["source", "extraction", "check_ok", "outside_knowledge"];

    public override string Name => "discrepancies";

    public override string Path => "/kilder/uenigheter";

    public override IReadOnlyList<ListFilter<DiscrepancyItem>> Filters =>
    [
        ListFilters.Code<DiscrepancyItem, NoteStatus>("status", "note-status", status => n => n.Status == status),
        ListFilters.Fixed<DiscrepancyItem>("type", "note-type", Types, type => n => n.Type == type),
        new("document", "note-document", DocumentsAsync, document => n => n.Document == document),
    ];

    public override IReadOnlyList<ListSort<DiscrepancyItem>> Sorts =>
    [
        new("key", (rows, descending) => rows.By(descending, n => n.Key, n => n.Key)),
        new("status", (rows, descending) => rows.By(descending, n => n.Status == NoteStatus.Open ? 0 : n.Status == NoteStatus.Accepted ? 1 : 2, n => n.Key)),
        new("document", (rows, descending) => rows.By(descending, n => n.Document, n => n.Key)),
    ];

    public override IReadOnlyList<ExportField<DiscrepancyItem>> Fields =>
    [
        new("key", n => n.Key), new("document", n => n.Document), new("type", n => n.Type), .. Text("finding", n => n.Finding), .. Text("handling", n => n.Handling),
        new("status", n => Codes.Of(n.Status)), new("about", n => string.Join('|', n.About)), .. Text("claim_a", n => n.FirstClaim), new("claim_a_source", n => n.FirstSource),
        .. Text("claim_b", n => n.SecondClaim), new("claim_b_source", n => n.SecondSource), .. Origin(n => n.Provenance),
    ];

    public override IQueryable<DiscrepancyItem> From(SamstyringDb db) => db.SourceNotes.Select(n => new DiscrepancyItem
    {
        Key = n.Key,
        Document = n.Document,
        Type = n.Type,
        Finding = n.Finding,
        Handling = n.Handling,
        Status = n.Status,
        About = db.SourceNoteSubjects.Where(s => s.Note == n.Key).OrderBy(s => s.Subject).Select(s => s.Subject).ToList(),
        FirstClaim = n.ClaimA,
        FirstSource = n.ClaimASource,
        SecondClaim = n.ClaimB,
        SecondSource = n.ClaimBSource,
        Provenance = n.Provenance,
        Folded = n.Folded,
    });

    public override Expression<Func<DiscrepancyItem, bool>> Contains(string folded) => n => n.Folded.Contains(folded);

    private static async Task<IReadOnlyList<FilterOption>> DocumentsAsync(SamstyringDb db, CancellationToken ct) =>
        await db.SourceDocuments.Where(d => db.SourceNotes.Any(n => n.Document == d.Key)).OrderBy(d => d.Key).Select(d => new FilterOption(d.Key, d.Title)).ToListAsync(ct);
}
