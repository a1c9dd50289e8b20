using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Roadmap;

/// <summary>The roadmap of all: what comes, when municipalities must act, and what they must set aside.</summary>
[AllowAnonymous]
public sealed class IndexModel(SamstyringDb db, TimeProvider clock) : ListPage<RoadmapItem>(db, new RoadmapList(clock))
{
    /// <summary>Inhabitants of the municipality that prices are shown for.</summary>
    public int Size { get; private set; }

    /// <summary>The name of a phase in the first method that has it.</summary>
    public static LocalizedText PhaseName(string phase) =>
        MethodPacks.Current.All.SelectMany(pack => pack.Phases).FirstOrDefault(known => string.Equals(known.Key, phase, StringComparison.Ordinal))?.Name ?? new(phase);

    /// <summary>Whatever the list is narrowed to; null where the address has a bad value.</summary>
    public SolutionCounts? Solutions { get; private set; }

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct)
    {
        Solutions = await Tally.GetAsync("solutions by state", () => SolutionReader.CountAsync(Db, ct), ct);
        Size = int.Parse(query.Views.GetValueOrDefault(RoadmapList.SizeView, RoadmapList.Sizes[0].ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
    }
}
