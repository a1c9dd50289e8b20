using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.People;

/// <summary>Identity's store over this database. It knows how our identifiers are written, and keeps recovery codes by their hash.</summary>
public sealed class PersonStore(SamstyringDb db, IdentityErrorDescriber? describer = null) : UserOnlyStore<Person, SamstyringDb, UserId>(db, describer)
{
    private const string Provider = "[Samstyring]";
    private const string RecoveryCodes = "RecoveryCodes";

    public override UserId ConvertIdFromString(string? id) => Guid.TryParse(id, out var value) ? new(value) : default;

    public override string? ConvertIdToString(UserId id) => id == default ? null : id.ToString();

    public override Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Provider, RecoveryCodes, string.Join(';', recoveryCodes.Select(Secret.HashOf)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var codes = await CodesAsync(user, cancellationToken);
        var left = codes.Except([Secret.HashOf(code)], StringComparer.Ordinal).ToList();
        if (left.Count == codes.Length)
        {
            return false;
        }

        await SetTokenAsync(user, Provider, RecoveryCodes, string.Join(';', left), cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) => (await CodesAsync(user, cancellationToken)).Length;

    /// <summary>To be changed, and so tracked: the base class finds it as this database reads by default, and would lose the change.</summary>
    protected override async Task<IdentityUserToken<UserId>?> FindTokenAsync(Person user, string loginProvider, string name, CancellationToken cancellationToken) =>
        Context.UserTokens.Local.FirstOrDefault(t => t.UserId == user.Id && string.Equals(t.LoginProvider, loginProvider, StringComparison.Ordinal) && string.Equals(t.Name, name, StringComparison.Ordinal))
        ?? await Context.UserTokens.AsTracking().SingleOrDefaultAsync(t => t.UserId == user.Id && t.LoginProvider == loginProvider && t.Name == name, cancellationToken);

    private async Task<string[]> CodesAsync(Person user, CancellationToken ct) =>
        (await GetTokenAsync(user, Provider, RecoveryCodes, ct))?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
