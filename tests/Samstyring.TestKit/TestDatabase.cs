using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Data.Loading;
using Samstyring.Domain.Gates;

namespace Samstyring.TestKit;

/// <summary>
/// A database of one test's own, empty or with all facts loaded. Facts are loaded once per kind in a test process; each
/// loaded database is a copy of that one.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<string> Folder = new(NewFolder);

    private static readonly Dictionary<DatabaseKind, Lazy<Task<TestDatabase>>> Templates =
        Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<TestDatabase>>(() => LoadAsync(kind)));

    private static readonly Dictionary<DatabaseKind, Lazy<Task<TestDatabase>>> Shared =
        Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<TestDatabase>>(() => LoadedAsync(kind)));

    private static int _count;

    private TestDatabase(DatabaseKind kind, string connectionString) => (Kind, ConnectionString) = (kind, connectionString);

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>A database without tables.</summary>
    public static async Task<TestDatabase> EmptyAsync(DatabaseKind kind)
    {
        var name = NewName();
        if (kind is DatabaseKind.Sqlite)
        {
            return new(kind, $"Data Source={Path.Combine(Folder.Value, name + ".db")}");
        }

        await CommandAsync($"CREATE DATABASE {name}");
        return new(kind, await PostgresServer.ConnectionStringAsync(name));
    }

    /// <summary>A database with the facts of <c>data/reference</c>, to change at will.</summary>
    public static async Task<TestDatabase> LoadedAsync(DatabaseKind kind)
    {
        var template = await Templates[kind].Value;
        var name = NewName();
        if (kind is DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Folder.Value, name + ".db");
            File.Copy(new SqliteConnectionStringBuilder(template.ConnectionString).DataSource, file);
            return new(kind, $"Data Source={file}");
        }

        await CommandAsync($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(template.ConnectionString).Database}");
        return new(kind, await PostgresServer.ConnectionStringAsync(name));
    }

    /// <summary>The methods are read once, as when the program starts.</summary>
    static TestDatabase() => MethodPacks.Use(MethodPacks.Load(Path.Combine(Repository.Root, "data", "methods"), Checks.Registry));

    /// <summary>A database with the facts, for all tests that only read.</summary>
    public static Task<TestDatabase> SharedAsync(DatabaseKind kind) => Shared[kind].Value;

    public SamstyringDb Open(params IEnumerable<IInterceptor> interceptors) => Kind is DatabaseKind.Sqlite
        ? new SqliteDb(Options<SqliteDb>(options => options.UseSqlite(ConnectionString), interceptors))
        : new PostgresDb(Options<PostgresDb>(options => options.UseNpgsql(ConnectionString), interceptors));

    public async ValueTask DisposeAsync()
    {
        if (Kind is DatabaseKind.Sqlite)
        {
            ClosePool();
            foreach (var file in Directory.EnumerateFiles(Folder.Value, Path.GetFileName(new SqliteConnectionStringBuilder(ConnectionString).DataSource) + "*"))
            {
                File.Delete(file);
            }

            return;
        }

        ClosePool();
        await CommandAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)");
    }

    private static async Task<TestDatabase> LoadAsync(DatabaseKind kind)
    {
        var database = await EmptyAsync(kind);
        await using (var db = database.Open())
        {
            await db.MigrateAsync(CancellationToken.None);
            var report = await ReferenceData.LoadAsync(db, Repository.ReferenceData, TimeProvider.System, CancellationToken.None);
            if (!report.Succeeded)
            {
                throw new InvalidOperationException("data/reference does not load:\n" + string.Join('\n', report.Errors));
            }

            if (kind is DatabaseKind.Sqlite)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }

        database.ClosePool();
        return database;
    }

    private static DbContextOptions<TDb> Options<TDb>(Action<DbContextOptionsBuilder<TDb>> use, IEnumerable<IInterceptor> interceptors)
        where TDb : SamstyringDb
    {
        var options = new DbContextOptionsBuilder<TDb>().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(interceptors);
        use(options);
        return options.Options;
    }

    private static async Task CommandAsync(string sql)
    {
        await using var server = new NpgsqlConnection(await PostgresServer.ConnectionStringAsync("postgres"));
        await server.OpenAsync();
#pragma warning disable CA2100 // Names made here.
        await using var command = new NpgsqlCommand(sql, server);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string NewName() => FormattableString.Invariant($"test_{Interlocked.Increment(ref _count)}");

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("samstyring-sqlite-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private void ClosePool()
    {
        if (Kind is DatabaseKind.Sqlite)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
