using System.CommandLine;
using Samstyring.Data;
using Samstyring.Data.Loading;

namespace Samstyring.Cli;

/// <summary>The commands that read the data files: <c>load</c> stores them, <c>verify-data</c> only checks them.</summary>
internal static class DataCommands
{
    public static Command Load()
    {
        var data = DataOption();
        var database = DatabaseOption.Create();
        var command = new Command("load", "Brings the database up to date and loads the data files into it: all of them, or nothing where one has an error. Prints a report in JSON.") { data, database };
        command.SetAction((parsed, ct) => DatabaseOption.RunOnNewestAsync(parsed.GetRequiredValue(database), db => LoadAsync(parsed.GetRequiredValue(data), db, ct), ct));
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

    private static async Task<int> LoadAsync(DirectoryInfo data, SamstyringDb db, CancellationToken ct) =>
        Print(await ReferenceData.LoadAsync(db, data.FullName, TimeProvider.System, ct));

    private static int Print(LoadReport report)
    {
        CommandJson.Print(report);
        if (report.Succeeded)
        {
            return ExitCodes.Done;
        }

        Console.Error.WriteLine(report.Errors is [_] ? "The data files have one error." : $"The data files have {report.Errors.Count} errors.");
        return ExitCodes.Refused;
    }
}
