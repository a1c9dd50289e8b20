using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Access;

/// <summary>What a sign-in came to.</summary>
public enum SignInAnswer { SignedIn = 1, Refused, NeedsSecondFactor }

/// <summary>
/// Signs a person in by e-mail address and password. An unknown address, a wrong password, a locked account and a person who acts for
/// nobody get the same answer after the same work, so that nobody learns who has an account.
/// </summary>
public sealed class SignInUser(SamstyringDb db, SignInManager<Person> signIn, UserManager<Person> people, IPasswordHasher<Person> hasher, Sessions sessions)
{
    private static readonly Person Nobody = new() { Name = "" };

    public async Task<SignInAnswer> RunAsync(string email, string password, CancellationToken ct)
    {
        if (await people.FindByEmailAsync(email) is not { ErasedAt: null } person)
        {
            // As much work as for a person who exists.
            hasher.HashPassword(Nobody, password);
            return SignInAnswer.Refused;
        }

        var result = await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true);
        if (!result.Succeeded || (!person.IsAdministrator && await SignIn.OrganisationsAsync(db, person.Id, ct) is []))
        {
            return SignInAnswer.Refused;
        }

        if (person.TwoFactorEnabled)
        {
            await sessions.AskForCodeAsync(person);
            return SignInAnswer.NeedsSecondFactor;
        }

        await sessions.EnterAsync(person, null, ct);
        return SignInAnswer.SignedIn;
    }
}
