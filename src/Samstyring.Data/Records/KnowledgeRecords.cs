using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>A document or data set that facts come from.</summary>
internal sealed class SourceRecord() : RecordType<SourceDocument>("source", "sources")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<SourceDocument>()
        .Key("key")
        .Localized("title", nameof(SourceDocument.Title), required: true).Text("publisher", nameof(SourceDocument.Publisher), required: true)
        .Code<SenderKind>("sender_kind", nameof(SourceDocument.SenderKind), required: true).Time("published", nameof(SourceDocument.Published))
        .Text("licence", nameof(SourceDocument.Licence)).Text("url", nameof(SourceDocument.Url)).Localized("note", nameof(SourceDocument.Note), isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => Task.FromResult(new NewRecord(values.Required("key"), new SourceDocument
    {
        Key = values.Required("key"),
        Title = values.Localized("title"),
        Publisher = values.Required("publisher"),
        SenderKind = values.Code<SenderKind>("sender_kind"),
        Note = values.Localized("note"),
        Provenance = origin,
        Folded = "",
    }));

    /// <summary>The address is a link on the page: only the web's own addresses may be.</summary>
    internal override Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) => Task.FromResult(
        OrganisationRecord.KeyError(values["key"])
        ?? (values["url"] is { } url && !RecordReader.IsLink(url) ? new Reason(RecordReader.NotAnAddress, "url", url) : null));

    protected override IQueryable<SourceDocument> Find(SamstyringDb db, string key) => db.SourceDocuments.Where(d => d.Key == key);

    protected override Task<RecordCard> CardAsync(SamstyringDb db, SourceDocument entity, DateOnly today, CancellationToken ct) =>
        Task.FromResult(new RecordCard(entity.Title, "/kilder/" + entity.Key, Stewards.OfRegistry, []));

    protected override void Derive(SourceDocument entity) =>
        Set(entity, nameof(SourceDocument.Folded), Folding.Fold(string.Join(' ', entity.Key, entity.Title.Nb, entity.Title.Nn, entity.Title.En, entity.Publisher)));

    protected override Task<Findable?> FindableAsync(SamstyringDb db, SourceDocument entity, CancellationToken ct) => Task.FromResult<Findable?>(
        new("source", entity.Key, entity.Title, entity.Note, "/kilder/" + entity.Key, 6, [entity.Key, entity.Publisher], [entity.Note]));
}

/// <summary>A term of the field, and what it means.</summary>
internal sealed class TermRecord() : RecordType<GlossaryTerm>("term", "glossary")
{
    private static readonly string[] Categories =
        ["organisation", "role", "network", "agreement", "governance", "instrument", "phase", "service", "benefit", "funding", "technology", "collaboration", "council"];

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<GlossaryTerm>()
        .Key("key")
        .Localized("term", nameof(GlossaryTerm.Term), required: true).OneOf("category", nameof(GlossaryTerm.Category), Categories, required: true)
        .Localized("definition", nameof(GlossaryTerm.Definition), required: true, isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => Task.FromResult(new NewRecord(values.Required("key"), new GlossaryTerm
    {
        Key = values.Required("key"),
        Term = values.Localized("term"),
        Category = values.Required("category"),
        Definition = values.Localized("definition"),
        Provenance = origin,
        SortKey = "",
        Folded = "",
    }));

    /// <summary>A term is found by its key whatever its case, so no two keys differ by case alone.</summary>
    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        if (key is not null)
        {
            return null;
        }

        var written = values.Required("key");
        if (OrganisationRecord.KeyError(written) is { } wrong)
        {
            return wrong;
        }

#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Runs in the database. Keys are a–z.
        return await db.GlossaryTerms.AnyAsync(t => t.Key.ToLower() == written, ct) ? new Reason(AddRecord.Exists, "key", written) : null;
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    protected override IQueryable<GlossaryTerm> Find(SamstyringDb db, string key) => db.GlossaryTerms.Where(t => t.Key == key);

    protected override Task<RecordCard> CardAsync(SamstyringDb db, GlossaryTerm entity, DateOnly today, CancellationToken ct) =>
        Task.FromResult(new RecordCard(entity.Term, "/ordliste/" + entity.Key, Stewards.OfRegistry, []));

    protected override void Derive(GlossaryTerm entity)
    {
        Set(entity, nameof(GlossaryTerm.SortKey), NorwegianOrder.Key(entity.Term.Nb ?? entity.Key));
        Set(entity, nameof(GlossaryTerm.Folded), Folding.Fold(string.Join(' ', entity.Key, entity.Term.Nb, entity.Term.Nn, entity.Term.En)));
    }

    protected override Task<Findable?> FindableAsync(SamstyringDb db, GlossaryTerm entity, CancellationToken ct) => Task.FromResult<Findable?>(
        new("term", entity.Key, entity.Term, entity.Definition, "/ordliste/" + entity.Key, 5, [], [entity.Definition]));
}

/// <summary>What was done about something wrong in a source.</summary>
internal sealed class SourceNoteRecord() : RecordType<SourceNote>("source-note", "source-notes")
{
    public override bool CanBeAdded => false;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<SourceNote>()
        .Code<NoteStatus>("status", nameof(SourceNote.Status), required: true).Localized("handling", nameof(SourceNote.Handling), isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => throw new NotSupportedException("Notes come with the data.");

    protected override IQueryable<SourceNote> Find(SamstyringDb db, string key) => db.SourceNotes.Where(n => n.Key == key);

    protected override Task<RecordCard> CardAsync(SamstyringDb db, SourceNote entity, DateOnly today, CancellationToken ct) =>
        Task.FromResult(new RecordCard(new(entity.Key), "/kilder/uenigheter/" + entity.Key, Stewards.OfRegistry, []));

    protected override Task<Findable?> FindableAsync(SamstyringDb db, SourceNote entity, CancellationToken ct) => Task.FromResult<Findable?>(
        new("note", entity.Key, entity.Finding, entity.Handling, "/kilder/uenigheter/" + entity.Key, 7, [entity.Key], [entity.Handling, entity.ClaimA, entity.ClaimB]));
}
