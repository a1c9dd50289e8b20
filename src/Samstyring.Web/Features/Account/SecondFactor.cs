using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Account;

/// <summary>The codes for somebody who has lost the telephone, as they are shown the one time.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>
/// A code from the telephone besides the password (RFC 6238). Turning it on needs a code, turning it off needs the password; each ends
/// the person's other sessions.
/// </summary>
public sealed class SecondFactor(SamstyringDb db, UserManager<Person> people, SignInManager<Person> signIn, Sessions sessions, TimeProvider clock)
{
    private const int Recovery = 10;

    /// <summary>The key to type into the telephone; null where none was made yet.</summary>
    public Task<string?> KeyAsync(Person person) => people.GetAuthenticatorKeyAsync(person);

    public Task<int> RecoveryCodesLeftAsync(Person person) => people.CountRecoveryCodesAsync(person);

    /// <summary>Makes a new key. It counts for nothing until a code made with it was given.</summary>
    public async Task BeginAsync(Person person, CancellationToken ct)
    {
        await people.ResetAuthenticatorKeyAsync(person).DemandAsync();
        await sessions.RenewAsync(person, ct);
    }

    public async Task<Outcome<RecoveryCodes>> TurnOnAsync(Person person, string? code, Actor by, CancellationToken ct)
    {
        var plain = (code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (person.TwoFactorEnabled || !await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, plain))
        {
            return new Refusal(new Reason("me.code", "code"));
        }

        db.Record(new SecondFactorTurnedOn(person.Id, by, clock.GetUtcNow()));
        await people.SetTwoFactorEnabledAsync(person, true).DemandAsync();
        var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(person, Recovery);
        await sessions.RenewAsync(person, ct);
        return new RecoveryCodes([.. codes!]);
    }

    public async Task<Outcome<SecondFactorTurnedOff>> TurnOffAsync(Person person, string? password, Actor by, CancellationToken ct)
    {
        if (!(await signIn.CheckPasswordSignInAsync(person, password ?? "", lockoutOnFailure: true)).Succeeded)
        {
            return new Refusal(new Reason("me.password", "password"));
        }

        var off = new SecondFactorTurnedOff(person.Id, by, clock.GetUtcNow());
        db.Record(off);
        await people.SetTwoFactorEnabledAsync(person, false).DemandAsync();
        await sessions.RenewAsync(person, ct);
        return off;
    }
}
