using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class CodesTests
{
    public static TheoryData<Type> Enums() => [.. typeof(Codes).Assembly.GetExportedTypes().Where(type => type.IsEnum)];

    [Fact]
    public void A_code_is_the_name_in_small_letters_with_underscores()
    {
        Assert.Equal("starting_together", Codes.Of(JointPhase.StartingTogether));
        Assert.Equal("ks", Codes.Of(OrganisationKind.Ks));
        Assert.Equal("from_50000", Codes.Of(PopulationBand.From50000));
    }

    [Theory, MemberData(nameof(Enums))]
    public void Every_value_of_every_enum_comes_back_from_its_code(Type type)
    {
        var check = typeof(CodesTests).GetMethod(nameof(ComesBack), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        check.MakeGenericMethod(type).Invoke(null, null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("Starting_Together")]
    [InlineData("StartingTogether")]
    [InlineData("starting_together ")]
    public void Anything_but_the_code_itself_is_refused(string code) => Assert.False(Codes.TryParse<JointPhase>(code, out _));

    private static void ComesBack<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        Assert.Equal(values.Length, Codes.All<T>().Count);
        foreach (var value in values)
        {
            Assert.Matches("^[a-z0-9]+(_[a-z0-9]+)*$", Codes.Of(value));
            Assert.True(Codes.TryParse<T>(Codes.Of(value), out var back));
            Assert.Equal(value, back);
        }
    }
}
