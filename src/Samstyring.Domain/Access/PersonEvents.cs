using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Access;

public sealed record NameChanged(UserId User, string Before, string After, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

public sealed record PasswordChanged(UserId User, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

public sealed record SecondFactorTurnedOn(UserId User, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

public sealed record SecondFactorTurnedOff(UserId User, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <summary>One of the codes for somebody who has lost the telephone was used to sign in.</summary>
public sealed record RecoveryCodeUsed(UserId User, int Left, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <summary>All that was known of the person is gone; the identifier stays.</summary>
public sealed record PersonErased(UserId User, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <summary>Something that happened to a person's account. It belongs to the person's history.</summary>
public abstract record PersonEvent(UserId User, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override IReadOnlyList<Subject> Subjects => [new("person", User.ToString())];
}
