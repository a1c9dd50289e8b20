using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>One term: what does it mean, and which words stand near it?</summary>
public sealed class TermModel(SamstyringDb db) : PageModel
{
    private const int MostRelated = 30;

    public TermItem Term { get; private set; } = null!;

    /// <summary>Other terms of the same category.</summary>
    public IReadOnlyList<TermItem> Related { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await GlossaryList.FindAsync(db, key, ct) is not { } found)
        {
            return NotFound();
        }

        Term = found;
        Related = await new GlossaryList().From(db).Where(t => t.Category == found.Category && t.Key != found.Key).OrderBy(t => t.SortKey).ThenBy(t => t.Key).Take(MostRelated).ToListAsync(ct);
        return Page();
    }
}
