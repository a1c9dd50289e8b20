using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data;

public static class DatabaseSetup
{
    /// <summary>
    /// Registers the database that an ADO.NET connection string names: PostgreSQL when it starts with <c>Host=</c>, else SQLite.
    /// </summary>
    /// <param name="viewer">For whom a scope reads; the installation itself when left out.</param>
    public static IServiceCollection AddSamstyringDatabase(this IServiceCollection services, string connectionString, Func<IServiceProvider, Viewer>? viewer = null) =>
        IsPostgres(connectionString)
            ? services.AddPooled<PostgresDb>(options => options.UseNpgsql(connectionString), viewer)
            : services.AddPooled<SqliteDb>(options => options.UseSqlite(connectionString), viewer);

    private static IServiceCollection AddPooled<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> use, Func<IServiceProvider, Viewer>? viewer)
        where TDb : SamstyringDb
    {
        services.AddPooledDbContextFactory<TDb>(options => use(options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)));
        return services.AddScoped<SamstyringDb>(scope =>
        {
            var db = scope.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();
            db.BeginFor(viewer?.Invoke(scope) ?? Viewer.Installation);
            return db;
        });
    }

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
