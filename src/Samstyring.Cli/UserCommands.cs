using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Cli;

/// <summary>The commands on people: the first administrator comes by one, and a person's data go out and away by others.</summary>
internal static class UserCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private sealed record Listed(string Id, string Name, string? Email, bool IsAdministrator, DateTimeOffset? ErasedAt, IReadOnlyList<ListedRole> Organisations);

    private sealed record ListedRole(string Organisation, string Role);

    public static Command Create() => new("users", "Invites the first administrator; lists, exports and erases people.") { InviteAdministrator(), List(), Export(), Erase() };

    private static Command InviteAdministrator()
    {
        var (database, recipient) = (DatabaseOption.Create(), new Option<string>("--for") { Description = "Who it is for, to know the invitation again.", HelpName = "TEXT", DefaultValueFactory = _ => "administrator" });
        var command = new Command("invite-admin", "Invites an administrator of the installation. Prints the path of a link that works once, for fourteen days: put the address of the server before it.") { recipient, database };
        command.SetAction((parsed, ct) => DatabaseOption.RunOnNewestAsync(parsed.GetRequiredValue(database), db => InviteAsync(db, parsed.GetRequiredValue(recipient), ct), ct));
        return command;
    }

    private static Command List()
    {
        var database = DatabaseOption.Create();
        var command = new Command("list", "Prints all people and what they may do, in JSON.") { database };
        command.SetAction((parsed, ct) => DatabaseOption.RunOnNewestAsync(parsed.GetRequiredValue(database), db => ListAsync(db, ct), ct));
        return command;
    }

    private static Command Export()
    {
        var (id, database) = (Person(), DatabaseOption.Create());
        var command = new Command("export", "Prints all that is held on a person, in JSON. Secrets are left out.") { id, database };
        command.SetAction((parsed, ct) => DatabaseOption.RunOnNewestAsync(parsed.GetRequiredValue(database), db => ExportAsync(db, parsed.GetRequiredValue(id), ct), ct));
        return command;
    }

    private static Command Erase()
    {
        var (id, database) = (Person(), DatabaseOption.Create());
        var reason = new Option<string>("--reason") { Description = "Why. It stays in the trail: do not name the person.", HelpName = "TEXT", Required = true };
        var command = new Command("erase", "Removes all that is known of a person. What the person did stays, and the trail still verifies. There is no way back.") { id, reason, database };
        command.SetAction((parsed, ct) => DatabaseOption.RunOnNewestAsync(parsed.GetRequiredValue(database), db => EraseAsync(db, parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason), ct), ct));
        return command;
    }

    private static Argument<Guid> Person() => new("ID") { Description = "The person's identifier, as the list has it." };

    private static async Task<int> InviteAsync(SamstyringDb db, string recipient, CancellationToken ct)
    {
        var secret = Secret.New();
        if (!Invitation.Make(recipient, Grant.Administrator, Secret.HashOf(secret), Actor.Installation, TimeProvider.System.GetUtcNow()).IsAccepted(out var invitation, out var refusal))
        {
            return await RefuseAsync(refusal);
        }

        db.Add(invitation);
        await db.SaveChangesAsync(ct);
        await Console.Out.WriteLineAsync($"/invitasjon/{secret}");
        return ExitCodes.Done;
    }

    private static async Task<int> ListAsync(SamstyringDb db, CancellationToken ct)
    {
        var people = await db.Users.OrderBy(p => p.Id).ToListAsync(ct);
        var roles = (await (
            from a in db.Affiliations
            join o in db.Organisations on a.Organisation equals o.Id
            where a.EndedAt == null
            orderby o.Key
            select new { a.User, o.Key, a.Role }).ToListAsync(ct)).ToLookup(r => r.User, r => new ListedRole(r.Key, Codes.Of(r.Role)));
        var listed = people.Select(p => new Listed(p.Id.ToString(), p.Name, p.Email, p.IsAdministrator, p.ErasedAt, [.. roles[p.Id]]));
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(listed, Json));
        return ExitCodes.Done;
    }

    private static async Task<int> ExportAsync(SamstyringDb db, Guid id, CancellationToken ct)
    {
        if (await PersonRecord.ReadAsync(db, new UserId(id), TimeProvider.System.GetUtcNow(), ct) is not { } record)
        {
            await Console.Error.WriteLineAsync("There is no such person.");
            return ExitCodes.Refused;
        }

        await Console.Out.WriteLineAsync(record);
        return ExitCodes.Done;
    }

    private static async Task<int> EraseAsync(SamstyringDb db, Guid id, string reason, CancellationToken ct)
    {
        if (!(await new PersonErasure(db, TimeProvider.System).RunAsync(new UserId(id), reason, Actor.Installation, ct)).IsAccepted(out _, out var refusal))
        {
            return await RefuseAsync(refusal);
        }

        await Console.Error.WriteLineAsync("Erased.");
        return ExitCodes.Done;
    }

    private static async Task<int> RefuseAsync(Refusal refusal)
    {
        await Console.Error.WriteLineAsync(refusal.Reasons[0].Code switch
        {
            "person.unknown" => "There is no such person, or it was already erased.",
            "reason.required" => "--reason says nothing.",
            "invitation.recipient" => "--for says nothing.",
            var code => $"Refused: {code}.",
        });
        return ExitCodes.Refused;
    }
}
