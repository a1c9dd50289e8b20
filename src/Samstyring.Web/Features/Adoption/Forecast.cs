using Samstyring.Analysis.Adoption.Curves;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Adoption;

/// <summary>A forecast of one solution: the published series continued, and the municipalities simulated.</summary>
/// <param name="Curve">Null where the series is refused; then <paramref name="CurveRefused"/> says why.</param>
/// <param name="Quarter">Quarter 0 of the simulation.</param>
/// <param name="Spread">Going on as today.</param>
/// <param name="Changed">With the scenario; null where nothing is changed.</param>
internal sealed record Forecast(
    SolutionFacts Facts, ForecastAsked Asked, CurveForecast? Curve, Reason? CurveRefused, IReadOnlyList<AdoptionPoint> Series, int Quarter, IReadOnlyList<MunicipalityStep> Municipalities,
    IReadOnlyList<(int Quarter, int Count)> Observed, SpreadResult Spread, SpreadResult? Changed, SpreadFit? Fit, SpreadModel Model)
{
    /// <summary>Threads that one forecast may use.</summary>
    private const int Threads = 2;

    /// <summary>Runs of each trial of whom to ask: every municipality that may decide is tried.</summary>
    private const int RunsOfAsking = 128;

    /// <summary>Null where the viewer has no such solution.</summary>
    /// <exception cref="OperationCanceledException">The reader left.</exception>
    public static async Task<Forecast?> MakeAsync(SamstyringDb db, string key, ForecastAsked asked, DateOnly today, CancellationToken ct)
    {
        if (await SolutionReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return null;
        }

        var all = await SolutionReader.MunicipalitiesAsync(db, facts.Solution, ct);
        var input = await SpreadInput.ReadAsync(db, facts, all, ct);
        var now = Quarters.Of(today);
        var series = SeriesOf(facts);
        var curve = CurveFitting.Forecast(series, new(facts.Of<AdoptionObservation>().Select(o => o.Of).LastOrDefault(of => of is not null)));
        var continued = curve.IsAccepted(out var accepted, out var refused) ? accepted : null;
        var fit = input.History(asked, now) is { } history && SpreadFit.To(history, ct).IsAccepted(out var fitted, out _) ? fitted : null;
        var parameters = fit?.Parameters ?? SpreadParameters.Default;
        var model = Made(input.ModelOf(asked.Unchanged, now + 1, parameters));
        var spread = SpreadSimulation.Run(model, asked.Runs, asked.Seed, Threads, progress: null, ct);
        var changed = asked.IsChanged ? SpreadSimulation.Run(Made(input.ModelOf(asked, now + 1, parameters)), asked.Runs, asked.Seed, Threads, progress: null, ct) : null;
        return new(facts, asked, continued, refused?.Reasons[0], series, now + 1, all, input.Observed(now), spread, changed, fit, model);
    }

    /// <summary>Those to ask first, for as many more in use as can be in two years (for the owner's team alone).</summary>
    public WhomToAsk WhomToAsk(int count, CancellationToken ct) => Analysis.Adoption.Spread.WhomToAsk.First(Model, count, new SpreadGoal(7), RunsOfAsking, Asked.Seed, Threads, progress: null, ct);

    /// <summary>Published counts of municipalities in use, with a date, each once.</summary>
    private static IReadOnlyList<AdoptionPoint> SeriesOf(SolutionFacts facts) =>
        [.. facts.Of<AdoptionObservation>().Where(o => o is { Count: not null, Starts: not null }).GroupBy(o => o.Starts!, StringComparer.Ordinal).OrderBy(g => AsOf.Last(g.Key)).Select(g => new AdoptionPoint(g.Key, g.Last().Count!.Value))];

    private static SpreadModel Made(Outcome<SpreadModel> outcome) =>
        outcome.IsAccepted(out var model, out var refusal) ? model : throw new InvalidOperationException(string.Join(", ", refusal.Reasons.Select(r => r.Code)));
}
