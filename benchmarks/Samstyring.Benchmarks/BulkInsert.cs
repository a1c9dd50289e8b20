using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;
using Samstyring.Data;

namespace Samstyring.Benchmarks;

/// <summary>Inserts entities past the change tracker: prepared statements on SQLite, COPY on PostgreSQL. Columns and conversions are the model's own.</summary>
internal static class BulkInsert
{
    private sealed record Column(string Name, Func<object, object?> Value);

    public static async Task InsertAsync<T>(SamstyringDb db, IEnumerable<T> rows)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        Column[] columns = [.. type.GetFlattenedProperties().Select(property => ToColumn(property, table))];
        await db.Database.OpenConnectionAsync();
        await (db.Database.GetDbConnection() switch
        {
            NpgsqlConnection postgres => CopyAsync(postgres, table.Name, columns, rows),
            SqliteConnection sqlite => PreparedAsync(sqlite, table.Name, columns, rows),
            var other => throw new InvalidOperationException(other.GetType().Name),
        });
    }

    private static Column ToColumn(IProperty property, StoreObjectIdentifier table)
    {
        var getter = property.GetGetter();
        var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        return new(property.GetColumnName(table)!, convert is null ? getter.GetClrValueUsingContainingEntity : row => convert(getter.GetClrValueUsingContainingEntity(row)));
    }

    private static async Task PreparedAsync<T>(SqliteConnection connection, string table, Column[] columns, IEnumerable<T> rows)
        where T : class
    {
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
#pragma warning disable CA2100 // Names come from the model.
        insert.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")))})";
#pragma warning restore CA2100
        SqliteParameter[] parameters = [.. columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}") }))];
        foreach (var row in rows)
        {
            foreach (var (i, column) in columns.Index())
            {
                parameters[i].Value = column.Value(row) ?? DBNull.Value;
            }

            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, Column[] columns, IEnumerable<T> rows)
        where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var column in columns)
            {
                await (column.Value(row) switch
                {
                    null => copy.WriteNullAsync(),
                    string text => copy.WriteAsync(text, NpgsqlDbType.Text),
                    Guid id => copy.WriteAsync(id, NpgsqlDbType.Uuid),
                    int number => copy.WriteAsync(number, NpgsqlDbType.Integer),
                    bool answer => copy.WriteAsync(answer, NpgsqlDbType.Boolean),
                    var other => throw new InvalidOperationException(other.GetType().Name),
                });
            }
        }

        await copy.CompleteAsync();
    }

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
}
