using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Knowledge;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Council;

/// <summary>One project before the council: whose, when, how big, and what the list leaves unclear.</summary>
public sealed class DetailsModel(SamstyringDb db, Ui ui) : PageModel
{
    private const int Most = 50;

    public CouncilProjectItem Project { get; private set; } = null!;

    /// <summary>Other projects of the same bodies.</summary>
    public IReadOnlyList<CouncilProjectItem> Related { get; private set; } = [];

    public IReadOnlyList<SourceNote> Notes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string no, CancellationToken ct)
    {
        if (NumberKey.Read(no) is not { } number || await new CouncilProjectList().From(db).SingleOrDefaultAsync(p => p.Number == number, ct) is not { } project)
        {
            return NotFound();
        }

        Project = project;
        var own = db.CouncilProjectOrganisations.Where(l => l.Project == number).Select(l => l.Organisation);
        var related = db.CouncilProjectOrganisations.Where(l => l.Project != number && own.Contains(l.Organisation)).Select(l => l.Project);
        Related = await new CouncilProjectList().From(db).Where(p => related.Contains(p.Number)).OrderBy(p => p.Year).ThenBy(p => p.Number).Take(Most).ToListAsync(ct);
        var subject = "council-project:" + project.Key;
        Notes = await db.SourceNotes.Where(n => db.SourceNoteSubjects.Any(s => s.Note == n.Key && s.Subject == subject)).OrderBy(n => n.Key).Take(Most).ToListAsync(ct);
        return Page();
    }

    public string Lead() => string.Join(
        ' ',
        ui["council-project.lead", ui.Join([.. Bodies()]), $"{Project.Year}"],
        ui[Project.Size is null ? "council-project.lead-lost" : "council-project.lead-unclear"]);

    private IEnumerable<string> Bodies() => Project.Organisations.Count == 0 ? [Project.OrganisationAsPrinted] : Project.Organisations.Select(o => ui.Plain(o.Name));
}
