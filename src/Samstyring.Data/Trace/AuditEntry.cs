using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Trace;

/// <summary>
/// One link of the chain: something that happened, with the hash of the link before it. Its hash covers everything here but the salt and
/// the payload, of which it covers the digest, and the audience: a payload can be erased, and the chain still verifies.
/// </summary>
public sealed class AuditEntry : IUntraced
{
    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>In whole microseconds, which is what both databases keep.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the program itself acted.</summary>
    public UserId? User { get; init; }

    public OrganisationId? OnBehalfOf { get; init; }

    /// <summary>The kind of event: <c>affiliation-began</c>.</summary>
    public required string Event { get; init; }

    /// <summary>What it happened to: the first of the event's subjects.</summary>
    public required string SubjectType { get; init; }

    public required string SubjectKey { get; init; }

    /// <summary>32 random bytes in hexadecimal, so that nobody can guess an erased payload from its digest. Erased with it.</summary>
    public string? Salt { get; set; }

    /// <summary>What the event tells, before and after, as JSON; null where it was erased.</summary>
    public string? Payload { get; set; }

    /// <summary>SHA-256 of the salt and the payload, in hexadecimal.</summary>
    public required string PayloadDigest { get; init; }

    /// <summary>64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 in hexadecimal: see <see cref="AuditChain.HashOf"/>.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>
    /// Who may see what it tells, null is everybody. It is no query filter: a chain is followed whole. <see cref="AuditTrail"/> holds it.
    /// </summary>
    public AudienceId? VisibleTo { get; init; }
}

/// <summary>Leads from a thing to the entries of its history. Worked out from the events; not part of the chain.</summary>
public sealed class AuditSubject : IRestrictable, IUntraced
{
    public required string Type { get; init; }

    public required string Key { get; init; }

    public required long Number { get; init; }

    /// <summary>It follows the record that the link tells of.</summary>
    public AudienceId? VisibleTo { get; init; }
}

/// <summary>The end of the chain: what has to be kept elsewhere to find that a chain was cut off or written anew.</summary>
public sealed record ChainHead(long Number, string Hash)
{
    public static ChainHead Empty { get; } = new(0, new string('0', 64));

    public override string ToString() => FormattableString.Invariant($"{Number}:{Hash}");

    /// <returns>Null where the text is no head.</returns>
    public static ChainHead? Parse(string text) =>
        text.Split(':') is [var number, { Length: 64 } hash] && hash.All(char.IsAsciiHexDigitLower) && long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n)
            ? new(n, hash)
            : null;
}
