using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Actors;

/// <summary>
/// Who has a part in what comes of an initiative, and what they say the problem is. The team sees what it thinks of them too; for
/// everybody else none of that is read, counted or sent.
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    public InitiativeFacts Facts { get; private set; } = null!;

    public IReadOnlyList<ActorEntry> Actors { get; private set; } = [];

    public IReadOnlyList<DangerSignal> Signals { get; private set; } = [];

    /// <summary>Each actor with its assessment; empty for others than the team.</summary>
    public IReadOnlyList<PlacedActor> Map { get; private set; } = [];

    public IReadOnlyList<ActorTie> Ties { get; private set; } = [];

    /// <summary>What the ties tell; null for others than the team.</summary>
    public ActorAnalysis? Analysis { get; private set; }

    /// <summary>Who may be missing; empty for others than the team, who decides on it.</summary>
    public IReadOnlyList<SuggestedBody> Suggestions { get; private set; } = [];

    /// <summary>The organisations whose people make the assessments; empty for others than the team.</summary>
    public IReadOnlyList<BodyRef> TeamOf { get; private set; } = [];

    public IEnumerable<ActorEntry> Speaking => Actors.Where(actor => !actor.Problem.IsUnknown);

    public IReadOnlyList<string> Silent => [.. Actors.Where(actor => actor.Problem.IsUnknown).Select(NameOf)];

    public IReadOnlyList<string> Unplaced => [.. Map.Where(placed => placed.Assessment?.Category is null).Select(placed => NameOf(placed.Actor))];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        var seen = facts.Facts(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        Facts = facts;
        Actors = [.. facts.Of<ActorEntry>()];
        Signals = DangerSignals.Of(seen);
        if (facts.SeesAssessments)
        {
            Map = ActorMap.Of(seen);
            Ties = [.. facts.Of<ActorTie>()];
            Analysis = ActorAnalysis.Of(Actors, Ties);
            Suggestions = await SuggestionReader.ReadAsync(db, facts, ct);
            TeamOf = await TeamAsync(facts.Initiative.Id, ct);
        }

        return Page();
    }

    public string NameOf(ActorEntry actor) => ui.Plain(TitleOf(actor));

    public LocalizedText TitleOf(ActorEntry actor) => Facts.NameOf(actor.Organisation, actor.Name);

    public string NameOf(PartId actor) => Actors.FirstOrDefault(known => known.Id == actor) is { } found ? NameOf(found) : ui["unknown"];

    public string Because(SuggestedBy because) => ui[$"suggestion-ground.{Codes.Of(because.Ground)}", ui.Plain(because.Of)];

    public bool CanBlock(PartId actor) => Map.Any(placed => placed.Actor.Id == actor && placed.Assessment?.CanBlock is true);

    public ActorNetwork Network() => ActorNetwork.Of(
        [.. Actors.Select(actor => new NetworkActor(actor.Id, NameOf(actor), Facts.Body(actor.Organisation)?.Level, actor.Sector))],
        [.. Ties.Select(tie => new NetworkTie(tie.Actor, tie.OtherActor, ActorNetwork.Stops(tie, CanBlock)))]);

    private async Task<IReadOnlyList<BodyRef>> TeamAsync(InitiativeId initiative, CancellationToken ct)
    {
        var team = Team.Of(initiative);
        return await (
            from member in db.AudienceMembers
            where member.Audience == team
            join body in db.Organisations on member.Organisation equals (OrganisationId?)body.Id
            orderby body.SortKey, body.Key
            select new BodyRef { Key = body.Key, Name = body.Name }).ToListAsync(ct);
    }
}
