namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>How many had adopted by the end of a period, all told.</summary>
/// <param name="Period">A year (<c>2021</c>), quarter (<c>2021-Q3</c>), month (<c>2021-09</c>) or day (<c>2021-09-30</c>), also mixed; or plain numbers, such as 1, 2, 3.</param>
/// <param name="Adopters">Cumulative, from 0 to a million million. Thousands or per cent will do: figures come out in the unit they came in.</param>
public sealed record AdoptionPoint(string Period, double Adopters);

/// <summary>What a forecast is asked for.</summary>
/// <param name="Eligible">How many can adopt at all. No curve and no interval goes above it. Unbounded, with a warning, when null.</param>
/// <param name="Horizon">How many future periods, <see cref="LeastHorizon"/> to <see cref="MostHorizon"/>.</param>
/// <param name="Seed">The same seed gives the same intervals.</param>
public sealed record CurveOptions(double? Eligible = null, int Horizon = CurveOptions.DefaultHorizon, int Seed = 1)
{
    public const int DefaultHorizon = 8;
    public const int LeastHorizon = 1;
    public const int MostHorizon = 200;
    internal const int DefaultReplicates = 1_000;

    /// <summary>How many series the bootstrap makes, 1 and up.</summary>
    internal int Replicates { get; init; } = DefaultReplicates;
}

/// <summary>Curves fitted to how adopters grew in number, and what the one that foretold best expects.</summary>
/// <param name="Unit">The step of the forecast. Rates, such as <c>p</c> and <c>q</c>, are per unit.</param>
/// <param name="Models">All that were fitted.</param>
/// <param name="Chosen">The name of the model with the smallest out-of-sample error.</param>
/// <param name="Forecast">The periods after the last observed, in order. Of the chosen model most; the others have their share by how well they foretold: see <see cref="ResidualBootstrap"/>.</param>
public sealed record CurveForecast(TimeUnit Unit, IReadOnlyList<CurveModel> Models, string Chosen, IReadOnlyList<PeriodForecast> Forecast, IReadOnlyList<CurveWarning> Warnings);

/// <summary>A fitted curve.</summary>
/// <param name="Name"><c>bass</c>, <c>logistic</c>, <c>gompertz</c> or <c>linear</c>.</param>
/// <param name="Parameters">
/// Bass: the market <c>m</c>, innovation <c>p</c> and imitation <c>q</c>. Logistic and Gompertz: <c>m</c>, the rate <c>b</c> and the time of fastest growth, <c>peak</c>: in
/// calendar years, where 2021.5 is the middle of 2021, or in the plain numbers of the series. Linear: <c>pace</c>, adopters per unit. The market counts jumps in.
/// </param>
/// <param name="ResidualStandardError">Of the increments, in adopters: √(sum of squares / (increments fitted − parameters)). 0 where the curve has as many parameters as increments.</param>
/// <param name="OutOfSampleError">In adopters: see <see cref="RollingOrigin"/>.</param>
public sealed record CurveModel(string Name, IReadOnlyDictionary<string, double> Parameters, double ResidualStandardError, double OutOfSampleError);

/// <summary>Percentiles of the cumulative adopters at the end of a future period: never below the last observed, never above the eligible, never falling with time.</summary>
public sealed record PeriodForecast(string Period, double P10, double P50, double P90);

/// <summary>What a reader must know to trust a forecast rightly.</summary>
/// <param name="Code">
/// <c>market.unbounded</c>: nobody said how many are eligible. <c>market.undetermined</c>: the series does not tell where the curve ends. <c>series.jump</c>: a leap that no
/// curve goes through. <c>series.falls</c>: fewer than the period before. <c>series.short</c>: fewer than ten points, in which a curve may bend anywhere. Stable.
/// </param>
/// <param name="Period">The period it is about; null for the series as a whole.</param>
/// <param name="Value">The size, in adopters; of a short series, in points.</param>
public sealed record CurveWarning(string Code, string? Period = null, double? Value = null);
