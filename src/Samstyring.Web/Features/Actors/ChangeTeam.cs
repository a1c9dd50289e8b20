using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Actors;

/// <summary>Lets an organisation into the team of an initiative, or out of it.</summary>
public sealed class ChangeTeam(SamstyringDb db, TimeProvider clock)
{
    /// <param name="organisation">A key, or a whole name.</param>
    /// <param name="knows">Whether the person has said that they know that documents are internal no longer.</param>
    /// <returns>Null where the viewer has no such initiative, or is not of its team.</returns>
    public async Task<Outcome<TeamChanged>?> RunAsync(string key, string? organisation, bool joins, bool knows, Standing who, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RecordVersion.LockAsync(db, new("team-of", key), ct);
        if (await ReadAsync(db, key, ct) is not { } team)
        {
            return null;
        }

        var wanted = organisation?.Trim() ?? "";
        if (await RecordReader.BodyAsync(db, wanted, ct) is not { } found)
        {
            return new Refusal(new Reason(RecordReader.NoSuchBody, "organisation", wanted));
        }

        var body = OrganisationId.Of(found);
        var now = clock.GetUtcNow();
        var decided = joins ? TeamRules.LetIn(team, body, found, knows, who, now) : TeamRules.LetGo(team, body, found, who, now);
        if (!decided.IsAccepted(out var changed, out _))
        {
            return decided;
        }

        var audience = Team.Of(InitiativeId.Of(key));
        db.Record(changed);
        if (joins)
        {
            db.Add(new AudienceMember { Audience = audience, Organisation = body });
        }
        else
        {
            await db.AudienceMembers.Where(m => m.Audience == audience && m.Organisation == body).ExecuteDeleteAsync(ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return decided;
    }

    /// <returns>Null where the viewer has no such initiative, or is not of its team.</returns>
    public static async Task<TeamStanding?> ReadAsync(SamstyringDb db, string key, CancellationToken ct)
    {
        var id = InitiativeId.Of(key);
        var team = Team.Of(id);
        if (!await db.Initiatives.AnyAsync(i => i.Id == id && i.Kind != InitiativeKind.Activity, ct) || !await db.Audiences.AnyAsync(audience => audience == team, ct))
        {
            return null;
        }

        var owners = await db.Set<Participant>().Where(p => p.Initiative == id && p.Role == ParticipantRole.Owner && p.Organisation != null && p.IsWithdrawn != true).OrderBy(p => p.Order).Select(p => p.Organisation!.Value).ToListAsync(ct);
        var members = await db.AudienceMembers.Where(m => m.Audience == team && m.Organisation != null).Select(m => m.Organisation!.Value).ToListAsync(ct);
        // Of several owners, the one whose people were in the team from the beginning.
        return owners is [] ? null : new(key, owners.Where(members.Contains).Append(owners[0]).First(), members);
    }
}
