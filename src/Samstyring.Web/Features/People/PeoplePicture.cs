using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.People;

/// <summary>Somebody who acts for an organisation.</summary>
public sealed record Colleague(AffiliationId Affiliation, UserId User, string Name, string? Email, Role Role, DateTimeOffset Since);

/// <param name="Organisation">Null where the person is to be an administrator.</param>
/// <param name="By">Who invites; null where it was a command on the server.</param>
public sealed record OpenInvitation(InvitationId Id, string Recipient, LocalizedText? Organisation, Role? Role, string? By, DateTimeOffset ExpiresAt);

/// <summary>Reads people and invitations: of one organisation for its managers, of all for the administrator.</summary>
public sealed class PeoplePicture(SamstyringDb db, TimeProvider clock)
{
    /// <summary>The people of one organisation; those of all others stay with them.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(OrganisationId organisation, CancellationToken ct) =>
        await (from a in db.Affiliations
               join p in db.Users on a.User equals p.Id
               where a.Organisation == organisation && a.EndedAt == null
               orderby p.Name, a.Id
               select new Colleague(a.Id, a.User, p.Name, p.Email, a.Role, a.Since)).ToListAsync(ct);

    /// <param name="organisation">Null for the invitations of all organisations.</param>
    public async Task<IReadOnlyList<OpenInvitation>> InvitationsAsync(OrganisationId? organisation, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from i in db.Invitations
            join o in db.Organisations on i.Organisation equals o.Id into organisations
            from o in organisations.DefaultIfEmpty()
            join p in db.Users on i.MadeBy equals p.Id into people
            from p in people.DefaultIfEmpty()
            where i.ClosedAt == null && i.ExpiresAt > now && (organisation == null || i.Organisation == organisation)
            orderby i.MadeAt, i.Id
            select new { i.Id, i.Recipient, i.Organisation, o.Name, i.Role, By = (string?)p.Name, i.ExpiresAt }).ToListAsync(ct);
        return [.. rows.Select(r => new OpenInvitation(r.Id, r.Recipient, r.Organisation is null ? null : r.Name, r.Role, r.By, r.ExpiresAt))];
    }
}
