using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Samstyring.Web.Tests.Robustness;

/// <summary>Who calls. Nobody of them sends anything that may be stored.</summary>
public enum Caller { Visitor, ReadToken, ExpiredToken, UnknownToken, ForeignToken, OwnToken, ImportToken, Somebody }

/// <summary>An operation of the OpenAPI document, and values that its parameters may have.</summary>
/// <param name="Allowed">By parameter; empty for one that takes any text.</param>
public sealed record Operation(string Method, string Path, string Name, IReadOnlyList<(string Name, bool IsInPath)> Parameters, IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed)
{
    /// <summary>Keys of things that are there, for the parameters of the path together.</summary>
    public IReadOnlyList<string[]> Things { get; init; } = [];

    /// <summary>Fields that a body may have, with the values that the first thing has.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}

/// <param name="Body">Null where there is none.</param>
public sealed record RandomRequest(Caller Caller, string Operation, string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, string? ContentType)
{
    public override string ToString() =>
        $"{Caller} {Method} {(Path.Length > 300 ? $"{Path[..300]}… ({Path.Length} characters)" : Path)} {string.Join(' ', Headers)} {ContentType} {(Body is null ? "" : Encoding.UTF8.GetString(Body[..Math.Min(300, Body.Length)]))}";
}

/// <summary>Makes requests from the operations of the API, right and wrong, from a seed: the same seed makes the same requests.</summary>
internal sealed class RandomRequests(int seed, IReadOnlyList<Operation> operations)
{
    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "1", "2", "500", "501", "2147483648", "99999999999999999999", "1e9", "NaN", "true", "null", "undefined", "[]", "{}", "abc", "æøå", "Blåbærsyltetøy", "🙂", "%", "_", "'", "\"", "\\",
        "'; DROP TABLE organisations;--", "\" OR 1=1 --", "1) UNION SELECT * FROM users--", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "=1+1", "@SUM(A1)", "-2+3", "\0", "a\0b", "\r\nX-Injected: 1",
        "\u202eabc", "\ufeff", "a\u0301", "../../etc/passwd", "{{7*7}}", "${jndi:ldap://x/a}", "00000000-0000-0000-0000-000000000000", "01890a5d-ac96-774b-bcce-b302099a8057", "2026-02-30", "2026",
        "4207", "digi-agder~4207", "having-a-child", "a~b~c~d", "~", new('x', 201), new('å', 5_000), new('9', 400),
    ];

    private static readonly string[] ContentTypes =
        ["application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "text/plain", "text/csv", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/octet-stream", "nonsense"];

    private static readonly byte[][] Broken =
    [
        "{"u8.ToArray(), "{\"a\":"u8.ToArray(), "[]"u8.ToArray(), "\"x\""u8.ToArray(), "null"u8.ToArray(), "1e9999"u8.ToArray(), "{\"reason\":\"\\ud800\"}"u8.ToArray(), "{\"\\ud800\":1}"u8.ToArray(), "{\"a\":1,\"a\":2}"u8.ToArray(),
        [0xFF, 0xFE, 0x00], [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'], [], Encoding.UTF8.GetBytes(new string('[', 2_000)), Encoding.UTF8.GetBytes($"{{\"a\":{string.Concat(Enumerable.Repeat("{\"a\":", 200))}1{new string('}', 201)}"),
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"u8.ToArray(), "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\nbody,member\r\n"u8.ToArray(),
        "key,name_nb\n=1+1,\"unclosed\n"u8.ToArray(), "number,language_form\n4207;nynorsk\n"u8.ToArray(), "PK\u0003\u0004nonsense"u8.ToArray(), Encoding.Latin1.GetBytes("body,member\nblåbær,å\n"),
    ];

    /// <summary>Some come more often than others: those who are let in further.</summary>
    private static readonly Caller[] Callers =
    [
        .. Enum.GetValues<Caller>(), Caller.OwnToken, Caller.OwnToken, Caller.OwnToken, Caller.OwnToken, Caller.Somebody, Caller.Somebody, Caller.ForeignToken, Caller.ForeignToken, Caller.ReadToken, Caller.ReadToken, Caller.Visitor,
    ];

    private static readonly string[] OtherMethods = ["PUT", "DELETE", "PATCH", "POST", "GET", "OPTIONS", "QUERY"];

    private readonly Random _random = new(seed);

    /// <summary>Requests without an end; every operation comes once in a round.</summary>
    public IEnumerable<RandomRequest> All()
    {
        while (true)
        {
            // What reads is called twice as often: most writes are of kinds that nobody may change here, and tell little more.
            foreach (var operation in operations.Concat(operations.Where(o => o.Method == "GET")))
            {
                yield return Next(operation);
            }
        }
    }

    private RandomRequest Next(Operation operation)
    {
        var caller = One(Callers);
        var method = Rarely(20) ? One(OtherMethods) : operation.Method;
        var writes = method is "POST" or "PATCH" or "PUT";
        List<(string, string)> headers = [];
        if (writes && Often(80))
        {
            headers.Add(("If-Match", One("\"\"", "*", "W/\"x\"", "\"00000000000000000000000000000000\"", "abc", "\"a\", \"b\"", "\u00e5", new string('f', 3_000), Text())));
        }

        if (Rarely(15))
        {
            headers.Add((One("Sec-Fetch-Site", "If-None-Match", "X-Forwarded-For", "Accept-Language", "X-HTTP-Method-Override", "Range"), One("cross-site", "DELETE", "bytes=0-1", "nb-NO;q=x", Text())));
        }

        var (body, type) = writes || Rarely(30) ? Body(operation) : (null, null);
        return new(caller, operation.Name, method, Path(operation), headers, body, type);
    }

    private string Path(Operation operation)
    {
        var path = operation.Path;
        var inPath = operation.Parameters.Where(p => p.IsInPath).ToList();
        var things = operation.Things is [] || Rarely(3) ? inPath.Select(_ => InPath(Text())).ToArray() : One([.. operation.Things]);
        foreach (var (index, parameter) in inPath.Index())
        {
            path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(index < things.Length ? things[index] : Often(70) ? "4207" : InPath(Text())), StringComparison.Ordinal);
        }

        List<string> query = [];
        foreach (var (name, _) in operation.Parameters.Where(p => !p.IsInPath && (Rarely(4) || (p.Name is "q" or "type" or "key" && operation.Name is "Search" or "ListHistory" && Often(80)))))
        {
            query.Add($"{name}={Escaped(operation.Allowed[name] is [_, ..] allowed && Often(70) ? One([.. allowed]) : Text())}");
        }

        if (Rarely(25))
        {
            query.Add(One("no-such=1", "&&&", "=", "%", "page=1&page=2", "q=%ED%A0%80", "sprak=en", "sprak=x", "%00=%00", $"x={new string('y', 6_000)}", "page[]=1", Escaped(Text())));
        }

        return query is [] ? path : $"{path}?{string.Join('&', query)}";
    }

    /// <summary>Something that no operation stores.</summary>
    private (byte[]? Body, string? Type) Body(Operation operation)
    {
        if (Rarely(4))
        {
            return (One(Broken), One(ContentTypes));
        }

        return (Encoding.UTF8.GetBytes(Wrong(operation).ToJsonString()), Rarely(12) ? One(ContentTypes) : "application/json");
    }

    /// <summary>An object with some of the fields, right or wrong, and always at least one thing that makes it unfit.</summary>
    private JsonObject Wrong(Operation operation)
    {
        JsonObject body = [];
        foreach (var (field, value) in operation.Fields.Where(_ => Rarely(2)))
        {
            body[field] = Often(60) ? value : Value(depth: 0);
        }

        switch (_random.Next(6))
        {
            case 0:
                body["no_such_field"] = Value(depth: 0);
                body["reason"] = Text();
                break;
            case 1:
                body["reason"] = new JsonObject { ["nb"] = Text() };
                break;
            case 2:
                body[Field(operation)] = new string('x', 4_001);
                body["reason"] = "For lang.";
                break;
            case 3:
                body[Field(operation)] = $"a{(char)_random.Next(1, 9)}b";
                body["reason"] = "Et tegn som ikke kan leses.";
                break;
            case 4:
                body["reason"] = One("", " ", "\t", "\r\n");
                break;
            default:
                body.Remove("reason");
                break;
        }

        // An answer to a proposal needs nothing but a reason.
        if (operation.Name == "DeclineProposal" && body["reason"] is not JsonObject)
        {
            body.Remove("reason");
        }

        return body;
    }

    private string Field(Operation operation) => operation.Fields.Count == 0 ? "no_such_field" : operation.Fields.Keys.ElementAt(_random.Next(operation.Fields.Count));

    private JsonNode? Value(int depth) => _random.Next(depth > 2 ? 5 : 7) switch
    {
        0 => null,
        1 => JsonValue.Create(_random.NextInt64(long.MinValue, long.MaxValue)),
        2 => JsonValue.Create(_random.NextDouble() * 1e300),
        3 => JsonValue.Create(Rarely(2)),
        4 => JsonValue.Create(Text()),
        5 => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, _random.Next(3)).Select(i => KeyValuePair.Create(i.ToString(CultureInfo.InvariantCulture) + Text(), Value(depth + 1)))),
    };

    private string Text() => One(Texts);

    /// <summary>A server takes no address with the null character in its path, whatever the application says.</summary>
    private static string InPath(string text) => text.Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } whole ? whole : "x";

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private T One<T>(params T[] some) => some[_random.Next(some.Length)];

    private bool Often(int percent) => _random.Next(100) < percent;

    private bool Rarely(int one) => _random.Next(one) == 0;
}
