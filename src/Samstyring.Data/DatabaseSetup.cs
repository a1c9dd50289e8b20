using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
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
            ? services.AddPooled<PostgresDb>(options => options.UseNpgsql(WithPlanning(connectionString)), viewer)
            : services.AddPooled<SqliteDb>(options => options.UseSqlite(connectionString).AddInterceptors(new SqliteMemory()), viewer);

    private static IServiceCollection AddPooled<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> use, Func<IServiceProvider, Viewer>? viewer)
        where TDb : SamstyringDb
    {
        services.AddPooledDbContextFactory<TDb>(options => use(Reading(options)));
        return services.AddScoped<SamstyringDb>(scope =>
        {
            var db = scope.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();
            db.BeginFor(viewer?.Invoke(scope) ?? Viewer.Installation);
            return db;
        });
    }

    public static bool IsPostgres(string connectionString) =>
        connectionString.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Pages only read. A count that stops early needs no order, and EF cannot tell it from a page of rows.</summary>
    private static DbContextOptionsBuilder Reading(DbContextOptionsBuilder options) => options
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    /// <summary>PostgreSQL comes with the costs of a turning disk, and would rather read a whole table than look up a few hundred rows by index.</summary>
    private static string WithPlanning(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.Options ??= "-c random_page_cost=1.1";
        return connection.ConnectionString;
    }

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
