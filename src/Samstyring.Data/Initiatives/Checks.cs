using Samstyring.Domain.Actors;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Steering;

namespace Samstyring.Data.Initiatives;

/// <summary>The computed checks and the conditions of all modules.</summary>
public static class Checks
{
    public static CheckRegistry Registry { get; } = new(
        [.. InitiativeChecks.All, .. ActorChecks.All, .. GovernanceChecks.All, .. InstrumentChecks.All, .. SteeringChecks.All],
        InitiativeChecks.Conditions.Concat(InstrumentChecks.Conditions).ToDictionary(StringComparer.Ordinal));
}
