using System.Text.Encodings.Web;
using System.Text.Json;

namespace Samstyring.Cli.Tests;

public sealed class AnalyseNetworkTests : IDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samstyring-network-");

    [Fact]
    public async Task A_network_in_a_file_is_measured_without_a_database()
    {
        var run = await MeasureAsync("""{"nodes": [{"id": "ås", "name": "Ås"}, {"id": "b"}, "c", 7], "edges": [{"from": "ås", "to": "b"}, {"from": "b", "to": "c", "weight": 0.5}]}""");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["nodes", "articulationPoints", "bridges"], report.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["""{"id":"ås","degree":1,"betweenness":0,"closeness":0.3333333333333333,"component":1}""", """{"id":"b","degree":2,"betweenness":0.3333333333333333,"closeness":0.4444444444444444,"component":1}"""],
            report.GetProperty("nodes").EnumerateArray().Take(2).Select(Compact));
        Assert.Equal("""{"id":7,"degree":0,"betweenness":0,"closeness":0,"component":2}""", Compact(report.GetProperty("nodes")[3]));
        Assert.Equal("""["b"]""", Compact(report.GetProperty("articulationPoints")));
        Assert.Equal("""[{"from":"ås","to":"b"},{"from":"b","to":"c"}]""", Compact(report.GetProperty("bridges")));
    }

    [Fact]
    public async Task Edges_are_directed_one_by_one_or_all_at_once()
    {
        var single = await MeasureAsync("""{"nodes": ["a", "b", "c"], "edges": [{"from": "a", "to": "b", "directed": true}, {"from": "b", "to": "c"}]}""");
        var all = await MeasureAsync("""{"directed": true, "nodes": ["a", "b", "c"], "edges": [{"from": "a", "to": "b"}, {"from": "b", "to": "c", "directed": false}]}""");

        Assert.Equal([0, 0.5, 0], JsonDocument.Parse(single.Output).RootElement.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("betweenness").GetDouble()));
        Assert.Equal(single, all);
    }

    [Fact]
    public async Task A_network_can_come_on_standard_input()
    {
        var run = await Programs.SamstyringReadingAsync("""{"nodes": [], "edges": []}""", "analyse", "network", "-");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("""{"nodes":[],"articulationPoints":[],"bridges":[]}""", Compact(JsonDocument.Parse(run.Output).RootElement));
    }

    [Theory]
    [InlineData("""{"nodes": ["a"], "edges": [{"from": "a", "to": "b"}]}""", "edges[0].to: there is no node «b».")]
    [InlineData("""{"nodes": ["a", "a"], "edges": []}""", "nodes[1]: there is a node «a» already.")]
    [InlineData("""{"nodes": [1, "1"], "edges": []}""", "nodes[1]: there is a node «1» already.")]
    [InlineData("""{"nodes": ["a"], "edges": [{"from": "a", "to": "a", "weight": 0}]}""", "edges[0].weight is 0.")]
    [InlineData("""{"nodes": ["a"], "edges": [{"from": "a", "to": "a", "weight": -0.5}]}""", "edges[0].weight is -0.5.")]
    [InlineData("""{"nodes": ["a"], "edges": [{"from": "a", "to": "a", "weight": 1e999}]}""", "edges[0].weight")]
    [InlineData("""{"nodes": ["a"], "edges": [{"from": "a", "to": "a", "weight": NaN}]}""", "This is no JSON: it goes wrong at line 1, byte 63.")]
    [InlineData("""{"nodes": ["a"], "edges": [{"from": "a", "to": "a", "weight": "NaN"}]}""", "edges[0].weight must be a number.")]
    [InlineData("""{"nodes": ["a"], "edges": [{"from": "a", "to": "a", "weight": null}]}""", "edges[0].weight must be a number.")]
    [InlineData("""{"nodes": ["a"], "edges": [{"from": "a", "to": "a", "directed": "yes"}]}""", "edges[0].directed must be true or false.")]
    [InlineData("""{"nodes": ["a"], "edges": [{"from": "a"}]}""", "edges[0].to must be an id")]
    [InlineData("""{"nodes": ["a"], "edges": [["a", "a"]]}""", "edges[0] must be an object with from and to.")]
    [InlineData("""{"nodes": [{"name": "a"}], "edges": []}""", "nodes[0].id must be an id")]
    [InlineData("""{"nodes": [""], "edges": []}""", "nodes[0] must be an id")]
    [InlineData("""{"nodes": ["\ud800"], "edges": []}""", "nodes[0] must be an id")]
    [InlineData("""{"nodes": []}""", "edges must be a list.")]
    [InlineData("""{"nodes": {}, "edges": []}""", "nodes must be a list.")]
    [InlineData("""[]""", "The file must be an object")]
    [InlineData("""{"nodes": [], "edges": []} {}""", "This is no JSON")]
    [InlineData("", "This is no JSON")]
    [InlineData("nodes: a", "This is no JSON")]
    public async Task What_is_wrong_with_a_network_is_said_on_standard_error_alone(string json, string error)
    {
        var run = await MeasureAsync(json);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(error, run.Errors);
        Assert.EndsWith("The network has one error. Nothing was measured.\n", run.Errors);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_but_not_thousands()
    {
        var edges = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $$"""{"from": "a", "to": "x{{i}}"}"""));

        var run = await MeasureAsync($$"""{"nodes": ["a"], "edges": [{{edges}}]}""");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal(21, run.Errors.Count(c => c == '\n'));
        Assert.Contains("edges[1].to: there is no node «x1».\n", run.Errors);
        Assert.EndsWith("The network has 5000 errors. Nothing was measured.\n", run.Errors);
    }

    [Theory]
    [InlineData("analyse", "network")]
    [InlineData("analyse", "network", "/no/such/file.json")]
    [InlineData("analyse")]
    public async Task A_command_without_a_file_is_not_understood(params string[] arguments)
    {
        var run = await Programs.SamstyringAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Plain);

    private async Task<Run> MeasureAsync(string json)
    {
        var file = Path.Combine(_folder.FullName, "network.json");
        await File.WriteAllTextAsync(file, json);
        return await Programs.SamstyringAsync("analyse", "network", file);
    }
}
