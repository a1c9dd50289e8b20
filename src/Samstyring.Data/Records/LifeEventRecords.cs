using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>What a life event is called and is for, and how far the work has come. Its address stays what it was.</summary>
internal sealed class LifeEventRecord() : RecordType<LifeEvent>("life-event", "life-events")
{
    public override bool CanBeAdded => false;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<LifeEvent>()
        .Localized("name", nameof(LifeEvent.Name), required: true).Localized("goal", nameof(LifeEvent.Goal), isLong: true).Code<JointPhase>("phase", nameof(LifeEvent.Phase)).Localized("phase_note", nameof(LifeEvent.PhaseNote), isLong: true)
        .Localized("note", nameof(LifeEvent.Note), isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => throw new NotSupportedException("Life events come with the data.");

    protected override IQueryable<LifeEvent> Find(SamstyringDb db, string key) => db.LifeEvents.Where(e => e.Key == key);

    /// <summary>Searching shows its activities with the life event that they belong to.</summary>
    internal override async Task DeriveOthersAsync(SamstyringDb db, object entity, CancellationToken ct)
    {
        var (name, page) = (((LifeEvent)entity).Name, $"/livshendelser/{((LifeEvent)entity).Slug}#faser");
        await db.SearchEntries.Where(e => e.Type == "activity" && e.Url == page).ExecuteUpdateAsync(e => e.SetProperty(x => x.Detail, name), ct);
    }

    protected override void Derive(LifeEvent entity)
    {
        Set(entity, nameof(LifeEvent.SortKey), NorwegianOrder.Key(entity.Name.Nb ?? entity.Key));
        Set(entity, nameof(LifeEvent.Folded), Folding.Fold(string.Join(' ', entity.Name.Nb, entity.Name.Nn, entity.Name.En, entity.Goal.Nb, entity.Goal.Nn, entity.Goal.En)));
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, LifeEvent entity, DateOnly today, CancellationToken ct) =>
        new(entity.Name, "/livshendelser/" + entity.Slug, Stewards.OfLifeEvent(await Names.AnswerForAsync(db, entity.Id, ct)), []);

    protected override Task<Findable?> FindableAsync(SamstyringDb db, LifeEvent entity, CancellationToken ct) => Task.FromResult<Findable?>(
        new("life-event", entity.Key, entity.Name, entity.Goal, "/livshendelser/" + entity.Slug, 1, [entity.Key], [entity.Goal, entity.PhaseNote]) { KeepsOldWords = true });
}

/// <summary>A part of a life event: whoever answers for the life event answers for it.</summary>
internal abstract class LifeEventPart<T>(string name, string plural) : RecordType<T>(name, plural)
    where T : class
{
    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) =>
        key is null && !await db.LifeEvents.AnyAsync(e => e.Key == values["life_event"], ct) ? new Reason("field.no-such-thing", "life_event", values["life_event"]) : null;

    protected static LifeEventId EventOf(RecordValues values) => LifeEventId.Of(values.Required("life_event"));

    protected static async Task<RecordCard> CardAsync(SamstyringDb db, LifeEventId id, LocalizedText part, string anchor, IReadOnlyList<Subject> also, CancellationToken ct)
    {
        var lifeEvent = await db.LifeEvents.Where(e => e.Id == id).Select(e => new { e.Key, e.Slug, e.Name }).SingleAsync(ct);
        return new(
            part.IsUnknown ? lifeEvent.Name : Names.Tied(lifeEvent.Name, part), $"/livshendelser/{lifeEvent.Slug}#{anchor}", Stewards.OfLifeEvent(await Names.AnswerForAsync(db, id, ct)),
            [new("life-event", lifeEvent.Key), .. also]);
    }
}

internal sealed class ScopeStatementRecord() : LifeEventPart<ScopeStatement>("scope-statement", "scope-statements")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<ScopeStatement>()
        .Key("life_event")
        .Code<ScopePart>("part", nameof(ScopeStatement.Part), required: true).Localized("text", nameof(ScopeStatement.Text), required: true, isLong: true).All;

    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var id = ScopeStatementId.Of($"{values["life_event"]}/{values["part"]}/{values["text_nb"]}");
        return new(id.Value.ToString("D"), new ScopeStatement
        {
            Id = id,
            LifeEvent = EventOf(values),
            Part = values.Code<ScopePart>("part"),
            Order = (await db.ScopeStatements.MaxAsync(s => (int?)s.Order, ct) ?? 0) + 1,
            Text = values.Localized("text"),
            Provenance = origin,
        });
    }

    protected override IQueryable<ScopeStatement>? Find(SamstyringDb db, string key)
    {
        var id = Guid.TryParseExact(key, "D", out var guid) ? new ScopeStatementId(guid) : default;
        return id == default ? null : db.ScopeStatements.Where(s => s.Id == id);
    }

    protected override Task<RecordCard> CardAsync(SamstyringDb db, ScopeStatement entity, DateOnly today, CancellationToken ct) =>
        CardAsync(db, entity.LifeEvent, LocalizedText.Unknown, "avgrensning", [], ct);
}

/// <summary>A body has a role in a life event.</summary>
internal sealed class LifeEventRoleRecord() : LifeEventPart<LifeEventActor>("life-event-role", "life-event-roles")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<LifeEventActor>()
        .Key("life_event").Key("organisation", FieldKind.Body).Key("role", FieldKind.Code, [.. Codes.All<LifeEventRole>()])
        .Localized("note", nameof(LifeEventActor.Note), isLong: true).All;

    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => new(
        RecordTypes.Tied(values.Required("life_event"), values.Required("organisation"), values.Required("role")),
        new LifeEventActor
        {
            LifeEvent = EventOf(values),
            Organisation = values.Body("organisation"),
            Role = values.Code<LifeEventRole>("role"),
            Order = (await db.LifeEventActors.MaxAsync(a => (int?)a.Order, ct) ?? 0) + 1,
            Note = values.Localized("note"),
            Provenance = origin,
        });

    protected override IQueryable<LifeEventActor>? Find(SamstyringDb db, string key)
    {
        if (key.Split(RecordTypes.Tie) is not [var lifeEvent, var organisation, var code] || !Codes.TryParse<LifeEventRole>(code, out var role))
        {
            return null;
        }

        var (eventId, bodyId) = (LifeEventId.Of(lifeEvent), OrganisationId.Of(organisation));
        return db.LifeEventActors.Where(a => a.LifeEvent == eventId && a.Organisation == bodyId && a.Role == role);
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, LifeEventActor entity, DateOnly today, CancellationToken ct)
    {
        var body = await Names.BodyAsync(db, entity.Organisation, ct);
        return await CardAsync(db, entity.LifeEvent, body.Name, "hvem", [new("organisation", body.Key)], ct);
    }
}

/// <summary>A piece of work that supports a life event: what it is called and what sort it is.</summary>
internal sealed class ActivityRecord() : RecordType<Initiative>("activity", "activities")
{
    private static readonly string[] Types =
    [
        "digital_service", "competence", "cooperation", "insight", "open_ended", "other_life_event", "programme", "project", "reform", "register", "report", "stimulab_project", "strategy", "website", "white_paper",
    ];

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Initiative>()
        .Key("life_event").Key("key")
        .Localized("name", nameof(Initiative.Name), required: true).OneOf("type", nameof(Initiative.Type), Types, required: true).All;

    /// <summary>It is added with its place in a life event.</summary>
    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var key = values.Required("key");
        var initiative = new Initiative
        {
            Id = InitiativeId.Of(key),
            Key = key,
            Name = values.Localized("name"),
            Kind = InitiativeKind.Activity,
            Type = values.Required("type"),
            Provenance = origin,
            SortKey = "",
            Folded = "",
        };
        return new(key, initiative, LifeEventActivityRecord.Link(LifeEventId.Of(values.Required("life_event")), initiative.Id, await LifeEventActivityRecord.NextOrderAsync(db, ct), origin));
    }

    internal override async Task<RecordCard> CardOfNewAsync(SamstyringDb db, NewRecord made, DateOnly today, CancellationToken ct)
    {
        var id = ((LifeEventActivity)made.With[0]).LifeEvent;
        var lifeEvent = await db.LifeEvents.SingleAsync(e => e.Id == id, ct);
        return new(((Initiative)made.Entity).Name, $"/livshendelser/{lifeEvent.Slug}#faser", Stewards.OfLifeEvent(await Names.AnswerForAsync(db, id, ct)), [new("life-event", lifeEvent.Key)]);
    }

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        if (key is not null)
        {
            return null;
        }

        return !Folding.IsKey(values.Required("key")) ? new("field.not-a-key", "key", values["key"])
            : await db.LifeEvents.AnyAsync(e => e.Key == values["life_event"], ct) ? null : new("field.no-such-thing", "life_event", values["life_event"]);
    }

    internal override async Task<IReadOnlyList<(RecordKey Record, object Entity)>> TiedAsync(SamstyringDb db, object entity, CancellationToken ct)
    {
        var initiative = (Initiative)entity;
        var links = await db.LifeEventActivities.AsTracking().Where(l => l.Initiative == initiative.Id).ToListAsync(ct);
        var keys = await db.LifeEvents.Select(e => new { e.Id, e.Key }).ToDictionaryAsync(e => e.Id, e => e.Key, ct);
        return [.. links.Select(l => (new RecordKey("life-event-activity", RecordTypes.Tied(keys[l.LifeEvent], initiative.Key)), (object)l))];
    }

    protected override IQueryable<Initiative> Find(SamstyringDb db, string key) => db.Initiatives.Where(i => i.Key == key && i.Kind == InitiativeKind.Activity);

    protected override void Derive(Initiative entity)
    {
        Set(entity, nameof(Initiative.SortKey), NorwegianOrder.Key(entity.Name.Nb ?? entity.Key));
        Set(entity, nameof(Initiative.Folded), Folding.Fold(string.Join(' ', entity.Name.Nb, entity.Name.En)));
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, Initiative entity, DateOnly today, CancellationToken ct)
    {
        var events = await EventsAsync(db, entity.Id, ct);
        var stewards = await db.LifeEventActors.Where(a => (a.Role == LifeEventRole.Owner || a.Role == LifeEventRole.Executing) && db.LifeEventActivities.Any(l => l.Initiative == entity.Id && l.LifeEvent == a.LifeEvent))
            .Select(a => a.Organisation).Distinct().ToListAsync(ct);
        return new(entity.Name, events is [var first, ..] ? $"/livshendelser/{first.Slug}#faser" : "/livshendelser", Stewards.OfLifeEvent(stewards), [.. events.Select(e => new Subject("life-event", e.Key))]);
    }

    protected override async Task<Findable?> FindableAsync(SamstyringDb db, Initiative entity, CancellationToken ct) => await EventsAsync(db, entity.Id, ct) is [var first, ..]
        ? new("activity", entity.Key, entity.Name, first.Name, $"/livshendelser/{first.Slug}#faser", 4, [entity.Key], []) { VisibleTo = entity.VisibleTo }
        : null;

    private static async Task<List<LifeEvent>> EventsAsync(SamstyringDb db, InitiativeId initiative, CancellationToken ct) =>
        await db.LifeEvents.Where(e => db.LifeEventActivities.Any(l => l.Initiative == initiative && l.LifeEvent == e.Id)).OrderBy(e => e.Order).ToListAsync(ct);
}

/// <summary>An activity in a life event: the phases it is in, and its state.</summary>
internal sealed class LifeEventActivityRecord() : LifeEventPart<LifeEventActivity>("life-event-activity", "life-event-activities")
{
    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<LifeEventActivity>()
        .Key("life_event").Key("activity")
        .Codes<JointPhase>("phases", nameof(LifeEventActivity.Phases)).Localized("state", nameof(LifeEventActivity.State)).Localized("phase_note", nameof(LifeEventActivity.PhaseNote), isLong: true)
        .Localized("note", nameof(LifeEventActivity.Note), isLong: true).All;

    public static LifeEventActivity Link(LifeEventId lifeEvent, InitiativeId initiative, int order, Provenance origin) => new()
    {
        LifeEvent = lifeEvent,
        Initiative = initiative,
        Order = order,
        Phases = [],
        State = LocalizedText.Unknown,
        PhaseNote = LocalizedText.Unknown,
        InTable2 = false,
        Note = LocalizedText.Unknown,
        Provenance = origin,
    };

    public static async Task<int> NextOrderAsync(SamstyringDb db, CancellationToken ct) => (await db.LifeEventActivities.MaxAsync(l => (int?)l.Order, ct) ?? 0) + 1;

    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => new(
        RecordTypes.Tied(values.Required("life_event"), values.Required("activity")),
        Link(EventOf(values), InitiativeId.Of(values.Required("activity")), await NextOrderAsync(db, ct), origin));

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) => await base.CheckAsync(db, key, values, ct)
        ?? (key is null && !await db.Initiatives.AnyAsync(i => i.Key == values["activity"], ct) ? new Reason("field.no-such-thing", "activity", values["activity"]) : null);

    protected override IQueryable<LifeEventActivity>? Find(SamstyringDb db, string key)
    {
        if (key.Split(RecordTypes.Tie) is not [var lifeEvent, var activity])
        {
            return null;
        }

        var (eventId, initiative) = (LifeEventId.Of(lifeEvent), InitiativeId.Of(activity));
        return db.LifeEventActivities.Where(l => l.LifeEvent == eventId && l.Initiative == initiative && db.Initiatives.Any(i => i.Id == initiative));
    }

    protected override async Task<RecordCard> CardAsync(SamstyringDb db, LifeEventActivity entity, DateOnly today, CancellationToken ct)
    {
        var activity = await db.Initiatives.Where(i => i.Id == entity.Initiative).Select(i => new { i.Key, i.Name }).SingleAsync(ct);
        return await CardAsync(db, entity.LifeEvent, activity.Name, "faser", [new("activity", activity.Key)], ct);
    }
}

/// <summary>How KS or municipalities take part in a life event.</summary>
internal sealed class InvolvementRecord() : LifeEventPart<Involvement>("involvement", "involvements")
{
    public override bool CanBeAdded => false;

    protected override IReadOnlyList<RecordField> AllFields { get; } = new FieldsOf<Involvement>()
        .Code<JointPhase>("phase", nameof(Involvement.Phase)).Code<InvolvementState>("state", nameof(Involvement.State)).Localized("text", nameof(Involvement.Text), required: true, isLong: true).All;

    internal override Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct) => throw new NotSupportedException("Said by the sources only.");

    protected override IQueryable<Involvement>? Find(SamstyringDb db, string key)
    {
        var id = Guid.TryParseExact(key, "D", out var guid) ? new InvolvementId(guid) : default;
        return id == default ? null : db.Involvements.Where(i => i.Id == id);
    }

    protected override Task<RecordCard> CardAsync(SamstyringDb db, Involvement entity, DateOnly today, CancellationToken ct) => entity.LifeEvent is { } lifeEvent
        ? CardAsync(db, lifeEvent, LocalizedText.Unknown, "kommuner", [], ct)
        : Task.FromResult(new RecordCard(entity.Text, "/livshendelser", Stewards.OfRegistry, []));
}
