namespace Samstyring.Domain.Kernel;

/// <summary>A body. It stands here and not with the other organisations because every act is done on behalf of one.</summary>
public readonly record struct OrganisationId(Guid Value) : IStrongId
{
    public static OrganisationId Of(string key) => new(NamedId.From("organisation", key));
}

/// <summary>A person who can sign in. What is known of the person stands apart from it and can be erased; the identifier stays.</summary>
public readonly record struct UserId(Guid Value) : IStrongId
{
    public static UserId New() => new(Guid.CreateVersion7());

    public static UserId Parse(string text) => new(Guid.Parse(text));

    public override string ToString() => Value.ToString("D");
}

/// <summary>Who acts.</summary>
/// <param name="User">Null where a program acts and nobody is signed in: a load at the start, a command on the server.</param>
/// <param name="OnBehalfOf">The organisation that the act is done for; null for the administration of the installation.</param>
public sealed record Actor(UserId? User, OrganisationId? OnBehalfOf)
{
    /// <summary>The program itself.</summary>
    public static Actor Installation { get; } = new(User: null, OnBehalfOf: null);
}
