using System.Globalization;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class AsOfTests
{
    [Theory]
    [InlineData("2020")]
    [InlineData("2021-09")]
    [InlineData("2022-04-02")]
    [InlineData("2024-02-29")]
    public void A_year_a_month_or_a_day_is_a_time(string value) => Assert.True(AsOf.IsValid(value));

    [Theory]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("2020-13")]
    [InlineData("2020-9")]
    [InlineData("2023-02-29")]
    [InlineData("2022-04-02T00:00")]
    [InlineData("2. april 2022")]
    [InlineData(" 2020")]
    public void Anything_else_is_not(string value) => Assert.False(AsOf.IsValid(value));

    [Theory]
    [InlineData("2020", "2020-01-01", "2020-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2022-04-02", "2022-04-02", "2022-04-02")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    public void A_time_lasts_from_its_first_day_to_its_last(string value, string first, string last)
    {
        Assert.Equal(DateOnly.Parse(first, CultureInfo.InvariantCulture), AsOf.First(value));
        Assert.Equal(DateOnly.Parse(last, CultureInfo.InvariantCulture), AsOf.Last(value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2022-02-30")]
    public void What_is_no_time_has_no_days(string? value) => Assert.Equal((null, null), (AsOf.First(value), AsOf.Last(value)));

    [Theory]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2026-01-15", -24, "2024-01-15")]
    [InlineData("2026-12-01", 1, "2027-01-01")]
    [InlineData("9999-12-31", 1, "9999-12-31")]
    [InlineData("0001-01-01", -1, "0001-01-01")]
    [InlineData("2026-01-01", int.MaxValue, "9999-12-01")]
    public void Months_are_counted_within_the_calendar(string day, int months, string then) =>
        Assert.Equal(DateOnly.Parse(then, CultureInfo.InvariantCulture), AsOf.PlusMonths(DateOnly.Parse(day, CultureInfo.InvariantCulture), months));

    [Theory]
    [InlineData("2026-02-28", 1, "2026-03-01")]
    [InlineData("9999-12-31", long.MaxValue, "9999-12-31")]
    [InlineData("0001-01-01", long.MinValue, "0001-01-01")]
    public void Days_are_counted_within_the_calendar(string day, long days, string then) =>
        Assert.Equal(DateOnly.Parse(then, CultureInfo.InvariantCulture), AsOf.PlusDays(DateOnly.Parse(day, CultureInfo.InvariantCulture), days));
}
