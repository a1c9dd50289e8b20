using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Networks;

/// <summary>One recommended measure: who is to do it, for whom, by when, and what became of it.</summary>
public sealed class MeasureModel(SamstyringDb db, Ui ui) : PageModel
{
    private const int Most = 100;

    public MeasureItem Measure { get; private set; } = null!;

    public MeasureItem? Previous { get; private set; }

    public MeasureItem? Next { get; private set; }

    /// <summary>Other measures on the same theme.</summary>
    public IReadOnlyList<MeasureItem> Related { get; private set; } = [];

    public IReadOnlyList<SourceNote> Notes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string no, CancellationToken ct)
    {
        var all = await new MeasureList().From(db).OrderBy(m => m.Number).Take(Most).ToListAsync(ct);
        var index = NumberKey.Read(no) is { } number ? all.FindIndex(m => m.Number == number) : -1;
        if (index < 0)
        {
            return NotFound();
        }

        Measure = all[index];
        Previous = index > 0 ? all[index - 1] : null;
        Next = index < all.Count - 1 ? all[index + 1] : null;
        Related = [.. all.Where(m => m.Theme == Measure.Theme && m.Number != Measure.Number)];
        var subject = "measure:" + Measure.Key;
        Notes = await db.SourceNotes.Where(n => db.SourceNoteSubjects.Any(s => s.Note == n.Key && s.Subject == subject)).OrderBy(n => n.Key).Take(Most).ToListAsync(ct);
        return Page();
    }

    public string Lead() => Measure.YearFrom == Measure.YearTo
        ? ui["measure.lead-one", ui.Plain(Measure.Responsible), Measure.Years()]
        : ui["measure.lead-span", ui.Plain(Measure.Responsible), $"{Measure.YearFrom}", $"{Measure.YearTo}"];
}
