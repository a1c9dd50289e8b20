using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Access;

/// <summary>Who is asking, and as what. Made anew for each request, so that an access that has ended is gone at once.</summary>
/// <param name="User">Null for a visitor who is not signed in.</param>
/// <param name="OnBehalfOf">The organisation that is acted for; null where none is chosen.</param>
/// <param name="Role">The role there; null where none is chosen.</param>
/// <param name="IsAdministrator">Of the installation: the registry, the glossary and the notes on the sources.</param>
public sealed record Standing(UserId? User, OrganisationId? OnBehalfOf, Role? Role, bool IsAdministrator)
{
    public static Standing Visitor { get; } = new(User: null, OnBehalfOf: null, Role: null, IsAdministrator: false);

    public Actor Actor => new(User, OnBehalfOf);

    /// <summary>Whether the organisation acted for is a public body.</summary>
    public bool IsPublicSector { get; init; }

    public Viewer Viewer => new(User, OnBehalfOf) { IsPublicSector = IsPublicSector };

    /// <summary>Whether the role in the organisation acted for is at least this.</summary>
    public bool Is(Role least) => Role >= least;
}
