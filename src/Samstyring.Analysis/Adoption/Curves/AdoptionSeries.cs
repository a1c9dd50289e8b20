using System.Globalization;
using MathNet.Numerics.Statistics;
using Samstyring.Domain.Kernel;

namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>A series that was checked, on an axis of time in whole and broken units from the launch.</summary>
internal sealed class AdoptionSeries
{
    public const int FewestPoints = 5;

    /// <summary>More than there are people. Their squares still add up.</summary>
    private const double MostAdopters = 1e12;

    /// <summary>Adopters that leave, and municipalities that merge, make a count fall a little; more than this share of the most is an error in the figures.</summary>
    private const double MostFall = 0.05;

    private AdoptionSeries(TimeUnit unit, double launch, double end, IReadOnlyList<AdoptionPoint> observed, Increments increments) =>
        (Unit, Launch, End, Observed, Increments) = (unit, launch, end, observed, increments);

    public TimeUnit Unit { get; }

    /// <summary>When nobody had adopted yet: the last observation of none, else as long before the first as observations commonly stand apart. As <see cref="SeriesPeriod.End"/>.</summary>
    public double Launch { get; }

    /// <summary>The last observation. As <see cref="SeriesPeriod.End"/>.</summary>
    public double End { get; }

    /// <summary>From the launch.</summary>
    public Increments Increments { get; }

    /// <summary>At the end of each increment.</summary>
    public IReadOnlyList<AdoptionPoint> Observed { get; }

    public IEnumerable<CurveWarning> Falls => Observed.Zip(Observed.Skip(1))
        .Where(pair => pair.Second.Adopters < pair.First.Adopters)
        .Select(pair => new CurveWarning("series.falls", pair.Second.Period, pair.First.Adopters - pair.Second.Adopters));

    /// <returns>The series, or every reason against it. A reason's field is the number of the point, from 1.</returns>
    public static Outcome<AdoptionSeries> Create(IReadOnlyList<AdoptionPoint> points, double? eligible)
    {
        SeriesPeriod?[] read = [.. points.Select(p => SeriesPeriod.Read(p.Period.Trim()))];
        var areNumbers = read.All(p => p is { IsNumber: true }) && !read.All(p => p is { IsYear: true });
        Reason[] unread = [.. Unreadable(points, read, areNumbers)];
        List<Reason> reasons = [.. Numbers(points, eligible), .. unread];
        var periods = unread is [] ? Ends(read, areNumbers) : [];
        reasons.AddRange(periods.Index().Skip(1).Where(p => p.Item <= periods[p.Index - 1]).Select(p => About("forecast.period-order", p.Index, points[p.Index].Period)));
        return reasons is [] ? Build(points, periods, areNumbers) : new Refusal(reasons);
    }

    /// <summary>The time in units since the launch.</summary>
    public double TimeOf(double end) => (end - Launch) / SeriesPeriod.LengthOf(Unit);

    /// <summary>The inverse of <see cref="TimeOf"/>.</summary>
    public double EndOf(double time) => Launch + (time * SeriesPeriod.LengthOf(Unit));

    private static AdoptionSeries Build(IReadOnlyList<AdoptionPoint> points, double[] ends, bool areNumbers)
    {
        var first = points.TakeWhile(p => p.Adopters == 0).Count();
        var gap = ends.Skip(1).Zip(ends, (later, earlier) => later - earlier).Median();
        var unit = areNumbers ? TimeUnit.Number : SeriesPeriod.UnitOf(gap);
        var launch = first > 0 ? ends[first - 1] : ends[0] - gap;
        var length = SeriesPeriod.LengthOf(unit);
        IReadOnlyList<AdoptionPoint> observed = [.. points.Skip(first)];
        return new(unit, launch, ends[^1], observed, Increments.Of([.. ends.Skip(first).Select(end => (end - launch) / length)], [.. observed.Select(p => p.Adopters)]));
    }

    /// <summary>A whole number is a year, except in a series of plain numbers.</summary>
    private static double[] Ends(SeriesPeriod?[] read, bool areNumbers) => [.. read.Select(p => p!.Value.IsNumber && !areNumbers ? p.Value.AsYear.End : p.Value.End)];

    private static IEnumerable<Reason> Unreadable(IReadOnlyList<AdoptionPoint> points, SeriesPeriod?[] read, bool areNumbers) => read.Index()
        .Where(p => p.Item is null || (!areNumbers && p.Item is { IsNumber: true, IsYear: false }))
        .Select(p => About("forecast.period-unreadable", p.Index, points[p.Index].Period));

    private static IEnumerable<Reason> Numbers(IReadOnlyList<AdoptionPoint> points, double? eligible)
    {
        var (most, used) = (0.0, points.Count - Math.Max(0, points.TakeWhile(p => p.Adopters == 0).Count() - 1));
        if (points.Count < FewestPoints)
        {
            yield return new("forecast.too-few-points", Value: Text(points.Count));
        }
        else if (used < FewestPoints)
        {
            yield return new("forecast.too-few-adopting", Value: Text(used));
        }

        foreach (var (i, point) in points.Index())
        {
            if (point.Adopters is not (>= 0 and <= MostAdopters))
            {
                yield return About("forecast.adopters", i, Text(point.Adopters));
            }
            else if (point.Adopters < most * (1 - MostFall))
            {
                yield return About("forecast.falls", i, Text(point.Adopters));
            }

            most = Math.Max(most, point.Adopters);
        }

        if (eligible is { } bound && !(bound >= most && bound <= MostAdopters))
        {
            yield return new("forecast.eligible", Value: Text(bound));
        }
    }

    private static Reason About(string code, int index, string value) => new(code, Text(index + 1), value);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
