using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Roadmap;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-q1")]
    [InlineData("2026-03-31", "2026-q1")]
    [InlineData("2026-12-31", "2026-q4")]
    public void A_day_is_in_a_quarter(string day, string quarter) => Assert.Equal(quarter, Quarter.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("2026-q0")]
    [InlineData("2026-q5")]
    [InlineData("0000-q1")]
    [InlineData("2026q1")]
    [InlineData(" 026-q1")]
    public void What_is_no_quarter_is_refused(string code) => Assert.Null(Quarter.Parse(code));

    [Fact]
    public void Quarters_follow_each_other_over_the_new_year()
    {
        var fourth = Quarter.Parse("2026-q4")!.Value;

        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), (fourth.First, fourth.Last));
        Assert.Equal(["2026-10", "2026-11", "2026-12"], fourth.Months);
        Assert.Equal(["2027-q1", "2026-q3", "2027-q4"], new[] { 1, -1, 4 }.Select(n => fourth.Plus(n).ToString()));
    }

    [Fact]
    public void Requests_that_are_open_at_once_are_counted_in_every_quarter_and_those_without_hours_are_told()
    {
        RequestedWork[] work = [new(RequestKind.Pilot, new(2026, 12, 1), new(2027, 1, 31), 62), new(RequestKind.Survey, new(2027, 3, 1), new(2027, 3, 1), Hours: null)];

        var load = RequestLoad.PerQuarter(work, new(2026, 4), 3);

        Assert.Equal([(1, 31, 0), (2, 31, 1), (0, 0, 0)], load.Select(q => (q.Total, q.Hours, q.WithoutHours)));
        Assert.Equal(1, load[1].Requests[RequestKind.Survey]);
    }
}
