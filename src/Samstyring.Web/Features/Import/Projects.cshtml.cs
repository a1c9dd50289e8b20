using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data.Import;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Import;

/// <summary>Projects from Excel, as Prosjektportalen 365 exports them: the columns are found by their names, and somebody may say otherwise; it is tried before it is done.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProjectsModel(ProjectList projects, Ui ui) : PageModel
{
    /// <summary>A megabyte: the file goes with the form while its columns are chosen.</summary>
    private const int MostBytes = 1024 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The file while its columns are chosen, in base 64.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? FileName { get; set; }

    /// <summary>The column of each fact; empty is none.</summary>
    [BindProperty]
    public IDictionary<string, string?> Columns { get; set; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    [BindProperty]
    public string? Reason { get; set; }

    public ProjectListReport? Report { get; private set; }

    private Standing Standing => SignedIn.StandingOf(HttpContext);

    private bool IsOpen => Standing.OnBehalfOf is not null && Standing.Is(Role.Contributor);

    public IActionResult OnGet() => IsOpen ? Page() : NotFound();

    /// <summary>Reads the file and tries it; nothing is stored.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => RunAsync(isDryRun: true, ct);

    public Task<IActionResult> OnPostRunAsync(CancellationToken ct) => RunAsync(isDryRun: false, ct);

    private async Task<IActionResult> RunAsync(bool isDryRun, CancellationToken ct)
    {
        if (!IsOpen)
        {
            return NotFound();
        }

        if (await BytesAsync(ct) is not { } bytes)
        {
            return this.Refused(ui, new Refusal(new Reason(Upload?.Length > MostBytes ? "projects.too-large" : "projects.no-file", "upload")));
        }

        // A new file is read by its own columns.
        var chosen = Upload is not null ? [] : Enum.GetValues<ProjectColumn>().Select(column => (column, Name: Columns.TryGetValue(Codes.Of(column), out var name) ? name : null))
            .Where(pair => !string.IsNullOrEmpty(pair.Name)).ToDictionary(pair => pair.column, pair => pair.Name!);
        using MemoryStream content = new(bytes);
        using var file = await ImportFile.ReceiveAsync(FileName ?? "-", content, ct);
        Report = await projects.RunAsync(file, chosen, isDryRun, Reason, Standing, ct);
        Kept = Convert.ToBase64String(bytes);
        Columns = Enum.GetValues<ProjectColumn>().ToDictionary(Codes.Of, column => Report.Mapping.GetValueOrDefault(column), StringComparer.Ordinal);
        ModelState.Clear();
        Response.StatusCode = Report.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<byte[]?> BytesAsync(CancellationToken ct)
    {
        if (Upload is null)
        {
            var known = new byte[MostBytes];
            return Kept is not null && Convert.TryFromBase64String(Kept, known, out var length) && length > 0 ? known[..length] : null;
        }

        if (Upload.Length > MostBytes)
        {
            return null;
        }

        FileName = Upload.FileName;
        using MemoryStream all = new();
        await Upload.CopyToAsync(all, ct);
        return all.ToArray();
    }
}
