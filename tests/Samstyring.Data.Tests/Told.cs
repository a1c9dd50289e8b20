using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Tests;

/// <summary>Tells of whatever a test changes.</summary>
internal sealed record Told() : DomainEvent(Actor.Installation, DateTimeOffset.UnixEpoch)
{
    public override IReadOnlyList<Subject> Subjects => [new("test", "test")];
}
