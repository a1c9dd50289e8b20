using System.Globalization;
using System.Text.Json;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Trace;

/// <summary>One thing that an event tells.</summary>
/// <param name="Before">What it was; null where the event tells of no change of it.</param>
/// <param name="Value">What it is.</param>
public sealed record ToldField(string Label, string? Before, string? Value);

/// <summary>
/// Says what a payload tells in the reader's language. Fields named <c>before</c> and <c>after</c>, alone or at the end of a longer name, are
/// the two sides of one change; so are the parts of two objects of these names, where they differ.
/// </summary>
public sealed class LinkWords(Ui ui)
{
    private const string BeforeName = "before";
    private const string AfterName = "after";
    private const string ReasonName = "reason";

    public string Event(string kind) => ui["event." + kind];

    public IReadOnlyList<ToldField> Fields(string kind, JsonElement details, TraceNames.Names names)
    {
        var type = EventKinds.All.GetValueOrDefault(kind);
        return details.ValueKind is JsonValueKind.Object ? [.. Fields(type, details, names)] : [];
    }

    private IEnumerable<ToldField> Fields(Type? owner, JsonElement details, TraceNames.Names names)
    {
        var fields = details.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in fields)
        {
            var type = EventKinds.TypeOf(owner, name);
            if (EventKinds.IsIdentifier(type) || (IsSide(name, AfterName) && fields.ContainsKey(Other(name, AfterName, BeforeName))))
            {
                continue;
            }

            if (type == typeof(IReadOnlyList<FieldChange>))
            {
                foreach (var change in value.EnumerateArray())
                {
                    yield return new(FieldLabel(Part(change, "field") ?? ""), Part(change, BeforeName) ?? ui["unknown"], Part(change, AfterName) ?? ui["unknown"]);
                }

                continue;
            }

            if (!IsSide(name, BeforeName))
            {
                yield return new(Label(name), Before: null, name == ReasonName && value.ValueKind is JsonValueKind.String ? ui.Reason(value.GetString()!) : Value(type, value, names));
                continue;
            }

            var after = fields.GetValueOrDefault(Other(name, BeforeName, AfterName));
            if (value.ValueKind is JsonValueKind.Object && after.ValueKind is JsonValueKind.Object && type != typeof(LocalizedText))
            {
                foreach (var part in Parts(type, value, after, names))
                {
                    yield return part;
                }

                continue;
            }

            var label = name.Length > BeforeName.Length ? name[..^BeforeName.Length] : type is { IsEnum: true } ? type.Name : BeforeName;
            yield return new(Label(label), Value(type, value, names) ?? ui["none"], Value(type, after, names) ?? ui["none"]);
        }
    }

    /// <summary>The parts of two objects that differ.</summary>
    private IEnumerable<ToldField> Parts(Type? type, JsonElement before, JsonElement after, TraceNames.Names names)
    {
        foreach (var name in before.EnumerateObject().Concat(after.EnumerateObject()).Select(part => part.Name).Distinct(StringComparer.Ordinal))
        {
            var (was, became) = (before.TryGetProperty(name, out var x) ? x : default, after.TryGetProperty(name, out var y) ? y : default);
            var part = EventKinds.TypeOf(type, name);
            if (!EventKinds.IsIdentifier(part) && !Same(was, became))
            {
                yield return new(Label(name), Value(part, was, names) ?? ui["none"], Value(part, became, names) ?? ui["none"]);
            }
        }
    }

    private static bool Same(JsonElement a, JsonElement b) => a.ValueKind == b.ValueKind && (a.ValueKind is JsonValueKind.Undefined || JsonElement.DeepEquals(a, b));

    private static bool IsSide(string name, string side) => name.EndsWith(side, StringComparison.OrdinalIgnoreCase);

    private static string Other(string name, string side, string other) => name.Length == side.Length ? other : name[..^side.Length] + other;

    /// <summary>A field that has no name for people is called what the program calls it.</summary>
    private string Label(string name)
    {
        var key = "event-field." + Codes.Kebab(name);
        return ui[key] is var label && label != key ? label : name;
    }

    /// <summary>The name of a field of a record: <c>name_nb</c> is the name, in bokmål.</summary>
    private string FieldLabel(string field)
    {
        if (ui["record-field." + field] is var label && label != "record-field." + field)
        {
            return label;
        }

        return field.LastIndexOf('_') is > 0 and var at ? ui["record-field.in-language", ui["record-field." + field[..at]], ui["record-field.language." + field[(at + 1)..]]] : field;
    }

    /// <returns>Null where nothing is told.</returns>
    private string? Value(Type? type, JsonElement value, TraceNames.Names names) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.True => ui["yes"],
        JsonValueKind.False => ui["no"],
        JsonValueKind.Number => value.TryGetInt32(out var number) ? ui.Number(number) : value.GetRawText(),
        JsonValueKind.String => Text(type, value.GetString()!, names),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => Value(ElementOf(type), item, names)).OfType<string>()),
        _ when type == typeof(LocalizedText) => ui.Plain(new(Part(value, "nb"), Part(value, "nn"), Part(value, "en"))),
        _ => string.Join("; ", Fields(type, value, names).Select(field => $"{field.Label}: {field.Value}")),
    };

    private string Text(Type? type, string text, TraceNames.Names names)
    {
        if (type == typeof(UserId))
        {
            return Guid.TryParse(text, out var id) && names.People.TryGetValue(new(id), out var name) ? name : ui["trace.erased-person"];
        }

        if (type == typeof(OrganisationId))
        {
            return Guid.TryParse(text, out var id) && names.Organisations.TryGetValue(new(id), out var body) ? ui.Plain(body.Name) : text;
        }

        if (type == typeof(DateTimeOffset) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment))
        {
            return ui.Moment(moment);
        }

        var key = type is { IsEnum: true } ? $"{Codes.Kebab(type.Name)}.{text}" : "";
        return ui[key] is var word && word != key ? word : text;
    }

    private static Type? ElementOf(Type? type) => type?.GetElementType() ?? (type is { IsGenericType: true } ? type.GetGenericArguments()[0] : null);

    private static string? Part(JsonElement text, string language) => text.TryGetProperty(language, out var part) ? part.GetString() : null;
}
