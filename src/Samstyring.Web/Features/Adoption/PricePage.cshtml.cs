using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Adoption;

/// <summary>What a solution costs a municipality, line by line, and what its owner earns .</summary>
[AllowAnonymous]
public sealed class PricePageModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    /// <summary>The number of the municipality.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kommune { get; set; }

    /// <summary>Municipalities that have the solution.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Antall { get; set; }

    /// <summary>Cases a year.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Bruk { get; set; }

    public SolutionFacts Facts { get; private set; } = null!;

    public PriceCurve? Prices { get; private set; }

    /// <summary>What the owner must cover itself with today's number, in øre; negative is a surplus, null where the cost is unknown.</summary>
    public long? Missing => Prices?.At.FirstOrDefault(at => at.Moment is PriceMoment.Now)?.OwnerIncome is { } income && Facts.Solution.YearlyCost is { } cost ? cost - income : null;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await SolutionReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        Facts = facts;
        var all = await SolutionReader.MunicipalitiesAsync(db, facts.Solution, ct);
        var wanted = Kommune?.Trim() is { Length: > 0 } number ? all.FirstOrDefault(m => m.Number == number || string.Equals(m.Name.Nb, number, StringComparison.OrdinalIgnoreCase)) : null;
        if (wanted is null && !string.IsNullOrWhiteSpace(Kommune))
        {
            var why = await StateAdoption.WhyUnknownAsync(db, Kommune.Trim(), ct);
            Wrong(nameof(Kommune), ui["refusal." + why.Code, why.Value]);
        }

        var adopters = Whole(nameof(Antall), Antall, 1, all.Count(m => m.IsEligible));
        var uses = Whole(nameof(Bruk), Bruk, 0, 10_000_000);
        var standing = SignedIn.StandingOf(HttpContext);
        Prices = PriceCurve.Of(facts, all, wanted ?? all.FirstOrDefault(m => m.Id == standing.OnBehalfOf) ?? PriceCurve.Middle(all), clock.GetUtcNow().Year + 1, adopters, uses);
        Kommune ??= Prices?.Municipality.Number;
        return Page();
    }

    /// <summary>The answer, computed: what the municipality pays as things are, and whether it falls when more join.</summary>
    public string Lead()
    {
        if (Prices is not { At: [var first, ..] } prices)
        {
            return ui["solution.price-none-lead"];
        }

        var now = prices.At.FirstOrDefault(at => at.Moment is PriceMoment.Now) ?? first;
        var pays = now.Price.HasAny || now.Price.IsKnown
            ? ui[now.Price.IsKnown ? "price.lead-pays" : "price.lead-pays-least", ui.Plain(prices.Municipality.Name), ui.Kroner(now.Price.OneOff), ui.Kroner(now.Price.Yearly), ui.Number(now.Adopters)] + " "
            : "";
        return pays + ui[prices.IsShared ? "price.lead-shared" : "price.lead-alone"];
    }

    private int? Whole(string field, string? text, int least, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Wrong(field, ui["refusal.price.not-a-number", text, least, most]);
        return null;
    }

    private void Wrong(string field, string why)
    {
        ModelState.AddModelError(field, why);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
