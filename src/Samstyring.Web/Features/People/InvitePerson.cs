using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.People;

/// <param name="Organisation">The key of an organisation; empty where the person is to be an administrator.</param>
/// <param name="Role">The code of a role, or <see cref="InvitePerson.Administrator"/>.</param>
public sealed record InvitationWish(string? Recipient, string? Organisation, string? Role);

/// <summary>The secret of a new invitation: the only time that anybody has it but the one invited.</summary>
public sealed record NewInvitation(string Secret, DateTimeOffset ExpiresAt);

/// <summary>Invites somebody to an organisation. Its managers may, and the administrator, who may also invite another administrator.</summary>
public sealed class InvitePerson(SamstyringDb db, TimeProvider clock)
{
    public const string Administrator = "administrator";

    public async Task<Outcome<NewInvitation>> RunAsync(InvitationWish wish, Standing who, CancellationToken ct)
    {
        if (await GrantAsync(wish, who, ct) is not { } grant)
        {
            return new Refusal(new Reason("invitation.organisation", who.IsAdministrator ? "organisation" : "role"));
        }

        var secret = Secret.New();
        if (!Invitation.Make(wish.Recipient, grant, Secret.HashOf(secret), who.Actor, clock.GetUtcNow()).IsAccepted(out var invitation, out var refusal))
        {
            return refusal;
        }

        db.Add(invitation);
        await db.SaveChangesAsync(ct);
        return new NewInvitation(secret, invitation.ExpiresAt);
    }

    /// <summary>Null where there is no such thing to give, or it is not theirs to give.</summary>
    private async Task<Grant?> GrantAsync(InvitationWish wish, Standing who, CancellationToken ct)
    {
        if (wish.Role is Administrator)
        {
            return who.IsAdministrator ? Grant.Administrator : null;
        }

        var key = wish.Organisation?.Trim() ?? "";
        var organisation = await db.Organisations.Where(o => o.Key == key).Select(o => new { o.Id, o.Key }).SingleOrDefaultAsync(ct);
        return organisation is not null && Codes.TryParse<Role>(wish.Role ?? "", out var role) && AccessRules.MayManage(who, organisation.Id)
            ? new(organisation.Id, organisation.Key, role)
            : null;
    }
}
