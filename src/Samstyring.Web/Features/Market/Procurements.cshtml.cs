using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Market;

/// <summary>Who procures when, what can be coordinated, and what have vendors imposed? For public bodies: never shown to vendors.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
public sealed class ProcurementsModel(SamstyringDb db, Tally tally, Ui ui) : PageModel
{
    private MarketFacts _market = null!;

    private IReadOnlyDictionary<OrganisationId, BodyName> _bodies = new Dictionary<OrganisationId, BodyName>();

    public Solution Solution => _market.Solution.Solution;

    public ListFrame Frame { get; private set; } = null!;

    public IReadOnlyList<ProcurementItem> Rows { get; private set; } = [];

    public IReadOnlyList<Collision> Collisions { get; private set; } = [];

    public IReadOnlyList<ForcedCost> Costs { get; private set; } = [];

    public IReadOnlyList<ForcedUpgrade> Upgrades { get; private set; } = [];

    /// <summary>The number of the municipality that is acted for; null where none is, or the solution is not for it.</summary>
    public string? Own { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        var standing = SignedIn.StandingOf(HttpContext);
        if (!standing.IsPublicSector || await MarketReader.ReadAsync(db, key, ct) is not { } market)
        {
            return NotFound();
        }

        _market = market;
        var plans = await MarketReader.ReportsAsync<ProcurementPlan>(db, Solution, ct);
        Upgrades = await MarketReader.ReportsAsync<ForcedUpgrade>(db, Solution, ct);
        OrganisationId[] planning = [.. plans.Select(p => p.Organisation).OfType<OrganisationId>().Distinct()];
        var coOperations = await MarketReader.CoOperationsAsync(db, planning, ct);
        Collisions = ProcurementRules.Collisions([.. plans.Select(p => market.Of(p.Organisation) is { } municipality ? ProcurementRules.SpanOf(p, municipality, [.. coOperations[municipality.Id]]) : null).OfType<ProcurementSpan>()]);
        Costs = ProcurementRules.CostByVendor(Upgrades);
        _bodies = await MarketReader.BodiesAsync(db, [.. plans.Select(p => p.Vendor).Concat(Upgrades.SelectMany(u => new[] { u.Vendor, u.Organisation })).OfType<OrganisationId>(), .. coOperations.SelectMany(c => c)], ct);
        Own = market.Of(standing.OnBehalfOf)?.Number;
        (Frame, Rows) = await ListFrame.ReadAsync(new ProcurementList(key), Request.Query, db, tally, ct);
        Response.StatusCode = Frame.Bad is [] ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    public string Lead() => Collisions is [] ? ui["procurements.lead-none", ui.Number(Frame.Total)] : ui["procurements.lead", ui.Number(Frame.Total), ui.Number(Collisions.SelectMany(c => c.Plans).Select(p => p.Plan.Id).Distinct().Count())];

    public BodyName? Body(OrganisationId? body) => body is { } id ? _bodies.GetValueOrDefault(id) : null;

    /// <summary>What the plans share: a vendor, a product, a co-operation or a county, by its name.</summary>
    public string Shared(Collision collision) => collision.By switch
    {
        SharedBy.County => ui.Plain(_market.Counties.GetValueOrDefault(OrganisationId.Of(collision.Key)) ?? LocalizedText.Unknown),
        SharedBy.Product => ui.Plain(_market.Solution.Of<SolutionProduct>().FirstOrDefault(p => p.Id.ToString() == collision.Key)?.Name ?? LocalizedText.Unknown),
        _ => ui.Plain(Body(new(Guid.Parse(collision.Key)))?.Name ?? LocalizedText.Unknown),
    };
}
