using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Networks;

/// <summary>What one body pays in a year, in øre; null where no rate is known.</summary>
/// <param name="Population">Its inhabitants; of a county, those of its municipalities in the network.</param>
/// <param name="Asked">By the rates that the reader tries.</param>
public sealed record FeeOf(BodyRef Body, int Population, long? Now, long? Asked);

/// <summary>What does taking part cost each member and county, and what would other rates give ?</summary>
public sealed class FeesModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    /// <summary>Kroner: a milliard.</summary>
    private const decimal MostKroner = 1_000_000_000;

    private WorkFacts _facts = null!;

    /// <summary>Kroner a municipality.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Grunn { get; set; }

    /// <summary>Kroner an inhabitant.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Innbygger { get; set; }

    /// <summary>Kroner a county.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Fylke { get; set; }

    /// <summary>Kroner an inhabitant, from the county.</summary>
    [BindProperty(SupportsGet = true)]
    public string? FylkeInnbygger { get; set; }

    public string Key => _facts.Key;

    public LocalizedText Name => _facts.Name;

    public IEnumerable<NetworkFee> Recorded => _facts.Of<NetworkFee>();

    public FeeRates Rates { get; private set; } = new(Base: null, PerInhabitant: null, CountyBase: null, CountyPerInhabitant: null);

    public FeeRates Asked { get; private set; } = new(Base: null, PerInhabitant: null, CountyBase: null, CountyPerInhabitant: null);

    /// <summary>Whether the reader tries rates of their own.</summary>
    public bool IsAsked { get; private set; }

    public int Year { get; private set; }

    public IReadOnlyList<FeeOf> Members { get; private set; } = [];

    public IReadOnlyList<FeeOf> Counties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await WorkReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        _facts = facts;
        Year = clock.GetUtcNow().Year;
        Rates = FeeRates.Of(facts.Of<NetworkFee>(), Year);
        Asked = new(Rate(nameof(Grunn), Grunn, Rates.Base), Rate(nameof(Innbygger), Innbygger, Rates.PerInhabitant), Rate(nameof(Fylke), Fylke, Rates.CountyBase), Rate(nameof(FylkeInnbygger), FylkeInnbygger, Rates.CountyPerInhabitant));
        IsAsked = Asked != Rates;
        Members = [.. facts.Members.Select(m => new FeeOf(new() { Key = m.Number, Name = m.Name }, m.Population, Rates.OfMunicipality(m.Population), Asked.OfMunicipality(m.Population)))];
        var counties = facts.Members.GroupBy(m => m.County, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(m => m.Population), StringComparer.Ordinal);
        string[] keys = [.. counties.Keys];
        Counties =
        [
            .. (await db.Organisations.Where(o => o.Kind == OrganisationKind.County && keys.Contains(o.Key)).OrderBy(o => o.SortKey).Select(o => new BodyRef { Key = o.Key, Name = o.Name }).ToListAsync(ct))
                .Select(c => new FeeOf(c, counties[c.Key], Rates.OfCounty(counties[c.Key]), Asked.OfCounty(counties[c.Key]))),
        ];
        return Page();
    }

    public string Lead() => Rates is { Base: null, PerInhabitant: null } ? ui["fees.lead-none"] : ui["fees.lead", Total(now: true), ui.Number(Members.Count), Year.ToString(CultureInfo.InvariantCulture)];

    /// <summary>What the network gets in the year from members and counties together, as far as it is known.</summary>
    public string Total(bool now) => Members.Concat(Counties).Select(f => now ? f.Now : f.Asked).OfType<long>().ToList() is { Count: > 0 } known ? ui.Kroner(known.Sum()) : ui["unknown"];

    private long? Rate(string field, string? text, long? recorded)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return recorded;
        }

        if (decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kroner) && kroner <= MostKroner)
        {
            return (long)Math.Round(kroner * 100, MidpointRounding.AwayFromZero);
        }

        ModelState.AddModelError(field, ui["refusal.field.not-an-amount", text]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return recorded;
    }
}
