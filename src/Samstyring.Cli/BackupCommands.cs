using System.CommandLine;
using Samstyring.Data.Backups;
using Samstyring.Domain.Kernel;

namespace Samstyring.Cli;

/// <summary><c>backup</c> and <c>restore</c> for SQLite.</summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var (file, database) = (new Argument<FileInfo>("FILE") { Description = "The file to make. It must not be there." }, DatabaseOption.Create());
        var command = new Command("backup", "Copies a SQLite database to a file while Samstyring runs, and proves the copy. Writes FILE.json beside it. Prints the manifest in JSON.") { file, database };
        command.SetAction((parsed, ct) => DatabaseOption.RunOnFileAsync(parsed.GetRequiredValue(database), async source =>
            await PrintAsync(await DatabaseBackup.TakeAsync(source, parsed.GetRequiredValue(file).FullName, TimeProvider.System, ct))));
        return command;
    }

    public static Command Restore()
    {
        var (file, database) = (new Argument<FileInfo>("FILE") { Description = "A file that backup made, with FILE.json beside it." }.AcceptExistingOnly(), DatabaseOption.Create());
        var command = new Command("restore", "Puts a backup in the place of a SQLite database while Samstyring is stopped. The database that was there is kept beside it. Prints a report in JSON.") { file, database };
        command.SetAction((parsed, ct) => DatabaseOption.RunOnFileAsync(parsed.GetRequiredValue(database), async target =>
            await PrintAsync(await DatabaseRestore.RunAsync(target, parsed.GetRequiredValue(file).FullName, TimeProvider.System, ct))));
        return command;
    }

    private static async Task<int> PrintAsync<T>(Outcome<T> outcome)
        where T : class
    {
        if (outcome.IsAccepted(out var done, out var refusal))
        {
            CommandJson.Print(done);
            return ExitCodes.Done;
        }

        foreach (var reason in refusal.Reasons)
        {
            await Console.Error.WriteLineAsync(Explain(reason));
        }

        return ExitCodes.Refused;
    }

    private static string Explain(Reason reason) => reason.Code switch
    {
        "backup.exists" => $"{reason.Value} or its manifest is there already. Nothing was written.",
        "backup.damaged" => "The copy is not whole: SQLite's own check found a fault. Nothing was written.",
        "backup.no-manifest" => $"There is no manifest {reason.Value}, or it cannot be read. Nothing was changed.",
        "backup.not-its-manifest" => "The file is not the one that its manifest describes. Nothing was changed.",
        "backup.newer" => $"The backup was made by a newer version, {reason.Value}. Install that first. Nothing was changed.",
        "backup.chain-broken" => $"The chain of changes in the backup does not hold, or does not end at {reason.Value}. Nothing was changed.",
        "database.in-use" => $"{reason.Value} is in use. Stop Samstyring first. Nothing was changed.",
        _ => reason.Code,
    };
}
