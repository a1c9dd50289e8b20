using Samstyring.Domain.Gates;

namespace Samstyring.Data.Initiatives;

/// <summary>The computed checks of all modules.</summary>
public static class Checks
{
    public static CheckRegistry Registry { get; } = new([], new Dictionary<string, Func<GateFacts, bool?>>(StringComparer.Ordinal));
}
