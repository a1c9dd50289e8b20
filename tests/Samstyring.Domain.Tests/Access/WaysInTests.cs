using Samstyring.Domain.Access;

namespace Samstyring.Domain.Tests.Access;

public sealed class WaysInTests
{
    [Theory]
    [InlineData(true, 1, 0, true)]
    [InlineData(true, 0, 1, true)]
    [InlineData(false, 1, 1, true)]
    [InlineData(false, 2, 0, true)]
    [InlineData(false, 1, 0, false)]
    [InlineData(false, 0, 1, false)]
    public void The_last_way_in_stays(bool hasPassword, int passkeys, int logins, bool mayGo)
    {
        var refusal = new WaysIn(hasPassword, passkeys, logins).KeepsOne();

        Assert.Equal(mayGo ? null : "way-in.last", refusal?.Reasons[0].Code);
    }
}
