using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class LocalizedTextTests
{
    [Theory]
    [InlineData("nb", "nb")]
    [InlineData("nn", "nn")]
    [InlineData("en", "en")]
    [InlineData("se", "nb")]
    public void A_text_that_exists_in_the_language_is_given_in_it(string asked, string given) =>
        Assert.Equal((given + "-tekst", given), new LocalizedText("nb-tekst", "nn-tekst", "en-tekst").In(asked));

    [Theory]
    [InlineData("nn", "nb", "en", "nb")]
    [InlineData("nb", "nn", "en", "nn")]
    [InlineData("en", "nb", "nn", "nb")]
    [InlineData("nn", null, "en", "en")]
    [InlineData("en", null, "nn", "nn")]
    [InlineData("nb", null, "en", "en")]
    public void A_missing_text_is_given_in_the_nearest_language_and_says_which(string asked, string? one, string? other, string given)
    {
        string? Text(string language) => language == one || language == other ? language + "-tekst" : null;

        Assert.Equal((given + "-tekst", given), new LocalizedText(Text("nb"), Text("nn"), Text("en")).In(asked));
    }

    [Fact]
    public void Unknown_in_all_languages_is_unknown_and_not_empty()
    {
        Assert.True(LocalizedText.Unknown.IsUnknown);
        Assert.Null(LocalizedText.Unknown.In("nb"));
        Assert.False(new LocalizedText("").IsUnknown);
    }
}
