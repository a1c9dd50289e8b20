using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>What a part belongs to: an initiative, a solution.</summary>
/// <param name="Path">Its page.</param>
/// <param name="Owners">Those who answer for it.</param>
internal sealed record PartOwner(string Key, LocalizedText Name, string Path, AudienceId? VisibleTo, IReadOnlyList<OrganisationId> Owners);

/// <summary>A kind of part, for what needs no more than its base.</summary>
internal abstract class PartRecord(string name, string plural) : RecordType(name, plural)
{
    /// <summary>Where below its owner's page it is shown.</summary>
    public abstract string Place { get; }

    /// <summary>What a part is called by itself; unknown where it is called by its body.</summary>
    public abstract LocalizedText TitleOf(Part part);

    /// <summary>An empty part, before its fields are filled in.</summary>
    /// <param name="owner">The key of what it belongs to.</param>
    internal abstract Part Make(PartId id, string owner, int order, Provenance origin, AudienceId? visibleTo);
}

/// <summary>A kind of part of something larger: whoever owns that answers for it.</summary>
/// <param name="ownerKind">The field that says what it belongs to, and the type of that thing in histories.</param>
/// <param name="ofBody">Whether the body that it speaks of answers for it too. Which body that is, is then said once.</param>
internal abstract class PartRecordOf<T>(string name, string plural, string place, string ownerKind, Func<FieldsOf<T>, FieldsOf<T>> fields, Func<T, LocalizedText>? title, bool ofBody) : PartRecord(name, plural)
    where T : Part
{
    private const string OfBody = "organisation";

    /// <summary>Whether the body that a part speaks of answers for it too.</summary>
    protected bool IsOfBody => ofBody;

    public override bool ReasonIsOptional => true;

    public override string Place => place;

    public override LocalizedText TitleOf(Part part) => title?.Invoke((T)part) ?? LocalizedText.Unknown;

    internal override Type EntityType => typeof(T);

    protected override IReadOnlyList<RecordField> AllFields { get; } = fields(ofBody ? new FieldsOf<T>().Key(ownerKind).Key(OfBody, FieldKind.Body) : new FieldsOf<T>().Key(ownerKind)).Localized("note", nameof(Part.Note), isLong: true).OptionalYesNo("withdrawn", nameof(Part.IsWithdrawn)).All;

    internal override async Task<object?> FindAsync(SamstyringDb db, string key, bool track, CancellationToken ct)
    {
        if (!Guid.TryParseExact(key, "D", out var guid))
        {
            return null;
        }

        var wanted = new PartId(guid);
        var found = db.Set<T>().Where(part => part.Id == wanted);
        return await (track ? found.AsTracking() : found).SingleOrDefaultAsync(ct);
    }

    internal override async Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct)
    {
        var owner = await OwnerAsync(db, values.Required(ownerKind), ct) ?? throw new InvalidOperationException(values[ownerKind]);
        var part = Make(IdOf(owner.Key, values), owner.Key, await LastOrderAsync(db, owner.Key, ct) + 1, origin, owner.VisibleTo);
        if (ofBody)
        {
            Set(part, nameof(Part.Organisation), values.Body(OfBody));
        }

        Locate(part, values);

        return new(part.Id.ToString(), part, [.. await WithAsync(db, (T)part, ct)]);
    }

    /// <summary>Rows that come with a new part: the people of the one body that it is kept to.</summary>
    protected virtual Task<IReadOnlyList<object>> WithAsync(SamstyringDb db, T part, CancellationToken ct) => Task.FromResult<IReadOnlyList<object>>([]);

    /// <summary>The row that makes the people of a body its audience; nothing where it is there.</summary>
    protected static async Task<IReadOnlyList<object>> AudienceOfAsync(SamstyringDb db, OrganisationId body, CancellationToken ct)
    {
        var audience = AudienceId.Of(body);
        return await db.AudienceMembers.AnyAsync(m => m.Audience == audience && m.Organisation == body, ct) ? [] : [new AudienceMember { Audience = audience, Organisation = body }];
    }

    internal override async Task<RecordCard> CardAsync(SamstyringDb db, object entity, DateOnly today, CancellationToken ct)
    {
        var part = (T)entity;
        var owner = (await OwnerAsync(db, await OwnerKeyAsync(db, part, ct), ct))!;
        var body = part.Organisation is { } organisation ? await Names.BodyAsync(db, organisation, ct) : null;
        var called = title?.Invoke(part) is { IsUnknown: false } said ? said : body?.Name;
        return new(
            called is null ? owner.Name : Names.Tied(owner.Name, called), owner.Path + place, ofBody ? await StewardsOfBodyAsync(db, owner, part.Organisation!.Value, today, ct) : StewardsOf(owner, part),
            [new(OwnerSubject, owner.Key), .. body is null ? Array.Empty<Subject>() : [new("organisation", body.Key)]]);
    }

    internal override async Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        if (key is null && await OwnerAsync(db, values[ownerKind] ?? "", ct) is null)
        {
            return new("field.no-such-thing", ownerKind, values[ownerKind]);
        }

        if (Times.IsBefore(values["ends"], values["starts"]))
        {
            return new("field.ends-before-start", "ends", values["ends"]);
        }

        foreach (var field in Fields.Where(f => f.Kind is FieldKind.Choice))
        {
            if (values[field.Name] is { } chosen && !(await ChoicesAsync(db, field.Name, key, values.Texts, ct)).Any(choice => string.Equals(choice.Value, chosen, StringComparison.Ordinal)))
            {
                return new("field.no-such-thing", field.Name, chosen);
            }
        }

        return await CheckBesideAsync(db, key, values, ct);
    }

    public override async Task<IReadOnlyList<RecordChoice>> ChoicesAsync(SamstyringDb db, string field, string? key, IReadOnlyDictionary<string, string?> given, CancellationToken ct)
    {
        var owner = key is null ? given.GetValueOrDefault(ownerKind)
            : await FindAsync(db, key, track: false, ct) is T part ? await OwnerKeyAsync(db, part, ct) : null;
        return owner is null ? [] : await ChoicesOfAsync(db, field, owner, ct);
    }

    /// <summary>A part with what all parts have.</summary>
    protected static T MakePart(PartId id, int order, Provenance origin, AudienceId? visibleTo)
    {
        var part = Activator.CreateInstance<T>();
        Set(part, nameof(Part.Id), id);
        Set(part, nameof(Part.Order), order);
        Set(part, nameof(Part.Provenance), origin);
        Set(part, nameof(Part.VisibleTo), visibleTo);
        return part;
    }

    /// <summary>What its owner is in histories.</summary>
    protected virtual string OwnerSubject => ownerKind;

    /// <summary>Sets what follows from the body that a part is of.</summary>
    /// <param name="values">Of the new part, with those that say which it is.</param>
    protected virtual void Locate(Part part, RecordValues values)
    {
    }

    /// <summary>Who answers for a part that is not of a body.</summary>
    protected virtual Stewards StewardsOf(PartOwner owner, T part) => Stewards.OfInitiative(owner.Owners);

    protected virtual PartId IdOf(string owner, RecordValues values) => PartId.New();

    protected virtual Task<Stewards> StewardsOfBodyAsync(SamstyringDb db, PartOwner owner, OrganisationId body, DateOnly today, CancellationToken ct) => Task.FromResult(Stewards.OfInitiativeOrBody(owner.Owners, body));

    /// <summary>What the parts with a key belong to; null where there is no such thing.</summary>
    protected abstract Task<PartOwner?> OwnerAsync(SamstyringDb db, string key, CancellationToken ct);

    protected abstract Task<string> OwnerKeyAsync(SamstyringDb db, T part, CancellationToken ct);

    protected abstract Task<int> LastOrderAsync(SamstyringDb db, string owner, CancellationToken ct);

    /// <summary>What is wrong with a part beside the others.</summary>
    protected abstract Task<Reason?> CheckBesideAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct);

    /// <summary>What a field may name among what the owner has.</summary>
    protected abstract Task<IReadOnlyList<RecordChoice>> ChoicesOfAsync(SamstyringDb db, string field, string owner, CancellationToken ct);
}
