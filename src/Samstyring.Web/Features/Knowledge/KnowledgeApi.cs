using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>A source with the notes on it.</summary>
public sealed record SourceDetail(
    string Key, LocalizedText Title, string Publisher, SenderKind SenderKind, string? Published, string? Licence, string? Url, LocalizedText Note, int NoteCount, int OpenNoteCount,
    IReadOnlyList<NoteRef> Notes, Provenance Provenance);

/// <summary>A note on a source, in short.</summary>
public sealed record NoteRef(string Key, string Type, LocalizedText Finding, NoteStatus Status);

internal static class KnowledgeApi
{
    private const string Tag = "Knowledge";

    public static void MapKnowledge(this IEndpointRouteBuilder api)
    {
        api.MapList(new SourceList(), Tag);
        api.MapGet("/sources/{key}", SourceAsync).WithName("GetSource").WithTags(Tag);
        api.MapList(new DiscrepancyList(), Tag);
        api.MapGet("/discrepancies/{key}", DiscrepancyAsync).WithName("GetDiscrepancy").WithTags(Tag);
        api.MapList(new GlossaryList(), Tag);
        api.MapGet("/glossary/{key}", TermAsync).WithName("GetTerm").WithTags(Tag);
    }

    /// <summary>A source by its key, whatever its case: keys of sources are lower-case.</summary>
    internal static Task<SourceItem?> FindSourceAsync(SamstyringDb db, string key, CancellationToken ct)
    {
        var lower = key.ToLowerInvariant();
        return new SourceList().From(db).SingleOrDefaultAsync(s => s.Key == lower, ct);
    }

    /// <summary>A note by its key, whatever its case: keys of notes are upper-case.</summary>
    internal static Task<DiscrepancyItem?> FindNoteAsync(SamstyringDb db, string key, CancellationToken ct)
    {
        var upper = key.ToUpperInvariant();
        return new DiscrepancyList().From(db).SingleOrDefaultAsync(n => n.Key == upper, ct);
    }

    private static async Task<Results<Ok<SourceDetail>, ProblemHttpResult>> SourceAsync(string key, SamstyringDb db, CancellationToken ct)
    {
        if (await FindSourceAsync(db, key, ct) is not { } source)
        {
            return ListApi.NotFound();
        }

        var notes = await db.SourceNotes.Where(n => n.Document == source.Key).OrderBy(n => n.Key).Select(n => new NoteRef(n.Key, n.Type, n.Finding, n.Status)).ToListAsync(ct);
        return TypedResults.Ok(new SourceDetail(
            source.Key, source.Title, source.Publisher, source.SenderKind, source.Published, source.Licence, source.Url, source.Note, source.NoteCount, source.OpenNoteCount, notes, source.Provenance));
    }

    private static async Task<Results<Ok<DiscrepancyItem>, ProblemHttpResult>> DiscrepancyAsync(string key, SamstyringDb db, CancellationToken ct) =>
        await FindNoteAsync(db, key, ct) is { } note ? TypedResults.Ok(note) : ListApi.NotFound();

    private static async Task<Results<Ok<TermItem>, ProblemHttpResult>> TermAsync(string key, SamstyringDb db, CancellationToken ct) =>
        await GlossaryList.FindAsync(db, key, ct) is { } term ? TypedResults.Ok(term) : ListApi.NotFound();
}
