using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Records;

/// <summary>Reads a record's fields to text, and what people write to values.</summary>
public static class RecordReader
{
    public const string Required = "field.required";
    public const string TooLong = "field.too-long";
    public const string NotAllowed = "field.not-allowed";
    public const string NotANumber = "field.not-a-number";
    public const string NotAnAddress = "field.not-a-web-address";
    public const string NotAnAmount = "field.not-an-amount";
    public const string NotATime = "field.not-a-time";
    public const string NoSuchBody = "field.no-such-body";
    public const string NotAnOrganisationNumber = "field.not-an-organisation-number";
    public const string NoSuchField = "field.unknown";

    /// <summary>The record as it is, for deciding on it; null where the viewer has no such record.</summary>
    public static async Task<RecordState?> StateAsync(SamstyringDb db, RecordKey record, DateOnly today, CancellationToken ct)
    {
        if (RecordTypes.Find(record.Type) is not { } type || await type.FindAsync(db, record.Key, track: false, ct) is not { } entity)
        {
            return null;
        }

        var card = await type.CardAsync(db, entity, today, ct);
        return await StateAsync(db, type, record, entity, card, ct);
    }

    private static AudienceId? Shown(SamstyringDb db, RecordKey record, object entity)
    {
        var audience = (entity as IRestrictable)?.VisibleTo;
        db.Shows(audience, record.Type, record.Key);
        return audience;
    }

    internal static async Task<RecordState> StateAsync(SamstyringDb db, RecordType type, RecordKey record, object entity, RecordCard card, CancellationToken ct)
    {
        var values = await ValuesAsync(db, type, entity, ct);
        return new(record, card.Title, values, VersionOf(values), card.Stewards, card.BelongsTo, Shown(db, record, entity)) { ReasonIsOptional = type.ReasonIsOptional };
    }

    /// <summary>What a record is called, where it is shown and who answers for it; null where the viewer has no such record.</summary>
    public static async Task<RecordCard?> CardAsync(SamstyringDb db, RecordKey record, DateOnly today, CancellationToken ct)
    {
        if (RecordTypes.Find(record.Type) is not { } type || await type.FindAsync(db, record.Key, track: false, ct) is not { } entity)
        {
            return null;
        }

        Shown(db, record, entity);
        return await type.CardAsync(db, entity, today, ct);
    }

    /// <summary>A hash of the values: what <c>ETag</c> says, and what a form carries.</summary>
    public static string VersionOf(IReadOnlyDictionary<string, string?> values) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => new[] { v.Key, v.Value }))))[..32];

    internal static async Task<Dictionary<string, string?>> ValuesAsync(SamstyringDb db, RecordType type, object entity, CancellationToken ct)
    {
        Dictionary<string, string?> values = new(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            var kept = field.Read(entity);
            values[field.Name] = kept switch
            {
                OrganisationId body => await KeyAsync(db, body, ct),
                InitiativeId initiative => await db.Initiatives.Where(i => i.Id == initiative).Select(i => i.Key).SingleOrDefaultAsync(ct),
                _ => RecordField.TextOf(kept),
            };
        }

        return values;
    }

    /// <summary>What was written, tidied, and what is wrong with it: spaces around are no fact, and a body may be named by its whole name.</summary>
    public static async Task<(Dictionary<string, string?> Values, List<Reason> Errors)> ParseAsync(SamstyringDb db, IReadOnlyList<RecordField> fields, IReadOnlyDictionary<string, string?> written, CancellationToken ct)
    {
        Dictionary<string, string?> values = new(StringComparer.Ordinal);
        List<Reason> errors = [];
        foreach (var (name, text) in written)
        {
            if (fields.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal)) is not { } field)
            {
                errors.Add(new(NoSuchField, name));
                continue;
            }

            var tidy = Tidy(field, text);
            var found = field.Kind is FieldKind.Body && tidy is not null ? await BodyAsync(db, tidy, ct) : null;
            values[name] = found ?? tidy;
            if ((field.Kind is FieldKind.Body && tidy is not null && found is null ? new(NoSuchBody, name, tidy) : ErrorIn(field, tidy)) is { } error)
            {
                errors.Add(error);
            }
        }

        return (values, errors);
    }

    internal static string? Tidy(RecordField field, string? text)
    {
        var tidy = text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        return tidy switch
        {
            null or "" => null,
            // Kroner as people write them: «1 250,50 kr» is 1250.50.
            _ when field.Kind is FieldKind.Amount or FieldKind.Rate => string.Concat((tidy.EndsWith("kr", StringComparison.OrdinalIgnoreCase) ? tidy[..^2] : tidy).Where(letter => !char.IsWhiteSpace(letter))).Replace(',', '.'),
            _ when field.Kind is FieldKind.Codes => string.Join('|', field.Allowed.Where(code => tidy.Split('|').Contains(code, StringComparer.Ordinal)).Concat(tidy.Split('|').Except(field.Allowed, StringComparer.Ordinal))),
            _ => tidy,
        };
    }

    internal static Reason? ErrorIn(RecordField field, string? text)
    {
        if (text is null)
        {
            return field.IsRequired ? new(Required, field.Name) : null;
        }

        if (text.Length > field.MaxLength)
        {
            return new(TooLong, field.Name, field.MaxLength.ToString(CultureInfo.InvariantCulture));
        }

        return field.Kind switch
        {
            FieldKind.Text when text.Any(char.IsControl) => new(NotAllowed, field.Name, text),
            FieldKind.LongText when text.Any(letter => char.IsControl(letter) && letter != '\n') => new(NotAllowed, field.Name, text),
            FieldKind.Text when field.IsOrganisationNumber && !OrganisationNumber.IsValid(text) => new(NotAnOrganisationNumber, field.Name, text),
            FieldKind.Code when !field.Allowed.Contains(text, StringComparer.Ordinal) => new(NotAllowed, field.Name, text),
            FieldKind.Codes when text.Split('|').Except(field.Allowed, StringComparer.Ordinal).Any() => new(NotAllowed, field.Name, text),
            FieldKind.YesNo when text is not ("yes" or "no") => new(NotAllowed, field.Name, text),
            FieldKind.Time when !AsOf.IsValid(text) => new(NotATime, field.Name, text),
            FieldKind.Amount or FieldKind.Rate when !IsAmount(text, field.Kind is FieldKind.Rate ? 6 : 2) => new(NotAnAmount, field.Name, text),
            FieldKind.Number when !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < field.Range.Least || number > field.Range.Most => new(NotANumber, field.Name, text),
            _ => null,
        };
    }

    /// <summary>Whether a text is an address on the web.</summary>
    public static bool IsLink(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Whether a text is kroner with no more decimals than are kept.</summary>
    private static bool IsAmount(string text, int decimals) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kroner) && kroner <= 1_000_000_000_000m && decimal.Round(kroner, decimals) == kroner;

    /// <summary>The key of the one body that somebody means by a key, an alias or a whole name.</summary>
    public static async Task<string?> BodyAsync(SamstyringDb db, string written, CancellationToken ct)
    {
        var known = await db.Organisations.Where(o => o.Key == written).Select(o => o.Key).SingleOrDefaultAsync(ct)
            ?? await db.OrganisationAliases.Where(a => a.Alias == written).Join(db.Organisations, a => a.Organisation, o => o.Id, (_, o) => o.Key).SingleOrDefaultAsync(ct);
        if (known is not null)
        {
            return known;
        }

        var named = await db.Organisations.Where(o => o.Name.Nb == written || o.ShortName == written).Select(o => o.Key).Take(2).ToListAsync(ct);
        return named is [var only] ? only : null;
    }

    private static async Task<string?> KeyAsync(SamstyringDb db, OrganisationId body, CancellationToken ct) =>
        await db.Organisations.Where(o => o.Id == body).Select(o => o.Key).SingleOrDefaultAsync(ct);
}
