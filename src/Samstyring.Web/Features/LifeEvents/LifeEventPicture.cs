using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Steering;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.LifeEvents;

/// <summary>The whole picture of one life event, read in a fixed number of queries.</summary>
public sealed class LifeEventPicture(SamstyringDb db, Catalogue catalogue, Tally tally)
{
    /// <summary>Rows of each kind that one picture holds; the lists of the API have the rest.</summary>
    public const int Most = 100;

    public sealed record Picture(
        LifeEvent LifeEvent, IReadOnlyList<ScopeItem> Scope, IReadOnlyList<ActorItem> Actors, IReadOnlyList<ActivityItem> Activities, int ActivityCount, IReadOnlyList<LetterItem> Letters,
        FundingItem? Funding, IReadOnlyList<InvolvementItem> Involvement, IReadOnlyList<SourceNote> Notes)
    {
        public LetterSummary LetterSummary { get; } = LetterSummary.Of(Letters.Select(l => (l.Mentioned, l.Assignment, l.Notice)));
    }

    public async Task<Picture?> ReadAsync(Expression<Func<LifeEvent, bool>> which, CancellationToken ct)
    {
        if (await db.LifeEvents.Where(which).SingleOrDefaultAsync(ct) is not { } lifeEvent)
        {
            return null;
        }

        var key = lifeEvent.Key;
        var subjects = new[] { "life-event:" + key, "letters:" + key, "funding:" + key };
        return new(
            lifeEvent,
            await db.ScopeStatements.Where(s => s.LifeEvent == lifeEvent.Id).OrderBy(s => s.Part).ThenBy(s => s.Order)
                .Select(s => new ScopeItem(s.Id.Value, s.Part, s.Text, s.Provenance, db.Shows(s.VisibleTo, "scope-statement", s.Id.Value))).ToListAsync(ct),
            await First(new ActorList(key)).ToListAsync(ct),
            await First(new ActivityList(key)).ToListAsync(ct),
            await tally.GetAsync("activities " + key, () => db.LifeEventActivities.CountAsync(a => a.LifeEvent == lifeEvent.Id, ct), ct),
            await First(new LetterList(key)).ToListAsync(ct),
            await FundingAsync(key, ct),
            await db.Involvements.Where(i => i.LifeEvent == null || i.LifeEvent == lifeEvent.Id).OrderBy(i => i.Party).ThenBy(i => i.Order)
                .Select(i => new InvolvementItem(i.Id.Value, i.LifeEvent == null, i.Party, i.Phase, i.State, i.Text, i.Provenance, db.Shows(i.VisibleTo, "involvement", i.Id.Value))).ToListAsync(ct),
            await db.SourceNotes.Where(n => db.SourceNoteSubjects.Any(s => s.Note == n.Key && subjects.Contains(s.Subject))).OrderBy(n => n.Key).Take(Most).ToListAsync(ct));
    }

    public async Task<FundingItem?> FundingAsync(string key, CancellationToken ct)
    {
        var funding = await db.LifeEventFundings.Where(f => db.LifeEvents.Any(e => e.Id == f.LifeEvent && e.Key == key)).SingleOrDefaultAsync(ct);
        if (funding is null)
        {
            return null;
        }

        var schemes = await db.FundingSchemes.Where(s => funding.Schemes.Contains(s.Key)).OrderBy(s => s.Key)
            .Select(s => new SchemeItem(s.Key, s.Name, s.CoversOperation, s.Conditions, s.Limits, s.Provenance)).ToListAsync(ct);
        return new(funding.Funded, funding.TableText, schemes, funding.Scope, funding.Mapping, funding.Provenance);
    }

    /// <summary>Every document that the picture cites, with the places, in the order of the documents' keys.</summary>
    public async Task<IReadOnlyList<CitedSource>> SourcesAsync(Picture picture, CancellationToken ct)
    {
        var known = (await catalogue.GetAsync(ct)).Sources;
        IEnumerable<Provenance?> facts =
        [
            picture.LifeEvent.Provenance, picture.Funding?.Provenance, .. picture.Scope.Select(s => s.Provenance), .. picture.Actors.Select(a => a.Provenance),
            .. picture.Activities.Select(a => a.Provenance), .. picture.Letters.Select(l => l.Provenance), .. picture.Involvement.Select(i => i.Provenance),
        ];
        return
        [
            .. facts.OfType<Provenance>().SelectMany(f => f.References()).GroupBy(r => r.Document, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CitedSource(
                    g.Key,
                    known.TryGetValue(g.Key, out var title) ? title.Title : new(g.Key),
                    title?.Publisher ?? "",
                    [.. g.Select(r => r.Section).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
        ];
    }

    private IQueryable<TRow> First<TRow>(ListSpec<TRow> spec)
        where TRow : class => spec.Sorts[0].Order(spec.From(db), false).Take(Most);
}
