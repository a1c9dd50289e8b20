using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Governance;

/// <summary>Five domains of decisions on IT (Ross &amp; Weill 2004; 000 §3.1.1 p.19).</summary>
public enum DecisionDomain { ItPrinciples = 1, ItArchitecture, ItInfrastructure, BusinessApplications, ItInvestments }

/// <summary>Six ways to place a decision (Ross &amp; Weill 2004; 000 §3.1.1 p.19).</summary>
public enum Archetype { BusinessMonarchy = 1, ItMonarchy, Feudal, Federal, Duopoly, Anarchy }

public readonly record struct DecisionMatrixId(Guid Value) : IStrongId
{
    public static DecisionMatrixId Of(string key) => new(NamedId.From("decision-matrix", key));
}

/// <summary>Who gives input and who decides, in an organisation, a network or a piece of work .</summary>
public sealed class DecisionMatrix : IRestrictable
{
    public required DecisionMatrixId Id { get; init; }

    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>How the source reads it, or what its owner says of it.</summary>
    public LocalizedText Note { get; init; } = LocalizedText.Unknown;

    public OrganisationId? Organisation { get; init; }

    public InitiativeId? Initiative { get; init; }

    /// <summary>Whether it is one to begin from.</summary>
    public bool IsTemplate { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Who gives input on principles and strategies.</summary>
    public IReadOnlyList<Archetype> PrinciplesInput { get; init; } = [];

    /// <summary>Who decides on them.</summary>
    public IReadOnlyList<Archetype> PrinciplesDecided { get; init; } = [];

    public IReadOnlyList<Archetype> ArchitectureInput { get; init; } = [];

    public IReadOnlyList<Archetype> ArchitectureDecided { get; init; } = [];

    public IReadOnlyList<Archetype> InfrastructureInput { get; init; } = [];

    public IReadOnlyList<Archetype> InfrastructureDecided { get; init; } = [];

    public IReadOnlyList<Archetype> ApplicationsInput { get; init; } = [];

    public IReadOnlyList<Archetype> ApplicationsDecided { get; init; } = [];

    public IReadOnlyList<Archetype> InvestmentsInput { get; init; } = [];

    public IReadOnlyList<Archetype> InvestmentsDecided { get; init; } = [];

    public AudienceId? VisibleTo { get; init; }

    /// <summary>The cells that have a mark.</summary>
    public IReadOnlyList<DecisionRight> Cells() =>
    [
        .. Of(DecisionDomain.ItPrinciples, PrinciplesInput, PrinciplesDecided), .. Of(DecisionDomain.ItArchitecture, ArchitectureInput, ArchitectureDecided),
        .. Of(DecisionDomain.ItInfrastructure, InfrastructureInput, InfrastructureDecided), .. Of(DecisionDomain.BusinessApplications, ApplicationsInput, ApplicationsDecided),
        .. Of(DecisionDomain.ItInvestments, InvestmentsInput, InvestmentsDecided),
    ];

    /// <summary>What stands out in it, domain by domain.</summary>
    public IReadOnlyList<(DecisionDomain Domain, MatrixFinding Finding)> Findings() => DecisionRights.Findings(Cells());

    private static IEnumerable<DecisionRight> Of(DecisionDomain domain, IReadOnlyList<Archetype> input, IReadOnlyList<Archetype> decides) =>
        input.Union(decides).Order().Select(archetype => new DecisionRight(domain, archetype, input.Contains(archetype), decides.Contains(archetype)));
}

/// <summary>One cell of a matrix. A cell that is missing has neither mark.</summary>
public sealed record DecisionRight(DecisionDomain Domain, Archetype Archetype, bool Input, bool Decides);

public enum MatrixFinding
{
    /// <summary>Top leaders or central guidance give input, and each decides for itself (R-043; 000 §6.1.1 p.55).</summary>
    GuidedCentrallyDecidedAsAnarchy = 1,

    /// <summary>Nobody is said to decide.</summary>
    NobodyDecides,
}

public static class DecisionRights
{
    /// <summary>What stands out in a matrix, domain by domain.</summary>
    public static IReadOnlyList<(DecisionDomain Domain, MatrixFinding Finding)> Findings(IReadOnlyCollection<DecisionRight> cells)
    {
        List<(DecisionDomain, MatrixFinding)> found = [];
        foreach (var domain in Enum.GetValues<DecisionDomain>())
        {
            var here = cells.Where(cell => cell.Domain == domain).ToList();
            if (!here.Exists(cell => cell.Decides))
            {
                found.Add((domain, MatrixFinding.NobodyDecides));
            }
            else if (here.Exists(cell => cell is { Archetype: Archetype.BusinessMonarchy, Input: true }) && here.TrueForAll(cell => !cell.Decides || cell.Archetype is Archetype.Anarchy))
            {
                found.Add((domain, MatrixFinding.GuidedCentrallyDecidedAsAnarchy));
            }
        }

        return found;
    }
}
