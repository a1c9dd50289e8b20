using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samstyring.Web.Features.Design.Charts;

/// <summary>Draws a line chart twice, for wide and for narrow screens; the style sheet shows one of them.</summary>
[HtmlTargetElement("line-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LineChartTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    private const double Height = 320;
    private const double Left = 64;
    private const double Top = 24;
    private const double Bottom = 272;

    public required LineChart Chart { get; set; }

    /// <summary>Whether what is drawn is made up.</summary>
    public bool IsExample { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Set(output, "figure", "chart").SetHtmlContent(Svg.Figure(Ui, Chart.Heading, Chart.Note, IsExample, Drawing(720), Drawing(340)));

    private TagBuilder Drawing(double width)
    {
        Frame frame = new(Chart, width);
        return Svg.Drawing(Ui, width, Height, Chart.Heading, Chart.Description, [.. Axes(frame), .. Curves(frame), .. Chart.Dots.SelectMany(dot => Dot(frame, dot))]);
    }

    private IEnumerable<IHtmlContent> Axes(Frame frame)
    {
        foreach (var level in Chart.Levels)
        {
            yield return Svg.Path("gridline", $"M{Svg.N(Left)} {Svg.N(frame.Y(level))}H{Svg.N(frame.Right)}");
            yield return Svg.Text("m", Left - 8, frame.Y(level) + 4, "end", Chart.Value(level));
        }

        foreach (var (x, text) in Sparse(frame.Width))
        {
            yield return Svg.Text("m", frame.X(x), Bottom + 20, "middle", text);
        }

        if (Chart.Axis is { } axis)
        {
            yield return Svg.Text("m", (Left + frame.Right) / 2, Bottom + 42, "middle", axis);
        }
    }

    private IEnumerable<IHtmlContent> Curves(Frame frame)
    {
        if (Chart.Limit is { } limit)
        {
            yield return Svg.Path("target", $"M{Svg.N(Left)} {Svg.N(frame.Y(limit.Y))}H{Svg.N(frame.Right)}");
            yield return Svg.Text("", Left + 4, frame.Y(limit.Y) - 6, "start", limit.Text);
        }

        if (Chart.Fan.Count > 1)
        {
            yield return Area("fan-90", Chart.Fan.Select(p => frame.At(p.X, p.High)), Chart.Fan.Select(p => frame.At(p.X, p.Low)));
            yield return Area("fan-50", Chart.Fan.Select(p => frame.At(p.X, p.InnerHigh)), Chart.Fan.Select(p => frame.At(p.X, p.InnerLow)));
            yield return Line("fan-mid", Chart.Fan.Select(p => frame.At(p.X, p.Mid)));
        }

        if (Chart.Line.Count > 1)
        {
            yield return Line("observed", Chart.Line.Select(p => frame.At(p.X, p.Y)));
        }
    }

    private static IEnumerable<IHtmlContent> Dot(Frame frame, ChartPoint dot)
    {
        var (x, y) = frame.At(dot.X, dot.Y);
        yield return Ui.Element("circle", HtmlString.Empty, ("class", "observed-dot"), ("cx", Svg.N(x)), ("cy", Svg.N(y)), ("r", "5"));
        if (dot.Label is { } label)
        {
            var isLate = x > (Left + frame.Right) / 2;
            yield return Svg.Text("b halo", x + (isLate ? -8 : 8), y - 10, isLate ? "end" : "start", label);
        }
    }

    /// <summary>Where a value is on a drawing of a width.</summary>
    private sealed class Frame(LineChart chart, double width)
    {
        private readonly double _top = Math.Max(chart.Top, chart.Levels[^1]);

        public double Width => width;

        public double Right => width - 18;

        public double X(double x) => Left + ((x - chart.FirstX) / Math.Max(1e-9, chart.LastX - chart.FirstX) * (Right - Left));

        public double Y(double y) => Bottom - (y / _top * (Bottom - Top));

        public (double X, double Y) At(double x, double y) => (X(x), Y(y));
    }

    /// <summary>No more texts than there is room for.</summary>
    private IEnumerable<(double X, string Text)> Sparse(double width)
    {
        var step = Math.Max(1, (int)Math.Ceiling(Chart.Ticks.Count / (width / 75)));
        return Chart.Ticks.Where((_, i) => i % step == 0);
    }

    private static TagBuilder Line(string css, IEnumerable<(double X, double Y)> points) => Ui.Element("polyline", HtmlString.Empty, ("class", css), ("points", Points(points)));

    private static TagBuilder Area(string css, IEnumerable<(double X, double Y)> upper, IEnumerable<(double X, double Y)> lower) =>
        Ui.Element("polygon", HtmlString.Empty, ("class", css), ("points", Points(upper.Concat(lower.Reverse()))));

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(p => $"{Svg.N(p.X)},{Svg.N(p.Y)}"));
}
