using System.CommandLine;
using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Samstyring.Cli;

var root = new RootCommand(
    $"""
    Loads, checks, exports and imports the facts of Samstyring, administers its people, proves its chain of changes, backs it up, measures networks, and forecasts adoption.

    Reports and files go to standard output, and nothing else does; what is said to people goes to standard error.

    Exit codes: {ExitCodes.Help}
    """);
root.Subcommands.Add(DataCommands.Load());
root.Subcommands.Add(DataCommands.Verify());
root.Subcommands.Add(ExportCommand.Create());
root.Subcommands.Add(VerifyCommand.Create());
root.Subcommands.Add(BackupCommands.Backup());
root.Subcommands.Add(BackupCommands.Restore());
root.Subcommands.Add(UserCommands.Create());
root.Subcommands.Add(ImportCommand.Create());
root.Subcommands.Add(AnalyseCommand.Create());
var version = new Command("version", "Prints the version.");
version.SetAction(_ => Console.Out.WriteLine(Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion));
root.Subcommands.Add(version);

var parsed = root.Parse(args);
if (parsed.Errors is not [])
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    await Console.Error.WriteLineAsync("samstyring --help says what there is.");
    return ExitCodes.Usage;
}

try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is DbException or DbUpdateException or HttpRequestException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(failure.InnerException is { } cause ? $"{failure.Message} {cause.Message}" : failure.Message);
    return ExitCodes.Unreachable;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return ExitCodes.Unreachable;
}
