using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Gates;

/// <summary>Lets an initiative go on by a newer version of its method. Answers stay with the items that they were given to.</summary>
public sealed class UpgradeMethod(SamstyringDb db, TimeProvider clock)
{
    /// <returns>Null where the viewer has no such initiative.</returns>
    public async Task<Outcome<MethodUpgraded>?> RunAsync(string key, int to, int seen, string? reason, Standing who, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RecordVersion.LockAsync(db, new("gates-of", key), ct);
        if (await InitiativeReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return null;
        }

        var decided = MethodUpgrade.Decide(
            facts.Initiative, MethodPacks.Current.Find(facts.Initiative.Method, to), seen, [.. facts.Decisions.Select(d => d.Gate).Distinct(StringComparer.Ordinal)], facts.Owners, reason, who, clock.GetUtcNow());
        if (decided.IsAccepted(out var upgraded, out _))
        {
            db.Record(upgraded);
            await db.Initiatives.Where(i => i.Id == facts.Initiative.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.MethodVersion, to), ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return decided;
    }
}
