using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Access;

public sealed record NameChanged(UserId User, string Before, string After, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

public sealed record PasswordChanged(UserId User, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <summary>Somebody who signed in without a password got one.</summary>
public sealed record PasswordSet(UserId User, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

public sealed record SecondFactorTurnedOn(UserId User, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

public sealed record SecondFactorTurnedOff(UserId User, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <summary>One of the codes for somebody who has lost the telephone was used to sign in.</summary>
public sealed record RecoveryCodeUsed(UserId User, int Left, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <param name="Name">What the person calls it.</param>
public sealed record PasskeyAdded(UserId User, string Name, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <param name="Name">What the person called it.</param>
public sealed record PasskeyRemoved(UserId User, string Name, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <summary>The person can sign in with an account that another service keeps. Which one there is not told: only who keeps it.</summary>
/// <param name="Issuer">Who keeps the account.</param>
public sealed record LoginLinked(UserId User, string Issuer, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <param name="Issuer">Who keeps the account.</param>
public sealed record LoginUnlinked(UserId User, string Issuer, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <summary>All that was known of the person is gone; the identifier stays.</summary>
public sealed record PersonErased(UserId User, Actor By, DateTimeOffset At) : PersonEvent(User, By, At);

/// <summary>Something that happened to a person's account. It belongs to the person's history.</summary>
public abstract record PersonEvent(UserId User, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    public override IReadOnlyList<Subject> Subjects => [new("person", User.ToString())];
}
