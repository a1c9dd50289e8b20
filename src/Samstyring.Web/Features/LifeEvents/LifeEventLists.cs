using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Funding;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Steering;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.LifeEvents;

/// <summary>A life event in a list.</summary>
public sealed record LifeEventItem
{
    public required string Key { get; init; }

    public required string Slug { get; init; }

    public required LocalizedText Name { get; init; }

    public required LocalizedText Goal { get; init; }

    public JointPhase? Phase { get; init; }

    public Funded? Funded { get; init; }

    public BodyRef? Owner { get; init; }

    public IReadOnlyList<BodyRef> Executing { get; init; } = [];

    /// <summary>Whether table 1 names KS as a collaborator.</summary>
    public required bool KsTakesPart { get; init; }

    public required int Actors { get; init; }

    public required int Activities { get; init; }

    /// <summary>Agency roles whose allocation letters for 2020 were read.</summary>
    public int Letters { get; init; }

    public int LettersMentioning { get; init; }

    public required int LettersWithAssignment { get; init; }

    public int LettersWithNotice { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public LifeEventId Id { get; init; }

    [JsonIgnore]
    public int Order { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class LifeEventList : ListSpec<LifeEventItem>
{
    public override string Name => "life-events";

    public override string Path => "/livshendelser";

    public override IReadOnlyList<ListFilter<LifeEventItem>> Filters =>
    [
        ListFilters.Code<LifeEventItem, Funded>("funded", "funded", funded => e => e.Funded == funded),
        ListFilters.Fixed<LifeEventItem>("ks", "life-event.ks", ["yes", "no"], value => value == "yes" ? e => e.KsTakesPart : e => !e.KsTakesPart),
    ];

    public override IReadOnlyList<ListSort<LifeEventItem>> Sorts =>
    [
        new("order", (rows, descending) => rows.By(descending, e => e.Order, e => e.Key)),
        new("name", (rows, descending) => rows.By(descending, e => e.SortKey, e => e.Key)),
        new("assignments", (rows, descending) => rows.By(descending, e => e.LettersWithAssignment, e => e.Key)),
    ];

    public override IReadOnlyList<ExportField<LifeEventItem>> Fields =>
    [
        new("key", e => e.Key), .. Text("name", e => e.Name), .. Text("goal", e => e.Goal), new("phase", e => e.Phase is { } phase ? Codes.Of(phase) : null),
        new("owner", e => e.Owner?.Key), new("executing", e => string.Join('|', e.Executing.Select(b => b.Key))), new("funded", e => e.Funded is { } funded ? Codes.Of(funded) : null),
        new("ks_takes_part", e => e.KsTakesPart), new("letters", e => e.Letters), new("letters_mentioning", e => e.LettersMentioning),
        new("letters_with_assignment", e => e.LettersWithAssignment), new("letters_with_notice", e => e.LettersWithNotice), .. Origin(e => e.Provenance),
    ];

    public override IQueryable<LifeEventItem> From(SamstyringDb db) => db.LifeEvents.Select(e => new LifeEventItem
    {
        Key = e.Key,
        Slug = e.Slug,
        Name = e.Name,
        Goal = e.Goal,
        Phase = e.Phase,
        Funded = db.LifeEventFundings.Where(f => f.LifeEvent == e.Id).Select(f => (Funded?)f.Funded).FirstOrDefault(),
        KsTakesPart = db.LifeEventActors.Any(a => a.LifeEvent == e.Id && db.Organisations.Any(o => o.Id == a.Organisation && o.Key == "ks")),
        Actors = db.LifeEventActors.Count(a => a.LifeEvent == e.Id),
        Activities = db.LifeEventActivities.Count(a => a.LifeEvent == e.Id),
        LettersWithAssignment = db.LifeEventLetters.Count(l => l.LifeEvent == e.Id && l.Assignment),
        Provenance = e.Provenance,
        Id = e.Id,
        Order = e.Order,
        SortKey = e.SortKey,
        Folded = e.Folded,
    });

    public override Expression<Func<LifeEventItem, bool>> Contains(string folded) => e => e.Folded.Contains(folded);

    public override async Task<IReadOnlyList<LifeEventItem>> CompleteAsync(SamstyringDb db, IReadOnlyList<LifeEventItem> rows, CancellationToken ct)
    {
        LifeEventId[] ids = [.. rows.Select(r => r.Id)];
        var letters = (await db.LifeEventLetters.Where(l => ids.Contains(l.LifeEvent)).Select(l => new { l.LifeEvent, l.Mentioned, l.Assignment, l.Notice }).ToListAsync(ct)).ToLookup(l => l.LifeEvent);
        var bodies = (await (
            from actor in db.LifeEventActors
            join o in db.Organisations on actor.Organisation equals o.Id
            join e in db.LifeEvents on actor.LifeEvent equals e.Id
            where ids.Contains(actor.LifeEvent) && actor.Role != LifeEventRole.Collaborating
            orderby actor.Order
            select new
            {
                actor.LifeEvent,
                actor.Role,
                Body = new BodyRef { Key = o.Key, Name = o.Name },
                IsRestricted = db.Shows(actor.VisibleTo, "life-event-role", e.Key, o.Key, Codes.Of(actor.Role)),
            }).ToListAsync(ct)).ToLookup(b => b.LifeEvent);
        return
        [
            .. rows.Select(row =>
            {
                var sum = LetterSummary.Of(letters[row.Id].Select(l => (l.Mentioned, l.Assignment, l.Notice)));
                return row with
                {
                    Owner = bodies[row.Id].FirstOrDefault(b => b.Role is LifeEventRole.Owner)?.Body,
                    Executing = [.. bodies[row.Id].Where(b => b.Role is LifeEventRole.Executing).Select(b => b.Body)],
                    Letters = sum.Agencies,
                    LettersMentioning = sum.Mentioned,
                    LettersWithNotice = sum.Noticed,
                };
            }),
        ];
    }
}
