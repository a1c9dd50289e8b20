using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Market;

/// <summary>Which products are there, and what do we know of each: the same for all, vendors too, and none before another .</summary>
[AllowAnonymous]
public sealed class VendorsModel(SamstyringDb db, Tally tally, Ui ui) : PageModel
{
    private MarketFacts _market = null!;

    public SolutionFacts Facts => _market.Solution;

    public Solution Solution => Facts.Solution;

    public ListFrame Frame { get; private set; } = null!;

    public IReadOnlyList<ProductItem> Rows { get; private set; } = [];

    public bool IsPublicSector { get; private set; }

    /// <summary>The key of the vendor that is acted for; null where none is.</summary>
    public string? OwnVendor { get; private set; }

    /// <summary>What the vendor that is acted for has registered of itself: nobody else sees it.</summary>
    public IReadOnlyList<VendorEntry> Entries { get; private set; } = [];

    /// <summary>The customers that it names.</summary>
    public IReadOnlyDictionary<OrganisationId, BodyName> Customers { get; private set; } = new Dictionary<OrganisationId, BodyName>();

    /// <summary>Municipalities that the solution is for.</summary>
    public int Eligible => _market.Eligible.Count;

    /// <summary>Those of them that have said which product they have or take.</summary>
    public int WithProduct => _market.Eligible.Count(m => m.Record?.Product is not null);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await MarketReader.ReadAsync(db, key, ct) is not { } market)
        {
            return NotFound();
        }

        _market = market;
        (Frame, Rows) = await ListFrame.ReadAsync(new ProductList(key), Request.Query, db, tally, ct);
        Response.StatusCode = Frame.Bad is [] ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        IsPublicSector = SignedIn.StandingOf(HttpContext).IsPublicSector;
        if (SignedIn.Of(HttpContext)?.For is { Kind: OrganisationKind.Vendor } own)
        {
            OwnVendor = own.Key;
            await ReadOwnAsync(own.Organisation, ct);
        }

        return Page();
    }

    private async Task ReadOwnAsync(OrganisationId vendor, CancellationToken ct)
    {
        var solution = Solution.Id;
        Entries = await db.Set<VendorEntry>().Where(e => e.Solution == solution && e.Vendor == vendor && e.IsWithdrawn != true).OrderBy(e => e.Order).ThenBy(e => e.Id).ToListAsync(ct);
        foreach (var entry in Entries)
        {
            db.Shows(entry.VisibleTo, "vendor-entry", entry.Id.Value);
        }

        Customers = await MarketReader.BodiesAsync(db, Entries.Select(e => e.Organisation).OfType<OrganisationId>(), ct);
    }

    /// <summary>How many there are, how many somebody has verified, and who leaves.</summary>
    public string Lead()
    {
        var products = Facts.Of<SolutionProduct>().ToList();
        if (products is [])
        {
            return ui["products.lead-none"];
        }

        var leaving = products.Where(p => p.Leaves == true).Select(p => ui.Plain(p.Name)).Order(StringComparer.Ordinal).ToList();
        var vendors = products.Select(p => p.Organisation).Distinct().Count();
        var lead = ui["products.lead", ui.Count("products.count", products.Count), ui.Count("products.vendors", vendors), Ui.Capital(ui.Word(products.Count(p => p.Meets is not null)))];
        return leaving is [] ? lead : lead + " " + ui["products.lead-leaves", ui.Join(leaving)];
    }

    /// <summary>The waves that there is room in, for the timing of a choice.</summary>
    public IEnumerable<WaveMembers> Waves => WaveRules.Members(Facts.Of<AdoptionWave>(), _market.Eligible);

    public LocalizedText NameOf(AdoptionWave wave) => wave.Organisation is { } id && Facts.Bodies.TryGetValue(id, out var body) ? body.Name : LocalizedText.Unknown;
}
