using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Features.Account;

/// <summary>From now on the provider's account signs this person in. One account leads to one person.</summary>
public sealed class LinkLogin(SamstyringDb db, TimeProvider clock)
{
    private static readonly Refusal Taken = new(new Reason("login.taken"));

    public async Task<Outcome<LoginLinked>> RunAsync(External external, string provider, Actor by, CancellationToken ct)
    {
        var user = by.User!.Value;
        var there = await db.Set<IdentityUserLogin<UserId>>().SingleOrDefaultAsync(l => l.LoginProvider == external.Issuer && l.ProviderKey == external.Subject, ct);
        if (there is not null)
        {
            return there.UserId == user ? new Refusal(new Reason("login.already")) : Taken;
        }

        var linked = new LoginLinked(user, external.Issuer, by, clock.GetUtcNow());
        db.Add(new IdentityUserLogin<UserId> { LoginProvider = external.Issuer, ProviderKey = external.Subject, ProviderDisplayName = provider, UserId = user });
        db.Record(linked);
        try
        {
            await db.SaveChangesAsync(ct);
            return linked;
        }
        catch (DbUpdateException)
        {
            // Somebody linked it in the meantime.
            return Taken;
        }
    }
}
