using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Samstyring.Data;

public static class DatabaseSetup
{
    /// <summary>
    /// Registers the database that an ADO.NET connection string names: PostgreSQL when it starts with <c>Host=</c>, else SQLite.
    /// </summary>
    public static IServiceCollection AddSamstyringDatabase(this IServiceCollection services, string connectionString) =>
        IsPostgres(connectionString)
            ? services.AddDbContextPool<SamstyringDb, PostgresDb>(options => options.UseNpgsql(connectionString).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking))
            : services.AddDbContextPool<SamstyringDb, SqliteDb>(options => options.UseSqlite(connectionString).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));

    public static bool IsPostgres(string connectionString) =>
        connectionString.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Brings the schema up to date. SQLite is put in WAL mode, where readers never wait for a writer.</summary>
    public static async Task MigrateAsync(this SamstyringDb db, CancellationToken ct)
    {
        await db.Database.MigrateAsync(ct);
        if (db is SqliteDb)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        }
    }
}
