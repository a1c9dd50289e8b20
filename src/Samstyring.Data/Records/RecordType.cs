using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Loading;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>What a record is called and where, who answers for it, and the other things whose history it belongs to.</summary>
/// <param name="Path">The page that shows it.</param>
public sealed record RecordCard(LocalizedText Title, string Path, Stewards Stewards, IReadOnlyList<Subject> BelongsTo);

/// <summary>One of the things that a field may hold.</summary>
public sealed record RecordChoice(string Value, LocalizedText Text);

/// <summary>A record that is to be added: its key, itself, and rows that come with it.</summary>
internal sealed record NewRecord(string Key, object Entity, params IReadOnlyList<object> With);

/// <summary>A kind of record that people correct: its fields, how it is found and made, and who answers for it.</summary>
/// <param name="name">As in addresses and histories: <c>forum-seat</c>.</param>
/// <param name="plural">As in the API: <c>forum-seats</c>.</param>
public abstract class RecordType(string name, string plural)
{
    public string Name => name;

    public string Plural => plural;

    /// <summary>The facts that can be corrected, in the order of the form.</summary>
    public IReadOnlyList<RecordField> Fields => field ??= [.. AllFields.Where(f => !f.IsKey)];

    /// <summary>What a new record is asked for first: which one it is.</summary>
    public IReadOnlyList<RecordField> KeyFields => field ??= [.. AllFields.Where(f => f.IsKey)];

    /// <summary>Whether a change needs no reason of its own: the working facts of an initiative, not what a source says.</summary>
    public virtual bool ReasonIsOptional => false;

    /// <summary>Whether people may add records of this kind.</summary>
    public virtual bool CanBeAdded => true;

    public virtual bool IsRestrictable => EntityType.IsAssignableTo(typeof(IRestrictable));

    internal abstract Type EntityType { get; }

    protected abstract IReadOnlyList<RecordField> AllFields { get; }

    /// <summary>The record with a key, as far as the viewer of the database may see it.</summary>
    internal abstract Task<object?> FindAsync(SamstyringDb db, string key, bool track, CancellationToken ct);

    internal abstract Task<RecordCard> CardAsync(SamstyringDb db, object entity, DateOnly today, CancellationToken ct);

    /// <summary>The card of a record that is not stored yet.</summary>
    internal virtual Task<RecordCard> CardOfNewAsync(SamstyringDb db, NewRecord made, DateOnly today, CancellationToken ct) => CardAsync(db, made.Entity, today, ct);

    /// <summary>The record that the values make; they are whole and right.</summary>
    internal abstract Task<NewRecord> MakeAsync(SamstyringDb db, RecordValues values, Provenance origin, CancellationToken ct);

    /// <summary>What is wrong with the values taken together.</summary>
    internal virtual Task<Reason?> CheckAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct) => Task.FromResult<Reason?>(null);

    /// <summary>What a field of choices may hold, for one record; empty for other fields.</summary>
    /// <param name="key">Of the record; null where it is new.</param>
    /// <param name="given">What is known of a new record: what it belongs to.</param>
    public virtual Task<IReadOnlyList<RecordChoice>> ChoicesAsync(SamstyringDb db, string field, string? key, IReadOnlyDictionary<string, string?> given, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RecordChoice>>([]);

    /// <summary>Brings what is worked out from the facts in step with them: how it is sorted and found.</summary>
    internal virtual void Derive(object entity)
    {
    }

    /// <summary>The same for other rows that repeat a fact of it.</summary>
    internal virtual Task DeriveOthersAsync(SamstyringDb db, object entity, CancellationToken ct) => Task.CompletedTask;

    /// <summary>How searching finds it; null where it has no entry of its own.</summary>
    internal virtual Task<Findable?> FindableAsync(SamstyringDb db, object entity, CancellationToken ct) => Task.FromResult<Findable?>(null);

    /// <summary>Records that say which this one is, and so are kept from others with it; tracked.</summary>
    internal virtual Task<IReadOnlyList<(RecordKey Record, object Entity)>> TiedAsync(SamstyringDb db, object entity, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<(RecordKey, object)>>([]);

    internal static void SetVisibility(object entity, AudienceId? audience) => Set(entity, nameof(IRestrictable.VisibleTo), audience);

    /// <summary>Where a fact of a record comes from: where the record does, unless its facts have origins of their own.</summary>
    internal virtual Provenance OriginOf(object entity, RecordField field) => OriginOf(entity);

    internal static Provenance OriginOf(object entity) => (Provenance)entity.GetType().GetProperty(nameof(Provenance))!.GetValue(entity)!;

    /// <summary>Says that a record comes from elsewhere than it did.</summary>
    internal static void SetOrigin(object entity, Provenance origin) => Set(entity, nameof(Provenance), origin);

    /// <summary>Sets a property that nothing outside may set.</summary>
    internal static void Set(object entity, string property, object? value) => entity.GetType().GetProperty(property)!.SetValue(entity, value);
}

internal abstract class RecordType<T>(string name, string plural) : RecordType(name, plural)
    where T : class
{
    internal override Type EntityType => typeof(T);

    internal override async Task<object?> FindAsync(SamstyringDb db, string key, bool track, CancellationToken ct) =>
        Find(db, key) is not { } query ? null : await (track ? query.AsTracking() : query).SingleOrDefaultAsync(ct);

    internal override Task<RecordCard> CardAsync(SamstyringDb db, object entity, DateOnly today, CancellationToken ct) => CardAsync(db, (T)entity, today, ct);

    internal override void Derive(object entity) => Derive((T)entity);

    internal override Task<Findable?> FindableAsync(SamstyringDb db, object entity, CancellationToken ct) => FindableAsync(db, (T)entity, ct);

    /// <summary>Null where the text can be no key.</summary>
    protected abstract IQueryable<T>? Find(SamstyringDb db, string key);

    protected abstract Task<RecordCard> CardAsync(SamstyringDb db, T entity, DateOnly today, CancellationToken ct);

    protected virtual void Derive(T entity)
    {
    }

    protected virtual Task<Findable?> FindableAsync(SamstyringDb db, T entity, CancellationToken ct) => Task.FromResult<Findable?>(null);
}

/// <summary>The texts of a record's fields, by column.</summary>
public sealed class RecordValues(IReadOnlyDictionary<string, string?> texts)
{
    public IReadOnlyDictionary<string, string?> Texts => texts;

    public string? this[string field] => texts.GetValueOrDefault(field);

    public string Required(string field) => texts[field]!;

    internal LocalizedText Localized(string name) => new(this[name + "_nb"], this[name + "_nn"], this[name + "_en"]);

    internal OrganisationId Body(string field) => OrganisationId.Of(Required(field));

    internal OrganisationId? OptionalBody(string field) => this[field] is { } key ? OrganisationId.Of(key) : null;

    internal TCode Code<TCode>(string field)
        where TCode : struct, Enum => OptionalCode<TCode>(field) ?? throw new InvalidOperationException(field);

    internal TCode? OptionalCode<TCode>(string field)
        where TCode : struct, Enum => this[field] is { } text && Codes.TryParse<TCode>(text, out var code) ? code : null;

    internal int? OptionalNumber(string field) => this[field] is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
