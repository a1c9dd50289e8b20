using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Actors;

/// <summary>
/// Where a published document places an actor in the grid of importance and replaceability. It stands there for everybody to read, so
/// everybody sees it here; what the team thinks is an <see cref="ActorAssessment"/>. The note is the reading of the document.
/// </summary>
public sealed class PublishedPlacement : InitiativePart
{
    /// <summary>What the document calls the actor.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public Rank? Importance { get; init; }

    public Rank? Replaceability { get; init; }

    /// <summary>The category that the document gives; null where it gives none.</summary>
    public ActorCategory? Kind { get; init; }

    /// <summary>The reason that the document gives.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>What the grid gives for the importance and replaceability in the document.</summary>
    public ActorCategory? Computed => ActorGrid.CategoryOf(Importance, Replaceability);
}

/// <summary>A published placement beside what the team thinks of the same actor.</summary>
/// <param name="Actor">Null where the team has no such actor.</param>
public sealed record ComparedPlacement(PublishedPlacement Published, PlacedActor? Actor)
{
    public ActorCategory? OfTeam => Actor?.Assessment?.Category;

    /// <summary>Null where one of the two is not known.</summary>
    public bool? IsSame => Published.Kind is { } published && OfTeam is { } assessed ? published == assessed : null;

    /// <summary>An actor is the same where the body is, or where neither is a body of the registry and the names are.</summary>
    public static IReadOnlyList<ComparedPlacement> Of(IEnumerable<PublishedPlacement> published, IReadOnlyList<PlacedActor> map) =>
        [.. published.Select(placement => new ComparedPlacement(placement, map.FirstOrDefault(placed => IsSameActor(placement, placed.Actor))))];

    private static bool IsSameActor(PublishedPlacement placement, ActorEntry actor) =>
        placement.Organisation is { } body ? actor.Organisation == body : actor.Organisation is null && string.Equals(placement.Name.Nb, actor.Name.Nb, StringComparison.Ordinal);
}
