using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Samstyring.TestKit;

/// <summary>Asks the database how it would answer each query, with the query's own parameters, and keeps the parts that read or number a table whole.</summary>
public sealed partial class PlanRecorder : DbCommandInterceptor
{
    private readonly List<(string Table, string Query)> _scans = [];
    private readonly List<string> _numbered = [];

    /// <summary>
    /// Tables that are read from end to end, with the query: without an index, or along one and not only as far as the first rows of it. PostgreSQL is
    /// told to avoid the first where it can, and does not tell the second.
    /// </summary>
    public IReadOnlyList<(string Table, string Query)> Scans => _scans;

    /// <summary>Queries that number all rows of what they read, as EF does for a subquery that projects an object.</summary>
    public IReadOnlyList<string> Numbered => _numbered;

    public int Plans { get; private set; }

    /// <summary>Begins anew: what is remembered between requests has been counted.</summary>
    public void Clear()
    {
        _scans.Clear();
        _numbered.Clear();
        Plans = 0;
    }

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

        List<string> plan = [];
        await using (var lines = await explain.ExecuteReaderAsync(ct))
        {
            while (await lines.ReadAsync(ct))
            {
                plan.Add(Convert.ToString(lines[lines.FieldCount - 1], CultureInfo.InvariantCulture)!);
            }
        }

        Plans++;
        var query = command.CommandText;
        if (query.Contains("ROW_NUMBER()", StringComparison.Ordinal))
        {
            _numbered.Add(query);
        }

        var first = ReadsTheFirst(query, plan);
        var scans = plan.Select(line => (postgres ? SequentialScan() : WholeScan()).Match(line)).Where(scan => scan.Success && !(first && IsInOrder(scan, query, postgres)));
        _scans.AddRange(scans.Select(scan => (postgres ? scan.Groups["table"].Value : Table(query, scan.Groups["table"].Value), query)));
    }

    /// <summary>Whether the query is for the first rows in an order, whatever they are: then reading along that order ends with the last of them.</summary>
    private static bool ReadsTheFirst(string query, List<string> plan) => Limit().IsMatch(query) && !Where().IsMatch(query) && !plan.Exists(line => WholeSort().IsMatch(line));

    /// <summary>Whether rows are read along an index, or on SQLite along the table's own key: a table there is the index of its integer key, and its plan would name a sort.</summary>
    private static bool IsInOrder(Match scan, string query, bool postgres) => scan.Groups["index"].Success || (!postgres && OrderBy().IsMatch(query));

    private static DbParameter Copy(DbCommand command, DbParameter parameter)
    {
        var copy = command.CreateParameter();
        (copy.ParameterName, copy.Value, copy.DbType) = (parameter.ParameterName, parameter.Value, parameter.DbType);
        return copy;
    }

    /// <summary>SQLite's plan names aliases: finds the table of one.</summary>
    private static string Table(string query, string alias) =>
        Regex.Match(query, $"\"(?<table>[a-z_]+)\" AS \"{Regex.Escape(alias)}\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["table"].Value;

    [GeneratedRegex(@"^SCAN (?<table>\w+)(?<index> USING (COVERING )?INDEX \w+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeScan();

    [GeneratedRegex(@"^USE TEMP B-TREE FOR (ORDER BY|GROUP BY|DISTINCT)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeSort();

    /// <summary>Of the query itself: EF indents its subqueries.</summary>
    [GeneratedRegex("^LIMIT ", RegexOptions.Multiline, 1000)]
    private static partial Regex Limit();

    [GeneratedRegex("^ORDER BY ", RegexOptions.Multiline, 1000)]
    private static partial Regex OrderBy();

    [GeneratedRegex("^WHERE ", RegexOptions.Multiline, 1000)]
    private static partial Regex Where();

    [GeneratedRegex(@"Seq Scan on (?<table>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SequentialScan();
}
