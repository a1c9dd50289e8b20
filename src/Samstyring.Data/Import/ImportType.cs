using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Records;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Import;

/// <summary>A column of a file and the fact that it holds.</summary>
/// <param name="Name">As in the exported list.</param>
/// <param name="Read">From the form of the list to the form of the fact, where they differ.</param>
internal sealed record ImportColumn(string Name, RecordField Field, Func<string, string>? Read = null);

/// <summary>A kind of file: the same columns as the list of that name gives.</summary>
public sealed class ImportType
{
    public const string Organisations = "organisations";

    private ImportType(string name, IReadOnlyList<ImportColumn> keys, IReadOnlyList<ImportPart> parts, params IReadOnlyList<string> readOnly) => (Name, Keys, Parts, ReadOnly) = (name, keys, parts, readOnly);

    public static IReadOnlyList<ImportType> All { get; } =
    [
        Of(Organisations, [], [new OrganisationPart()], "suggested_kind"),
        Of(
            "municipalities", [new("number", new("number", FieldKind.Text) { IsKey = true, IsRequired = true })], [new MunicipalityPart()],
            "name", "county", "county_name", "population", "population_year", "population_2024", "population_2025", "centrality", "kostra_group", "organisation_number_certainty", "network", "network_certainty",
            "hex_column", "hex_row", "source", "as_of", "certainty"),
        Of("memberships", [], [new MembershipPart()], "body_name", "member_name"),
        Of("activities", [], [new ActivityPart(), new LifeEventActivityPart()], "in_table_2"),
    ];

    /// <summary>As in the API's addresses: <c>memberships</c>.</summary>
    public string Name { get; }

    /// <summary>Columns that say which record a row is about.</summary>
    internal IReadOnlyList<ImportColumn> Keys { get; }

    /// <summary>The records that a row tells of.</summary>
    internal IReadOnlyList<ImportPart> Parts { get; }

    /// <summary>Columns of the list that a file cannot change.</summary>
    internal IReadOnlyList<string> ReadOnly { get; }

    public static ImportType? Find(string name) => All.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal));

    /// <summary>All columns that a file may have, those that say which record first.</summary>
    public IReadOnlyList<string> Columns => field ??= [.. Keys.Concat(Parts.SelectMany(part => part.Columns)).Select(c => c.Name).Concat(HasOrigin ? OriginColumns : [])];

    /// <summary>Where a record comes from, when it is new: all three or none of them.</summary>
    internal static IReadOnlyList<string> OriginColumns { get; } = ["source", "as_of", "certainty"];

    internal bool HasOrigin => Parts.Any(part => part.HasOrigin);

    private static ImportType Of(string name, IReadOnlyList<ImportColumn> keys, IReadOnlyList<ImportPart> parts, params IReadOnlyList<string> readOnly) =>
        new(name, keys is [] ? [.. parts[0].Record.KeyFields.Select(field => new ImportColumn(field.Name, field))] : keys, parts, readOnly);
}

/// <summary>One kind of record that rows tell of: how many of them are found and made at once, and who answers for them.</summary>
internal abstract class ImportPart
{
    public abstract RecordType Record { get; }

    public virtual IReadOnlyList<ImportColumn> Columns => field ??= [.. Record.Fields.Select(f => new ImportColumn(f.Name, f))];

    /// <summary>Whether the columns of the origin speak of this record.</summary>
    public virtual bool HasOrigin => true;

    /// <summary>Whether searching finds such a record.</summary>
    public virtual bool IsFindable => true;

    /// <summary>The key of the record that a row is about.</summary>
    public abstract string KeyOf(RecordValues row);

    /// <summary>The records that are stored, by their keys, as far as the viewer of the database may see them.</summary>
    public abstract Task<Dictionary<string, object>> FindAsync(SamstyringDb db, IReadOnlyList<RecordValues> rows, bool track, ImportContext context, CancellationToken ct);

    public abstract Stewards StewardsOf(object entity, ImportContext context);

    /// <summary>Other things whose histories it belongs to.</summary>
    public abstract IEnumerable<Subject> TiedTo(object entity, ImportContext context);

    /// <summary>A new record without its facts; null where a file can add none.</summary>
    public virtual object? Make(RecordValues row, Provenance origin, ImportContext context) => null;

    /// <summary>What is wrong with a row that is new.</summary>
    public virtual Reason? ErrorInNew(RecordValues row, ImportContext context) => null;
}

internal sealed class OrganisationPart : ImportPart
{
    public override RecordType Record { get; } = RecordTypes.Find("organisation")!;

    public override string KeyOf(RecordValues row) => row.Required("key");

    public override async Task<Dictionary<string, object>> FindAsync(SamstyringDb db, IReadOnlyList<RecordValues> rows, bool track, ImportContext context, CancellationToken ct)
    {
        string[] keys = [.. rows.Select(KeyOf)];
        return await db.Organisations.AsTracking(ImportRecords.Tracking(track)).Where(o => keys.Contains(o.Key)).ToDictionaryAsync(o => o.Key, o => (object)o, StringComparer.Ordinal, ct);
    }

    public override Stewards StewardsOf(object entity, ImportContext context) => Stewards.OfBody(((Organisation)entity).Id);

    public override IEnumerable<Subject> TiedTo(object entity, ImportContext context) => [];

    /// <summary>An alias would be a second body of the same name.</summary>
    public override Reason? ErrorInNew(RecordValues row, ImportContext context) =>
        OrganisationRecord.KeyError(KeyOf(row)) ?? (context.Find(KeyOf(row)) is { } known && known.Key != KeyOf(row) ? new("import.alias", "key", known.Key) : null);

    public override object Make(RecordValues row, Provenance origin, ImportContext context) => new Organisation
    {
        Id = OrganisationId.Of(KeyOf(row)),
        Key = KeyOf(row),
        Name = row.Localized("name"),
        Kind = row.Code<OrganisationKind>("kind"),
        Level = row.Code<Level>("level"),
        Note = LocalizedText.Unknown,
        Provenance = origin,
        SortKey = "",
        Folded = "",
    };
}

internal sealed class MunicipalityPart : ImportPart
{
    /// <summary>The list names two of them otherwise than the data files do.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["name_parallel"] = "parallel_names", ["org_number"] = "organisation_number" };

    public override RecordType Record { get; } = RecordTypes.Find("municipality")!;

    public override IReadOnlyList<ImportColumn> Columns => field ??=
    [
        .. Record.Fields.Select(f => new ImportColumn(Names.GetValueOrDefault(f.Name, f.Name), f, f.Name == "name_parallel" ? names => names.Replace("|", " - ", StringComparison.Ordinal) : null)),
    ];

    /// <summary>A row of the list has several sources, one for each kind of fact.</summary>
    public override bool HasOrigin => false;

    public override string KeyOf(RecordValues row) => row.Required("number");

    public override async Task<Dictionary<string, object>> FindAsync(SamstyringDb db, IReadOnlyList<RecordValues> rows, bool track, ImportContext context, CancellationToken ct)
    {
        string[] keys = [.. rows.Select(KeyOf)];
        return await db.Municipalities.AsTracking(ImportRecords.Tracking(track)).Where(m => keys.Contains(m.Number)).ToDictionaryAsync(m => m.Number, m => (object)m, StringComparer.Ordinal, ct);
    }

    public override Stewards StewardsOf(object entity, ImportContext context) =>
        Stewards.OfMunicipality(((Municipality)entity).Id, context.MandatedForOwnFacts[((Municipality)entity).Id]);

    public override IEnumerable<Subject> TiedTo(object entity, ImportContext context) => [new("organisation", ((Municipality)entity).Number)];
}

internal sealed class MembershipPart : ImportPart
{
    public override RecordType Record { get; } = RecordTypes.Find("membership")!;

    public override bool IsFindable => false;

    public override string KeyOf(RecordValues row) => RecordTypes.Tied(row.Required("body"), row.Required("member"));

    public override async Task<Dictionary<string, object>> FindAsync(SamstyringDb db, IReadOnlyList<RecordValues> rows, bool track, ImportContext context, CancellationToken ct)
    {
        MembershipId[] ids = [.. rows.Select(IdOf)];
        return await db.Memberships.AsTracking(ImportRecords.Tracking(track)).Where(m => ids.Contains(m.Id))
            .ToDictionaryAsync(m => RecordTypes.Tied(context.Of(m.Body).Key, context.Of(m.Member).Key), m => (object)m, StringComparer.Ordinal, ct);
    }

    public override Stewards StewardsOf(object entity, ImportContext context) => Stewards.OfMembership(((Membership)entity).Body, ((Membership)entity).Member);

    public override IEnumerable<Subject> TiedTo(object entity, ImportContext context) =>
        [new("organisation", context.Of(((Membership)entity).Body).Key), new("organisation", context.Of(((Membership)entity).Member).Key)];

    public override Reason? ErrorInNew(RecordValues row, ImportContext context) =>
        string.Equals(row["body"], row["member"], StringComparison.Ordinal) ? new("field.cycle", "member", row["member"]) : null;

    public override object Make(RecordValues row, Provenance origin, ImportContext context)
    {
        var member = context.Find(row.Required("member"))!;
        return new Membership { Id = IdOf(row), Member = member.Id, Body = context.Find(row.Required("body"))!.Id, SortKey = member.SortKey, Provenance = origin };
    }

    private static MembershipId IdOf(RecordValues row) => MembershipId.Of($"{row["body"]}/{row["member"]}");
}

/// <summary>An activity, whichever life events it supports.</summary>
internal sealed class ActivityPart : ImportPart
{
    public override RecordType Record { get; } = RecordTypes.Find("activity")!;

    /// <summary>The list gives the origin of what is said of the activity in a life event.</summary>
    public override bool HasOrigin => false;

    public override string KeyOf(RecordValues row) => row.Required("key");

    public override async Task<Dictionary<string, object>> FindAsync(SamstyringDb db, IReadOnlyList<RecordValues> rows, bool track, ImportContext context, CancellationToken ct)
    {
        string[] keys = [.. rows.Select(KeyOf).Distinct(StringComparer.Ordinal)];
        var found = await db.Initiatives.AsTracking(ImportRecords.Tracking(track)).Where(i => keys.Contains(i.Key) && i.Kind == InitiativeKind.Activity).ToDictionaryAsync(i => i.Key, i => (object)i, StringComparer.Ordinal, ct);
        InitiativeId[] ids = [.. rows.Select(KeyOf).Distinct(StringComparer.Ordinal).Select(InitiativeId.Of)];
        context.EventsOfActivities = (await db.LifeEventActivities.Where(l => ids.Contains(l.Initiative)).Select(l => new { l.Initiative, l.LifeEvent }).ToListAsync(ct))
            .Select(l => (l.Initiative.Value, l.LifeEvent)).Concat(rows.Where(row => !found.ContainsKey(KeyOf(row))).Select(row => (InitiativeId.Of(KeyOf(row)).Value, LifeEventId.Of(row.Required("life_event")))))
            .ToLookup(l => l.Item1, l => l.Item2);
        return found;
    }

    public override Stewards StewardsOf(object entity, ImportContext context) =>
        Stewards.OfLifeEvent([.. context.EventsOfActivities[((Initiative)entity).Id.Value].SelectMany(lifeEvent => context.AnswerFor[lifeEvent]).Distinct()]);

    public override IEnumerable<Subject> TiedTo(object entity, ImportContext context) =>
        context.EventsOfActivities[((Initiative)entity).Id.Value].Distinct().Select(lifeEvent => new Subject("life-event", context.LifeEvents[lifeEvent]));

    public override Reason? ErrorInNew(RecordValues row, ImportContext context) =>
        Folding.IsKey(KeyOf(row)) && !KeyOf(row).All(char.IsAsciiDigit) ? null : new("field.not-a-key", "key", KeyOf(row));

    public override object Make(RecordValues row, Provenance origin, ImportContext context) => new Initiative
    {
        Id = InitiativeId.Of(KeyOf(row)),
        Key = KeyOf(row),
        Name = row.Localized("name"),
        Kind = InitiativeKind.Activity,
        Type = row.Required("type"),
        Provenance = origin,
        SortKey = "",
        Folded = "",
    };
}

/// <summary>What is said of an activity in one life event.</summary>
internal sealed class LifeEventActivityPart : ImportPart
{
    public override RecordType Record { get; } = RecordTypes.Find("life-event-activity")!;

    public override bool IsFindable => false;

    public override string KeyOf(RecordValues row) => RecordTypes.Tied(row.Required("life_event"), row.Required("key"));

    public override async Task<Dictionary<string, object>> FindAsync(SamstyringDb db, IReadOnlyList<RecordValues> rows, bool track, ImportContext context, CancellationToken ct)
    {
        InitiativeId[] ids = [.. rows.Select(row => row.Required("key")).Distinct(StringComparer.Ordinal).Select(InitiativeId.Of)];
        var keys = rows.Select(row => row.Required("key")).Distinct(StringComparer.Ordinal).ToDictionary(InitiativeId.Of);
        return (await db.LifeEventActivities.AsTracking(ImportRecords.Tracking(track)).Where(l => ids.Contains(l.Initiative)).ToListAsync(ct))
            .ToDictionary(l => RecordTypes.Tied(context.LifeEvents[l.LifeEvent], keys[l.Initiative]), l => (object)l, StringComparer.Ordinal);
    }

    public override Stewards StewardsOf(object entity, ImportContext context) => Stewards.OfLifeEvent([.. context.AnswerFor[((LifeEventActivity)entity).LifeEvent]]);

    public override IEnumerable<Subject> TiedTo(object entity, ImportContext context) => [new("life-event", context.LifeEvents[((LifeEventActivity)entity).LifeEvent])];

    public override Reason? ErrorInNew(RecordValues row, ImportContext context) =>
        context.LifeEvents.Values.Contains(row.Required("life_event"), StringComparer.Ordinal) ? null : new("field.no-such-thing", "life_event", row["life_event"]);

    public override object Make(RecordValues row, Provenance origin, ImportContext context) =>
        LifeEventActivityRecord.Link(LifeEventId.Of(row.Required("life_event")), InitiativeId.Of(row.Required("key")), context.NextOrder++, origin);
}
