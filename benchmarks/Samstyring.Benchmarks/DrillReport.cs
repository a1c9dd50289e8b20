using System.Globalization;
using System.Text;
using Npgsql;

namespace Samstyring.Benchmarks;

/// <summary>The drill on both databases, as a table.</summary>
internal static class DrillReport
{
    /// <returns>0 where every round held.</returns>
    public static async Task<int> RunAsync(string data, int writers, int kills, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("samstyring-drill-");
        await using var postgres = await TemporaryPostgres.StartAsync();
        StringBuilder text = new();
        var holds = true;
        try
        {
            (string Name, string Connection, TemporaryPostgres? Server)[] databases = [("SQLite", $"Data Source={folder.FullName}/drill.db", null), ("PostgreSQL", postgres.Connection("drill"), postgres)];
            text.AppendLine(CultureInfo.InvariantCulture, $"{writers} writers, {kills} kills (SIGKILL) on each database.\n");
            text.AppendLine("| Database | Kill | Killed | Acknowledged | Lost | Half | Links | Chain | File | Restart, ms |\n|---|---:|---|---:|---:|---:|---:|---|---|---:|");
            List<string> rates = [];
            foreach (var (name, connection, server) in databases)
            {
                var (rounds, chained, unchained) = await new Drill(name, connection, writers, kills, server, stop).RunAsync(data);
                foreach (var r in rounds)
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"| {r.Database} | {r.Round} | {r.Killed} | {r.Acknowledged} | {r.Lost} | {r.Halves} | {r.Chain.Head.Number} | {(r.Chain.Holds ? "holds" : "**broken**")} | {(r.IsWhole ? "whole" : "**damaged**")} | {r.Restart.TotalMilliseconds:0} |");
                }

                holds &= rounds.All(r => r.Holds);
                rates.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {chained:0} | {unchained:0} | {chained / unchained:0.00} |"));
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"\nWrites a second, {writers} writers, each write a transaction of its own:\n\n| Database | With the chain | Without | Share |\n|---|---:|---:|---:|\n{string.Join('\n', rates)}\n");
            text.AppendLine(holds ? "Nothing acknowledged was lost, nothing was half, every chain holds." : "**The drill failed.**");
            await Console.Out.WriteAsync(text, stop);
            return holds ? 0 : 1;
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
