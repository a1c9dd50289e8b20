using Samstyring.Data.Loading;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

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
