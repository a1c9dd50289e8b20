using Microsoft.AspNetCore.Identity;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Account;

/// <summary>Keeps the public half of a passkey that the person's device has just made.</summary>
public sealed class AddPasskey(SamstyringDb db, UserManager<Person> people, SignInManager<Person> signIn, TimeProvider clock)
{
    public const int LongestName = 100;

    private static readonly Refusal NotMade = new(new Reason("passkey.not-made"));

    /// <param name="credential">What the browser's own passkey call answered, as JSON.</param>
    public async Task<Outcome<PasskeyAdded>> RunAsync(Person person, string? name, string? credential, Actor by)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return new Refusal(new Reason("passkey.name", "name"));
        }

        if (name.Trim() is { Length: > LongestName })
        {
            return new Refusal(new Reason("text.long", "name", $"{LongestName}"));
        }

        if (await AttestAsync(credential) is not { Passkey: { } passkey, UserEntity: { } asked } || !string.Equals(asked.Id, person.Id.ToString(), StringComparison.Ordinal))
        {
            return NotMade;
        }

        passkey.Name = name.Trim();
        var added = new PasskeyAdded(person.Id, passkey.Name, by, clock.GetUtcNow());
        db.Record(added);
        return (await people.AddOrUpdatePasskeyAsync(person, passkey)).Succeeded ? added : NotMade;
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string? credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential ?? "") is { Succeeded: true } result ? result : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Nothing was asked of this browser, or it is too long ago.
            return null;
        }
    }
}
