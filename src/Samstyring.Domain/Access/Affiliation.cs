using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Access;

/// <summary>What a person may do for an organisation. Each may do what the one before it may.</summary>
public enum Role
{
    /// <summary>Sees what the organisation may see.</summary>
    Reader = 1,

    /// <summary>Changes what the organisation answers for, and proposes the rest.</summary>
    Contributor,

    /// <summary>Also invites people, gives roles and ends them, and reads the organisation's trail.</summary>
    Manager,
}

public readonly record struct AffiliationId(Guid Value) : IStrongId
{
    public static AffiliationId New() => new(Guid.CreateVersion7());
}

public sealed record AffiliationBegan(AffiliationId Affiliation, UserId User, OrganisationId Organisation, Role Role, Actor By, DateTimeOffset At) : AffiliationEvent(User, Organisation, By, At);

public sealed record RoleChanged(AffiliationId Affiliation, UserId User, OrganisationId Organisation, Role Before, Role After, Actor By, DateTimeOffset At) : AffiliationEvent(User, Organisation, By, At);

public sealed record AffiliationEnded(AffiliationId Affiliation, UserId User, OrganisationId Organisation, Role Before, Actor By, DateTimeOffset At) : AffiliationEvent(User, Organisation, By, At);

/// <summary>A change of what a person may do for an organisation. It belongs to the history of both.</summary>
public abstract record AffiliationEvent(UserId User, OrganisationId Organisation, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override IReadOnlyList<OrganisationId> Organisations => [Organisation];

    public override IReadOnlyList<Subject> Subjects => [new("person", User.ToString())];
}

/// <summary>A person acts for an organisation. It ends, and is never deleted: the trace names it.</summary>
public sealed class Affiliation(UserId user, OrganisationId organisation, Role role, DateTimeOffset since) : Aggregate
{
    public AffiliationId Id { get; private init; } = AffiliationId.New();

    public UserId User { get; private init; } = user;

    public OrganisationId Organisation { get; private init; } = organisation;

    public Role Role { get; private set; } = role;

    public DateTimeOffset Since { get; private init; } = since;

    /// <summary>Null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <param name="reason">Why the person gets it; null where an accepted invitation says it.</param>
    public static Affiliation Begin(UserId user, OrganisationId organisation, Role role, Actor by, DateTimeOffset now, string? reason)
    {
        var began = new Affiliation(user, organisation, role, now);
        began.Record(new AffiliationBegan(began.Id, user, organisation, role, by, now) { Reason = reason });
        return began;
    }

    /// <summary>Gives another role. Changing an access needs a reason (architecture, decision 6).</summary>
    public Outcome<RoleChanged> Change(Role role, string? reason, Actor by, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return new Refusal(new Reason("affiliation.ended"));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal(new Reason("reason.required", "reason"));
        }

        var before = Role;
        Role = role;
        return Record(new RoleChanged(Id, User, Organisation, before, role, by, now) { Reason = reason });
    }

    /// <summary>Ends it: the person's sessions for the organisation end with it.</summary>
    public Outcome<AffiliationEnded> End(string? reason, Actor by, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return new Refusal(new Reason("affiliation.ended"));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal(new Reason("reason.required", "reason"));
        }

        EndedAt = now;
        return Record(new AffiliationEnded(Id, User, Organisation, Role, by, now) { Reason = reason });
    }
}
