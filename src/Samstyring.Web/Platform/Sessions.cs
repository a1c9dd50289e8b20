using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Platform;

/// <summary>Begins a session. One session acts for one organisation at a time.</summary>
public sealed class Sessions(SamstyringDb db, SignInManager<Person> signIn, IHttpContextAccessor accessor)
{
    /// <summary>Gives the person a session for one organisation: the one asked for, else the only one there is.</summary>
    /// <param name="organisation">The key of the organisation; null to leave it to the person's choice.</param>
    /// <param name="external">By whose word the person is let in; null where it is ours, or as in the session that this one replaces.</param>
    public async Task EnterAsync(Person person, string? organisation, CancellationToken ct, External? external = null)
    {
        var may = await SignIn.OrganisationsAsync(db, person.Id, ct);
        var chosen = may.FirstOrDefault(o => string.Equals(o.Key, organisation, StringComparison.Ordinal)) ?? (may is [var only] ? only : null);
        var began = external?.SessionClaims ?? (IsSameAsNow(person) ? External.ClaimsOf(accessor.HttpContext!.User) : []);
        await signIn.SignInWithClaimsAsync(person, isPersistent: false, chosen is null ? began : began.Append(new Claim(SignIn.OnBehalfOf, chosen.Key)));
    }

    /// <summary>After a change that ends all of the person's sessions: begins this one anew.</summary>
    public Task RenewAsync(Person person, CancellationToken ct) => EnterAsync(person, SignedIn.Of(accessor.HttpContext)?.For?.Key, ct);

    private bool IsSameAsNow(Person person) => SignedIn.Of(accessor.HttpContext)?.User == person.Id;

    /// <summary>The password was right, and a code is still to be given: a cookie that only remembers whose.</summary>
    public Task AskForCodeAsync(Person person)
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new(ClaimTypes.Name, person.Id.ToString()));
        return accessor.HttpContext!.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Who has given the password and owes a code; null where nobody has.</summary>
    public async Task<Person?> OwesCodeAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is { ErasedAt: null } person ? person : null;

    public Task ForgetCodeAsync() => accessor.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
}

internal static class IdentityResults
{
    /// <summary>For a change that nobody's input can make fail: where it does, it is a bug.</summary>
    public static async Task DemandAsync(this Task<IdentityResult> change)
    {
        if (await change is { Succeeded: false } result)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Code)));
        }
    }
}
