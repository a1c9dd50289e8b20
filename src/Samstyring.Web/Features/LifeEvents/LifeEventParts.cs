using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Steering;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.LifeEvents;

/// <summary>A body with a role in a life event.</summary>
public sealed record ActorItem
{
    public required string Organisation { get; init; }

    public required LocalizedText OrganisationName { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required Level Level { get; init; }

    public required LifeEventRole Role { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public int Order { get; init; }

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>A supporting activity of a life event.</summary>
public sealed record ActivityItem
{
    /// <summary>The key of the life event that it supports.</summary>
    public required string LifeEvent { get; init; }

    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    public required string Type { get; init; }

    /// <summary>The phases a source states; empty is «ukjent».</summary>
    public required IReadOnlyList<JointPhase> Phases { get; init; }

    public required LocalizedText State { get; init; }

    public required LocalizedText PhaseNote { get; init; }

    public required bool InTable2 { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public int Order { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

internal sealed class ActorList(string lifeEvent) : ListSpec<ActorItem>
{
    private readonly LifeEventId _id = LifeEventId.Of(lifeEvent);

    public override string Name => "actors";

    public override string Path => "/livshendelser/" + lifeEvent;

    public override IReadOnlyList<ListFilter<ActorItem>> Filters => [ListFilters.Code<ActorItem, LifeEventRole>("role", "role", role => a => a.Role == role)];

    public override IReadOnlyList<ListSort<ActorItem>> Sorts => [new("order", (rows, descending) => rows.By(descending, a => a.Order, a => a.Organisation))];

    public override IReadOnlyList<ExportField<ActorItem>> Fields =>
    [
        new("organisation", a => a.Organisation), .. Text("organisation_name", a => a.OrganisationName), new("role", a => Codes.Of(a.Role)), .. Text("note", a => a.Note), .. Origin(a => a.Provenance),
    ];

    public override IQueryable<ActorItem> From(SamstyringDb db) =>
        from actor in db.LifeEventActors
        join o in db.Organisations on actor.Organisation equals o.Id
        where actor.LifeEvent == _id
        select new ActorItem
        {
            Organisation = o.Key,
            OrganisationName = o.Name,
            Kind = o.Kind,
            Level = o.Level,
            Role = actor.Role,
            Note = actor.Note,
            Provenance = actor.Provenance,
            IsRestricted = db.Shows(actor.VisibleTo, "life-event-role", lifeEvent, o.Key, Codes.Of(actor.Role)),
            Order = actor.Order,
            Folded = o.Folded,
        };

    public override Expression<Func<ActorItem, bool>> Contains(string folded) => a => a.Folded.Contains(folded);
}

/// <summary>The activities of one life event, or of all: an activity that supports several has a row for each.</summary>
internal sealed class ActivityList(string? lifeEvent) : ListSpec<ActivityItem>
{
    private readonly LifeEventId? _id = lifeEvent is null ? null : LifeEventId.Of(lifeEvent);

    public override string Name => "activities";

    public override string Path => "/livshendelser/" + lifeEvent;

    public override bool CountIsRemembered => true;

    public override IReadOnlyList<ListSort<ActivityItem>> Sorts =>
    [
        new("order", (rows, descending) => rows.By(descending, a => a.Order, a => a.Key)),
        new("name", (rows, descending) => descending
            ? rows.OrderByDescending(a => a.SortKey).ThenByDescending(a => a.Key).ThenByDescending(a => a.LifeEvent)
            : rows.OrderBy(a => a.SortKey).ThenBy(a => a.Key).ThenBy(a => a.LifeEvent)),
    ];

    public override IReadOnlyList<ExportField<ActivityItem>> Fields =>
    [
        new("life_event", a => a.LifeEvent), new("key", a => a.Key), .. Text("name", a => a.Name), new("type", a => a.Type), new("phases", a => string.Join('|', a.Phases.Select(p => Codes.Of(p)))),
        .. Text("state", a => a.State), .. Text("phase_note", a => a.PhaseNote), new("in_table_2", a => a.InTable2), .. Text("note", a => a.Note), .. Origin(a => a.Provenance),
    ];

    public override IQueryable<ActivityItem> From(SamstyringDb db) =>
        from link in db.LifeEventActivities
        join e in db.LifeEvents on link.LifeEvent equals e.Id
        join i in db.Initiatives on link.Initiative equals i.Id
        where _id == null || link.LifeEvent == _id
        select new ActivityItem
        {
            LifeEvent = e.Key,
            Key = i.Key,
            Name = i.Name,
            Type = i.Type,
            Phases = link.Phases,
            State = link.State,
            PhaseNote = link.PhaseNote,
            InTable2 = link.InTable2,
            Note = link.Note,
            Provenance = link.Provenance,
            IsRestricted = db.Shows(i.VisibleTo, "activity", i.Key) | db.Shows(link.VisibleTo, "life-event-activity", e.Key, i.Key),
            Order = link.Order,
            SortKey = i.SortKey,
            Folded = i.Folded,
        };

    public override Expression<Func<ActivityItem, bool>> Contains(string folded) => a => a.Folded.Contains(folded);
}

internal sealed class LetterList(string lifeEvent) : ListSpec<LetterItem>
{
    private readonly LifeEventId _id = LifeEventId.Of(lifeEvent);

    public override string Name => "letters";

    public override string Path => "/livshendelser/" + lifeEvent;

    public override IReadOnlyList<ListFilter<LetterItem>> Filters => [ListFilters.Code<LetterItem, Mention>("mentioned", "mentioned", mention => l => l.Mentioned == mention)];

    public override IReadOnlyList<ListSort<LetterItem>> Sorts => [new("order", (rows, descending) => rows.By(descending, l => l.Order, l => l.Organisation))];

    public override IReadOnlyList<ExportField<LetterItem>> Fields =>
    [
        new("organisation", l => l.Organisation), .. Text("organisation_name", l => l.OrganisationName), new("role", l => Codes.Of(l.Role)), new("year", l => l.Year),
        new("mentioned", l => Codes.Of(l.Mentioned)), new("assignment", l => l.Assignment), new("notice", l => l.Notice), .. Text("note", l => l.Note), .. Origin(l => l.Provenance),
    ];

    public override IQueryable<LetterItem> From(SamstyringDb db) => LetterItem.From(db).Where(l => l.LifeEvent == _id);

    public override Expression<Func<LetterItem, bool>> Contains(string folded) => l => l.Folded.Contains(folded);
}
