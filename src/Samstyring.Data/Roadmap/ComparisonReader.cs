using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Roadmap;

/// <summary>A municipality that another one looks to.</summary>
public sealed record ComparedMunicipality
{
    public required OrganisationId Id { get; init; }

    public required string Number { get; init; }

    public required LocalizedText Name { get; init; }

    public required string County { get; init; }

    public required LocalizedText CountyName { get; init; }

    /// <summary>Inhabitants on 1 January 2026.</summary>
    public required int Population { get; init; }

    public required int HexColumn { get; init; }

    public required int HexRow { get; init; }

    public bool IsOwn { get; init; }

    public bool IsNeighbour { get; init; }

    /// <summary>Of the same band of population and the same class of centrality, and among the nearest in population.</summary>
    public bool IsSimilar { get; init; }
}

/// <summary>How far a municipality has come with a solution, as it counts.</summary>
/// <param name="IsSaidByOwner">Whether only the owner of the solution has said it.</param>
public sealed record ComparedStep(SolutionId Solution, OrganisationId Municipality, AdoptionStep Step, string? Since, bool IsSaidByOwner, string? Contact);

/// <summary>Neighbouring and similar municipalities, and how far they have come.</summary>
/// <param name="Municipalities">The municipality, its neighbours, those similar to it and the others in its county, by name.</param>
public sealed record Comparison(IReadOnlyList<ComparedMunicipality> Municipalities, IReadOnlyDictionary<(SolutionId Solution, OrganisationId Municipality), ComparedStep> Steps)
{
    /// <summary>Those that stand beside the municipality in a table: neighbours first, then similar ones.</summary>
    public IReadOnlyList<ComparedMunicipality> Beside => [.. Municipalities.Where(m => m.IsNeighbour || m.IsSimilar).OrderByDescending(m => m.IsNeighbour)];

    /// <summary>Null where nobody has said anything.</summary>
    public ComparedStep? StepOf(SolutionId solution, OrganisationId municipality) => Steps.GetValueOrDefault((solution, municipality));
}

/// <summary>Reads what similar and neighbouring municipalities have done, in two queries.</summary>
public static class ComparisonReader
{
    private const int Similar = 3;

    private const int Most = 200;

    /// <summary>Of those that stand beside the municipality everything, and of the others what is said of one solution, for a map.</summary>
    /// <param name="solutions">The few that may be shown.</param>
    /// <param name="mapped">Of which of them all is read; null for the one that most is said of.</param>
    public static async Task<Comparison> ReadAsync(SamstyringDb db, AgendaMunicipality municipality, IReadOnlyList<SolutionId> solutions, SolutionId? mapped, CancellationToken ct)
    {
        var municipalities = await MunicipalitiesAsync(db, municipality, ct);
        List<OrganisationId> near = [.. municipalities.Select(m => m.Id)];
        List<OrganisationId> beside = [.. municipalities.Where(m => m.IsOwn || m.IsNeighbour || m.IsSimilar).Select(m => m.Id)];
        var said = db.AdoptionRecords.Where(a => solutions.Contains(a.Solution) && near.Contains(a.Municipality));
        var mostSaid = said.GroupBy(a => a.Solution).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(1);
        var steps = await said.Where(a => beside.Contains(a.Municipality) || a.Solution == mapped || (mapped == null && mostSaid.Contains(a.Solution)))
            .Select(a => new ComparedStep(a.Solution, a.Municipality, a.Standing, a.StandingSince, a.Step == null && a.ClaimedStep != null, a.Contact)).ToListAsync(ct);
        return new(municipalities, steps.ToDictionary(s => (s.Solution, s.Municipality)));
    }

    private static async Task<IReadOnlyList<ComparedMunicipality>> MunicipalitiesAsync(SamstyringDb db, AgendaMunicipality own, CancellationToken ct)
    {
        var (id, county, population, centrality) = (own.Id, own.CountyId, own.Population, own.Centrality);
        var (from, below) = PopulationBands.Range(PopulationBands.Of(population));
        var neighbours = db.Neighbours.Where(n => n.A == id).Select(n => n.B).Union(db.Neighbours.Where(n => n.B == id).Select(n => n.A));
        var similar = db.Municipalities.Where(m => m.Id != id && m.Centrality == centrality && m.Population2026 >= from && (below == null || m.Population2026 < below))
            .OrderBy(m => Math.Abs(m.Population2026 - population)).ThenBy(m => m.Number).Take(Similar).Select(m => m.Id);
        return await (
            from m in db.Municipalities
            join o in db.Organisations on m.Id equals o.Id
            join c in db.Organisations on m.County equals c.Id
            where m.County == county || neighbours.Contains(m.Id) || similar.Contains(m.Id)
            orderby o.SortKey, m.Number
            select new ComparedMunicipality
            {
                Id = m.Id,
                Number = m.Number,
                Name = o.Name,
                County = c.Key,
                CountyName = c.Name,
                Population = m.Population2026,
                HexColumn = m.HexColumn,
                HexRow = m.HexRow,
                IsOwn = m.Id == id,
                IsNeighbour = neighbours.Contains(m.Id),
                IsSimilar = similar.Contains(m.Id),
            }).Take(Most).ToListAsync(ct);
    }
}
