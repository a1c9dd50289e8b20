using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Actors;

public enum Sector { Public = 1, Voluntary, Private }

/// <summary>Somebody with a part in what comes of a piece of work, public, voluntary or private. What the team thinks of them stands apart.</summary>
public sealed class ActorEntry : InitiativePart
{
    /// <summary>What the actor is called where it is no body of the registry.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public Sector? Sector { get; init; }

    /// <summary>The actor's own statement of the problem, in its own words.</summary>
    public LocalizedText Problem { get; init; } = LocalizedText.Unknown;
}

public enum Rank { Low = 1, High }

public enum ActorCategory { Low = 1, Moderate, Important }

/// <summary>What an actor does with the initiative (000 §3.1.2 p.22).</summary>
public enum Strategy { GoAlone = 1, Avoid, Cooperate, Facilitate }

public enum Position { Supports = 1, Neutral, Opposes }

/// <summary>What the team thinks of an actor: for the team only .</summary>
public sealed class ActorAssessment : InitiativePart
{
    public PartId Actor { get; init; }

    public Rank? Importance { get; init; }

    /// <summary>How easily another can take the actor's place.</summary>
    public Rank? Replaceability { get; init; }

    public Strategy? Strategy { get; init; }

    public Position? Position { get; init; }

    /// <summary>Whether the actor can stop the initiative; null is not assessed.</summary>
    public bool? CanBlock { get; init; }

    /// <summary>What the actor can stop.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>How the actor is reached.</summary>
    public LocalizedText Channel { get; init; } = LocalizedText.Unknown;

    /// <summary>How the actor is worked with .</summary>
    public LocalizedText Plan { get; init; } = LocalizedText.Unknown;

    /// <summary>Null where importance or replaceability is not assessed.</summary>
    public ActorCategory? Category => ActorGrid.CategoryOf(Importance, Replaceability);
}

/// <summary>The grid of importance and replaceability (Klijn &amp; Koppenjan; 000 §3.1.2 p.22 l.462-470, figure 8).</summary>
public static class ActorGrid
{
    public static ActorCategory? CategoryOf(Rank? importance, Rank? replaceability) => (importance, replaceability) switch
    {
        (null, _) or (_, null) => null,
        (Rank.High, Rank.Low) => ActorCategory.Important,
        (Rank.Low, Rank.High) => ActorCategory.Low,
        _ => ActorCategory.Moderate,
    };
}

public enum TieKind { Steers = 1, Funds, Delivers, Advises, Represents, Informs, DependsOn }

/// <summary>One actor has to do with another. What the team thinks of how strong it is, is for the team too.</summary>
public sealed class ActorTie : InitiativePart
{
    public PartId Actor { get; init; }

    /// <summary>The actor at the other end.</summary>
    public PartId OtherActor { get; init; }

    public TieKind Kind { get; init; }

    /// <summary>From 1, loose, to 100, close.</summary>
    public int? Strength { get; init; }
}
