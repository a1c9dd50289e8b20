using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.Data;

namespace Samstyring.Cli;

/// <summary>The option that names a database, the same for every command that opens one.</summary>
internal static class DatabaseOption
{
    public static Option<string> Create() => new("--database")
    {
        Description = "An ADO.NET connection string: PostgreSQL when it starts with Host=, else SQLite. SAMSTYRING_DATABASE, or the SQLite file samstyring.db, when left out.",
        HelpName = "CONN",
        DefaultValueFactory = _ => Default,
    };

    /// <summary>The database where none is named.</summary>
    public static string Default => Environment.GetEnvironmentVariable("SAMSTYRING_DATABASE") is { Length: > 0 } set ? set : "Data Source=samstyring.db";

    /// <summary>Opens a database, as the installation itself, and does something with it.</summary>
    public static async Task<int> RunAsync(string database, Func<SamstyringDb, Task<int>> run)
    {
        await using var services = new ServiceCollection().AddSamstyringDatabase(database).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        SamstyringDb db;
        try
        {
            db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
            db.Database.GetDbConnection();
        }
        catch (ArgumentException)
        {
            return await IsNoConnectionStringAsync();
        }

        return await run(db);
    }

    /// <summary>Brings a database up to date and does something with it.</summary>
    public static Task<int> RunOnNewestAsync(string database, Func<SamstyringDb, Task<int>> run, CancellationToken ct) => RunAsync(database, async db =>
    {
        await db.MigrateAsync(ct);
        return await run(db);
    });

    /// <summary>Does something with the file of a SQLite database that is said to be there.</summary>
    public static async Task<int> RunOnFileAsync(string database, Func<string, Task<int>> run)
    {
        if (DatabaseSetup.IsPostgres(database))
        {
            await Console.Error.WriteLineAsync("This is for SQLite. PostgreSQL has pg_dump and pg_restore: docs/operations.md says how.");
            return ExitCodes.Usage;
        }

        try
        {
            return await run(new SqliteConnectionStringBuilder(database).DataSource is { Length: > 0 } ? database : throw new ArgumentException("no file", nameof(database)));
        }
        catch (ArgumentException)
        {
            return await IsNoConnectionStringAsync();
        }
    }

    private static async Task<int> IsNoConnectionStringAsync()
    {
        await Console.Error.WriteLineAsync("--database is no connection string. Examples: «Data Source=samstyring.db», «Host=localhost;Database=samstyring;Username=samstyring».");
        return ExitCodes.Usage;
    }
}
