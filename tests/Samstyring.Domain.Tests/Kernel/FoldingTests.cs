using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Ålesund", "Aalesund", "alesund", "ÅLESUND", "A\u030alesund")]
    [InlineData("Ærlig", "Aerlig", "ÆRLIG", "ærlig")]
    [InlineData("Tromsø", "Tromsoe", "tromso", "TROMSØ")]
    [InlineData("Tråante", "Tráante", "traante")]
    [InlineData("Kárášjohka", "karasjohka", "KÁRÁŠJOHKA")]
    [InlineData("Deatnu", "đeatŋu", "deatnu", "ĐEATŊU")]
    [InlineData("Guovdageaidnu", "guovdageaiđnu")]
    [InlineData("Gáivuotna ŧ", "gaivuotna t")]
    [InlineData("Barn, unge & familie", "barn unge familie", "  barn – unge / familie. ")]
    public void Ways_of_writing_the_same_name_fold_to_the_same_text(params string[] ways) =>
        Assert.Single(ways.Select(Folding.Fold).Distinct(StringComparer.Ordinal));

    [Theory]
    [InlineData("Bø", "By")]
    [InlineData("Våler", "Valle")]
    [InlineData("Os", "Oslo")]
    public void Different_names_stay_different(string one, string other) => Assert.NotEqual(Folding.Fold(one), Folding.Fold(other));

    [Fact]
    public void The_words_of_a_text_are_distinct_and_in_order() =>
        Assert.Equal(["starte", "og", "drive", "en", "bedrift"], Folding.Words("Starte og drive en bedrift – og starte"));

    [Fact]
    public void A_text_without_letters_has_no_words() => Assert.Empty(Folding.Words(" – «» … "));

    [Fact]
    public void Any_text_folds_to_small_letters_digits_and_single_spaces() =>
        Prop.ForAll<string?>(text => IsFolded(Folding.Fold(text ?? ""))).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_character_is_no_letter() => Assert.Equal("a b", Folding.Fold("a\ud800b"));

    private static bool IsFolded(string text) =>
        text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or ' ') && !text.Contains("  ") && text == text.Trim();
}
