using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data;

public static class DatabaseSetup
{
    /// <summary>Of PostgreSQL's advisory locks: «MIGRATE» in ASCII.</summary>
    private const long MigrationLock = 0x4D494752415445;

    /// <summary>
    /// Registers the database that an ADO.NET connection string names: PostgreSQL when it starts with <c>Host=</c>, else SQLite.
    /// </summary>
    /// <param name="viewer">For whom a scope reads; the installation itself when left out.</param>
    public static IServiceCollection AddSamstyringDatabase(this IServiceCollection services, string connectionString, Func<IServiceProvider, Viewer>? viewer = null) =>
        IsPostgres(connectionString)
            ? services.AddPooled<PostgresDb>(options => options.UsePostgres(WithPlanning(connectionString)), viewer)
            : services.AddPooled<SqliteDb>(options => options.UseSqlite(connectionString).AddInterceptors(new SqliteMemory()), viewer);

    /// <summary>PostgreSQL, with what makes writers wait for the disk.</summary>
    public static DbContextOptionsBuilder UsePostgres(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString).AddInterceptors(new ChainFlush());

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

    private static readonly WholeTexts Texts = new();

    public static bool IsPostgres(string connectionString) =>
        connectionString.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Pages only read. A count that stops early needs no order, and EF cannot tell it from a page of rows.</summary>
    private static DbContextOptionsBuilder Reading(DbContextOptionsBuilder options) => options
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(Texts)
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    /// <summary>PostgreSQL comes with the costs of a turning disk, and would rather read a whole table than look up a few hundred rows by index.</summary>
    private static string WithPlanning(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.Options ??= "-c random_page_cost=1.1";
        return connection.ConnectionString;
    }

    /// <summary>
    /// Brings the schema up to date. SQLite is put in WAL mode, where readers never wait for a writer; on PostgreSQL machines that start at
    /// once take turns.
    /// </summary>
    public static async Task MigrateAsync(this SamstyringDb db, CancellationToken ct)
    {
        if (db is SqliteDb)
        {
            await db.Database.MigrateAsync(ct);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
            return;
        }

        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync(ct);
        }

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", ct);
            await db.Database.MigrateAsync(ct);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", ct);
        }
        finally
        {
            // A lock that was not given back goes with the connection.
            await db.Database.CloseConnectionAsync();
        }
    }
}
