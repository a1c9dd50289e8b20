using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Tests.Adoption;

/// <summary>Municipalities and what they say, for the tests of obstacles, waves and procurements.</summary>
internal static class Adopters
{
    public static readonly SolutionId Shared = SolutionId.Of("felles");

    public static readonly Provenance Origin = new("test", "2026", Certainty.Stated);

    /// <param name="since">When the step was reached.</param>
    /// <param name="planned">When it is to be in use.</param>
    public static Adopter At(string number, AdoptionStep? step, string? since = null, int population = 4_000, string county = "42", string? planned = null, PartId? wave = null, PartId? product = null)
    {
        var id = OrganisationId.Of(number);
        if (step is not { } known)
        {
            return new(id, number, new(number), county, population, Record: null);
        }

        var record = new AdoptionRecord { Solution = Shared, Municipality = id, Step = known, Since = since, PlannedInUse = planned, Wave = wave, Product = product };
        record.Derive();
        return new(id, number, new(number), county, population, record);
    }

    public static ReportedObstacle Obstacle(string number, ObstacleCode code, string? starts = null, string? ends = null) =>
        new() { Id = PartId.New(), Solution = Shared, Organisation = OrganisationId.Of(number), Obstacle = code, Starts = starts, Ends = ends, Provenance = Origin };

    public static AdoptionWave Wave(string key, string? starts, string? ends, int? room, OrganisationId? carrier = null) =>
        new() { Id = PartId.Of(key), Solution = Shared, Name = new(key), Starts = starts, Ends = ends, Count = room, Organisation = carrier, Provenance = Origin };
}
