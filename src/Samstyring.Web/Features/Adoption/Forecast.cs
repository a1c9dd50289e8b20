using Samstyring.Analysis.Adoption.Curves;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Adoption;

/// <summary>What a forecast of one solution is made from.</summary>
/// <param name="Quarter">Quarter 0 of the simulation, as <see cref="Domain.Kernel.Quarter.Index"/> counts them.</param>
/// <param name="Fit">Null where nothing has been seen to learn from.</param>
/// <param name="Model">Going on as today.</param>
internal sealed record ForecastBasis(SolutionFacts Facts, ForecastAsked Asked, IReadOnlyList<MunicipalityStep> Municipalities, SpreadInput Input, int Quarter, SpreadFit? Fit, SpreadModel Model)
{
    /// <summary>Null where the viewer has no such solution.</summary>
    /// <exception cref="OperationCanceledException">The reader left.</exception>
    public static async Task<ForecastBasis?> ReadAsync(SamstyringDb db, string key, ForecastAsked asked, DateOnly today, CancellationToken ct) =>
        await SolutionReader.ReadAsync(db, key, ct) is { } facts ? await MakeAsync(db, facts, await SolutionReader.MunicipalitiesAsync(db, facts.Solution, ct), asked, today, ct) : null;

    /// <exception cref="OperationCanceledException">The reader left.</exception>
    public static async Task<ForecastBasis> MakeAsync(SamstyringDb db, SolutionFacts facts, IReadOnlyList<MunicipalityStep> all, ForecastAsked asked, DateOnly today, CancellationToken ct)
    {
        var input = await SpreadInput.ReadAsync(db, facts, all, ct);
        var now = Domain.Kernel.Quarter.Of(today).Index;
        var fit = input.History(asked, now) is { } history && SpreadFit.To(history, ct).IsAccepted(out var fitted, out _) ? fitted : null;
        return new(facts, asked, all, input, now + 1, fit, Made(input.ModelOf(asked.Unchanged, now + 1, fit?.Parameters ?? SpreadParameters.Default)));
    }

    /// <summary>With the scenario that is asked for; null where it changes nothing.</summary>
    public SpreadModel? Changed() => Asked.IsChanged ? Made(Input.ModelOf(Asked, Quarter, Model.Parameters)) : null;

    private static SpreadModel Made(Outcome<SpreadModel> outcome) =>
        outcome.IsAccepted(out var model, out var refusal) ? model : throw new InvalidOperationException(string.Join(", ", refusal.Reasons.Select(r => r.Code)));
}

/// <summary>A forecast of one solution: the published series continued, and the municipalities simulated.</summary>
/// <param name="Curve">Null where the series is refused; then <paramref name="CurveRefused"/> says why.</param>
/// <param name="Spread">Going on as today.</param>
/// <param name="Changed">With the scenario; null where nothing is changed.</param>
internal sealed record Forecast(ForecastBasis Basis, CurveForecast? Curve, Reason? CurveRefused, IReadOnlyList<AdoptionPoint> Series, IReadOnlyList<(int Quarter, int Count)> Observed, SpreadResult Spread, SpreadResult? Changed)
{
    /// <summary>Threads that one forecast may use.</summary>
    private const int Threads = 2;

    public SolutionFacts Facts => Basis.Facts;

    public IReadOnlyList<MunicipalityStep> Municipalities => Basis.Municipalities;

    public int Quarter => Basis.Quarter;

    public SpreadFit? Fit => Basis.Fit;

    /// <summary>Null where the viewer has no such solution.</summary>
    /// <exception cref="OperationCanceledException">The reader left.</exception>
    public static async Task<Forecast?> MakeAsync(SamstyringDb db, string key, ForecastAsked asked, DateOnly today, CancellationToken ct)
    {
        if (await ForecastBasis.ReadAsync(db, key, asked, today, ct) is not { } basis)
        {
            return null;
        }

        var series = SeriesOf(basis.Facts);
        var curve = CurveFitting.Forecast(series, new(basis.Facts.Of<AdoptionObservation>().Select(o => o.Of).LastOrDefault(of => of is not null)));
        var continued = curve.IsAccepted(out var accepted, out var refused) ? accepted : null;
        var spread = SpreadSimulation.Run(basis.Model, asked.Runs, asked.Seed, Threads, progress: null, ct);
        var changed = basis.Changed() is { } model ? SpreadSimulation.Run(model, asked.Runs, asked.Seed, Threads, progress: null, ct) : null;
        return new(basis, continued, refused?.Reasons[0], series, basis.Input.Observed(basis.Quarter - 1), spread, changed);
    }

    /// <summary>Published counts of municipalities in use, with a date, each once.</summary>
    private static IReadOnlyList<AdoptionPoint> SeriesOf(SolutionFacts facts) =>
        [.. facts.Of<AdoptionObservation>().Where(o => o is { Count: not null, Starts: not null }).GroupBy(o => o.Starts!, StringComparer.Ordinal).OrderBy(g => AsOf.Last(g.Key)).Select(g => new AdoptionPoint(g.Key, g.Last().Count!.Value))];
}
