using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.Data;

namespace Samstyring.Cli;

/// <summary>The database that a command works on, without a running server.</summary>
internal static class Database
{
    public static Option<string> Option() => new("--database")
    {
        Description = "An ADO.NET connection string: PostgreSQL when it starts with Host=, else SQLite. SAMSTYRING_DATABASE, or the SQLite file samstyring.db, when left out.",
        HelpName = "CONN",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SAMSTYRING_DATABASE") is { Length: > 0 } set ? set : "Data Source=samstyring.db",
    };

    /// <summary>Brings the database up to date, and works on it as the installation itself.</summary>
    public static async Task<int> UseAsync(string connection, Func<SamstyringDb, Task<int>> work, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddSamstyringDatabase(connection).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        SamstyringDb db;
        try
        {
            db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
            await db.MigrateAsync(ct);
        }
        catch (ArgumentException)
        {
            await Console.Error.WriteLineAsync("--database is no connection string. Examples: «Data Source=samstyring.db», «Host=localhost;Database=samstyring;Username=samstyring».");
            return ExitCodes.Usage;
        }

        return await work(db);
    }
}
