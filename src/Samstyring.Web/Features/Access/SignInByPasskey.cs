using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Access;

/// <summary>
/// Signs in whoever has the passkey. No code is asked for besides, and a lock after wrong passwords does not hold it: nobody guesses a key.
/// </summary>
public sealed class SignInByPasskey(SamstyringDb db, SignInManager<Person> signIn, UserManager<Person> people, Sessions sessions)
{
    public async Task<SignInAnswer> RunAsync(string credential, CancellationToken ct)
    {
        if (await AssertAsync(credential) is not { User: { ErasedAt: null } person, Passkey: { } passkey }
            || (!person.IsAdministrator && await SignIn.OrganisationsAsync(db, person.Id, ct) is []))
        {
            return SignInAnswer.Refused;
        }

        // How often the key was used, so that a copy of it is noticed.
        await people.AddOrUpdatePasskeyAsync(person, passkey);
        await sessions.EnterAsync(person, null, ct);
        return SignInAnswer.SignedIn;
    }

    private async Task<PasskeyAssertionResult<Person>?> AssertAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential) is { Succeeded: true } result ? result : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Nothing was asked of this browser, or it is too long ago.
            return null;
        }
    }
}
