using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Data.Import;
using Samstyring.Domain.Access;
using Samstyring.Domain.Adoption;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Adoption;

/// <summary>How far each municipality has come with a solution.</summary>
[AllowAnonymous]
public sealed class MunicipalitiesModel(SamstyringDb db, Tally tally, ImportAdoption import, Ui ui) : PageModel
{
    public Solution Solution { get; private set; } = null!;

    public ListFrame Frame { get; private set; } = null!;

    public IReadOnlyList<AdoptionItem> Rows { get; private set; } = [];

    /// <summary>Whether somebody may come with a file: the owner, and whoever speaks for municipalities.</summary>
    public bool MayImport => SignedIn.StandingOf(HttpContext).Is(Role.Contributor);

    /// <summary>What is wrong with the file, row by row.</summary>
    public IReadOnlyList<string> Errors { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string key, CancellationToken ct) => ReadAsync(key, ct);

    public async Task<IActionResult> OnPostAsync(string key, IFormFile? upload, CancellationToken ct)
    {
        if (!MayImport)
        {
            return NotFound();
        }

        if (upload is null)
        {
            Errors = [ui["import.no-file"]];
        }
        else
        {
            await using var content = upload.OpenReadStream();
            using var file = await ImportFile.ReceiveAsync(upload.FileName, content, ct);
            var report = await import.RunAsync(key, file, SignedIn.StandingOf(HttpContext), ct);
            if (report is null or { Succeeded: true })
            {
                return report is null ? NotFound() : LocalRedirect($"/losninger/{key}/kommuner?lagret=true");
            }

            Errors = [.. report.Errors.Take(MostErrors).Select(error => ui["adoption.import-error", error.Row, error.Column ?? "", ui["refusal." + error.Code, error.Value]])];
        }

        var page = await ReadAsync(key, ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private const int MostErrors = 50;

    private async Task<IActionResult> ReadAsync(string key, CancellationToken ct)
    {
        if (await db.Solutions.SingleOrDefaultAsync(s => s.Key == key, ct) is not { } solution)
        {
            return NotFound();
        }

        Solution = solution;
        db.Shows(solution.VisibleTo, "solution", key);
        (Frame, Rows) = await ListFrame.ReadAsync(new AdoptionList(solution), Request.Query, db, tally, ct);
        Response.StatusCode = Frame.Bad is [] ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }
}
