using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.People;

/// <summary>What one person is for one organisation.</summary>
public sealed record HeldRole(AffiliationId Id, OrganisationId Organisation, string OrganisationKey, LocalizedText OrganisationName, UserId User, string Name, Role Role);

/// <param name="Before">The role that the one who asks saw.</param>
/// <param name="After">The role to be given; null to end the affiliation.</param>
public sealed record AffiliationWish(Role Before, Role? After, string? Reason);

/// <summary>Gives another role for an organisation, or ends the affiliation: the person's sessions for it end at once.</summary>
public sealed class ChangeAffiliation(SamstyringDb db, TimeProvider clock)
{
    /// <summary>Said where somebody else changed the role in the meantime.</summary>
    public const string Overtaken = "affiliation.overtaken";

    /// <returns>Null where the affiliation does not exist, has ended, or is not theirs to manage.</returns>
    public async Task<HeldRole?> FindAsync(AffiliationId id, Standing who, CancellationToken ct)
    {
        var found = await (
            from a in db.Affiliations
            join p in db.Users on a.User equals p.Id
            join o in db.Organisations on a.Organisation equals o.Id
            where a.Id == id && a.EndedAt == null
            select new HeldRole(a.Id, a.Organisation, o.Key, o.Name, a.User, p.Name, a.Role)).SingleOrDefaultAsync(ct);
        return found is not null && AccessRules.MayManage(who, found.Organisation) ? found : null;
    }

    public async Task<Outcome<AffiliationEvent>> RunAsync(HeldRole held, AffiliationWish wish, Standing who, CancellationToken ct)
    {
        if (held.Role != wish.Before)
        {
            return new Refusal(new Reason(Overtaken, "after", Codes.Of(held.Role)));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RecordVersion.LockAsync(db, new("affiliations", held.OrganisationKey), ct);
        var affiliation = await db.Affiliations.AsTracking().SingleAsync(a => a.Id == held.Id, ct);
        var managers = await db.Affiliations.CountAsync(a => a.Organisation == held.Organisation && a.EndedAt == null && a.Role == Role.Manager, ct);
        if (AccessRules.KeepsAManager(who, affiliation, wish.After, managers) is { } kept)
        {
            return kept;
        }

        Outcome<AffiliationEvent> outcome = Decide(affiliation, wish, who);
        if (outcome.IsAccepted(out _, out _))
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    private Outcome<AffiliationEvent> Decide(Affiliation affiliation, AffiliationWish wish, Standing who)
    {
        var now = clock.GetUtcNow();
        if (wish.After is { } after)
        {
            return affiliation.Change(after, wish.Reason, who.Actor, now).IsAccepted(out var changed, out var refusal) ? changed : refusal;
        }

        return affiliation.End(wish.Reason, who.Actor, now).IsAccepted(out var ended, out var refused) ? ended : refused;
    }
}
