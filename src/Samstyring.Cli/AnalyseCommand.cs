using System.CommandLine;
using System.Globalization;
using Samstyring.Analysis.Networks;
using Samstyring.Domain.Kernel;

namespace Samstyring.Cli;

/// <summary><c>analyse</c>, and <c>analyse network</c>: measures a network that stands in a file. Needs no database.</summary>
internal static class AnalyseCommand
{
    private const string StandardInput = "-";

    /// <summary>More errors than this are counted, not listed.</summary>
    private const int MostListed = 20;

    private static readonly string Strengths = string.Create(CultureInfo.InvariantCulture, $"{NetworkGraph.WeakestTie:0.000000} to {NetworkGraph.StrongestTie:0}");

    /// <summary>Identifiers are printed as they stood in the file: numbers as numbers.</summary>
    private sealed record Measured(object Id, int Degree, double Betweenness, double Closeness, int Component);

    private sealed record Bridge(object From, object To);

    private sealed record Report(IEnumerable<Measured> Nodes, IEnumerable<object> ArticulationPoints, IEnumerable<Bridge> Bridges);

    public static Command Create() => new("analyse", "Computes what facts in a file tell, without a database.") { Network(), ForecastCommand.Create() };

    private static Command Network()
    {
        var file = new Argument<string>("FILE") { Description = "A file in JSON, or - for standard input." };
        file.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } path && path != StandardInput && !File.Exists(path))
            {
                result.AddError($"There is no file «{path}».");
            }
        });
        var command = new Command(
            "network",
            $$"""
            Measures a network: how central everybody is in it, and what alone holds it together. Prints a report in JSON.

            FILE is {"nodes": [{"id": "a"}, …], "edges": [{"from": "a", "to": "b", "weight": 0.5, "directed": true}, …]}. A node may be its id alone.
            weight   the strength of a tie, {{Strengths}}; 1 when left out. Paths prefer strong ties: a tie is 1/weight long.
            directed whether a tie leads one way only. Said beside nodes and edges it is for all edges that do not say it; no when left out.

            The report has nodes, each with degree, betweenness (0 to 1), closeness (Wasserman and Faust, along ties to the node) and the number
            of its component; and articulationPoints and bridges, without which a component falls apart. Components, articulationPoints and
            bridges take directed ties as ties both ways.
            """)
        { file };
        command.SetAction((parsed, ct) => MeasureAsync(parsed.GetRequiredValue(file), ct));
        return command;
    }

    private static async Task<int> MeasureAsync(string path, CancellationToken ct)
    {
        await using var content = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        if (!(await NetworkFile.ReadAsync(content, ct)).IsAccepted(out var file, out var refusal))
        {
            await ExplainAsync(refusal);
            return ExitCodes.Refused;
        }

        var measures = NetworkMeasures.Of(file.Graph, ct);
        CommandJson.Print(new Report(
            measures.Nodes.Select(n => new Measured(file.IdOf(n.Id), n.Degree, n.Betweenness, n.Closeness, n.Component)),
            measures.ArticulationPoints.Select(file.IdOf),
            measures.Bridges.Select(b => new Bridge(file.IdOf(b.From), file.IdOf(b.To)))));
        return ExitCodes.Done;
    }

    private static async Task ExplainAsync(Refusal refusal)
    {
        foreach (var reason in refusal.Reasons.Take(MostListed))
        {
            await Console.Error.WriteLineAsync(Explain(reason));
        }

        await Console.Error.WriteLineAsync(refusal.Reasons.Count == 1 ? "The network has one error. Nothing was measured." : $"The network has {refusal.Reasons.Count} errors. Nothing was measured.");
    }

    private static string Explain(Reason reason) => reason.Code switch
    {
        "network.no-json" => $"This is no JSON: it goes wrong at {reason.Value}.",
        "network.no-object" => "The file must be an object in JSON, with nodes and edges.",
        "network.no-list" => $"{reason.Field} must be a list.",
        "network.no-edge" => $"{reason.Field} must be an object with from and to.",
        "network.no-id" => $"{reason.Field} must be an id: a text that is not empty, or a number.",
        "network.no-number" => $"{reason.Field} must be a number.",
        "network.no-boolean" => $"{reason.Field} must be true or false.",
        "network.node-twice" => $"{reason.Field}: there is a node «{reason.Value}» already.",
        "network.unknown-node" => $"{reason.Field}: there is no node «{reason.Value}».",
        "network.weight" => $"{reason.Field} is {reason.Value}. It must be more than 0: from {Strengths}.",
        _ => reason.Code,
    };
}
