using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.People;

/// <summary>Closes an invitation before anybody accepts it.</summary>
public sealed class WithdrawInvitation(SamstyringDb db, TimeProvider clock)
{
    /// <returns>Null where there is no such invitation among those that the person may manage.</returns>
    public async Task<Outcome<InvitationWithdrawn>?> RunAsync(InvitationId id, Standing who, CancellationToken ct)
    {
        var invitation = await db.Invitations.AsTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (invitation is null || !(invitation.Organisation is { } theirs ? AccessRules.MayManage(who, theirs) : who.IsAdministrator))
        {
            return null;
        }

        var key = await db.Organisations.Where(o => o.Id == invitation.Organisation).Select(o => o.Key).SingleOrDefaultAsync(ct);
        var outcome = invitation.Withdraw(key, who.Actor, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(new Reason("invitation.closed"));
        }

        return outcome;
    }
}
