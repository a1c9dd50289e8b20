using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Hex;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Adoption;

/// <summary>What a county's municipalities amount to.</summary>
public sealed record CountyFigures(string Key, LocalizedText Name, AdoptionFigures Figures);

/// <summary>One solution: how far are we, what does it cost, what is in the way, and what comes next?</summary>
[AllowAnonymous]
public sealed class DetailsModel(SamstyringDb db, Tally tally, TimeProvider clock, Ui ui) : PageModel
{
    /// <summary>Of the simulation: as many as the drawing needs. The forecast's own page takes more.</summary>
    public const int Runs = 256;

    public SolutionFacts Facts { get; private set; } = null!;

    public Solution Solution => Facts.Solution;

    public AdoptionFigures Figures { get; private set; } = null!;

    public IReadOnlyList<CountyFigures> Counties { get; private set; } = [];

    public HexMap Map { get; private set; } = null!;

    public PriceCurve? Prices { get; private set; }

    /// <summary>How many may come to have it in use, going on as today; null where nobody has said anything, or it is not to be had yet.</summary>
    public SpreadOutline? Spread { get; private set; }

    /// <summary>The next wave that is not over, with those that are in it; null where none is planned.</summary>
    public (AdoptionWave Wave, int Members)? NextWave { get; private set; }

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether the municipalities were told too late for the budget of the year it comes in; null where a date is missing.</summary>
    public bool? IsAnnouncedLate { get; private set; }

    /// <summary>The municipality that is acted for; null where none is.</summary>
    public string? Own { get; private set; }

    /// <summary>Whether the viewer may see what municipalities tell each other, and no vendor.</summary>
    public bool IsPublicSector { get; private set; }

    /// <summary>Municipalities that stand before each obstacle now.</summary>
    public IReadOnlyList<(ObstacleCode Code, int Municipalities)> Obstacles { get; private set; } = [];

    public AdoptionObservation? Newest => Facts.Of<AdoptionObservation>().Where(o => o.Count is not null && o.Starts is not null).OrderBy(o => o.Starts, StringComparer.Ordinal).ThenBy(o => o.Order).LastOrDefault();

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await SolutionReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        Facts = facts;
        var standing = SignedIn.StandingOf(HttpContext);
        IsPublicSector = standing.IsPublicSector;
        var all = await SolutionReader.MunicipalitiesAsync(db, Solution, ct);
        Figures = SolutionReader.FiguresOf(all);
        Counties = [.. all.Where(m => m.IsEligible).GroupBy(m => m.County, StringComparer.Ordinal).Select(g => new CountyFigures(g.Key, g.First().CountyName, SolutionReader.FiguresOf(g))).OrderBy(c => NorwegianOrder.Key(c.Name.ToString()), StringComparer.Ordinal)];
        Map = SolutionMap.Of(ui, ui.Plain(Solution.Name), all, Figures);
        var own = all.FirstOrDefault(m => m.Id == standing.OnBehalfOf);
        Own = own is { IsEligible: true } ? own.Number : null;
        Prices = PriceCurve.Of(facts, all, own ?? PriceCurve.Middle(all), Today.Year + 1);
        Spread = await SpreadAsync(all, ct);
        NextWave = await NextWaveAsync(ct);
        var cycle = new BudgetCycle(await db.CycleEvents.Where(e => e.Event != null).ToListAsync(ct), []);
        IsAnnouncedLate = Agenda.IsAnnouncedLate(Solution, cycle);
        if (IsPublicSector)
        {
            var id = Solution.Id;
            var counted = await db.Set<ReportedObstacle>().Where(o => o.Solution == id && o.IsWithdrawn != true && o.Ends == null).GroupBy(o => o.Obstacle).Select(g => new { g.Key, Count = g.Select(o => o.Organisation).Distinct().Count() }).ToListAsync(ct);
            Obstacles = [.. counted.Select(c => (c.Key, c.Count)).OrderByDescending(c => c.Count).ThenBy(c => c.Key)];
        }

        return Page();
    }

    /// <summary>What the parameters are fitted to and the runs take longer than a page may: the outcome is remembered for a minute, as numbers that are counted are.</summary>
    private async Task<SpreadOutline?> SpreadAsync(IReadOnlyList<MunicipalityStep> all, CancellationToken ct) =>
        Solution.State is SolutionState.Ready or SolutionState.BeingAdopted && all.Any(m => m is { IsEligible: true, Step: not null })
            ? await tally.GetAsync($"spread {Solution.Key}", () => SimulateAsync(all, ct), ct)
            : null;

    /// <summary>What the drawing says of one, three and five years ahead, in words beside it.</summary>
    internal static IEnumerable<MayBeInUse> YearsAhead(SpreadOutline spread) => spread.Ahead.Where((_, quarter) => quarter is 3 or 11 or 19);

    private async Task<SpreadOutline> SimulateAsync(IReadOnlyList<MunicipalityStep> all, CancellationToken ct)
    {
        var basis = await ForecastBasis.MakeAsync(db, Facts, all, ForecastAsked.AsToday with { Runs = Runs }, Today, ct);
        return SpreadOutline.Of(basis.Input.Observed(basis.Quarter - 1), basis.Quarter, SpreadSimulation.Run(basis.Model, Runs, ForecastAsked.AsToday.Seed, threads: 1, progress: null, ct));
    }

    private async Task<(AdoptionWave Wave, int Members)?> NextWaveAsync(CancellationToken ct)
    {
        if (Facts.Of<AdoptionWave>().Where(w => (AsOf.Last(w.Ends) ?? DateOnly.MaxValue) >= Today).OrderBy(w => AsOf.First(w.Starts) ?? DateOnly.MaxValue).ThenBy(w => w.Order).FirstOrDefault() is not { } wave)
        {
            return null;
        }

        var (solution, id) = (Solution.Id, wave.Id);
        return (wave, await db.AdoptionRecords.CountAsync(a => a.Solution == solution && a.Wave == id, ct));
    }

    /// <summary>The answer, computed: what is published, and what the municipalities themselves say.</summary>
    public string Lead()
    {
        var known = Figures.Eligible - Figures.Unknown.Municipalities;
        var said = known == 0 ? ui["solution.lead-none-said"] : ui["solution.lead-said", ui.Number(Figures.InUse.Municipalities), ui.Number(Figures.Eligible), Share(Figures.InUse.Inhabitants, Figures.Inhabitants)];
        return Newest is not { Count: { } count } newest ? said
            : newest.Of is { } of ? ui["solution.lead-published", ui.Number(count), ui.Number(of), ui.Plain(newest.Name)] + " " + said
            : said;
    }

    public string Share(long part, long whole) => whole == 0 ? ui["unknown"] : ui.Percent((double)part / whole);

    public static double ShareOf(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    public LocalizedText BodyName(OrganisationId? body) => body is { } id && Facts.Bodies.TryGetValue(id, out var found) ? found.Name : LocalizedText.Unknown;

    /// <summary>Why the solution is for these municipalities.</summary>
    public string Eligible() => Solution is { EligibleCounties: null, EligibleFrom: null, EligibleBelow: null }
        ? ui["solution.for-all", ui.Number(Figures.Eligible)]
        : ui["solution.for-some", ui.Number(Figures.Eligible)];
}
