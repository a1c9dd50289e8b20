using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data.Import;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Import;

/// <summary>
/// Imports a file: first a try that stores nothing, then the same file again. What was tried is a sealed note in the page, so that no
/// server has to remember it, and another file is refused.
/// </summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(ImportApi.MostBytes)]
public sealed class IndexModel(ImportRecords import, IDataProtectionProvider protection, Ui ui) : PageModel
{
    /// <summary>How many changes are shown; the file of the report has more.</summary>
    public const int Shown = 100;

    private static readonly TimeSpan TriedFor = TimeSpan.FromHours(1);

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>A sealed note of the file that was tried without an error.</summary>
    [BindProperty]
    public string? Tried { get; set; }

    public ImportReport? Report { get; private set; }

    private Domain.Access.Standing Standing => SignedIn.StandingOf(HttpContext);

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("import").ToTimeLimitedDataProtector();

    public IActionResult OnGet() => ImportRecords.IsOpenTo(Standing) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => RunAsync(isDryRun: true, report => report.Succeeded && report.Added + report.Changed > 0 ? Note(report) : null, ct);

    public async Task<IActionResult> OnPostReportAsync(CancellationToken ct)
    {
        var page = await RunAsync(isDryRun: true, _ => null, ct);
        return Report is null ? page : File(await ImportReportFile.WriteAsync(ui, Report, ct), "text/csv; charset=utf-8", "rapport.csv");
    }

    public Task<IActionResult> OnPostRunAsync(CancellationToken ct) => RunAsync(isDryRun: false, report => report.Succeeded ? null : Tried, ct);

    private async Task<IActionResult> RunAsync(bool isDryRun, Func<ImportReport, string?> noteOf, CancellationToken ct)
    {
        if (!ImportRecords.IsOpenTo(Standing))
        {
            return NotFound();
        }

        if (Upload is null || ImportType.Find(Type ?? "") is null)
        {
            return Refuse(Upload is null ? nameof(Upload) : nameof(Type), Upload is null ? ui["import.no-file"] : ui["import.no-type"]);
        }

        await using var content = Upload.OpenReadStream();
        using var file = await ImportFile.ReceiveAsync(Upload.FileName, content, ct);
        if (!isDryRun && !string.Equals(Opened(Tried), NoteOf(Type!, file.Sha256), StringComparison.Ordinal))
        {
            return Refuse(nameof(Upload), ui["import.not-tried"]);
        }

        if (!isDryRun && string.IsNullOrWhiteSpace(Reason))
        {
            return Refuse(nameof(Reason), ui["refusal.reason.required"]);
        }

        Report = await import.RunAsync(Type!, file, new(isDryRun, Standing, Reason), progress: null, ct);
        Tried = noteOf(Report);
        ModelState.Remove(nameof(Tried));
        Response.StatusCode = Report.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private PageResult Refuse(string field, string text)
    {
        ModelState.AddModelError(field, text);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private string Note(ImportReport report) => Seal.Protect(NoteOf(report.Type, report.Sha256), TriedFor);

    private string NoteOf(string type, string sha256) => $"{Standing.User}|{Standing.OnBehalfOf}|{type}|{sha256}";

    private string? Opened(string? note)
    {
        try
        {
            return note is { Length: > 0 } ? Seal.Unprotect(note) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
