using System.Globalization;
using System.Reflection;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Records;

/// <summary>How a fact is written as text, in forms, in files and in the API.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Text = 1,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>One of a few codes.</summary>
    Code,

    /// <summary>Several codes, with a bar between them.</summary>
    Codes,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Kroner, with up to two decimals; kept as whole øre.</summary>
    Amount,

    /// <summary>A year, a month or a day.</summary>
    Time,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>The key of an organisation.</summary>
    Body,

    /// <summary>The key of something that the record's own kind can list: a phase, another part of the same initiative.</summary>
    Choice,
}

/// <summary>One fact of a record: its column, what it may hold, and the property it is kept in.</summary>
public sealed record RecordField(string Name, FieldKind Kind)
{
    public const int LineLength = 200;

    public const int TextLength = 4_000;

    /// <summary>The column without its language, which the texts of the screens know it by.</summary>
    public string Group => Language is null ? Name : Name[..^3];

    /// <summary>nb, nn or en for one language of a text; null for a fact that is the same in all.</summary>
    public string? Language { get; init; }

    public bool IsRequired { get; init; }

    public int MaxLength => Kind is FieldKind.LongText ? TextLength : LineLength;

    /// <summary>Of a number.</summary>
    public (int Least, int Most) Range { get; init; } = (0, 10_000_000);

    /// <summary>The codes that it may hold; empty where it is no code.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The enum of the codes; null for codes that are plain text.</summary>
    public Type? Codes { get; init; }

    /// <summary>Whether the text is nine digits checked modulo 11.</summary>
    public bool IsOrganisationNumber { get; init; }

    /// <summary>Whether it is asked for only when the record is new: it says which record it is.</summary>
    public bool IsKey { get; init; }

    /// <summary>The property that keeps it; null for a key that the type reads itself.</summary>
    internal PropertyInfo? Property { get; init; }

    /// <summary>The value as it is kept: text, number, code, list of codes or identifier.</summary>
    internal object? Read(object entity)
    {
        var kept = Property?.GetValue(entity);
        return Language is null ? kept : In((LocalizedText?)kept, Language);
    }

    /// <summary>Sets the value from its text, which is known to be right.</summary>
    internal void Write(object entity, string? text)
    {
        if (Property is null)
        {
            return;
        }

        Property.SetValue(entity, Language is null ? Kept(text) : With((LocalizedText)Property.GetValue(entity)!, Language, text));
    }

    /// <summary>The text of a kept value; an identifier has none of its own.</summary>
    internal static string? TextOf(object? kept) => kept switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "yes" : "no",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long øre => (øre / 100m).ToString("0.##", CultureInfo.InvariantCulture),
        Enum code => Domain.Kernel.Codes.Of(code),
        PartId part => part.ToString(),
        System.Collections.IEnumerable codes => string.Join('|', codes.Cast<Enum>().Select(Domain.Kernel.Codes.Of)) is { Length: > 0 } list ? list : null,
        _ => throw new InvalidOperationException($"A {kept.GetType().Name} is no field."),
    };

    private object? Kept(string? text) => Kind switch
    {
        FieldKind.Codes => List(text?.Split('|') ?? []),
        _ when text is null => null,
        FieldKind.Code when Codes is not null => Parse(text),
        FieldKind.Number => int.Parse(text, CultureInfo.InvariantCulture),
        FieldKind.Amount => (long)(decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 100),
        FieldKind.YesNo => text == "yes",
        FieldKind.Body => OrganisationId.Of(text),
        FieldKind.Choice when Type == typeof(PartId) => new PartId(Guid.Parse(text)),
        FieldKind.Choice when Type == typeof(InitiativeId) => InitiativeId.Of(text),
        _ => text,
    };

    private Type? Type => Property is null ? null : Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    private Enum Parse(string code) => Enum.GetValues(Codes!).Cast<Enum>().First(value => string.Equals(Domain.Kernel.Codes.Of(value), code, StringComparison.Ordinal));

    private Array List(string[] codes)
    {
        var list = Array.CreateInstance(Codes!, codes.Length);
        foreach (var (i, code) in codes.Index())
        {
            list.SetValue(Parse(code), i);
        }

        return list;
    }

    private static string? In(LocalizedText? text, string language) => language switch { "nb" => text?.Nb, "nn" => text?.Nn, _ => text?.En };

    private static LocalizedText With(LocalizedText text, string language, string? value) => language switch
    {
        "nb" => text with { Nb = value },
        "nn" => text with { Nn = value },
        _ => text with { En = value },
    };
}

/// <summary>Says which fields a kind of record has.</summary>
internal sealed class FieldsOf<T>
    where T : class
{
    private static readonly string[] Languages = ["nb", "nn", "en"];

    private readonly List<RecordField> _fields = [];

    public IReadOnlyList<RecordField> All => _fields;

    public FieldsOf<T> Text(string name, string property, bool required = false) => Add(new(name, FieldKind.Text) { Property = Find(property), IsRequired = required });

    /// <summary>A text in bokmål, nynorsk and English.</summary>
    public FieldsOf<T> Localized(string name, string property, bool required = false, bool isLong = false)
    {
        foreach (var language in Languages)
        {
            Add(new($"{name}_{language}", isLong ? FieldKind.LongText : FieldKind.Text) { Property = Find(property), Language = language, IsRequired = required && language == "nb" });
        }

        return this;
    }

    public FieldsOf<T> Code<TCode>(string name, string property, bool required = false)
        where TCode : struct, Enum => Add(new(name, FieldKind.Code) { Property = Find(property), Codes = typeof(TCode), Allowed = [.. Domain.Kernel.Codes.All<TCode>()], IsRequired = required });

    /// <summary>A code that is kept as plain text.</summary>
    public FieldsOf<T> OneOf(string name, string property, IReadOnlyList<string> allowed, bool required = false) =>
        Add(new(name, FieldKind.Code) { Property = Find(property), Allowed = allowed, IsRequired = required });

    public FieldsOf<T> Codes<TCode>(string name, string property)
        where TCode : struct, Enum => Add(new(name, FieldKind.Codes) { Property = Find(property), Codes = typeof(TCode), Allowed = [.. Domain.Kernel.Codes.All<TCode>()] });

    public FieldsOf<T> Number(string name, string property, int least = 0, int most = 10_000_000) => Add(new(name, FieldKind.Number) { Property = Find(property), Range = (least, most) });

    /// <summary>An amount of money, from 0 to a thousand milliards of kroner.</summary>
    public FieldsOf<T> Amount(string name, string property) => Add(new(name, FieldKind.Amount) { Property = Find(property) });

    public FieldsOf<T> Time(string name, string property, bool required = false) => Add(new(name, FieldKind.Time) { Property = Find(property), IsRequired = required });

    public FieldsOf<T> YesNo(string name, string property, bool required = true) => Add(new(name, FieldKind.YesNo) { Property = Find(property), IsRequired = required });

    /// <summary>Yes, no or not answered.</summary>
    public FieldsOf<T> OptionalYesNo(string name, string property) => Add(new(name, FieldKind.YesNo) { Property = Find(property) });

    /// <summary>The key of something that the record's own kind lists.</summary>
    public FieldsOf<T> Choice(string name, string property, bool required = false) => Add(new(name, FieldKind.Choice) { Property = Find(property), IsRequired = required });

    public FieldsOf<T> Body(string name, string property, bool required = false) => Add(new(name, FieldKind.Body) { Property = Find(property), IsRequired = required });

    public FieldsOf<T> OrganisationNumber(string name, string property) => Add(new(name, FieldKind.Text) { Property = Find(property), IsOrganisationNumber = true });

    /// <summary>A key that says which record it is.</summary>
    public FieldsOf<T> Key(string name, FieldKind kind = FieldKind.Text, params IReadOnlyList<string> allowed) => Add(new(name, kind) { IsKey = true, IsRequired = true, Allowed = allowed });

    /// <summary>What a record may belong to, and that is asked for when it is new.</summary>
    public FieldsOf<T> OptionalKey(string name, FieldKind kind = FieldKind.Text) => Add(new(name, kind) { IsKey = true });

    /// <summary>A code that says which record it is.</summary>
    public FieldsOf<T> KeyCode<TCode>(string name, IReadOnlyList<string> allowed)
        where TCode : struct, Enum => Add(new(name, FieldKind.Code) { IsKey = true, IsRequired = true, Codes = typeof(TCode), Allowed = allowed });

    private static PropertyInfo Find(string property) => typeof(T).GetProperty(property) ?? throw new InvalidOperationException($"{typeof(T).Name} has no {property}.");

    private FieldsOf<T> Add(RecordField field)
    {
        _fields.Add(field);
        return this;
    }
}
