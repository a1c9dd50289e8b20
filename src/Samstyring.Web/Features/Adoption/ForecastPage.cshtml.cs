using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Access;
using Samstyring.Domain.Adoption;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Charts;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Adoption;

/// <summary>
/// How fast a solution spreads, as today and with another price, subsidy, law or capacity. What is told of each municipality is for the owner's team and for the municipality itself.
/// </summary>
[AllowAnonymous]
public sealed class ForecastPageModel(SamstyringDb db, IServiceProvider services, TimeProvider clock, Ui ui) : PageModel
{
    /// <summary>Municipalities that are told whom to ask, and rows of probabilities on the page.</summary>
    private const int Shown = 10;

    /// <summary>As many more in use as can be in two years.</summary>
    private static readonly SpreadGoal AskingGoal = new(7);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    internal Forecast Result { get; private set; } = null!;

    public Solution Solution => Result.Facts.Solution;

    public ForecastAsked Asked { get; private set; } = ForecastAsked.AsToday;

    public IReadOnlyList<string> Wrong { get; private set; } = [];

    /// <summary>Whether the viewer is of the team that owns the solution.</summary>
    public bool IsOwner { get; private set; }

    /// <summary>The municipality that is acted for; null where none is.</summary>
    public MunicipalityStep? Own { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        (Asked, var wrong) = ForecastAsked.Read(Request.Query, Today);
        if (await Forecast.MakeAsync(db, key, Asked, Today, ct) is not { } made)
        {
            return NotFound();
        }

        Result = made;
        Wrong = [.. wrong.Select(reason => ui["refusal." + reason.Code, ui["forecast.ask." + reason.Field], reason.Value])];
        Response.StatusCode = Wrong is [] ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        var standing = SignedIn.StandingOf(HttpContext);
        IsOwner = SeesEach(standing, Solution);
        Own = made.Municipalities.FirstOrDefault(m => m.Id == standing.OnBehalfOf && m.IsEligible);
        return Page();
    }

    /// <summary>Begins the search for whom to ask first, with the assumption, the runs and the seed of the page.</summary>
    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        var (standing, asked) = (SignedIn.StandingOf(HttpContext), ForecastAsked.Read(Request.Query, Today).Asked);
        if (standing.User is not { } person || await ForecastBasis.ReadAsync(db, key, asked, Today, ct) is not { } basis || !SeesEach(standing, basis.Facts.Solution))
        {
            return NotFound();
        }

        var job = services.GetRequiredService<ForecastJobs>().Start(person, basis.Facts.Solution, basis.Municipalities,
            (progress, stop) => WhomToAsk.First(basis.Model, Shown, AskingGoal, asked.Runs, asked.Seed, threads: 1, progress, stop));
        return job is null ? StatusCode(StatusCodes.Status503ServiceUnavailable) : LocalRedirect($"/losninger/{job.Solution}/prognose/spor-forst/{job.Id}");
    }

    /// <summary>Whether somebody sees what is told of each municipality: the team that owns the solution.</summary>
    internal static bool SeesEach(Standing standing, Solution solution) => standing.User is not null && standing.OnBehalfOf == solution.Owner && standing.Is(Role.Contributor);

    /// <summary>The answer, computed: how many have it in five years, going on as today, and with the scenario that is asked for.</summary>
    public string Lead() => string.Join(' ', ((string?[])
    [
        ui["forecast.lead-as-today", InFiveYears(Result.Spread)],
        Result.Changed is { } changed ? ui["forecast.lead-changed", InFiveYears(changed)] : null,
        ui["forecast.lead"],
    ]).OfType<string>());

    private object?[] InFiveYears(SpreadResult spread)
    {
        const int FiveYears = 20;
        var then = spread.Quarters[FiveYears - 1];
        return [Round(then.InUse.P50), ui.Number(spread.EligibleMunicipalities), Quarter(Result.Quarter + then.Quarter), Round(then.InUse.P10), Round(then.InUse.P90)];
    }

    public string Value(string name) => Request.Query[name].ToString();

    public string Quarter(int quarter) => SpreadChart.Quarter(ui, quarter);

    /// <summary>Quarters that the table shows: the end of each of the next five years, and the last.</summary>
    internal IEnumerable<SpreadQuarter> YearEnds(SpreadResult result) => result.Quarters.Where(q => (Result.Quarter + q.Quarter) % 4 == 3 && (q.Quarter < 22 || q.Quarter >= 36));

    internal LineChart Chart(SpreadResult result, string heading) => SpreadChart.Of(ui, heading, SpreadOutline.Of(Result.Observed, Result.Quarter, result));

    public string Round(double value) => SpreadChart.Round(ui, value);

    public string Between(SpreadPercentiles p) => ui["forecast.between", Round(p.P50), Round(p.P10), Round(p.P90)];

    public string BetweenKroner(SpreadPercentiles p) => ui["forecast.between", ui.Rate(decimal.Round((decimal)p.P50, 2)), ui.Rate(decimal.Round((decimal)p.P10, 2)), ui.Rate(decimal.Round((decimal)p.P90, 2))];

    public string Millions(SpreadPercentiles p) => ui["forecast.between", Mill(p.P50), Mill(p.P10), Mill(p.P90)];

    public string Arrival(SpreadArrival arrival) => arrival.P50 is { } middle
        ? ui["forecast.arrives", Quarter(Result.Quarter + middle), arrival.P10 is { } early ? Quarter(Result.Quarter + early) : ui["forecast.later"], arrival.P90 is { } late ? Quarter(Result.Quarter + late) : ui["forecast.later"]]
        : ui["forecast.not-within", ui.Percent(arrival.NotWithinHorizon), Quarter(Result.Quarter + ForecastAsked.Horizon - 1)];

    /// <summary>The municipalities that are likeliest to come next, and those that are not there yet: for the owner's team.</summary>
    public IReadOnlyList<(MunicipalityStep Municipality, double InOneYear, double InFive)> Likeliest() =>
        [.. Result.Municipalities.Select((m, i) => (m, One: Result.Spread.Probability(i, 3), Five: Result.Spread.Probability(i, 19))).Where(m => m.m.IsEligible && !(m.m.Step is { } step && LadderRules.IsInUse(step))).OrderByDescending(m => m.One).ThenBy(m => m.m.Number, StringComparer.Ordinal).Take(Shown)];

    public double Probability(SpreadResult spread, MunicipalityStep municipality, int quarter) => spread.Probability(Result.Municipalities.Index().First(m => m.Item.Id == municipality.Id).Index, quarter);

    private string Mill(double kroner) => ui["forecast.mill", ui.OneDecimal(decimal.Round((decimal)(kroner / 1e6), 1))];

    public string Percent(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
