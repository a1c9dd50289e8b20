using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Charts;

namespace Samstyring.Web.Features.Adoption;

/// <summary>The drawing of a price that falls as more join; none where it does not depend on them.</summary>
internal static class PriceChart
{
    public static LineChart? Of(Ui ui, PriceCurve prices)
    {
        if (!prices.IsShared)
        {
            return null;
        }

        // Alone, a municipality would pay for all: what is drawn begins where a tenth of them have it, or where we are.
        var last = prices.Shape[^1].Adopters;
        var first = Math.Min(Math.Max(1, last / 10), prices.Today);
        var shape = prices.Shape.Where(p => p.Adopters >= first).ToList();
        var municipality = ui.Plain(prices.Municipality.Name);
        var dots = prices.At.Where(at => at.Moment is PriceMoment.Now or PriceMoment.All).Select(at => new ChartPoint(at.Adopters, at.Price.Yearly, ui["price.dot", ui["price-moment." + Codes.Of(at.Moment)], ui.Kroner(at.Price.Yearly)])).ToList();
        return new(
            ui["price.chart", municipality], ui["price.chart-description", municipality, string.Join("; ", prices.At.Select(at => ui["price.at", ui.Number(at.Adopters), ui.Kroner(at.Price.Yearly)]))],
            first, last, [.. Enumerable.Range(1, 7).Select(i => i * 50).Where(n => n >= first && n <= last).Select(n => ((double)n, ui.Number(n)))], øre => ui.Number((long)Math.Round(øre / 100)))
        {
            Note = ui["price.chart-note"],
            Axis = ui["price.axis"],
            Line = [.. shape.Select(p => new ChartPoint(p.Adopters, p.Yearly))],
            Dots = dots,
        };
    }
}
