using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class SpellingTests
{
    /// <summary>Few letters, so that words are often near each other.</summary>
    private const string Letters = "abc";

    private static readonly Gen<string> Words = Gen.Elements(Letters.ToCharArray()).ListOf().Resize(7).Select(letters => new string([.. letters]));

    private static readonly Arbitrary<(string A, string B)> Pairs = Words.Two().Select(pair => (pair.Item1, pair.Item2)).ToArbitrary();

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    [Theory]
    [InlineData("bergen", "bergen")]
    [InlineData("bergen", "bergn")]
    [InlineData("bergen", "beergen")]
    [InlineData("bergen", "vergen")]
    [InlineData("bergen", "bregen")]
    [InlineData("bergen", "bergene")]
    [InlineData("bergen", "ergen")]
    public void One_slip_of_the_finger_is_forgiven(string meant, string typed) => Assert.True(Spelling.WithinOneError(meant, typed));

    [Theory]
    [InlineData("bergen", "brgn")]
    [InlineData("bergen", "gerben")]
    [InlineData("bergen", "bergenhus")]
    [InlineData("bergen", "verden")]
    [InlineData("ab", "")]
    public void Two_are_not(string meant, string typed) => Assert.False(Spelling.WithinOneError(meant, typed));

    [Fact]
    public void It_makes_no_difference_which_word_is_asked_about_which() =>
        Prop.ForAll(Pairs, pair => Spelling.WithinOneError(pair.A, pair.B) == Spelling.WithinOneError(pair.B, pair.A)).Check(Many);

    [Fact]
    public void It_finds_exactly_the_words_that_one_edit_makes() =>
        Prop.ForAll(Pairs, pair => Spelling.WithinOneError(pair.A, pair.B) == (pair.A == pair.B || Edits(pair.A).Contains(pair.B))).Check(Many);

    [Fact]
    public void Every_single_edit_is_found() =>
        Prop.ForAll(Words.ToArbitrary(), word => Edits(word).All(edited => Spelling.WithinOneError(word, edited))).QuickCheckThrowOnFailure();

    [Fact]
    public void Long_enough_words_within_one_error_share_a_key() =>
        Prop.ForAll(
            Words.Where(word => word.Length >= Spelling.ShortestForgiven).ToArbitrary(),
            word => Edits(word).All(edited => Spelling.Keys(word).Intersect(Spelling.Keys(edited)).Any())).QuickCheckThrowOnFailure();

    [Fact]
    public void A_short_word_must_be_spelled_right() => Assert.Equal(["nav"], Spelling.Keys("nav"));

    /// <summary>Every word that one insertion, deletion, replacement or exchange of neighbours makes of a word.</summary>
    private static HashSet<string> Edits(string word) =>
    [
        .. from i in Enumerable.Range(0, word.Length + 1) from letter in Letters select word.Insert(i, $"{letter}"),
        .. from i in Enumerable.Range(0, word.Length) select word.Remove(i, 1),
        .. from i in Enumerable.Range(0, word.Length) from letter in Letters select word.Remove(i, 1).Insert(i, $"{letter}"),
        .. from i in Enumerable.Range(0, Math.Max(0, word.Length - 1)) select word[..i] + word[i + 1] + word[i] + word[(i + 2)..],
    ];
}
