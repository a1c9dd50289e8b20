using System.Globalization;
using System.Text.Json;
using Samstyring.Analysis.Networks;
using Samstyring.Domain.Kernel;

namespace Samstyring.Cli;

/// <summary>A network as it stands in a file of JSON. What the file says beside it is not read.</summary>
internal sealed class NetworkFile
{
    private readonly Dictionary<string, JsonElement> _ids;

    private NetworkFile(NetworkGraph graph, Dictionary<string, JsonElement> ids) => (Graph, _ids) = (graph, ids);

    public NetworkGraph Graph { get; }

    /// <summary>An id as the file has it: a text or a number.</summary>
    public object IdOf(string node) => _ids[node];

    public static async Task<Outcome<NetworkFile>> ReadAsync(Stream content, CancellationToken ct)
    {
        JsonElement root;
        try
        {
            root = await JsonSerializer.DeserializeAsync<JsonElement>(content, cancellationToken: ct);
        }
        catch (JsonException e)
        {
            return new Refusal(new Reason("network.no-json", Value: string.Create(CultureInfo.InvariantCulture, $"line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}")));
        }

        return root.ValueKind is JsonValueKind.Object ? new Reading(root).Read() : new Refusal(new Reason("network.no-object"));
    }

    /// <summary>Goes through the file and notes what is wrong with its form; what is wrong with the network itself is for the graph to say.</summary>
    private sealed class Reading(JsonElement root)
    {
        private readonly List<Reason> _reasons = [];

        public Outcome<NetworkFile> Read()
        {
            List<(string Id, JsonElement Element)> nodes = [.. List("nodes").Select((node, i) => Node(node, Place("nodes", i)))];
            var areDirected = Boolean(root, "directed", "directed", whenLeftOut: false);
            List<NetworkEdge> edges = [.. List("edges").Select((edge, i) => Edge(edge, Place("edges", i), areDirected))];
            if (_reasons is not [])
            {
                return new Refusal(_reasons);
            }

            return NetworkGraph.Create(nodes.Select(n => n.Id), edges).IsAccepted(out var graph, out var refusal)
                ? new NetworkFile(graph, nodes.ToDictionary(n => n.Id, n => n.Element, StringComparer.Ordinal))
                : refusal;
        }

        private static string Place(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

        private JsonElement[] List(string name)
        {
            if (root.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array)
            {
                return [.. list.EnumerateArray()];
            }

            _reasons.Add(new("network.no-list", name));
            return [];
        }

        private (string Id, JsonElement Element) Node(JsonElement node, string place)
        {
            var id = node;
            if (node.ValueKind is JsonValueKind.Object)
            {
                place += ".id";
                node.TryGetProperty("id", out id);
            }

            return (Id(id, place), id);
        }

        private NetworkEdge Edge(JsonElement edge, string place, bool areDirected)
        {
            if (edge.ValueKind is not JsonValueKind.Object)
            {
                _reasons.Add(new("network.no-edge", place));
                return new("", "");
            }

            edge.TryGetProperty("from", out var from);
            edge.TryGetProperty("to", out var to);
            return new(Id(from, place + ".from"), Id(to, place + ".to"), Weight(edge, place + ".weight"), Boolean(edge, "directed", place + ".directed", areDirected));
        }

        private string Id(JsonElement id, string place)
        {
            var text = id.ValueKind switch { JsonValueKind.String => Text(id), JsonValueKind.Number => id.GetRawText(), _ => "" };
            if (text.Length == 0)
            {
                _reasons.Add(new("network.no-id", place));
            }

            return text;
        }

        /// <summary>Half of a surrogate pair, written as an escape, is JSON but no text.</summary>
        private static string Text(JsonElement text)
        {
            try
            {
                return text.GetString()!;
            }
            catch (InvalidOperationException)
            {
                return "";
            }
        }

        private double Weight(JsonElement edge, string place)
        {
            if (!edge.TryGetProperty("weight", out var weight))
            {
                return 1;
            }

            if (weight.ValueKind is JsonValueKind.Number && weight.TryGetDouble(out var number))
            {
                return number;
            }

            _reasons.Add(new("network.no-number", place));
            return 1;
        }

        private bool Boolean(JsonElement element, string name, string place, bool whenLeftOut)
        {
            if (!element.TryGetProperty(name, out var value))
            {
                return whenLeftOut;
            }

            if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                _reasons.Add(new("network.no-boolean", place));
            }

            return value.ValueKind is JsonValueKind.True;
        }
    }
}
