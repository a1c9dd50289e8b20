using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>One proposal: both claims side by side, and its answer.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProposalPageModel(SamstyringDb db, ProposalReader reader, AnswerProposal answers, TimeProvider clock, Ui ui) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Of the record that the answer is given on.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary><c>accept</c>, <c>decline</c> or <c>withdraw</c>.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    public ProposalItem Proposal { get; private set; } = null!;

    /// <summary>What the record says now; null where it is not added yet.</summary>
    public RecordState? State { get; private set; }

    public RecordCard? Card { get; private set; }

    public bool MayAnswer { get; private set; }

    public bool MayWithdraw { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!Codes.TryParse<ProposalAnswer>(Answer ?? "", out var answer))
        {
            return NotFound();
        }

        var outcome = await answers.RunAsync(new(id), answer, Version, Reason, SignedIn.StandingOf(HttpContext), ct);
        db.ChangeTracker.Clear();
        if (outcome.IsAccepted(out _, out var refusal))
        {
            return LocalRedirect($"/forslag/{id:D}");
        }

        if (refusal.Reasons[0].Code is Correction.NotAllowed or ChangeRecord.NotFound || !await ReadAsync(id, ct))
        {
            return NotFound();
        }

        var conflict = refusal.Reasons[0].Code is Correction.ChangedMeanwhile;
        ModelState.Remove(nameof(Version));
        foreach (var reason in conflict ? [] : refusal.Reasons)
        {
            ModelState.AddModelError(reason.Field is "reason" ? nameof(Reason) : "", FieldWords.Refused(ui, reason));
        }

        if (conflict)
        {
            ModelState.AddModelError("", ui["proposal.changed"]);
        }

        Response.StatusCode = conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        var standing = SignedIn.StandingOf(HttpContext);
        if (await reader.FindAsync(new(id), ct) is not { } proposal)
        {
            return false;
        }

        var record = new RecordKey(proposal.RecordType, proposal.RecordKey);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        (Proposal, State, Card) = (proposal, await RecordReader.StateAsync(db, record, today, ct), await RecordReader.CardAsync(db, record, today, ct));
        if (State is null && !proposal.IsNew)
        {
            return false;
        }

        Version = State?.Version;
        var open = proposal.State is ProposalState.Open;
        MayAnswer = open && (State?.Stewards.RightOf(standing) is Right.Change || (State is null && await IsAskedAsync(new(id), standing, ct)));
        MayWithdraw = open && standing.OnBehalfOf is { } own && standing.Is(Role.Contributor) && proposal.From?.Key is { } from && own == OrganisationId.Of(from);
        return true;
    }

    /// <summary>Of a record that is not there yet: those who were asked. Whether they may add it is decided when they answer.</summary>
    private async Task<bool> IsAskedAsync(ProposalId id, Standing standing, CancellationToken ct) =>
        (standing.IsAdministrator && await db.Proposals.AnyAsync(p => p.Id == id && p.ForAdministrator, ct))
        || (standing.Is(Role.Contributor) && await db.ProposalAnswerers.AnyAsync(a => a.Proposal == id && a.Organisation == standing.OnBehalfOf, ct));
}
