using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Funding;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Steering;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.LifeEvents;

/// <summary>One life event: do all agencies have the same assignment, what is unfunded, and what has nobody settled?</summary>
public sealed class DetailsModel(SamstyringDb db, LifeEventPicture picture, Ui ui) : PageModel
{
    /// <summary>Life events compared with this one.</summary>
    private const int Compared = 20;

    public LifeEventPicture.Picture Picture { get; private set; } = null!;

    public IReadOnlyList<(string Slug, Domain.Kernel.LocalizedText Name, LetterSummary Letters)> Others { get; private set; } = [];

    public IReadOnlyList<OpenQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<CitedSource> Sources { get; private set; } = [];

    /// <summary>Bodies of each level, for the table of who takes part; levels that take no part are shown too.</summary>
    public IEnumerable<(Level Level, IReadOnlyList<ActorItem> Actors)> ByLevel =>
        Enum.GetValues<Level>().Where(level => level is not Level.International).Select(level => (level, (IReadOnlyList<ActorItem>)[.. Picture.Actors.Where(a => a.Level == level)]));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await picture.ReadAsync(e => e.Slug == slug, ct) is not { } found)
        {
            var known = await db.LifeEvents.Where(e => e.Key == slug).Select(e => e.Slug).SingleOrDefaultAsync(ct);
            return known is null ? NotFound() : RedirectPermanent("/livshendelser/" + known);
        }

        Picture = found;
        Others = [.. (await db.LifeEvents.OrderBy(e => e.Order).Take(Compared).Select(e => new
        {
            e.Slug,
            e.Name,
            Agencies = db.LifeEventLetters.Count(l => l.LifeEvent == e.Id),
            Mentioned = db.LifeEventLetters.Count(l => l.LifeEvent == e.Id && l.Mentioned == Mention.Yes),
            Assigned = db.LifeEventLetters.Count(l => l.LifeEvent == e.Id && l.Assignment),
            Noticed = db.LifeEventLetters.Count(l => l.LifeEvent == e.Id && l.Notice),
        }).ToListAsync(ct)).Select(e => (e.Slug, e.Name, new LetterSummary(e.Agencies, e.Mentioned, e.Assigned, e.Noticed)))];
        Questions = OpenQuestions.Of(found, ui);
        Sources = await picture.SourcesAsync(found, ct);
        return Page();
    }

    /// <summary>The answer, computed: assignments, mentions, money.</summary>
    public string Lead()
    {
        var letters = Picture.LetterSummary;
        List<string> sentences = [letters switch
        {
            { Agencies: 0 } => ui["life-event.lead.no-letters"],
            { Agencies: 1, Assigned: 1 } => ui["life-event.lead.only-assigned"],
            { Agencies: 1 } => ui["life-event.lead.only-not-assigned"],
            { Assigned: 0 } => ui["life-event.lead.none-assigned", ui.Word(letters.Agencies)],
            { WithoutAssignment: 0 } => ui["life-event.lead.all-assigned", ui.Word(letters.Agencies)],
            _ => ui["life-event.lead.some-assigned", Ui.Capital(ui.Word(letters.Assigned)), ui.Word(letters.Agencies)],
        }];
        if (letters.NotMentioned > 0 && letters.Agencies > 1)
        {
            sentences.Add(ui["life-event.lead.not-mentioned", Ui.Capital(ui.Word(letters.NotMentioned))]);
        }

        sentences.Add(Picture.Funding switch
        {
            null => ui["life-event.lead.funding-unknown"],
            { Funded: Funded.No } => ui["life-event.lead.not-funded"],
            { Schemes: var schemes } when schemes.All(s => s.CoversOperation is false) => ui["life-event.lead.no-operation"],
            { Schemes: var schemes } when schemes.Any(s => s.CoversOperation is true) => ui["life-event.lead.operation"],
            _ => ui["life-event.lead.operation-unknown"],
        });
        return string.Join(' ', sentences);
    }

    public string RolesLead() => ui[
        "life-event.roles-lead",
        ui.Word(Count(LifeEventRole.Owner)), ui.Word(Count(LifeEventRole.Executing)), ui.Word(Count(LifeEventRole.Collaborating))];

    /// <summary>What is said of this life event, or of all seven.</summary>
    public IReadOnlyList<InvolvementItem> Involvement(bool all) => [.. Picture.Involvement.Where(i => i.AllLifeEvents == all)];

    private int Count(LifeEventRole role) => Picture.Actors.Count(a => a.Role == role);
}
