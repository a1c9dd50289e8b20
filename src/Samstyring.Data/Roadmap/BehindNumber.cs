using Microsoft.EntityFrameworkCore;

namespace Samstyring.Data.Roadmap;

/// <summary>Where the number or the key of something that is no municipality of today leads.</summary>
/// <param name="Body">The key of the only body that it leads to; null where an old municipality was split.</param>
public sealed record BehindNumber(string? Body, bool IsRegionalNetwork)
{
    /// <returns>Null where it leads nowhere.</returns>
    public static async Task<BehindNumber?> FindAsync(SamstyringDb db, string number, CancellationToken ct)
    {
        var successors = await db.FormerMunicipalityNumbers.Where(f => f.OldNumber == number).Join(db.Municipalities, f => f.Municipality, m => m.Id, (_, m) => m.Number).Distinct().Take(2).ToListAsync(ct);
        return successors is not []
            ? new(successors is [var only] ? only : null, IsRegionalNetwork: false)
            : await db.Organisations.Where(o => o.Key == number || db.OrganisationAliases.Any(a => a.Alias == number && a.Organisation == o.Id))
                .OrderBy(o => o.Key == number).Select(o => new BehindNumber(o.Key, db.Networks.Any(n => n.Id == o.Id))).FirstOrDefaultAsync(ct);
    }
}
