using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Access;

/// <summary>What a token may be used for.</summary>
public enum TokenScope
{
    Read = 1,
    Write,
    Import,

    /// <summary>Read calendars, and nothing else. Such a token stands in an address, where calendar programs keep it.</summary>
    Calendar,
}

public readonly record struct AccessTokenId(Guid Value) : IStrongId
{
    public static AccessTokenId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}

public sealed record TokenMade(AccessTokenId Token, string Name, IReadOnlyList<TokenScope> Scopes, DateTimeOffset ExpiresAt, TokenHolder Holder, Actor By, DateTimeOffset At)
    : TokenEvent(Token, Holder, By, At);

public sealed record TokenRevoked(AccessTokenId Token, TokenHolder Holder, Actor By, DateTimeOffset At) : TokenEvent(Token, Holder, By, At);

/// <summary>A personal token belongs to the person's history, a machine's to the organisation's.</summary>
public abstract record TokenEvent(AccessTokenId Token, TokenHolder Holder, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override IReadOnlyList<Subject> Subjects =>
        [new("token", Token.ToString()), Holder.User is { } user ? new("person", user.ToString()) : new("organisation", Holder.Key)];
}

/// <summary>For whom a token speaks.</summary>
/// <param name="Key">The key of the organisation.</param>
/// <param name="User">Null for a machine.</param>
public sealed record TokenHolder(OrganisationId Organisation, string Key, UserId? User);

/// <param name="Name">What it is for.</param>
/// <param name="Days">For how long: 1 to <see cref="AccessToken.LongestDays"/>.</param>
public sealed record TokenWish(string? Name, IReadOnlyList<TokenScope> Scopes, int Days);

/// <summary>
/// Lets a program call the API for one organisation. A personal one never does more than its person may do there now, and dies with that
/// person's affiliation; a machine's is made by a manager. No token manages people.
/// </summary>
public sealed class AccessToken : Aggregate
{
    /// <summary>What every token begins with, so that one that has leaked can be searched for.</summary>
    public const string Prefix = "sst_";

    public const int LongestDays = 365;

    public const int LongestName = 100;

    private AccessToken()
    {
    }

    public AccessTokenId Id { get; private init; }

    /// <summary>See <see cref="Secret"/>.</summary>
    public string Hash { get; private init; } = "";

    public string Name { get; private init; } = "";

    public OrganisationId Organisation { get; private init; }

    /// <summary>Null for a machine.</summary>
    public UserId? User { get; private init; }

    public UserId? MadeBy { get; private init; }

    public IReadOnlyList<TokenScope> Scopes { get; private init; } = [];

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>The first instant at which it does not work any more.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>To the minute; null where it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public bool Works(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>What the token may do where its person, or the machine, has a role: a contributor at most, and a reader where it only reads.</summary>
    public static Role RoleOf(IReadOnlyList<TokenScope> scopes, Role held) =>
        scopes.All(scope => scope is TokenScope.Read or TokenScope.Calendar) || held is Role.Reader ? Role.Reader : Role.Contributor;

    public static Outcome<AccessToken> Make(TokenWish wish, TokenHolder holder, string hash, Actor by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(wish.Name))
        {
            return new Refusal(new Reason("token.name", "name"));
        }

        if (wish.Name.Trim() is { Length: > LongestName })
        {
            return new Refusal(new Reason("text.long", "name", $"{LongestName}"));
        }

        if (wish.Scopes is [])
        {
            return new Refusal(new Reason("token.scope", "scopes"));
        }

        if (wish.Days is < 1 or > LongestDays)
        {
            return new Refusal(new Reason("token.days", "days", $"{LongestDays}"));
        }

        var token = new AccessToken
        {
            Id = AccessTokenId.New(),
            Hash = hash,
            Name = wish.Name.Trim(),
            Organisation = holder.Organisation,
            User = holder.User,
            MadeBy = by.User,
            Scopes = [.. wish.Scopes.Distinct().Order()],
            MadeAt = now,
            ExpiresAt = now.AddDays(wish.Days),
        };
        token.Record(new TokenMade(token.Id, token.Name, token.Scopes, token.ExpiresAt, holder, by, now));
        return token;
    }

    /// <param name="organisation">The key of the token's organisation.</param>
    public Outcome<TokenRevoked> Revoke(string organisation, Actor by, DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return new Refusal(new Reason("token.revoked"));
        }

        RevokedAt = now;
        return Record(new TokenRevoked(Id, new TokenHolder(Organisation, organisation, User), by, now));
    }
}
