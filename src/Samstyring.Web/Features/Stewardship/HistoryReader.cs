using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Import;
using Samstyring.Data.Records;
using Samstyring.Data.Trace;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Web.Features.Stewardship;

/// <summary>Something that happened to a record, as a history tells it.</summary>
/// <param name="Number">Of the link in the chain.</param>
/// <param name="Event">Such as <c>record-corrected</c>.</param>
/// <param name="Title">What the record was called then; null where the payload was erased.</param>
/// <param name="Person">Null for visitors, and where the program itself acted.</param>
/// <param name="Organisation">Whom the person acted for; null for the administration of the installation.</param>
/// <param name="Changes">Empty where the event changes no field, or its payload was erased.</param>
/// <param name="IsErased">Whether what it told was erased.</param>
public sealed record HistoryItem(
    long Number, DateTimeOffset At, string Event, string RecordType, string RecordKey, LocalizedText? Title, string? Person, string? Organisation, LocalizedText? OrganisationName,
    IReadOnlyList<FieldChange> Changes, string? Reason, Guid? Proposal, bool IsErased)
{
    /// <summary>The name of the file that it was imported from.</summary>
    public string? File { get; init; }
}

/// <summary>
/// Reads what happened to a thing, newest first, as far as the viewer may see it. A history is public and tells of facts; who was invited, or
/// what an organisation's people and tokens may do, belongs to its trail.
/// </summary>
public sealed class HistoryReader(SamstyringDb db)
{
    private static readonly string Import = AuditChain.NameOf(typeof(RecordsImported));

    private static readonly string[] Kinds =
    [
        Import, AuditChain.NameOf(typeof(GateDecided)), AuditChain.NameOf(typeof(MethodUpgraded)), AuditChain.NameOf(typeof(AdoptionStated)), AuditChain.NameOf(typeof(AdoptionClaimed)),
        .. typeof(RecordEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(RecordEvent))).Select(AuditChain.NameOf),
    ];

    /// <param name="withNames">Whether people's names are told: only to those who are signed in.</param>
    public async Task<(IReadOnlyList<HistoryItem> Items, int Total)> ReadAsync(RecordKey record, int page, int pageSize, bool withNames, CancellationToken ct)
    {
        var subjects = db.AuditSubjects.Where(s => s.Type == record.Type && s.Key == record.Key && db.AuditEntries.Any(e => e.Number == s.Number && Kinds.Contains(e.Event)));
        var total = await subjects.CountAsync(ct);
        var rows = await (
            from s in subjects
            join e in db.AuditEntries on s.Number equals e.Number
            join o in db.Organisations on e.OnBehalfOf equals (OrganisationId?)o.Id into bodies
            from body in bodies.DefaultIfEmpty()
            join p in db.Users on e.User equals (UserId?)p.Id into people
            from person in people.DefaultIfEmpty()
            orderby s.Number descending
            select new
            {
                e.Number,
                e.At,
                e.Event,
                e.SubjectType,
                e.SubjectKey,
                e.Payload,
                IsRestricted = e.Event == Import ? db.Shows(s.VisibleTo, s.Type, s.Key) : db.Shows(s.VisibleTo, e.SubjectType, e.SubjectKey),
                Person = person == null ? null : person.Name,
                Organisation = body == null ? null : body.Key,
                OrganisationName = body == null ? null : body.Name,
            }).Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(ct);
        IReadOnlyList<HistoryItem> items =
        [
            .. rows.Select(r => r.Event == Import
                ? Imported(record, r.Number, r.At, r.Event, Told.Of(r.Payload), withNames ? r.Person : null, r.Organisation, r.OrganisationName)
                : Item(r.Number, r.At, r.Event, r.SubjectType, r.SubjectKey, Told.Of(r.Payload), withNames ? r.Person : null, r.Organisation, r.OrganisationName)),
        ];
        return (await NamedAsync(items, ct), total);
    }

    /// <summary>A field that names another part of the same initiative keeps its identifier; readers know it by its name.</summary>
    private async Task<IReadOnlyList<HistoryItem>> NamedAsync(IReadOnlyList<HistoryItem> items, CancellationToken ct)
    {
        var ids = items.SelectMany(item => item.Changes).SelectMany(change => new[] { change.Before, change.After }).Where(text => Guid.TryParseExact(text, "D", out _)).Select(text => new PartId(Guid.Parse(text!))).Distinct().ToList();
        if (ids is [])
        {
            return items;
        }

        var parts = await db.InitiativeParts.Where(part => ids.Contains(part.Id)).ToListAsync(ct);
        var bodies = parts.Select(part => part.Organisation).OfType<OrganisationId>().ToList();
        var names = await db.Organisations.Where(o => bodies.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var called = parts.ToDictionary(part => part.Id.ToString(), part => NameOf(part, names), StringComparer.Ordinal);
        return [.. items.Select(item => item with { Changes = [.. item.Changes.Select(change => change with { Before = Name(change.Before), After = Name(change.After) })] })];

        string? Name(string? text) => text is not null && called.GetValueOrDefault(text) is { } name ? name : text;
    }

    private static string? NameOf(InitiativePart part, Dictionary<OrganisationId, LocalizedText> bodies) =>
        InitiativeParts.Describe(part).Title is { IsUnknown: false } title ? title.Nb ?? title.En : part.Organisation is { } body && bodies.TryGetValue(body, out var name) ? name.Nb : null;

    /// <summary>An import tells of many records: of this one, what the file changed in it; of a thing that they belong to, only that it was.</summary>
    private static HistoryItem Imported(RecordKey record, long number, DateTimeOffset at, string happened, Told? told, string? person, string? organisation, LocalizedText? name) =>
        new(number, at, happened, record.Type, record.Key, Title: null, person, organisation, name,
            told?.Records?.FirstOrDefault(r => r.Type == record.Type && r.Key == record.Key)?.Changes ?? [], told?.Reason, Proposal: null, told is null)
        { File = told?.File };

    private static HistoryItem Item(long number, DateTimeOffset at, string happened, string type, string key, Told? told, string? person, string? organisation, LocalizedText? name) =>
        new(number, at, happened, type, key, told?.Title, person, organisation, name, told?.Changes ?? told?.Statement ?? [], told?.Reason, told?.Proposal, told is null);

    /// <summary>What a link's payload tells of a record.</summary>
    private sealed record Told(IReadOnlyList<FieldChange>? Changes, string? Reason, LocalizedText? Title, Guid? Proposal, string? File, IReadOnlyList<ImportedRecord>? Records, string? Municipality, string? Before, string? Step, string? Since)
    {
        /// <summary>What was said of a municipality and a solution; null where the link tells of something else.</summary>
        public IReadOnlyList<FieldChange>? Statement => Municipality is null ? null : [new("municipality", Before: null, Municipality), new("step", Before, Step), new("since", Before: null, Since)];

        private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new Domain.Kernel.Json.LocalizedTextJsonConverter() } };

        public static Told? Of(string? payload) => payload is null ? null : JsonSerializer.Deserialize<Told>(payload, Json);
    }
}
