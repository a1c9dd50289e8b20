using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samstyring.Web.Features.Design.Charts;

/// <summary>Draws lanes of work and the deadlines across them; names of lanes stand beside them on wide screens, and above them on narrow ones.</summary>
[HtmlTargetElement("timeline-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimelineChartTagHelper(Ui ui) : ComponentTagHelper(ui)
{
    /// <summary>About what a letter takes of the drawing's width, so that texts do not lie on each other.</summary>
    private const double Letter = 7;

    private const double FlagTop = 25;

    private const double FlagStep = 19;

    public required TimelineChart Chart { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Set(output, "figure", "chart").SetHtmlContent(Svg.Figure(
            Ui, Chart.Heading, Chart.Note, Chart.Lanes.Any(lane => lane.IsExample), Drawing(new(Chart, Width: 1_120, Left: 290, NameAbove: 0, Lane: 40, IsShort: false)), Drawing(new(Chart, Width: 330, Left: 8, NameAbove: 22, Lane: 36, IsShort: true))));

    private TagBuilder Drawing(Frame frame)
    {
        var flags = Flags(frame);
        var top = FlagTop + (FlagStep * (flags.Count == 0 ? 1 : flags.Max(f => f.Row) + 1)) + 4;
        var bottom = top + (Chart.Lanes.Count * frame.Step) + 4;
        return Svg.Drawing(
            Ui, frame.Width, bottom + 22, Chart.Heading, Chart.Description,
            [.. Chart.Lanes.SelectMany((lane, i) => Lane(frame, lane, top + (i * frame.Step))), .. Ticks(frame, top, bottom), .. flags.SelectMany(flag => Flag(frame, flag, bottom)), .. Today(frame, bottom)]);
    }

    private static IEnumerable<IHtmlContent> Lane(Frame frame, TimelineLane lane, double y)
    {
        var top = y + frame.NameAbove;
        yield return Svg.Box("lane", frame.Left, top, frame.Right - frame.Left, frame.Lane);
        yield return frame.IsShort ? Svg.Text("b halo", frame.Left, y + 15, "start", Cut(lane.Name, frame.Right - frame.Left)) : Svg.Text("b halo", frame.Left - 12, top + (frame.Lane / 2) + 5, "end", Cut(lane.Name, frame.Left - 20));
        foreach (var span in lane.Spans)
        {
            var (from, to) = (frame.X(span.From), Math.Max(frame.X(span.From) + 4, frame.X(span.To)));
            yield return Svg.Box("lane-item", from, top + 4, to - from, frame.Lane - 8, lane.Level);
            var width = span.Text.Length * Letter;
            var (css, x, anchor) = width + 14 <= to - from ? ("", from + 7, "start") : to + 5 + width <= frame.Right ? ("halo", to + 5, "start") : ("halo", Math.Max(from - 5, frame.Left + width), "end");
            yield return Svg.Text(css, x, top + (frame.Lane / 2) + 5, anchor, span.Text);
        }
    }

    private IEnumerable<IHtmlContent> Ticks(Frame frame, double top, double bottom)
    {
        var last = double.NegativeInfinity;
        foreach (var (day, text) in Chart.Ticks)
        {
            var x = frame.X(day);
            yield return Svg.Path("gridline", $"M{Svg.N(x)} {Svg.N(top - 6)}V{Svg.N(bottom)}");
            if (x >= last && x + 3 + (text.Length * Letter) <= frame.Width)
            {
                yield return Svg.Text("m", x + 3, bottom + 16, "start", text);
                last = x + 8 + (text.Length * Letter);
            }
        }
    }

    private IEnumerable<IHtmlContent> Today(Frame frame, double bottom)
    {
        var text = Ui["chart.today"];
        var (x, width) = (frame.X(Chart.Today), (text.Length * Letter) + 14);
        var left = Math.Min(x - 1, frame.Width - width);
        yield return Svg.Path("today", $"M{Svg.N(x)} 18V{Svg.N(bottom)}");
        yield return Svg.Box("today-flag", left, 0, width, 18);
        yield return Svg.Text("today-text", left + 8, 13, "start", text);
    }

    private static IEnumerable<IHtmlContent> Flag(Frame frame, Placed flag, double bottom)
    {
        var y = FlagTop + (flag.Row * FlagStep);
        yield return Svg.Path("deadline", $"M{Svg.N(flag.X)} {Svg.N(y + 6)}V{Svg.N(bottom)}");
        yield return Svg.Path("deadline-flag", $"M{Svg.N(flag.X)} {Svg.N(y)}l6 6-6 6-6-6z");
        yield return Svg.Text("halo", flag.X + (flag.IsBefore ? -10 : 10), y + 10, flag.IsBefore ? "end" : "start", frame.IsShort ? flag.Deadline.Brief : flag.Deadline.Text);
    }

    /// <summary>Where the text of a deadline stands: in the first row that has room for it.</summary>
    private List<Placed> Flags(Frame frame)
    {
        List<Placed> placed = [];
        foreach (var deadline in Chart.Deadlines.Where(d => d.Day >= Chart.First && d.Day <= Chart.Last).OrderBy(d => d.Day))
        {
            var width = ((frame.IsShort ? deadline.Brief : deadline.Text).Length * Letter) + 14;
            var x = frame.X(deadline.Day);
            var isBefore = x + width > frame.Width;
            var (from, to) = isBefore ? (x - width, x + 6) : (x - 6, x + width);
            var row = Enumerable.Range(0, placed.Count + 1).First(r => placed.TrueForAll(p => p.Row != r || p.To <= from || p.From >= to));
            placed.Add(new(deadline, row, x, from, to, isBefore));
        }

        return placed;
    }

    private static string Cut(string name, double room) => name.Length * Letter <= room ? name : string.Concat(name.AsSpan(0, Math.Max(1, (int)(room / Letter) - 1)).TrimEnd(), "…");

    /// <param name="IsBefore">Whether its text stands before it, because there is no room after it.</param>
    private sealed record Placed(TimelineDeadline Deadline, int Row, double X, double From, double To, bool IsBefore);

    /// <summary>Where a day is on a drawing of a width.</summary>
    /// <param name="Left">Where time begins.</param>
    /// <param name="NameAbove">Room for the name above a lane; 0 where it stands beside it.</param>
    private sealed record Frame(TimelineChart Chart, double Width, double Left, double NameAbove, double Lane, bool IsShort)
    {
        public double Right => Width - 12;

        public double Step => NameAbove + Lane + (IsShort ? 0 : 6);

        /// <summary>Days before and after the drawing are at its edges.</summary>
        public double X(DateOnly day) => Left + (Math.Clamp((day.DayNumber - Chart.First.DayNumber) / (double)Math.Max(1, Chart.Last.DayNumber - Chart.First.DayNumber), 0, 1) * (Right - Left));
    }
}
