using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Initiatives;

public readonly record struct PartId(Guid Value) : IStrongId
{
    public static PartId New() => new(Guid.CreateVersion7());

    /// <param name="key">The kind of part, the initiative and the part's own key: <c>agreement/digibarnevern/samarbeidsavtale</c>.</param>
    public static PartId Of(string key) => new(NamedId.From("part", key));

    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// One fact of a piece of work: a participant, a commitment, an agreement, an actor. All stand in one table, so that everything that
/// is known of an initiative is read at once (ADR 0016). Every module has its own kinds of them.
/// </summary>
public abstract class InitiativePart : IRestrictable
{
    public PartId Id { get; init; }

    public InitiativeId Initiative { get; init; }

    /// <summary>Its place among the parts of its kind.</summary>
    public int Order { get; init; }

    /// <summary>The body that it speaks of; null where there is none, or where it is none of the registry.</summary>
    public OrganisationId? Organisation { get; init; }

    public LocalizedText Note { get; init; } = LocalizedText.Unknown;

    public required Provenance Provenance { get; init; }

    /// <summary>Whether it holds no longer. It stays in the histories, and counts nowhere.</summary>
    public bool? IsWithdrawn { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>Who may see the assessments of a piece of work: the named team, and nobody else .</summary>
public static class Team
{
    public static AudienceId Of(InitiativeId initiative) => AudienceId.Of("team:" + initiative.Value.ToString("D"));
}
