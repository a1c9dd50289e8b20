using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Actors;

/// <summary>What a municipality has to do with a piece of work.</summary>
public enum MunicipalPart
{
    /// <summary>Must decide before anything is gained there.</summary>
    Decides = 1,

    /// <summary>May be among those that must decide, of whom only the number is known.</summary>
    MayDecide,

    /// <summary>Is touched, and need not decide.</summary>
    Affected,
}

/// <summary>Which municipalities a piece of work touches, and how, as far as they have names.</summary>
/// <param name="Of">Those that are named, and those that may be among the others.</param>
/// <param name="Unnamed">How many must decide without being named.</param>
/// <param name="HasUncounted">Whether some must decide of whom not even the number is known.</param>
public sealed record MunicipalParts(IReadOnlyDictionary<OrganisationId, MunicipalPart> Of, int Unnamed, bool HasUncounted)
{
    public static MunicipalParts From(IReadOnlyCollection<AffectedArea> areas, IReadOnlyCollection<OrganisationId> all, Func<OrganisationId, AreaBody> bodyOf)
    {
        Dictionary<OrganisationId, MunicipalPart> parts = [];
        var (unnamed, uncounted) = (0, false);
        foreach (var area in areas.OrderBy(area => area.MustDecide is true ? 0 : 1))
        {
            var body = area.Organisation is { } organisation ? bodyOf(organisation) : AreaBody.Nobody;
            foreach (var municipality in body.Municipalities)
            {
                parts.TryAdd(municipality, area.MustDecide is true ? MunicipalPart.Decides : MunicipalPart.Affected);
            }

            if (area.MustDecide is true)
            {
                var count = area.Count ?? body.Count ?? (body.Municipalities.Count > 0 ? body.Municipalities.Count : null);
                unnamed += Math.Max(0, (count ?? 0) - body.Municipalities.Count);
                uncounted |= count is null;
            }
        }

        foreach (var municipality in unnamed > 0 || uncounted ? all : [])
        {
            parts.TryAdd(municipality, MunicipalPart.MayDecide);
        }

        return new(parts, unnamed, uncounted);
    }

    public IReadOnlyList<OrganisationId> With(MunicipalPart part) => [.. Of.Where(pair => pair.Value == part).Select(pair => pair.Key)];
}

/// <summary>The municipalities that a body stands for: itself, those of a county, the members of a network.</summary>
/// <param name="Count">How many a source says that there are; null where none does.</param>
public sealed record AreaBody(IReadOnlyCollection<OrganisationId> Municipalities, int? Count)
{
    public static AreaBody Nobody { get; } = new([], Count: null);
}
