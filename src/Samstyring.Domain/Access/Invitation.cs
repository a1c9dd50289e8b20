using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Access;

public readonly record struct InvitationId(Guid Value) : IStrongId
{
    public static InvitationId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("D");
}

/// <param name="Recipient">Who it is for, in the inviter's words.</param>
/// <param name="Organisation">The key of the organisation; null where the person is to be an administrator.</param>
public sealed record InvitationMade(InvitationId Invitation, string Recipient, string? Organisation, Role? Role, Actor By, DateTimeOffset At)
    : InvitationEvent(Invitation, Organisation, By, At);

public sealed record InvitationWithdrawn(InvitationId Invitation, string? Organisation, Actor By, DateTimeOffset At) : InvitationEvent(Invitation, Organisation, By, At);

/// <param name="Name">As the person was called then.</param>
public sealed record InvitationAccepted(InvitationId Invitation, UserId User, string Name, string? Organisation, Actor By, DateTimeOffset At)
    : InvitationEvent(Invitation, Organisation, By, At)
{
    public override IReadOnlyList<Subject> Subjects => [.. base.Subjects, new("person", User.ToString())];
}

/// <summary>It belongs to the history of the invitation and of the organisation that invites.</summary>
public abstract record InvitationEvent(InvitationId Invitation, string? Organisation, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override IReadOnlyList<Subject> Subjects =>
        [new("invitation", Invitation.ToString()), .. Organisation is null ? Array.Empty<Subject>() : [new Subject("organisation", Organisation)]];
}

/// <summary>What an invitation gives.</summary>
/// <param name="Organisation">Null where the person is to be an administrator of the installation.</param>
/// <param name="Key">The key of the organisation, for the trace.</param>
/// <param name="Role">Null for an administrator.</param>
public sealed record Grant(OrganisationId? Organisation, string? Key, Role? Role)
{
    /// <summary>Of the installation.</summary>
    public static Grant Administrator { get; } = new(Organisation: null, Key: null, Role: null);
}

/// <summary>Somebody is asked to act for an organisation, by a link that works once and for a fortnight.</summary>
public sealed class Invitation : Aggregate
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public const int LongestRecipient = 200;

    private Invitation()
    {
    }

    public InvitationId Id { get; private init; }

    /// <summary>Of the secret in the link: see <see cref="Secret"/>.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Who it is for, in the inviter's words; empty when that person was erased.</summary>
    public string Recipient { get; private init; } = "";

    /// <summary>Null where the person is to be an administrator of the installation.</summary>
    public OrganisationId? Organisation { get; private init; }

    /// <summary>Null for an administrator.</summary>
    public Role? Role { get; private init; }

    public UserId? MadeBy { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>The first instant at which the link does not work any more.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was accepted or withdrawn.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null while it is open, and where it was withdrawn.</summary>
    public UserId? AcceptedBy { get; private set; }

    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < ExpiresAt;

    public static Outcome<Invitation> Make(string? recipient, Grant grant, string hash, Actor by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(recipient))
        {
            return new Refusal(new Reason("invitation.recipient", "recipient"));
        }

        if (recipient.Trim() is { Length: > LongestRecipient })
        {
            return new Refusal(new Reason("text.long", "recipient", $"{LongestRecipient}"));
        }

        var invitation = new Invitation
        {
            Id = InvitationId.New(),
            Hash = hash,
            Recipient = recipient.Trim(),
            Organisation = grant.Organisation,
            Role = grant.Role,
            MadeBy = by.User,
            MadeAt = now,
            ExpiresAt = now + Lifetime,
        };
        invitation.Record(new InvitationMade(invitation.Id, invitation.Recipient, grant.Key, grant.Role, by, now));
        return invitation;
    }

    /// <param name="organisation">The key of the organisation that invites.</param>
    public Outcome<InvitationWithdrawn> Withdraw(string? organisation, Actor by, DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            return new Refusal(new Reason("invitation.closed"));
        }

        ClosedAt = now;
        return Record(new InvitationWithdrawn(Id, organisation, by, now));
    }

    /// <summary>The person acts on the inviter's word: what follows is done on behalf of the organisation that invites.</summary>
    /// <param name="organisation">The key of the organisation that invites.</param>
    public Outcome<InvitationAccepted> Accept(UserId user, string name, string? organisation, DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            return new Refusal(new Reason("invitation.closed"));
        }

        (ClosedAt, AcceptedBy) = (now, user);
        return Record(new InvitationAccepted(Id, user, name, organisation, new Actor(user, Organisation), now));
    }
}
