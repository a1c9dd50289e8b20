using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Access;

/// <summary>The second half of a sign-in: a code from the telephone, or one of the recovery codes. Wrong ones count towards the lock.</summary>
public sealed class GiveCode(SamstyringDb db, UserManager<Person> people, Sessions sessions, TimeProvider clock)
{
    private const string Provider = "[Samstyring]";
    private const string LastCode = "LastCode";
    private const int Digits = 6;

    public async Task<SignInAnswer> RunAsync(Person person, string typed, CancellationToken ct)
    {
        if (await people.IsLockedOutAsync(person))
        {
            return SignInAnswer.Refused;
        }

        var code = typed.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (!await (code.Length == Digits ? FromTelephoneAsync(person, code) : FromPaperAsync(person, code)))
        {
            await people.AccessFailedAsync(person).DemandAsync();
            return SignInAnswer.Refused;
        }

        await people.ResetAccessFailedCountAsync(person).DemandAsync();
        await sessions.ForgetCodeAsync();
        await sessions.EnterAsync(person, null, ct);
        return SignInAnswer.SignedIn;
    }

    /// <summary>A code that was read over a shoulder is worth nothing once it has been used.</summary>
    private async Task<bool> FromTelephoneAsync(Person person, string code)
    {
        var hash = Secret.HashOf(code);
        if (string.Equals(await people.GetAuthenticationTokenAsync(person, Provider, LastCode), hash, StringComparison.Ordinal)
            || !await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return false;
        }

        await people.SetAuthenticationTokenAsync(person, Provider, LastCode, hash).DemandAsync();
        return true;
    }

    private async Task<bool> FromPaperAsync(Person person, string code)
    {
        var left = await people.CountRecoveryCodesAsync(person) - 1;
        db.Record(new RecoveryCodeUsed(person.Id, left, new Actor(person.Id, OnBehalfOf: null), clock.GetUtcNow()));
        if ((await people.RedeemTwoFactorRecoveryCodeAsync(person, code)).Succeeded)
        {
            return true;
        }

        // Nothing happened: what was to be told of it is forgotten.
        db.BeginFor(db.Viewer);
        return false;
    }
}
