using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.People;

/// <summary>
/// Removes all that is known of a person. What the person did stays, under an identifier that leads nowhere. Of the chain, the payloads
/// that tell of the person are erased with their salts; their digests stand, and the chain holds.
/// </summary>
public sealed class PersonErasure(SamstyringDb db, TimeProvider clock)
{
    /// <summary>The kind of record that names a person.</summary>
    private const string Role = "network-role";

    public async Task<Outcome<PersonErased>> RunAsync(UserId user, string? reason, Actor by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal(new Reason("reason.required", "reason"));
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Users.AsTracking().SingleOrDefaultAsync(p => p.Id == user && p.ErasedAt == null, ct) is not { } person)
        {
            return new Refusal(new Reason("person.unknown"));
        }

        await ErasePayloadsAsync(user, ct);
        await ForgetRolesAsync(user, person.Name, ct);
        await RemoveDoorsAsync(user, ct);
        foreach (var affiliation in await db.Affiliations.AsTracking().Where(a => a.User == user && a.EndedAt == null).ToListAsync(ct))
        {
            affiliation.End(reason, by, now);
        }

        (person.Name, person.UserName, person.NormalizedUserName, person.Email, person.NormalizedEmail) = (Person.ErasedName, null, null, null, null);
        (person.PhoneNumber, person.PasswordHash, person.TwoFactorEnabled, person.IsAdministrator, person.ErasedAt) = (null, null, false, false, now);
        (person.LockoutEnd, person.AccessFailedCount, person.EmailConfirmed, person.PhoneNumberConfirmed) = (null, 0, false, false);
        person.SecurityStamp = Secret.New();
        var erased = new PersonErased(user, by, now) { Reason = reason };
        db.Record(erased);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return erased;
    }

    /// <summary>Of everything that happened to the person, and of the invitation by which the person came.</summary>
    private async Task ErasePayloadsAsync(UserId user, CancellationToken ct)
    {
        string[] invitations = [.. (await db.Invitations.Where(i => i.AcceptedBy == user).Select(i => i.Id).ToListAsync(ct)).Select(id => id.ToString())];
        var key = user.ToString();
        var numbers = db.AuditSubjects.Where(s => (s.Type == "person" && s.Key == key) || (s.Type == "invitation" && invitations.Contains(s.Key))).Select(s => s.Number);
        await db.AuditEntries.Where(e => numbers.Contains(e.Number)).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, (string?)null).SetProperty(x => x.Salt, (string?)null), ct);
        await db.Invitations.Where(i => i.AcceptedBy == user).ExecuteUpdateAsync(i => i.SetProperty(x => x.Recipient, ""), ct);
    }

    /// <summary>
    /// The name that networks have written beside a role, with what the chain, the proposals and the corrections tell of that role. Only where the person has acted for
    /// the network, for the role's body or for a member of the network: elsewhere the name is somebody else's. The role stays, held by nobody.
    /// </summary>
    private async Task ForgetRolesAsync(UserId user, string name, CancellationToken ct)
    {
        var bodies = db.Affiliations.Where(a => a.User == user).Select(a => a.Organisation);
        var near = await db.Set<NetworkRole>().IgnoreQueryFilters()
            .Where(r => r.Holder != null && (bodies.Contains(r.Network) || (r.Organisation != null && bodies.Contains(r.Organisation.Value)) || db.Memberships.IgnoreQueryFilters().Any(t => t.Body == r.Network && bodies.Contains(t.Member))))
            .Select(r => new { r.Id, r.Holder }).ToListAsync(ct);
        var folded = Folding.Fold(name);
        PartId[] held = [.. near.Where(r => string.Equals(Folding.Fold(r.Holder!), folded, StringComparison.Ordinal)).Select(r => r.Id)];
        if (held is [])
        {
            return;
        }

        string[] keys = [.. held.Select(id => id.ToString())];
        IReadOnlyList<FieldChange> none = [];
        await db.Set<NetworkRole>().IgnoreQueryFilters().Where(r => held.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Holder, (string?)null), ct);
        await db.CorrectedFacts.IgnoreQueryFilters().Where(f => f.RecordType == Role && keys.Contains(f.RecordKey)).ExecuteDeleteAsync(ct);
        await db.Proposals.IgnoreQueryFilters().Where(p => p.RecordType == Role && keys.Contains(p.RecordKey)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Changes, none).SetProperty(x => x.Why, ""), ct);
        var numbers = db.AuditSubjects.IgnoreQueryFilters().Where(s => s.Type == Role && keys.Contains(s.Key)).Select(s => s.Number);
        await db.AuditEntries.Where(e => numbers.Contains(e.Number)).ExecuteUpdateAsync(e => e.SetProperty(x => x.Payload, (string?)null).SetProperty(x => x.Salt, (string?)null), ct);
    }

    private async Task RemoveDoorsAsync(UserId user, CancellationToken ct)
    {
        await db.AccessTokens.Where(t => t.User == user).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserClaim<UserId>>().Where(c => c.UserId == user).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserLogin<UserId>>().Where(l => l.UserId == user).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserToken<UserId>>().Where(t => t.UserId == user).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserPasskey<UserId>>().Where(p => p.UserId == user).ExecuteDeleteAsync(ct);
    }
}
