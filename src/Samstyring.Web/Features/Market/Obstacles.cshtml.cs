using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Market;

/// <summary>A measure with its owner, and what has happened since it began.</summary>
public sealed record MeasureRow(ObstacleMeasure Measure, BodyName? Owner, MeasureEffect? Effect);

/// <summary>What stands in the way, for whom, and does what is done about it help? For public bodies: never shown to vendors.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
public sealed class ObstaclesModel(SamstyringDb db, Tally tally, TimeProvider clock, Ui ui) : PageModel
{
    public Solution Solution { get; private set; } = null!;

    public ListFrame Frame { get; private set; } = null!;

    public IReadOnlyList<ObstacleItem> Rows { get; private set; } = [];

    public IReadOnlyList<ObstacleCount> Counts { get; private set; } = [];

    public IReadOnlyList<MeasureRow> Measures { get; private set; } = [];

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The number of the municipality that is acted for; null where none is, or the solution is not for it.</summary>
    public string? Own { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        var standing = SignedIn.StandingOf(HttpContext);
        if (!standing.IsPublicSector || await MarketReader.ReadAsync(db, key, ct) is not { } market)
        {
            return NotFound();
        }

        Solution = market.Solution.Solution;
        var reports = await MarketReader.ReportsAsync<ReportedObstacle>(db, Solution, ct);
        Counts = ObstacleRules.Count(market.Eligible, reports, Today);
        Measures =
        [
            .. market.Solution.Of<ObstacleMeasure>().OrderBy(m => m.Obstacle).ThenBy(m => m.Order)
                .Select(m => new MeasureRow(m, m.Organisation is { } owner ? market.Solution.Bodies.GetValueOrDefault(owner) : null, ObstacleRules.EffectOf(m, market.Eligible, reports, Today))),
        ];
        Own = market.Of(standing.OnBehalfOf)?.Number;
        (Frame, Rows) = await ListFrame.ReadAsync(new ObstacleList(key), Request.Query, db, tally, ct);
        Response.StatusCode = Frame.Bad is [] ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    public string Lead() => Counts is [{ Open: > 0 } most, ..]
        ? ui["obstacles.lead", ui.Code("obstacle-code", most.Code), ui.Number(most.Open), ui.Number(most.NotInUse)]
        : ui["obstacles.lead-none"];

    /// <summary>«12 av 40 hadde besluttet da, og 9 har gjort det siden (32 %)».</summary>
    public string Development(Uptake uptake) => uptake.All == 0 ? ui["obstacles.nobody"]
        : ui["obstacles.since", ui.Number(uptake.Before), ui.Number(uptake.All), ui.Number(uptake.Since), uptake.ShareSince is { } share ? ui.Percent(share) : ui["unknown"]]
            + (uptake.Undated > 0 ? " " + ui["obstacles.undated", ui.Number(uptake.Undated)] : "");

    public IEnumerable<ObstacleCode> WithoutMeasure => Counts.Where(c => c.Open > 0).Select(c => c.Code).Except(Measures.Select(m => m.Measure.Obstacle));
}
