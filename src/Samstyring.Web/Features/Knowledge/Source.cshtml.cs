using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>One source: who sent it, when, and what is wrong with it?</summary>
public sealed class SourceModel(SamstyringDb db) : PageModel
{
    public SourceItem Source { get; private set; } = null!;

    public IReadOnlyList<SourceNote> Notes { get; private set; } = [];

    /// <summary>Keys of notes on other sources that also concern this one.</summary>
    public IReadOnlyList<string> MentionedIn { get; private set; } = [];

    /// <summary>A real reference to this source, the most complete there is, as the data files write it.</summary>
    public string Example { get; private set; } = "";

    public SourceReference ExampleParts => SourceReference.ParseAll(Example)[0];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await KnowledgeApi.FindSourceAsync(db, key, ct) is not { } found)
        {
            return NotFound();
        }

        Source = found;
        Notes = await db.SourceNotes.Where(n => n.Document == found.Key).OrderBy(n => n.Key).ToListAsync(ct);
        var subject = "document:" + found.Key;
        MentionedIn = await db.SourceNotes.Where(n => n.Document != found.Key && db.SourceNoteSubjects.Any(s => s.Note == n.Key && s.Subject == subject)).OrderBy(n => n.Key).Select(n => n.Key).ToListAsync(ct);
        Example = Notes.Select(n => n.Provenance).Prepend(found.Provenance)
            .SelectMany(p => p.Source.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(reference => string.Equals(reference.Split(' ', 2)[0], found.Key, StringComparison.Ordinal))
            .MaxBy(Parts) ?? found.Key;
        return Page();
    }

    public string Lead(Ui ui) => string.Join(' ',
        Source.Published is { } published ? ui["source.lead", Source.Publisher, ui.Time(published)] : ui["source.lead-undated", Source.Publisher],
        ui.Count("source.lead.notes", Notes.Count, ui.Count("source.lead.open", Source.OpenNoteCount)));

    private static int Parts(string reference)
    {
        var parts = SourceReference.ParseAll(reference)[0];
        return (parts.Section.Length > 0 ? 1 : 0) + (parts.Pages is null ? 0 : 1) + (parts.Lines is null ? 0 : 1);
    }
}
