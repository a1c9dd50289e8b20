using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Trace;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Trace;

/// <summary>The chain of changes for administrators: what was done, and whether somebody touched the chain.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ChainModel(SamstyringDb db, TraceNames names, LinkWords words, Ui ui) : PageModel
{
    /// <summary>Links that are followed while somebody waits: about a second. <c>samstyring verify</c> follows them all.</summary>
    private const int MostFollowed = 100_000;

    /// <summary>An end that was kept elsewhere, to hold the chain against.</summary>
    [BindProperty]
    public string? Head { get; set; }

    public ChainHead End { get; private set; } = ChainHead.Empty;

    public ChainReport? Report { get; private set; }

    public LinkQuery Query { get; private set; } = null!;

    public LinkTable Table { get; private set; } = null!;

    public IEnumerable<(string Kind, string Name)> Kinds => EventKinds.All.Keys.Select(kind => (kind, words.Event(kind))).OrderBy(kind => kind.Item2, StringComparer.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!SignedIn.StandingOf(HttpContext).IsAdministrator)
        {
            return NotFound();
        }

        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!SignedIn.StandingOf(HttpContext).IsAdministrator)
        {
            return NotFound();
        }

        var kept = ChainHead.Parse(Head?.Trim() ?? "");
        if (kept is null && !string.IsNullOrWhiteSpace(Head))
        {
            ModelState.AddModelError(nameof(Head), ui["trace.kept-wrong"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        else
        {
            Report = await ChainCheck.RunAsync(db, kept, MostFollowed, ct);
        }

        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        End = await AuditChain.HeadAsync(db, ct);
        var (query, bad) = await LinkQuery.ReadAsync(db, Request.Query, ListQuery.MaxPageSizeOfPages, ct);
        Query = query;
        Table = new(query, bad, "/administrasjon/spor", "/api/v1/audit-entries");
        if (bad is not [])
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await Table.FillAsync(db, names, words, ct);
    }
}
