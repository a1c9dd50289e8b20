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
}
