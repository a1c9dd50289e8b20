using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>One note: what stands against what, and what was done about it?</summary>
public sealed class NoteModel(SamstyringDb db, NoteSubjects subjects, Catalogue catalogue) : PageModel
{
    public DiscrepancyItem Note { get; private set; } = null!;

    public IReadOnlyList<NoteSubject> About { get; private set; } = [];

    public Catalogue.Snapshot Sources { get; private set; } = null!;

    public LocalizedText DocumentTitle => Sources.Sources.TryGetValue(Note.Document, out var source) ? source.Title : new(Note.Document);

    /// <summary>The claims that the finding states; none or two.</summary>
    public IReadOnlyList<ClaimItem> Claims => [.. new[] { Note.ClaimA, Note.ClaimB }.OfType<ClaimItem>()];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await KnowledgeApi.FindNoteAsync(db, key, ct) is not { } found)
        {
            return NotFound();
        }

        Note = found;
        About = await subjects.ReadAsync(found.About, ct);
        Sources = await catalogue.GetAsync(ct);
        return Page();
    }

    /// <summary>A claim's own places in the sources, with the time and the certainty of the note that sets it against the other.</summary>
    public Provenance? Origin(ClaimItem claim) => claim.Source is null ? null : Note.Provenance with { Source = claim.Source };
}
