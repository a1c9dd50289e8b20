using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Initiatives;

/// <summary>One fact of a piece of work: a participant, a commitment, an agreement, an actor. Every module has its own kinds of them.</summary>
public abstract class InitiativePart : Part
{
    public InitiativeId Initiative { get; init; }
}

/// <summary>Who may see the assessments of a piece of work: the named team, and nobody else .</summary>
public static class Team
{
    public static AudienceId Of(InitiativeId initiative) => AudienceId.Of("team:" + initiative.Value.ToString("D"));
}
