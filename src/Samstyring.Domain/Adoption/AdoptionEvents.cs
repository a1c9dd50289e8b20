using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Adoption;

/// <summary>A municipality, or a co-operation with its mandate, said how far it has come with a solution.</summary>
public sealed record AdoptionStated(string Solution, string Municipality, AdoptionStep? Before, AdoptionStep Step, string? Since, string? Source, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override IReadOnlyList<Subject> Subjects => [new("solution", Solution), new("organisation", Municipality)];
}

/// <summary>The owner of a solution said how far a municipality has come; no step is that it withdrew it.</summary>
public sealed record AdoptionClaimed(string Solution, string Municipality, AdoptionStep? Before, AdoptionStep? Step, string? Since, string? Source, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override IReadOnlyList<Subject> Subjects => [new("solution", Solution), new("organisation", Municipality)];
}
