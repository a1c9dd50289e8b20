using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Access;

/// <summary>What a sign-in came to.</summary>
public enum SignInAnswer { SignedIn = 1, Refused, NeedsSecondFactor }

/// <summary>
/// Signs a person in by e-mail address and password. An unknown address, a wrong password and a locked account get the same answer
/// after the same work, so that nobody learns who has an account.
/// </summary>
public sealed class SignInUser(SamstyringDb db, SignInManager<Person> signIn, UserManager<Person> people, IPasswordHasher<Person> hasher)
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
        if (!result.Succeeded)
        {
            return SignInAnswer.Refused;
        }

        await EnterAsync(person, null, ct);
        return SignInAnswer.SignedIn;
    }

    /// <summary>Gives the person a session for one organisation: the one asked for, else the only one there is.</summary>
    /// <param name="organisation">The key of the organisation; null to leave it to the person's choice.</param>
    public async Task EnterAsync(Person person, string? organisation, CancellationToken ct)
    {
        var may = await SignIn.OrganisationsAsync(db, person.Id, ct);
        var chosen = may.FirstOrDefault(o => string.Equals(o.Key, organisation, StringComparison.Ordinal)) ?? (may is [var only] ? only : null);
        await signIn.SignInWithClaimsAsync(person, isPersistent: false, chosen is null ? [] : [new Claim(SignIn.OnBehalfOf, chosen.Key)]);
    }
}
