using System.Globalization;
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

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var note = Ui.Element("span", Marks.Joined(new StringHtml(Chart.Note is null ? "" : Chart.Note + " "), IsExample ? Marks.Mark("example", Ui["example-data"]) : HtmlString.Empty), ("class", "small muted"));
        var caption = Ui.Element("figcaption", Marks.Joined(Ui.Element("strong", new StringHtml(Chart.Heading)), note));
        Set(output, "figure", "chart").SetHtmlContent(Marks.Joined(
            caption, Ui.Element("div", Drawing(720), ("class", "wide")), Ui.Element("div", Drawing(340), ("class", "narrow"))));
    }

    private TagBuilder Drawing(double width)
    {
        var prefix = Ui.Id("c");
        Frame frame = new(Chart, width);
        return Ui.Element(
            "svg",
            Marks.Joined(
            [
                Ui.Element("title", new StringHtml(Chart.Heading), ("id", prefix + "-t")), Ui.Element("desc", new StringHtml(Chart.Description), ("id", prefix + "-d")),
                .. Axes(frame), .. Curves(frame), .. Chart.Dots.SelectMany(dot => Dot(frame, dot)),
            ]),
            ("viewBox", $"0 0 {N(width)} {N(Height)}"), ("role", "img"), ("aria-labelledby", $"{prefix}-t {prefix}-d"));
    }

    private IEnumerable<IHtmlContent> Axes(Frame frame)
    {
        foreach (var level in Chart.Levels)
        {
            yield return Path("gridline", $"M{N(Left)} {N(frame.Y(level))}H{N(frame.Right)}");
            yield return Text("m", Left - 8, frame.Y(level) + 4, "end", Chart.Value(level));
        }

        foreach (var (x, text) in Sparse(frame.Width))
        {
            yield return Text("m", frame.X(x), Bottom + 20, "middle", text);
        }

        if (Chart.Axis is { } axis)
        {
            yield return Text("m", (Left + frame.Right) / 2, Bottom + 42, "middle", axis);
        }
    }

    private IEnumerable<IHtmlContent> Curves(Frame frame)
    {
        if (Chart.Limit is { } limit)
        {
            yield return Path("target", $"M{N(Left)} {N(frame.Y(limit.Y))}H{N(frame.Right)}");
            yield return Text("", Left + 4, frame.Y(limit.Y) - 6, "start", limit.Text);
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
        yield return Ui.Element("circle", HtmlString.Empty, ("class", "observed-dot"), ("cx", N(x)), ("cy", N(y)), ("r", "5"));
        if (dot.Label is { } label)
        {
            var isLate = x > (Left + frame.Right) / 2;
            yield return Text("b halo", x + (isLate ? -8 : 8), y - 10, isLate ? "end" : "start", label);
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

    private static TagBuilder Path(string css, string data) => Ui.Element("path", HtmlString.Empty, ("class", css), ("d", data));

    private static TagBuilder Line(string css, IEnumerable<(double X, double Y)> points) => Ui.Element("polyline", HtmlString.Empty, ("class", css), ("points", Points(points)));

    private static TagBuilder Area(string css, IEnumerable<(double X, double Y)> upper, IEnumerable<(double X, double Y)> lower) =>
        Ui.Element("polygon", HtmlString.Empty, ("class", css), ("points", Points(upper.Concat(lower.Reverse()))));

    private static TagBuilder Text(string css, double x, double y, string anchor, string text) =>
        Ui.Element("text", new StringHtml(text), ("class", css.Length == 0 ? null : css), ("x", N(x)), ("y", N(y)), ("text-anchor", anchor));

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(p => $"{N(p.X)},{N(p.Y)}"));

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
