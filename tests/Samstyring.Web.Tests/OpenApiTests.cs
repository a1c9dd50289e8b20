using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests;

public sealed class OpenApiTests
{
    private static readonly string Committed = Path.Combine(Repository.Root, "docs", "openapi.json");

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The document is part of what is reviewed: a change of the API shows as a change of this file.</summary>
    [Fact]
    public async Task The_document_in_docs_is_the_one_that_the_application_gives()
    {
        var given = (await DocumentAsync()).ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(Committed, given);
        }

        var committed = File.Exists(Committed) ? await File.ReadAllTextAsync(Committed) : "";
        Assert.True(given == committed, $"docs/openapi.json is stale: run ./dev openapi and review the change. The first line that differs:\n{FirstDifference(committed, given)}");
    }

    [Fact]
    public async Task Every_route_of_the_api_is_in_the_document()
    {
        var routes = (await Routes.AllAsync()).Select(route => route.RoutePattern).Where(route => Routes.Path(route).StartsWith("/api/v1/", StringComparison.Ordinal) && !route.Parameters.Any(p => p.IsCatchAll)).Select(Routes.Path);

        Assert.Equal(routes.Distinct().Order(StringComparer.Ordinal), (await DocumentAsync())["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_group_and_its_errors()
    {
        var operations = (await DocumentAsync())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (Path: path.Key, Operation: operation.Value!))).ToList();

        Assert.Equal(operations.Count, operations.Select(o => (string)o.Operation["operationId"]!).Distinct().Count());
        Assert.All(operations, o => Assert.NotEmpty(o.Operation["tags"]!.AsArray()));
        Assert.All(operations, o => Assert.True((o.Operation["responses"]!["200"] ?? o.Operation["responses"]!["201"])!["content"] is JsonObject answer && (answer["application/json"] ?? answer["text/calendar"])!["schema"] is JsonObject, o.Path));
        Assert.All(operations.Where(o => o.Path.Contains('{')), o => Assert.True(o.Operation["responses"]!["404"] is JsonObject, o.Path + " says nothing of 404"));
    }

    [Fact]
    public async Task Every_reference_in_the_document_leads_to_a_schema()
    {
        var document = await DocumentAsync();
        var references = References(document).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotNull(reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, part) => node?[part])));
    }

    private static async Task<JsonNode> DocumentAsync()
    {
        using var http = (await TestApp.SharedAsync(DatabaseKind.Sqlite)).Visitor();
        return JsonNode.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(property => property is { Key: "$ref", Value: JsonValue reference } ? [(string)reference!] : References(property.Value)),
        JsonArray all => all.SelectMany(References),
        _ => [],
    };

    private static string FirstDifference(string committed, string given) =>
        committed.Split('\n').Zip(given.Split('\n')).Index().Where(line => line.Item.First != line.Item.Second)
            .Select(line => $"line {line.Index + 1}: «{line.Item.First.Trim()}» is now «{line.Item.Second.Trim()}»").FirstOrDefault("the end of the file");
}
