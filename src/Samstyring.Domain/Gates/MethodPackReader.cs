using System.Text.Json;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Gates;

/// <summary>Something that is wrong in a pack.</summary>
/// <param name="Place">Where, from the top of the file: <c>phases[2].items[0].why.en</c>.</param>
public sealed record PackError(string Place, string Message);

/// <summary>A pack that was read, or all that is wrong with it.</summary>
/// <param name="Pack">Null where there are errors.</param>
public sealed record PackReading(MethodPack? Pack, IReadOnlyList<PackError> Errors);

/// <summary>
/// Reads a pack from JSON. It is strict, and says everything that is wrong at once: what the form has not, texts that are missing, names
/// of checks and conditions that nobody has, identifiers given twice, and rules that could never be met.
/// </summary>
public sealed class MethodPackReader(CheckRegistry registry)
{
    public PackReading Read(string json)
    {
        List<PackError> errors = [];
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            var pack = Pack(new(document.RootElement, "", errors));
            PackRules.Check(pack, registry, errors);
            return new(errors is [] ? pack : null, errors);
        }
        catch (JsonException broken)
        {
            return new(Pack: null, [new("", broken.Message)]);
        }
    }

    private static MethodPack Pack(PackNode node)
    {
        node.Only("key", "version", "name", "note", "parallelPhases", "source", "phases");
        return new(node.Text("key"), node.Number("version"), node.Words("name"), node.Words("note"), node.Flag("parallelPhases", required: true), node.Text("source"), [.. node.List("phases").Select(Phase)]);
    }

    private static MethodPhase Phase(PackNode node)
    {
        node.Only("key", "name", "gate", "gateName", "responsible", "items", "checks", "carriesOn");
        return new(
            node.Text("key"), node.Words("name"), node.Text("gate"), node.Words("gateName"), node.Words("responsible"),
            [.. node.List("items").Select(item => Item(item, isChild: false))],
            [.. node.List("checks", required: false).Select(Check)],
            node.Names("carriesOn"));
    }

    private static PhaseCheck Check(PackNode node)
    {
        node.Only("check", "blocking", "source");
        return new(node.Text("check"), node.Flag("blocking", required: true), node.Text("source"));
    }

    private static MethodItem Item(PackNode node, bool isChild)
    {
        string[] members = ["id", "kind", "text", "area", "origin", "blocking", "stateOnly", "appliesWhen", "decidedBy", "why", "checks", "passes", "source"];
        node.Only(isChild ? members : [.. members, "children"]);
        return new(
            node.Text("id"), node.Code<ItemKind>("kind"), node.Words("text"), node.Text("area"), node.Code<ItemOrigin>("origin"), node.Flag("blocking", required: true), node.Flag("stateOnly", required: false),
            node.Has("appliesWhen") ? node.Text("appliesWhen") : null, node.Code<DecidedBy>("decidedBy"), node.Words("why"), node.Names("checks"),
            node.Has("passes") ? node.Codes<Answer>("passes") : [Answer.Yes], node.Text("source"),
            isChild ? [] : [.. node.List("children", required: false).Select(child => Item(child, isChild: true))]);
    }
}

/// <summary>A place in the file. It gives what stands there; what is wrong goes to the list, and the reading goes on.</summary>
internal sealed class PackNode(JsonElement element, string place, List<PackError> errors)
{
    public bool Has(string member) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(member, out _);

    public void Only(params IReadOnlyCollection<string> members)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(new(place, "an object is expected"));
            return;
        }

        errors.AddRange(element.EnumerateObject().Select(member => member.Name).Except(members, StringComparer.Ordinal).Select(unknown => new PackError(At(unknown), "no such member")));
    }

    /// <summary>A text that is there, and is no more and no less than its words.</summary>
    public string Text(string member)
    {
        if (Get(member) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text && string.Equals(text, text.Trim(), StringComparison.Ordinal))
        {
            return text;
        }

        return Wrong(member, "a text without blanks around it is expected", "");
    }

    /// <summary>A text in bokmål and in English, both.</summary>
    public LocalizedText Words(string member)
    {
        if (Get(member) is not { ValueKind: JsonValueKind.Object } value)
        {
            return Wrong(member, "a text in nb and en is expected", LocalizedText.Unknown);
        }

        PackNode texts = new(value, At(member), errors);
        texts.Only("nb", "en");
        return new(texts.Text("nb"), En: texts.Text("en"));
    }

    public int Number(string member) =>
        Get(member) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number > 0 ? number : Wrong(member, "a number from 1 is expected", 0);

    public bool Flag(string member, bool required) => Get(member) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        null when !required => false,
        _ => Wrong(member, "true or false is expected", given: false),
    };

    public T Code<T>(string member)
        where T : struct, Enum => CodeOf<T>(Get(member), member);

    public IReadOnlyList<T> Codes<T>(string member)
        where T : struct, Enum => [.. Values(member, required: true).Select((value, i) => CodeOf<T>(value, $"{member}[{i}]"))];

    public IReadOnlyList<string> Names(string member) =>
        [.. Values(member, required: false).Select((value, i) => value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } name ? name : Wrong($"{member}[{i}]", "a name is expected", ""))];

    public IEnumerable<PackNode> List(string member, bool required = true) => Values(member, required).Select((value, i) => new PackNode(value, At($"{member}[{i}]"), errors));

    private JsonElement? Get(string member) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(member, out var value) ? value : null;

    private IReadOnlyList<JsonElement> Values(string member, bool required) => Get(member) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
        null when !required => [],
        _ => Wrong<IReadOnlyList<JsonElement>>(member, "a list is expected", []),
    };

    private T CodeOf<T>(JsonElement? value, string member)
        where T : struct, Enum =>
        value is { ValueKind: JsonValueKind.String } code && Kernel.Codes.TryParse<T>(code.GetString()!, out var known) ? known : Wrong(member, "one of these is expected: " + string.Join(", ", Kernel.Codes.All<T>()), default(T));

    private T Wrong<T>(string member, string message, T given)
    {
        errors.Add(new(At(member), message));
        return given;
    }

    private string At(string member) => place.Length == 0 ? member : $"{place}.{member}";
}
