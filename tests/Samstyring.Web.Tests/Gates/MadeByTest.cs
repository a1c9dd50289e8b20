using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Tests.Gates;

/// <summary>Tells of a change that a test makes past the use cases.</summary>
internal sealed record MadeByTest(string Initiative) : DomainEvent(Actor.Installation, TimeProvider.System.GetUtcNow())
{
    public override IReadOnlyList<Subject> Subjects => [new("initiative", Initiative)];
}
