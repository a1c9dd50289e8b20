using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Charts;

namespace Samstyring.Web.Features.Adoption;

/// <summary>How many had a solution in use at the end of a quarter, as <see cref="Domain.Kernel.Quarter.Index"/> counts them.</summary>
public sealed record SeenInUse(int Quarter, int Count);

/// <summary>How many may have it at the end of a quarter: eight of ten outcomes are between the outer two, half of them between the inner two.</summary>
public sealed record MayBeInUse(int Quarter, double P10, double P25, double P50, double P75, double P90);

/// <summary>How many municipalities had a solution in use, and how many may come to have it: as much as a drawing needs.</summary>
/// <param name="Eligible">Municipalities that the solution is for.</param>
/// <param name="Ahead">From the next quarter on; never empty.</param>
public sealed record SpreadOutline(int Eligible, IReadOnlyList<SeenInUse> Seen, IReadOnlyList<MayBeInUse> Ahead)
{
    /// <param name="observed">How many had it at the end of each quarter.</param>
    /// <param name="begins">Quarter 0 of the simulation.</param>
    internal static SpreadOutline Of(IReadOnlyList<(int Quarter, int Count)> observed, int begins, SpreadResult result) =>
        new(result.EligibleMunicipalities, [.. observed.Select(o => new SeenInUse(o.Quarter, o.Count))], [.. result.Quarters.Select(q => new MayBeInUse(begins + q.Quarter, q.InUse.P10, q.InUse.P25, q.InUse.P50, q.InUse.P75, q.InUse.P90))]);
}

internal static class SpreadChart
{
    public static LineChart Of(Ui ui, string heading, SpreadOutline spread)
    {
        var begins = spread.Ahead[0].Quarter;
        var (first, end) = (spread.Seen.Count > 0 ? spread.Seen[0].Quarter : begins - 1, spread.Ahead[^1]);
        var now = spread.Seen.Count > 0 ? spread.Seen[^1].Count : 0;
        var fan = spread.Ahead.Select(q => new FanPoint(q.Quarter, q.P10, q.P25, q.P50, q.P75, q.P90));
        return new(
            heading, ui["forecast.chart-description", ui.Number(now), Quarter(ui, end.Quarter), Round(ui, end.P10), Round(ui, end.P50), Round(ui, end.P90), ui.Number(spread.Eligible)],
            first, end.Quarter, [.. Enumerable.Range(first, end.Quarter - first + 1).Where(q => q % 4 == 0).Select(q => ((double)q, $"{q / 4}"))], level => ui.Number((long)level))
        {
            Note = ui["forecast.chart-note"],
            Line = [.. spread.Seen.Select(o => new ChartPoint(o.Quarter, o.Count))],
            Dots = [new(begins - 1, now, ui.Number(now))],
            Fan = [new(begins - 1, now, now, now, now, now), .. fan],
            Limit = (spread.Eligible, ui["forecast.all", ui.Number(spread.Eligible)]),
        };
    }

    /// <summary>«3. kvartal 2027».</summary>
    public static string Quarter(Ui ui, int quarter) => Domain.Kernel.Quarter.At(quarter) is var (year, part) ? ui["forecast.quarter", part, $"{year}"] : "";

    public static string Round(Ui ui, double value) => ui.Number((long)Math.Round(value, MidpointRounding.AwayFromZero));
}
