using Microsoft.AspNetCore.Identity;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.People;

/// <summary>
/// Someone who can sign in. All that is known of the person stands here and in the tables of ASP.NET Core Identity, and goes when the
/// person is erased; elsewhere there is only the identifier.
/// </summary>
public sealed class Person : IdentityUser<UserId>, IUntraced
{
    /// <summary>What an erased person is called, wherever a name is shown.</summary>
    public const string ErasedName = "Slettet person";

    public const int LongestName = 200;

    public Person() => Id = UserId.New();

    /// <summary>As the person wants to be called. Signed-in users see it in histories; visitors see the organisation.</summary>
    public required string Name { get; set; }

    /// <summary>Of the installation: the registry, the glossary and the notes on the sources.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>When the person was erased; what is left says nothing of who it was.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>In an example installation: whose place of the reader table this made-up person has; null for everybody else.</summary>
    public string? ExampleOf { get; init; }
}
