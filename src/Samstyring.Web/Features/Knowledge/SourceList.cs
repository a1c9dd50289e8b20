using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>A document or data set that facts come from.</summary>
public sealed record SourceItem
{
    public required string Key { get; init; }

    public required LocalizedText Title { get; init; }

    public required string Publisher { get; init; }

    public required SenderKind SenderKind { get; init; }

    /// <summary>A year, a month or a day; null is unknown.</summary>
    public string? Published { get; init; }

    /// <summary>Null where the source states no licence.</summary>
    public string? Licence { get; init; }

    public string? Url { get; init; }

    public required LocalizedText Note { get; init; }

    /// <summary>Notes on this source: what is wrong, lost or contradictory in it.</summary>
    public required int NoteCount { get; init; }

    public required int OpenNoteCount { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class SourceList : ListSpec<SourceItem>
{
    public override string Name => "sources";

    public override string Path => "/kilder";

    public override IReadOnlyList<ListFilter<SourceItem>> Filters => [ListFilters.Code<SourceItem, SenderKind>("sender", "sender", kind => s => s.SenderKind == kind)];

    public override IReadOnlyList<ListSort<SourceItem>> Sorts =>
    [
        new("key", (rows, descending) => rows.By(descending, s => s.Key, s => s.Key)),
        new("title", (rows, descending) => rows.By(descending, NorwegianTitle, s => s.Key)),
        new("published", (rows, descending) => rows.By(descending, s => s.Published ?? "", s => s.Key)),
        new("notes", (rows, descending) => rows.By(descending, s => s.NoteCount, s => s.Key)),
    ];

    public override IReadOnlyList<ExportField<SourceItem>> Fields =>
    [
        new("key", s => s.Key), .. Text("title", s => s.Title), new("publisher", s => s.Publisher), new("sender_kind", s => Codes.Of(s.SenderKind)), new("published", s => s.Published),
        new("licence", s => s.Licence), new("url", s => s.Url), .. Text("note", s => s.Note), new("notes", s => s.NoteCount), new("open_notes", s => s.OpenNoteCount), .. Origin(s => s.Provenance),
    ];

    /// <summary>Æ, Ø and Å after Z, as in the Norwegian variant of ISO 646. Titles have no sort key of their own.</summary>
    private static Expression<Func<SourceItem, string>> NorwegianTitle => s => s.Title.Nb!.Replace("Æ", "{").Replace("Ø", "|").Replace("Å", "}");

    public override IQueryable<SourceItem> From(SamstyringDb db) => db.SourceDocuments.Select(d => new SourceItem
    {
        Key = d.Key,
        Title = d.Title,
        Publisher = d.Publisher,
        SenderKind = d.SenderKind,
        Published = d.Published,
        Licence = d.Licence,
        Url = d.Url,
        Note = d.Note,
        NoteCount = db.SourceNotes.Count(n => n.Document == d.Key),
        OpenNoteCount = db.SourceNotes.Count(n => n.Document == d.Key && n.Status == NoteStatus.Open),
        Provenance = d.Provenance,
        Folded = d.Folded,
    });

    public override Expression<Func<SourceItem, bool>> Contains(string folded) => s => s.Folded.Contains(folded);
}
