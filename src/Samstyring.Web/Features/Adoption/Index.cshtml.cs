using Microsoft.AspNetCore.Authorization;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Adoption;

/// <summary>The common solutions: who owns them, when they come, and how many have them.</summary>
[AllowAnonymous]
public sealed class IndexModel(SamstyringDb db) : ListPage<SolutionItem>(db, new SolutionList())
{
    /// <summary>Whatever the list is narrowed to; null where the address has a bad value.</summary>
    public SolutionCounts? Solutions { get; private set; }

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct) =>
        Solutions = await Tally.GetAsync("solutions by state", () => SolutionReader.CountAsync(Db, ct), ct);
}
