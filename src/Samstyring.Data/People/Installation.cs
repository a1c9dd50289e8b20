using Samstyring.Data.Trace;

namespace Samstyring.Data.People;

/// <summary>What this installation was made as. One row where it is an example; none where it is for real work.</summary>
public sealed class Installation : IUntraced
{
    public int Id { get; init; } = 1;

    /// <summary>Made to be tried: it has people whom anybody at the machine may be. Never true where real people work.</summary>
    public required bool IsExample { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>A key that protects cookies and forms, as ASP.NET Core writes it. In the database, so that all hosts of an installation share it.</summary>
public sealed class ProtectionKey : IUntraced
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
