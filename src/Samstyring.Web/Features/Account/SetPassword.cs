using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Account;

/// <summary>
/// Gives a password to somebody who has none, and signs in by a provider or a passkey. All other sessions of the person end. The made-up
/// people of an example installation get none: anybody at the machine may be them, and a password would let them in from elsewhere.
/// </summary>
public sealed class SetPassword(SamstyringDb db, UserManager<Person> people, Sessions sessions, TimeProvider clock)
{
    public async Task<Outcome<PasswordSet>> RunAsync(string? chosen, Actor by, CancellationToken ct)
    {
        var person = (await people.FindByIdAsync(by.User!.Value.ToString()))!;
        if (await people.HasPasswordAsync(person))
        {
            return new Refusal(new Reason("me.password", "old"));
        }

        if (person.ExampleOf is not null)
        {
            return new Refusal(new Reason("me.password.example"));
        }

        if (chosen is not { Length: >= SignIn.ShortestPassword })
        {
            return new Refusal(new Reason("account.password", "chosen", $"{SignIn.ShortestPassword}"));
        }

        var set = new PasswordSet(person.Id, by, clock.GetUtcNow());
        db.Record(set);
        await people.AddPasswordAsync(person, chosen).DemandAsync();
        await sessions.RenewAsync(person, ct);
        return set;
    }
}
