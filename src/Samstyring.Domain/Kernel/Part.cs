namespace Samstyring.Domain.Kernel;

public readonly record struct PartId(Guid Value) : IStrongId
{
    public static PartId New() => new(Guid.CreateVersion7());

    /// <param name="key">The kind of part, what it belongs to and the part's own key: <c>agreement/digibarnevern/samarbeidsavtale</c>.</param>
    public static PartId Of(string key) => new(NamedId.From("part", key));

    public override string ToString() => Value.ToString("D");
}

/// <summary>One fact of a larger thing: of an initiative, of a solution. The kinds of one owner stand in one table, so that all is read at once (ADR 0016).</summary>
public abstract class Part : IRestrictable
{
    public PartId Id { get; init; }

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
