using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Samstyring.Data;

/// <summary>
/// Inserts entities past the change tracker, in the transaction that is open, if one is: prepared statements on SQLite, COPY on
/// PostgreSQL. Columns and conversions are the model's own. It goes past the guard of untraced changes: record an event beside it.
/// </summary>
internal static class BulkInsert
{
    private sealed record Column(string Name, Func<object, object?> Value);

    public static Task InsertAsync<T>(SamstyringDb db, IEnumerable<T> rows, CancellationToken ct = default)
        where T : class => InsertAsync(db, typeof(T), rows, ct);

    public static async Task InsertAsync(SamstyringDb db, Type entity, IEnumerable<object> rows, CancellationToken ct)
    {
        var type = db.Model.FindEntityType(entity)!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        Column[] columns = [.. type.GetFlattenedProperties().Select(property => ToColumn(property, table))];
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await (db.Database.GetDbConnection() switch
            {
                NpgsqlConnection postgres => CopyAsync(postgres, table.Name, columns, rows, ct),
                SqliteConnection sqlite => PreparedAsync(sqlite, (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(), table.Name, columns, rows, ct),
                var other => throw new InvalidOperationException(other.GetType().Name),
            });
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static Column ToColumn(IProperty property, StoreObjectIdentifier table)
    {
        if (property.IsShadowProperty() && property.DeclaringType.GetDiscriminatorPropertyName() == property.Name)
        {
            return new(property.GetColumnName(table)!, row => property.DeclaringType.Model.FindEntityType(row.GetType())!.GetDiscriminatorValue());
        }

        var getter = property.GetGetter();
        var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        return new(property.GetColumnName(table)!, convert is null ? getter.GetClrValueUsingContainingEntity : row => convert(getter.GetClrValueUsingContainingEntity(row)));
    }

    private static async Task PreparedAsync(SqliteConnection connection, SqliteTransaction? open, string table, Column[] columns, IEnumerable<object> rows, CancellationToken ct)
    {
        await using var own = open is null ? (SqliteTransaction)await connection.BeginTransactionAsync(ct) : null;
        await using var insert = connection.CreateCommand();
        insert.Transaction = open ?? own;
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

            await insert.ExecuteNonQueryAsync(ct);
        }

        if (own is not null)
        {
            await own.CommitAsync(ct);
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, Column[] columns, IEnumerable<object> rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var column in columns)
            {
                await (column.Value(row) switch
                {
                    null => copy.WriteNullAsync(ct),
                    string text => copy.WriteAsync(text, NpgsqlDbType.Text, ct),
                    Guid id => copy.WriteAsync(id, NpgsqlDbType.Uuid, ct),
                    int number => copy.WriteAsync(number, NpgsqlDbType.Integer, ct),
                    long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, ct),
                    decimal number => copy.WriteAsync(number, NpgsqlDbType.Numeric, ct),
                    bool answer => copy.WriteAsync(answer, NpgsqlDbType.Boolean, ct),
                    var other => throw new InvalidOperationException(other.GetType().Name),
                });
            }
        }

        await copy.CompleteAsync(ct);
    }

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
}
