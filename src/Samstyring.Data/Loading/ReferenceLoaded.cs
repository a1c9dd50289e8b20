using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Loading;

/// <summary>Facts of the data files were loaded.</summary>
/// <param name="Digest">SHA-256 over all rows of all files, in hexadecimal.</param>
public sealed record ReferenceLoaded(int Added, int Changed, int Removed, string Digest, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    /// <summary>It tells of numbers alone, to everybody, also where some of the rows are kept to a team.</summary>
    public override bool SaysWhoSees => true;

    public override IReadOnlyList<Subject> Subjects => [new("installation", "reference")];
}
