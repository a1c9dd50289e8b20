using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Samstyring.TestKit;

/// <summary>Counts what is asked of the database on behalf of one test, whatever runs beside it.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private readonly AsyncLocal<Count?> _current = new();

    /// <summary>Counts from now on, in the caller and what it calls.</summary>
    public Count Start() => _current.Value = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _current.Value?.Add(command.CommandText);
        return new(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        _current.Value?.Add(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _current.Value?.Add(command.CommandText);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        _current.Value?.Add(command.CommandText);
        return new(result);
    }

    /// <summary>The commands that were sent, in order.</summary>
    public sealed class Count
    {
        private readonly List<string> _commands = [];

        public int Value => Commands.Count;

        public IReadOnlyList<string> Commands
        {
            get
            {
                lock (_commands)
                {
                    return [.. _commands];
                }
            }
        }

        internal void Add(string command)
        {
            lock (_commands)
            {
                _commands.Add(command);
            }
        }
    }
}
