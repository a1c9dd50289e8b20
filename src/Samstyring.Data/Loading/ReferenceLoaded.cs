using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Loading;

/// <summary>Facts of the data files were loaded.</summary>
/// <param name="Digest">SHA-256 over all rows of all files, in hexadecimal.</param>
public sealed record ReferenceLoaded(int Added, int Changed, int Removed, string Digest, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override IReadOnlyList<Subject> Subjects => [new("installation", "reference")];
}
