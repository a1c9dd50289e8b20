using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Samstyring.TestKit;

/// <summary>Asks the database how it would answer each query, with the query's own parameters, and keeps the parts that read a table whole.</summary>
public sealed partial class PlanRecorder : DbCommandInterceptor
{
    private readonly List<(string Table, string Query)> _scans = [];

    /// <summary>Tables that were read from end to end without an index, with the query. PostgreSQL is told to avoid it where it can.</summary>
    public IReadOnlyList<(string Table, string Query)> Scans => _scans;

    public int Plans { get; private set; }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            await ExplainAsync(command, cancellationToken);
        }

        return result;
    }

    private async Task ExplainAsync(DbCommand command, CancellationToken ct)
    {
        var postgres = command is NpgsqlCommand;
        await using var explain = command.Connection!.CreateCommand();
        explain.Transaction = command.Transaction;
#pragma warning disable CA2100 // The application's own query.
        explain.CommandText = (postgres ? "SET enable_seqscan = off; EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
#pragma warning restore CA2100
        foreach (DbParameter parameter in command.Parameters)
        {
            explain.Parameters.Add(parameter is ICloneable cloneable ? cloneable.Clone() : Copy(explain, parameter));
        }

        await using var plan = await explain.ExecuteReaderAsync(ct);
        Plans++;
        while (await plan.ReadAsync(ct))
        {
            var line = Convert.ToString(plan[plan.FieldCount - 1], CultureInfo.InvariantCulture)!;
            if ((postgres ? SequentialScan() : WholeScan()).Match(line) is { Success: true } scan)
            {
                _scans.Add((postgres ? scan.Groups["table"].Value : Table(command.CommandText, scan.Groups["table"].Value), command.CommandText));
            }
        }
    }

    private static DbParameter Copy(DbCommand command, DbParameter parameter)
    {
        var copy = command.CreateParameter();
        (copy.ParameterName, copy.Value, copy.DbType) = (parameter.ParameterName, parameter.Value, parameter.DbType);
        return copy;
    }

    /// <summary>SQLite's plan names aliases: finds the table of one.</summary>
    private static string Table(string query, string alias) =>
        Regex.Match(query, $"\"(?<table>[a-z_]+)\" AS \"{Regex.Escape(alias)}\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["table"].Value;

    [GeneratedRegex(@"^SCAN (?<table>\w+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeScan();

    [GeneratedRegex(@"Seq Scan on (?<table>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SequentialScan();
}
