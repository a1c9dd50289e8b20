using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Account;

/// <summary>Changes the password of somebody who knows the old one. All other sessions of the person end.</summary>
public sealed class ChangePassword(SamstyringDb db, UserManager<Person> people, SignInManager<Person> signIn, Sessions sessions, TimeProvider clock)
{
    public async Task<Outcome<PasswordChanged>> RunAsync(string? old, string? chosen, Actor by, CancellationToken ct)
    {
        if (chosen is not { Length: >= SignIn.ShortestPassword })
        {
            return new Refusal(new Reason("account.password", "chosen", $"{SignIn.ShortestPassword}"));
        }

        var person = (await people.FindByIdAsync(by.User!.Value.ToString()))!;
        if (!(await signIn.CheckPasswordSignInAsync(person, old ?? "", lockoutOnFailure: true)).Succeeded)
        {
            return new Refusal(new Reason("me.password", "old"));
        }

        var changed = new PasswordChanged(person.Id, by, clock.GetUtcNow());
        db.Record(changed);
        await people.ChangePasswordAsync(person, old!, chosen).DemandAsync();
        await sessions.RenewAsync(person, ct);
        return changed;
    }
}
