using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Trace;

namespace Samstyring.Cli;

/// <summary><c>verify</c>: follows the chain of changes from its first link, and says where somebody touched it.</summary>
internal static class VerifyCommand
{
    private sealed record Report(bool Holds, string Head, long Checked, long Erased, IReadOnlyList<ChainFinding> Findings);

    public static Command Create()
    {
        var database = DatabaseOption.Create();
        var head = new Option<ChainHead>("--head")
        {
            Description = "A head that was kept: from the log, or from the manifest of a backup. Without one, links that were cut off the end are not missed.",
            HelpName = "N:HASH",
            CustomParser = argument =>
            {
                if (ChainHead.Parse(argument.Tokens[0].Value) is { } kept)
                {
                    return kept;
                }

                argument.AddError($"«{argument.Tokens[0].Value}» is no head: a number, a colon and 64 hexadecimal digits.");
                return null;
            },
        };
        var command = new Command("verify", "Follows the chain of changes and finds a changed, missing, reordered or cut-off link. Changes nothing. Prints a report in JSON.") { head, database };
        command.SetAction((parsed, ct) => DatabaseOption.RunAsync(parsed.GetRequiredValue(database), db => VerifyAsync(db, parsed.GetValue(head), ct)));
        return command;
    }

    private static async Task<int> VerifyAsync(SamstyringDb db, ChainHead? kept, CancellationToken ct)
    {
        if (!await HasChainAsync(db, ct))
        {
            await Console.Error.WriteLineAsync("There is no such database, or it is not Samstyring's, or it is older than the chain: start Samstyring on it once.");
            return ExitCodes.Unreachable;
        }

        var report = await ChainCheck.RunAsync(db, kept, ct);
        CommandJson.Print(new Report(report.Holds, report.Head.ToString(), report.Checked, report.Erased, report.Findings));
        await Console.Error.WriteLineAsync(report.Holds
            ? $"The chain holds: {report.Checked} links."
            : $"The chain does not hold. The first fault shows at link {report.Findings[0].Number}.");
        return report.Holds ? ExitCodes.Done : ExitCodes.Refused;
    }

    /// <summary>A file that is not there must not be made by looking at it.</summary>
    private static async Task<bool> HasChainAsync(SamstyringDb db, CancellationToken ct)
    {
        try
        {
            return await db.Database.CanConnectAsync(ct) && await db.AuditEntries.AnyAsync(ct);
        }
        catch (DbException)
        {
            return false;
        }
    }
}
