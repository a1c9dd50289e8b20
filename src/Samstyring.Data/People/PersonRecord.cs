using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Kernel.Json;

namespace Samstyring.Data.People;

/// <summary>
/// All that an installation holds on one person. It asks the model which tables name people, so that a table that is added is in it too.
/// Secrets are left out: what proves who somebody is must not be carried around in a file.
/// </summary>
public static class PersonRecord
{
    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal)
    {
        nameof(Person.PasswordHash), nameof(Person.SecurityStamp), nameof(Person.ConcurrencyStamp), "Value", "Hash", "Salt", "Data", "CredentialId", "ProviderKey",
    };

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new StrongIdJsonConverter(), new CodeJsonConverter(), new LocalizedTextJsonConverter() },
    };

    private static readonly MethodInfo Reader = typeof(PersonRecord).GetMethod(nameof(RowsAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <returns>JSON: each table by its name with the rows that name the person; null where there is no such person.</returns>
    public static async Task<string?> ReadAsync(SamstyringDb db, UserId user, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.Users.AnyAsync(p => p.Id == user, ct))
        {
            return null;
        }

        JsonObject tables = [];
        foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned() && Names(e) is not []).OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            tables[entity.GetTableName()!] = await (Task<JsonArray>)Reader.MakeGenericMethod(entity.ClrType).Invoke(null, [db, Names(entity), user, ct])!;
        }

        JsonObject record = new() { ["person"] = user.ToString(), ["readAt"] = now, ["tables"] = tables, ["history"] = await HistoryAsync(db, user, ct) };
        return record.ToJsonString(Json);
    }

    /// <summary>The columns of a table that hold people.</summary>
    private static string[] Names(IEntityType entity) =>
        [.. entity.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(UserId)).Select(p => p.Name)];

    private static async Task<JsonArray> RowsAsync<T>(SamstyringDb db, string[] columns, UserId user, CancellationToken ct)
        where T : class
    {
        List<T> rows = [];
        foreach (var column in columns)
        {
            var nullable = Nullable.GetUnderlyingType(db.Model.FindEntityType(typeof(T))!.FindProperty(column)!.ClrType) is not null;
            rows.AddRange(await (nullable ? db.Set<T>().Where(row => EF.Property<UserId?>(row, column) == user) : db.Set<T>().Where(row => EF.Property<UserId>(row, column) == user)).ToListAsync(ct));
        }

        return [.. rows.Select(row => JsonSerializer.Serialize(row, Json)).Distinct(StringComparer.Ordinal).Select(Open)];
    }

    /// <summary>What happened to the person, whoever did it.</summary>
    private static async Task<JsonArray> HistoryAsync(SamstyringDb db, UserId user, CancellationToken ct)
    {
        var key = user.ToString();
        var entries = await (
            from subject in db.AuditSubjects
            join entry in db.AuditEntries on subject.Number equals entry.Number
            where subject.Type == "person" && subject.Key == key
            orderby entry.Number
            select entry).ToListAsync(ct);
        return [.. entries.Select(entry => Open(JsonSerializer.Serialize(entry, Json)))];
    }

    private static JsonObject Open(string row)
    {
        var open = JsonNode.Parse(row)!.AsObject();
        foreach (var secret in Secrets)
        {
            open.Remove(JsonNamingPolicy.CamelCase.ConvertName(secret));
        }

        if (open["payload"] is JsonValue payload)
        {
            open["payload"] = JsonNode.Parse(payload.GetValue<string>());
        }

        return open;
    }
}
