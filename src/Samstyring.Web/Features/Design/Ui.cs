using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Design;

/// <summary>What a page needs to speak: its language, its texts, and numbers and dates as Norwegian and English write them.</summary>
public sealed class Ui(UiTexts texts, Catalogue catalogue, IHttpContextAccessor accessor)
{
    private static readonly CultureInfo Norwegian = Culture("nb-NO");
    private static readonly CultureInfo English = Culture("en-GB");
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private static readonly string[] TimeForms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);
    private int _ids;

    private Ui(UiTexts texts, Catalogue catalogue, IHttpContextAccessor accessor, string language)
        : this(texts, catalogue, accessor) => Language = language;

    /// <summary>nb, nn or en.</summary>
    public string Language { get; } = UiLanguage.Of(accessor.HttpContext);

    public bool IsEnglish => string.Equals(Language, "en", StringComparison.Ordinal);

    public string this[string key] => texts.Find(Language, key);

    /// <summary>The text of a key with its places {0}, {1} … filled in; whole numbers are written as the language does.</summary>
    public string this[string key, params object?[] values] =>
        string.Format(CultureInfo.InvariantCulture, this[key], [.. values.Select(v => v is int number ? Number(number) : v)]);

    public bool Has(string key) => texts.Has(Language, key);

    /// <summary>The same in another language: for what is kept as text in all.</summary>
    public Ui In(string language) => new(texts, catalogue, accessor, language);

    /// <summary>The text for a number: <c>key.one</c> for exactly one, <c>key.zero</c> for none where it exists, else <c>key.many</c>.</summary>
    public string Count(string key, int number, params object?[] more)
    {
        var form = number switch { 1 => ".one", 0 when texts.Has(Language, key + ".zero") => ".zero", _ => ".many" };
        return this[key + form, [number, .. more]];
    }

    /// <summary>The name of a code value: <c>organisation-kind.ministry</c>.</summary>
    public string Code<T>(string group, T value)
        where T : struct, Enum => this[$"{group}.{Codes.Of(value)}"];

    /// <summary>The plain text in the reader's language, or the nearest one; «ukjent» where there is none.</summary>
    public string Plain(LocalizedText text) => text.In(Language)?.Text ?? this["unknown"];

    /// <summary>The text, marked with its own language where that is not the page's.</summary>
    public IHtmlContent Text(LocalizedText text) => text.In(Language) switch
    {
        null => Unknown(),
        var (content, language) when Same(language) => new StringHtml(content),
        var (content, language) => Element("span", new StringHtml(content), ("lang", language)),
    };

    /// <summary>«ukjent», as a status of its own: word, shape and colour.</summary>
    public IHtmlContent Unknown(string? why = null) => Marks.Status("unknown", why is null ? this["unknown"] : $"{this["unknown"]}: {why}");

    public string Number(long number) => number.ToString(IsEnglish || Math.Abs(number) >= 10_000 ? "N0" : "0", IsEnglish ? English : Norwegian);

    /// <summary>An amount of money: whole kroner, and øre only where the amount is small and has any.</summary>
    public string Kroner(long øre) => (Math.Abs(øre) < 100_00 && øre % 100 != 0 ? (øre / 100m).ToString("N2", IsEnglish ? English : Norwegian) : Number((long)Math.Round(øre / 100m, MidpointRounding.AwayFromZero))) + "\u00a0kr";

    /// <summary>A price of one of something, with the decimals that it has.</summary>
    public string Rate(decimal kroner) => kroner.ToString(kroner == decimal.Truncate(kroner) ? "#,##0" : "#,##0.00####", IsEnglish ? English : Norwegian) + "\u00a0kr";

    /// <summary>A number with one decimal.</summary>
    public string OneDecimal(decimal number) => number.ToString("N1", IsEnglish ? English : Norwegian);

    /// <summary>A number as a word to twelve, as running text has it.</summary>
    public string Word(int number) => number is >= 0 and <= 12 ? this[string.Create(CultureInfo.InvariantCulture, $"number.{number}")] : Number(number);

    /// <summary>With a capital first letter, for the beginning of a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A share of 0 to 1 as a percentage with no decimals, or one below 10 %.</summary>
    public string Percent(double share) => share.ToString(share is > 0 and < 0.1 ? "P1" : "P0", IsEnglish ? English : Norwegian);

    /// <summary>A year, a month or a day, as exact as it is known: «2020», «september 2021», «2. april 2022».</summary>
    public string Time(string asOf)
    {
        if (!DateOnly.TryParseExact(asOf, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return asOf;
        }

        return asOf.Length switch
        {
            4 => asOf,
            7 => day.ToString("MMMM yyyy", IsEnglish ? English : Norwegian),
            _ => day.ToString(IsEnglish ? "d MMMM yyyy" : "d. MMMM yyyy", IsEnglish ? English : Norwegian),
        };
    }

    /// <summary>A day where there is little room: «17. des.».</summary>
    public string DayAndMonth(DateOnly day) => day.ToString(IsEnglish ? "d MMM" : "d. MMM", IsEnglish ? English : Norwegian);

    /// <summary>From when to when, as exact as the source has it; both missing is «ukjent».</summary>
    public IHtmlContent Period(string? from, string? to) => (from, to) switch
    {
        (null, null) => Unknown(),
        ({ } start, null) => new StringHtml(this["period.from", Time(start)]),
        (null, { } end) => new StringHtml(this["period.to", Time(end)]),
        ({ } start, { } end) => new StringHtml(this["period", Time(start), Time(end)]),
    };

    /// <summary>A reason in the words of whoever gave it; the program's own reasons in the reader's language.</summary>
    public string Reason(string reason) => OwnReason.CodeOf(reason) is { } code && texts.Has(Language, "own-reason." + code) ? this["own-reason." + code] : reason;

    /// <summary>A moment, as a clock in Norway shows it: «2. mars 2026 kl. 10.00».</summary>
    public string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Oslo).ToString(IsEnglish ? "d MMMM yyyy 'at' HH:mm" : "d. MMMM yyyy 'kl.' HH.mm", IsEnglish ? English : Norwegian);

    /// <summary>Words joined as a sentence does: «a, b og c».</summary>
    public string Join(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.SkipLast(1))} {this["and"]} {words[^1]}",
    };

    /// <summary>A name for an element, unique on the page.</summary>
    public string Id(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_ids}");

    /// <summary>A text in which each of the glossary's terms is explained the first time the page uses it (R-008, R-143).</summary>
    public async Task<IHtmlContent> ExplainAsync(string text, string? language = null)
    {
        var terms = (await catalogue.GetAsync(CancellationToken.None)).Find(text, language ?? Language);
        var content = new HtmlContentBuilder();
        var from = 0;
        foreach (var (start, length, term) in terms)
        {
            if (start >= from && _explained.Add(term.Key))
            {
                content.Append(text[from..start]);
                content.AppendHtml(Marks.Term(this, term, text.Substring(start, length)));
                from = start + length;
            }
        }

        return content.Append(text[from..]);
    }

    /// <summary>The text of a fact with its terms explained; «ukjent» where it is unknown.</summary>
    public async Task<IHtmlContent> ExplainAsync(LocalizedText text) => text.In(Language) switch
    {
        null => Unknown(),
        var (content, language) when Same(language) => await ExplainAsync(content, language),
        var (content, language) => Element("span", await ExplainAsync(content, language), ("lang", language)),
    };

    internal static TagBuilder Element(string name, IHtmlContent content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = new TagBuilder(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                element.Attributes[attribute] = value;
            }
        }

        element.InnerHtml.AppendHtml(content);
        return element;
    }

    private bool Same(string language) => string.Equals(language, Language, StringComparison.Ordinal);

    private static CultureInfo Culture(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat.PercentPositivePattern = name.StartsWith("en", StringComparison.Ordinal) ? 1 : 0;
        return culture;
    }
}

/// <summary>A text that is encoded when it is written.</summary>
internal sealed class StringHtml(string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, System.Text.Encodings.Web.HtmlEncoder encoder) => encoder.Encode(writer, text);
}
