using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Account;

/// <summary>The provider's account does not sign the person in any more, and the person's other sessions end. The last way in stays.</summary>
public sealed class UnlinkLogin(SamstyringDb db, UserManager<Person> people, Sessions sessions, TimeProvider clock)
{
    public async Task<Outcome<LoginUnlinked>> RunAsync(Person person, string? issuer, string? subject, Actor by, CancellationToken ct)
    {
        var logins = await people.GetLoginsAsync(person);
        if (logins.FirstOrDefault(l => l.LoginProvider == issuer && l.ProviderKey == subject) is not { } login)
        {
            return new Refusal(new Reason("login.unknown"));
        }

        if (new WaysIn(await people.HasPasswordAsync(person), (await people.GetPasskeysAsync(person)).Count, logins.Count).KeepsOne() is { } refusal)
        {
            return refusal;
        }

        var unlinked = new LoginUnlinked(person.Id, login.LoginProvider, by, clock.GetUtcNow());
        db.Record(unlinked);
        if (!(await people.RemoveLoginAsync(person, login.LoginProvider, login.ProviderKey)).Succeeded)
        {
            return new Refusal(new Reason("login.unknown"));
        }

        await sessions.RenewAsync(person, ct);
        return unlinked;
    }
}
