using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Stewardship;

/// <summary>What somebody may do with a record.</summary>
public enum Right { None = 1, Propose, Change }

/// <summary>Who answers for a record (architecture, decision 7). Everybody else who acts for an organisation may propose.</summary>
/// <param name="Organisations">Any of them may change it.</param>
/// <param name="Administrator">Whether the administrator of the installation may, too.</param>
public sealed record Stewards(IReadOnlyList<OrganisationId> Organisations, bool Administrator)
{
    /// <summary>Registry, glossary and notes on the sources.</summary>
    public static Stewards OfRegistry { get; } = new([], Administrator: true);

    /// <summary>What is known of a body: the body itself.</summary>
    public static Stewards OfBody(OrganisationId body) => new([body], Administrator: true);

    /// <summary>A municipality's own facts: itself, or a co-operation that it gave a mandate for them.</summary>
    public static Stewards OfMunicipality(OrganisationId municipality, IEnumerable<OrganisationId> mandated) => new([municipality, .. mandated], Administrator: true);

    /// <summary>How a municipality decides on a subject: itself, or a co-operation that it gave a mandate for that subject.</summary>
    public static Stewards OfDecision(OrganisationId municipality, IEnumerable<OrganisationId> mandated) => new([municipality, .. mandated], Administrator: false);

    /// <summary>A mandate: only the municipality that gives it.</summary>
    public static Stewards OfMandate(OrganisationId municipality) => new([municipality], Administrator: false);

    public static Stewards OfMembership(OrganisationId body, OrganisationId member) => new([body, member], Administrator: true);

    /// <summary>Facts and themes of a network: the network itself.</summary>
    public static Stewards OfNetwork(OrganisationId network) => new([network], Administrator: false);

    public static Stewards OfCoOperation(OrganisationId? organisation) => new([.. new[] { organisation }.OfType<OrganisationId>()], Administrator: true);

    /// <summary>A forum and its seats: the forum's own organisation, or the one it is part of.</summary>
    public static Stewards OfForum(OrganisationId forum, OrganisationId? parent) => new([.. new[] { forum, parent }.OfType<OrganisationId>()], Administrator: true);

    /// <summary>A life event and its work: its owner ministry and executing agencies; the administrator where it has none.</summary>
    public static Stewards OfLifeEvent(IReadOnlyList<OrganisationId> ownersAndExecuting) => new(ownersAndExecuting, Administrator: ownersAndExecuting is []);

    /// <summary>An initiative and its parts: its owners; the administrator where it has none.</summary>
    public static Stewards OfInitiative(IReadOnlyList<OrganisationId> owners) => new(owners, Administrator: owners is []);

    /// <summary>A solution and its parts: its owner.</summary>
    public static Stewards OfSolution(OrganisationId owner) => new([owner], Administrator: false);

    /// <summary>What a body says of itself in an initiative: the body, and the owners of the initiative.</summary>
    public static Stewards OfInitiativeOrBody(IReadOnlyList<OrganisationId> owners, OrganisationId body) => new([.. owners, body], Administrator: false);

    /// <summary>A contributor for one of the stewards changes, a contributor for another organisation proposes, and a reader does neither.</summary>
    public Right RightOf(Standing standing)
    {
        if (standing.User is null)
        {
            return Right.None;
        }

        if (Administrator && standing.IsAdministrator)
        {
            return Right.Change;
        }

        if (standing.OnBehalfOf is not { } organisation || !standing.Is(Role.Contributor))
        {
            return Right.None;
        }

        return Organisations.Contains(organisation) ? Right.Change : Right.Propose;
    }
}
