using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Account;

/// <summary>A passkey does not sign anybody in any more. The last way in stays.</summary>
public sealed class RemovePasskey(SamstyringDb db, UserManager<Person> people, TimeProvider clock)
{
    /// <param name="id">The key's own identifier, as base64url.</param>
    public async Task<Outcome<PasskeyRemoved>> RunAsync(Person person, string? id, Actor by)
    {
        var passkeys = await people.GetPasskeysAsync(person);
        if (passkeys.FirstOrDefault(p => string.Equals(Base64Url.EncodeToString(p.CredentialId), id, StringComparison.Ordinal)) is not { } passkey)
        {
            return new Refusal(new Reason("passkey.unknown"));
        }

        if (new WaysIn(await people.HasPasswordAsync(person), passkeys.Count, (await people.GetLoginsAsync(person)).Count).KeepsOne() is { } refusal)
        {
            return refusal;
        }

        var removed = new PasskeyRemoved(person.Id, passkey.Name ?? "", by, clock.GetUtcNow());
        db.Record(removed);
        return (await people.RemovePasskeyAsync(person, passkey.CredentialId)).Succeeded ? removed : new Refusal(new Reason("passkey.unknown"));
    }
}
