using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Samstyring.Data;
using Samstyring.Data.Loading;

namespace Samstyring.Cli;

/// <summary>The commands that read the data files: <c>load</c> stores them, <c>verify-data</c> only checks them.</summary>
internal static class DataCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string DefaultDatabase => Environment.GetEnvironmentVariable("SAMSTYRING_DATABASE") is { Length: > 0 } set ? set : "Data Source=samstyring.db";

    public static Command Load()
    {
        var data = DataOption();
        var database = new Option<string>("--database")
        {
            Description = "An ADO.NET connection string: PostgreSQL when it starts with Host=, else SQLite. SAMSTYRING_DATABASE, or the SQLite file samstyring.db, when left out.",
            HelpName = "CONN",
            DefaultValueFactory = _ => DefaultDatabase,
        };
        var command = new Command("load", "Brings the database up to date and loads the data files into it: all of them, or nothing where one has an error. Prints a report in JSON.") { data, database };
        command.SetAction((parsed, ct) => LoadAsync(parsed.GetRequiredValue(data), parsed.GetRequiredValue(database), ct));
        return command;
    }

    public static Command Verify()
    {
        var data = DataOption();
        var command = new Command("verify-data", "Checks the data files without a database. Prints a report in JSON, the same as load does.") { data };
        command.SetAction(parsed => Print(ReferenceData.Check(parsed.GetRequiredValue(data).FullName)));
        return command;
    }

    private static Option<DirectoryInfo> DataOption()
    {
        var option = new Option<DirectoryInfo>("--data")
        {
            Description = "The folder with the data files. SAMSTYRING_DATA, or the files that came with the program, when left out.",
            HelpName = "DIR",
            DefaultValueFactory = _ => new(Environment.GetEnvironmentVariable("SAMSTYRING_DATA") is { Length: > 0 } set ? set : Path.Combine(AppContext.BaseDirectory, "data", "reference")),
        };
        return option.AcceptExistingOnly();
    }

    private static async Task<int> LoadAsync(DirectoryInfo data, string database, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddSamstyringDatabase(database).BuildServiceProvider();
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

        return Print(await ReferenceData.LoadAsync(db, data.FullName, TimeProvider.System, ct));
    }

    private static int Print(LoadReport report)
    {
        Console.Out.WriteLine(JsonSerializer.Serialize(report, Json));
        if (report.Succeeded)
        {
            return ExitCodes.Done;
        }

        Console.Error.WriteLine(report.Errors is [_] ? "The data files have one error." : $"The data files have {report.Errors.Count} errors.");
        return ExitCodes.Refused;
    }
}
