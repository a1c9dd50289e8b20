using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.People;

/// <summary>A token in a list. The secret is not here: nobody sees it twice.</summary>
public sealed record TokenRow
{
    public required AccessTokenId Id { get; init; }

    public required string Name { get; init; }

    public required LocalizedText Organisation { get; init; }

    public required IReadOnlyList<TokenScope> Scopes { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    public required DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>A token as it is shown the one time.</summary>
public sealed record NewToken(string Secret);

/// <summary>Makes, lists and revokes the tokens of a person, or of an organisation's machines.</summary>
public sealed class TokenStore(SamstyringDb db, TimeProvider clock)
{
    public async Task<Outcome<NewToken>> MakeAsync(TokenWish wish, TokenHolder holder, Actor by, CancellationToken ct)
    {
        var secret = AccessToken.Prefix + Secret.New();
        if (!AccessToken.Make(wish, holder, Secret.HashOf(secret), by, clock.GetUtcNow()).IsAccepted(out var token, out var refusal))
        {
            return refusal;
        }

        db.Add(token);
        await db.SaveChangesAsync(ct);
        return new NewToken(secret);
    }

    /// <param name="user">Whose own; null for the machines of an organisation.</param>
    /// <param name="organisation">Only of this one; null for all of a person's.</param>
    public async Task<IReadOnlyList<TokenRow>> ListAsync(UserId? user, OrganisationId? organisation, CancellationToken ct) =>
        await (from t in db.AccessTokens
               join o in db.Organisations on t.Organisation equals o.Id
               where t.User == user && (organisation == null || t.Organisation == organisation)
               orderby t.MadeAt descending, t.Id
               select new TokenRow { Id = t.Id, Name = t.Name, Organisation = o.Name, Scopes = t.Scopes, ExpiresAt = t.ExpiresAt, RevokedAt = t.RevokedAt, LastUsedAt = t.LastUsedAt }).ToListAsync(ct);

    /// <summary>Revokes one of those that <see cref="ListAsync"/> gives; another is as unknown as one that does not exist.</summary>
    public async Task<Outcome<TokenRevoked>> RevokeAsync(AccessTokenId id, UserId? user, OrganisationId? organisation, Actor by, CancellationToken ct)
    {
        var token = await db.AccessTokens.AsTracking().SingleOrDefaultAsync(t => t.Id == id && t.User == user && (organisation == null || t.Organisation == organisation), ct);
        if (token is null)
        {
            return new Refusal(new Reason("token.unknown"));
        }

        var key = await db.Organisations.Where(o => o.Id == token.Organisation).Select(o => o.Key).SingleAsync(ct);
        var outcome = token.Revoke(key, by, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return outcome;
    }
}
