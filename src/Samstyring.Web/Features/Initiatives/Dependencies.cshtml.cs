using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Initiatives;

/// <summary>One initiative that waits for another, as far as the reader may see both.</summary>
public sealed record WaitItem(PartId Id, InitiativeId Waiting, InitiativeId For, LocalizedText Text, int? Days, Provenance Provenance);

/// <summary>An initiative on the time line.</summary>
public sealed record WorkItem(InitiativeId Id, string Key, LocalizedText Name, string? Starts, string? Ends);

/// <summary>What an initiative waits for, what waits for it, and what a moved end would lead to .</summary>
[AllowAnonymous]
public sealed class DependenciesModel(SamstyringDb db, Ui ui) : PageModel
{
    /// <summary>Waits that one picture holds.</summary>
    private const int Most = 2_000;

    /// <summary>The end that somebody asks about.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Slutt { get; set; }

    public WorkItem Work { get; private set; } = null!;

    public IReadOnlyDictionary<InitiativeId, WorkItem> Works { get; private set; } = new Dictionary<InitiativeId, WorkItem>();

    /// <summary>What it waits for.</summary>
    public IReadOnlyList<WaitItem> Ahead { get; private set; } = [];

    /// <summary>What waits for it.</summary>
    public IReadOnlyList<WaitItem> Behind { get; private set; } = [];

    /// <summary>Null where nothing is asked, or no answer can be given: then the error says why.</summary>
    public IReadOnlyList<MovedWork>? Moved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await db.Initiatives.Where(i => i.Key == key && i.Kind != InitiativeKind.Activity).Select(i => new { Restricted = db.Shows(i.VisibleTo, "initiative", i.Key), Work = new WorkItem(i.Id, i.Key, i.Name, i.Starts, i.Ends) }).SingleOrDefaultAsync(ct) is not { } found)
        {
            return NotFound();
        }

        Work = found.Work;
        var waits = (await (
            from d in db.Set<Dependency>()
            where d.IsWithdrawn != true && db.Initiatives.Any(i => i.Id == d.Initiative) && db.Initiatives.Any(i => i.Id == d.Other)
            orderby d.Initiative, d.Order
            select new { Restricted = db.Shows(d.VisibleTo, "dependency", d.Id.Value), Item = new WaitItem(d.Id, d.Initiative, d.Other, d.Text, d.Days, d.Provenance) }).Take(Most).ToListAsync(ct)).ConvertAll(row => row.Item);
        InitiativeId[] named = [.. waits.SelectMany(wait => new[] { wait.Waiting, wait.For }).Append(Work.Id).Distinct()];
        Works = await db.Initiatives.Where(i => named.Contains(i.Id)).Select(i => new WorkItem(i.Id, i.Key, i.Name, i.Starts, i.Ends)).ToDictionaryAsync(work => work.Id, ct);
        Ahead = [.. waits.Where(wait => wait.Waiting == Work.Id)];
        Behind = [.. waits.Where(wait => wait.For == Work.Id)];
        return Asked(waits);
    }

    private PageResult Asked(List<WaitItem> waits)
    {
        if (string.IsNullOrWhiteSpace(Slutt))
        {
            return Page();
        }

        if (!DateOnly.TryParseExact(Slutt.Trim(), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var ends))
        {
            return this.Refused(ui, new Refusal(new Reason("field.not-a-day", "slutt", Slutt)));
        }

        var effect = DependencyPlan.Of(
            [.. Works.Values.Select(work => new PlannedWork(work.Id, AsOf.First(work.Starts), AsOf.Last(work.Ends)))], [.. waits.Select(wait => new Wait(wait.Waiting, wait.For, wait.Days ?? 0))], Work.Id, ends);
        if (!effect.IsAccepted(out var accepted, out var refusal))
        {
            return this.Refused(ui, refusal);
        }

        Moved = accepted.Moved;
        return Page();
    }

    /// <summary>When a moved work would begin; null where that is not known.</summary>
    public string? NewStart(MovedWork moved) =>
        moved.Days is { } days && AsOf.First(Works[moved.Id].Starts) is { } starts ? AsOf.PlusDays(starts, days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
