using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Access;

/// <summary>How a person can sign in.</summary>
/// <param name="Logins">Accounts at other services that are linked to the person.</param>
public sealed record WaysIn(bool HasPassword, int Passkeys, int Logins)
{
    /// <summary>Nobody may lock themselves out: the last way in stays until there is another.</summary>
    /// <returns>Null where one passkey or one linked account may go.</returns>
    public Refusal? KeepsOne() => !HasPassword && Passkeys + Logins <= 1 ? new Refusal(new Reason("way-in.last")) : null;
}
