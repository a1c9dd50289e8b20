using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;

namespace Samstyring.Web.Features.Adoption;

/// <summary>A price at a number of municipalities that have the solution.</summary>
/// <param name="Adopters">With the municipality itself.</param>
/// <param name="Inhabitants">Of those together; an estimate by the mean where the number is not today's.</param>
/// <param name="OwnerIncome">What the owner gets in the year from all of them, in øre; null where the number is not today's.</param>
public sealed record PriceAt(int Adopters, long Inhabitants, Price Price, long? OwnerIncome, PriceMoment Moment);

/// <summary>Which number of municipalities a price is for.</summary>
public enum PriceMoment { Now = 1, OneMore, Planned, Asked, All }

/// <summary>What a solution costs one municipality, by how many have it .</summary>
/// <param name="At">Today's number, one more, the number that the owner planned with, and all; without repetition.</param>
/// <param name="Shape">The yearly price, in øre, by number of municipalities: what is drawn.</param>
public sealed record PriceCurve(MunicipalityStep Municipality, int Year, IReadOnlyList<PriceAt> At, IReadOnlyList<(int Adopters, long Yearly)> Shape, bool IsShared, int Today)
{
    /// <summary>Points that a drawn curve has.</summary>
    private const int Points = 40;

    /// <summary>Null where no price is known of the solution.</summary>
    /// <param name="asked">A number of municipalities that the reader wants to see; null is none.</param>
    public static PriceCurve? Of(SolutionFacts facts, IReadOnlyList<MunicipalityStep> all, MunicipalityStep? municipality, int year, int? asked = null, int? uses = null)
    {
        PriceComponent[] components = [.. facts.Of<PriceComponent>()];
        if (components is [] || municipality is null)
        {
            return null;
        }

        var eligible = all.Where(m => m.IsEligible).ToList();
        var adopters = eligible.Where(m => m.Step is { } step && LadderRules.HasDecided(step)).ToList();
        var others = adopters.Where(m => m.Id != municipality.Id).ToList();
        var today = others.Count + 1;
        var (have, left) = (others.Sum(m => (double)m.Population), eligible.Where(m => m.Id != municipality.Id).Except(others).ToList());
        var meanOfLeft = left.Count == 0 ? 0 : left.Average(m => m.Population);
        // Fewer than today: as many of today's, of mean size. More: those that are left, of mean size.
        Adopters Shared(int count) => new(count, Math.Max(1, municipality.Population + (long)Math.Round(count <= today ? have * (count - 1) / Math.Max(1, others.Count) : have + ((count - today) * meanOfLeft))));
        Price Price(int count) => PriceModel.For(components, municipality.Population, Shared(count), year, uses);
        List<(PriceMoment, int)> moments = [(PriceMoment.Now, today), (PriceMoment.OneMore, today + 1)];
        if (facts.Solution.PlannedAdopters is { } planned)
        {
            moments.Add((PriceMoment.Planned, planned));
        }

        if (asked is { } wanted)
        {
            moments.Add((PriceMoment.Asked, wanted));
        }

        moments.Add((PriceMoment.All, eligible.Count));
        int[] now = [.. others.Select(m => m.Population), municipality.Population];
        return new(
            municipality, year,
            [.. moments.Where(m => m.Item2 <= eligible.Count).DistinctBy(m => m.Item2).OrderBy(m => m.Item2).Select(m => new PriceAt(m.Item2, Shared(m.Item2).Inhabitants, Price(m.Item2), m.Item2 == today ? PriceModel.YearlyIncome(components, now, year) : null, m.Item1))],
            [.. Enumerable.Range(0, Points + 1).Select(i => Math.Max(1, i * eligible.Count / Points)).Distinct().Select(count => (count, Price(count).Yearly))],
            components.Any(c => c.Basis is PriceBasis.SharedEqually or PriceBasis.SharedByInhabitants), today);
    }

    /// <summary>The municipality in the middle by inhabitants: the one that is shown to those who act for none.</summary>
    public static MunicipalityStep? Middle(IReadOnlyList<MunicipalityStep> all) => all.Where(m => m.IsEligible).OrderBy(m => m.Population).ThenBy(m => m.Number, StringComparer.Ordinal).ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : null;
}
