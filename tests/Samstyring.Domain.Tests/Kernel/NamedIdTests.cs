using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class NamedIdTests
{
    /// <summary>Computed with another program (Python's hashlib and uuid). They stand in databases: they must never change.</summary>
    [Theory]
    [InlineData("organisation", "4207", "286130e3-482c-8ad9-8dae-f972403e38ad")]
    [InlineData("life-event", "having-a-child", "921e19dd-9ab9-8c26-8fb4-65ad771265cc")]
    [InlineData("organisation", "ålesund", "bbb08d61-1dde-86ba-8b28-b90b606ceef5")]
    public void The_identifier_of_a_key_is_the_same_for_ever(string kind, string key, string id) => Assert.Equal(Guid.Parse(id), NamedId.From(kind, key));

    [Fact]
    public void It_is_a_version_8_uuid()
    {
        var id = NamedId.From("any", "thing");
        Assert.Equal(8, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    }

    [Fact]
    public void Things_of_different_kinds_with_the_same_key_are_different() =>
        Assert.NotEqual(OrganisationId.Of("ks").Value, LifeEventId.Of("ks").Value);
}
