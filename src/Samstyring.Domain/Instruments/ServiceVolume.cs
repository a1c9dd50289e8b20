using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Instruments;

/// <summary>What a municipality thinks of going on as it does.</summary>
public enum RoutineChoice
{
    /// <summary>Its manual routine is enough for now.</summary>
    ManualIsEnough = 1,

    NeedsSolution,
}

/// <summary>
/// How many cases a municipality has a year of what a piece of work is for, and whether it needs a digital solution for them: «Noen kommuner
/// ser ikke behovet for digitaliserte løsninger» (000 §5.3.1 p.47 l.893). The municipality says it itself; the note is its reason.
/// </summary>
public sealed class ServiceVolume : InitiativePart
{
    /// <summary>Cases a year; null is unknown.</summary>
    public int? Count { get; init; }

    /// <summary>The year that they are of.</summary>
    public string? Starts { get; init; }

    public RoutineChoice? Choice { get; init; }

    /// <summary>A municipality has one of each initiative.</summary>
    public static PartId IdOf(InitiativeId initiative, OrganisationId municipality) => PartId.Of($"service-volume/{initiative.Value:D}/{municipality.Value:D}");
}
