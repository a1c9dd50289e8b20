using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Data.Records;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Adoption;

/// <summary>One municipality and one solution: what each says, and a form for those who may say it .</summary>
[AllowAnonymous]
public sealed class StatementModel(SamstyringDb db, StateAdoption state, TimeProvider clock, Ui ui) : PageModel
{
    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public string? Since { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? PlannedInUse { get; set; }

    [BindProperty]
    public string? Product { get; set; }

    [BindProperty]
    public string? Wave { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    /// <summary>Of what the form was made from; 0 where nothing was said.</summary>
    [BindProperty]
    public int Version { get; set; }

    public SolutionFacts Facts { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public LocalizedText Municipality { get; private set; } = LocalizedText.Unknown;

    public AdoptionRecord? Record { get; private set; }

    public BodyRef? StatedBy { get; private set; }

    public BodyRef? ClaimedBy { get; private set; }

    public bool IsEligible { get; private set; }

    /// <summary>Whom to ask is told to those who are signed in alone: it may name somebody.</summary>
    public bool IsSignedIn => SignedIn.Of(HttpContext) is not null;

    public AdoptionVoice Voice { get; private set; }

    public IEnumerable<(string Value, string Name)> Steps => Enum.GetValues<AdoptionStep>().Select(step => (Codes.Of(step), ui.Code("adoption-step", step))).Prepend(("", ui[Voice is AdoptionVoice.Owner ? "adoption.withdraw" : "adoption.choose"]));

    public IEnumerable<(string Value, string Name)> Products => Facts.Of<SolutionProduct>().Select(p => (p.Id.ToString(), ui.Plain(p.Name))).Prepend(("", ui["unknown"]));

    public IEnumerable<(string Value, string Name)> Waves => Facts.Of<AdoptionWave>().Select(w => (w.Id.ToString(), ui.Plain(w.Name))).Prepend(("", ui["adoption.no-wave"]));

    public async Task<IActionResult> OnGetAsync(string key, string number, CancellationToken ct)
    {
        if (await ReadAsync(key, number, ct) is { } other)
        {
            return other;
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, string number, CancellationToken ct)
    {
        var written = new AdoptionWritten(Step, Since, Source, Reason, PlannedInUse, Product, Wave, Contact, Version);
        var outcome = await state.RunAsync(key, number, written, SignedIn.StandingOf(HttpContext), ct);
        if (outcome.IsAccepted(out _, out var refusal))
        {
            return LocalRedirect($"/losninger/{key}/kommuner/{number}?lagret=true");
        }

        db.ChangeTracker.Clear();
        if (refusal.Reasons[0].Code is ChangeRecord.NotFound or Correction.NotAllowed || await ReadAsync(key, number, ct) is not null)
        {
            return NotFound();
        }

        if (refusal.Reasons[0].Code is not StateAdoption.LostUpdate)
        {
            return this.Refused(ui, refusal);
        }

        // What somebody else stored meanwhile stands above; what was typed stays in the form, and can be sent again.
        ModelState.Remove(nameof(Version));
        Version = Record?.Version ?? 0;
        return this.Refused(ui, refusal, StatusCodes.Status409Conflict);
    }

    /// <returns>An answer where there is no such page here; null where there is.</returns>
    private async Task<IActionResult?> ReadAsync(string key, string number, CancellationToken ct)
    {
        if (await SolutionReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        var municipality = await (from m in db.Municipalities join o in db.Organisations on m.Id equals o.Id join c in db.Organisations on m.County equals c.Id where m.Number == number select new { m.Id, o.Name, County = c.Key, m.Population2026 }).SingleOrDefaultAsync(ct);
        if (municipality is null)
        {
            var why = await StateAdoption.WhyUnknownAsync(db, number, ct);
            return why is { Code: StateAdoption.FormerNumber, Value: { Length: 4 } became } ? RedirectPermanent($"/losninger/{key}/kommuner/{became}") : NotFound();
        }

        (Facts, Number, Municipality) = (facts, number, municipality.Name);
        IsEligible = facts.Solution.IsFor(municipality.County, municipality.Population2026);
        var solution = facts.Solution.Id;
        Record = await db.AdoptionRecords.SingleOrDefaultAsync(a => a.Solution == solution && a.Municipality == municipality.Id, ct);
        OrganisationId[] speakers = [.. new[] { Record?.StatedBy, Record?.ClaimedBy }.OfType<OrganisationId>()];
        var bodies = speakers is [] ? [] : await db.Organisations.Where(o => speakers.Contains(o.Id)).Select(o => new { o.Id, o.Key, o.Name }).ToDictionaryAsync(o => o.Id, o => new BodyRef { Key = o.Key, Name = o.Name }, ct);
        StatedBy = Record?.StatedBy is { } stated ? bodies[stated] : null;
        ClaimedBy = Record?.ClaimedBy is { } claimed ? bodies[claimed] : null;
        Voice = IsEligible ? await StateAdoption.VoiceAsync(db, facts.Solution, municipality.Id, SignedIn.StandingOf(HttpContext), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct) : AdoptionVoice.None;
        return null;
    }

    private void Fill()
    {
        var isOwner = Voice is AdoptionVoice.Owner;
        (Step, Since, Source) = Record is null ? (null, null, null)
            : isOwner ? (Code(Record.ClaimedStep), Record.ClaimedSince, Record.ClaimSource)
            : (Code(Record.Step ?? Record.ClaimedStep), Record.Step is null ? Record.ClaimedSince : Record.Since, Record.Source);
        (Reason, PlannedInUse, Contact) = (Record?.AnswerReason, Record?.PlannedInUse, Record?.Contact);
        (Product, Wave, Version) = (Record?.Product?.ToString(), Record?.Wave?.ToString(), Record?.Version ?? 0);
    }

    private static string? Code(AdoptionStep? step) => step is { } known ? Codes.Of(known) : null;

    public string Day(DateOnly day) => ui.Time(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
