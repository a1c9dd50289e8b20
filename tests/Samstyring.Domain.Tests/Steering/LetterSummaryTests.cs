using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Steering;

namespace Samstyring.Domain.Tests.Steering;

public sealed class LetterSummaryTests
{
    [Fact]
    public void No_letters_add_up_to_nothing() => Assert.Equal(new LetterSummary(0, 0, 0, 0), LetterSummary.Of([]));

    [Fact]
    public void A_letter_on_the_same_subject_does_not_mention_the_life_event()
    {
        var summary = LetterSummary.Of([(Mention.Yes, true, false), (Mention.Related, false, true), (Mention.No, false, false)]);

        Assert.Equal(new LetterSummary(Agencies: 3, Mentioned: 1, Assigned: 1, Noticed: 1), summary);
        Assert.Equal((2, 2), (summary.WithoutAssignment, summary.NotMentioned));
    }

    [Fact]
    public void Two_sets_of_letters_add_up_to_their_union()
    {
        var letter = from mention in Gen.Elements(Enum.GetValues<Mention>())
                     from assignment in Gen.Elements(true, false)
                     from notice in Gen.Elements(true, false)
                     select (mention, assignment, notice);

        Prop.ForAll(letter.ListOf().Two().ToArbitrary(), sets =>
        {
            var (one, other, all) = (LetterSummary.Of(sets.Item1), LetterSummary.Of(sets.Item2), LetterSummary.Of(sets.Item1.Concat(sets.Item2)));
            return all == new LetterSummary(one.Agencies + other.Agencies, one.Mentioned + other.Mentioned, one.Assigned + other.Assigned, one.Noticed + other.Noticed)
                && all.Assigned + all.WithoutAssignment == all.Agencies;
        }).QuickCheckThrowOnFailure();
    }
}
