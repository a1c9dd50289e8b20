using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;

namespace Samstyring.Domain.Steering;

/// <summary>Whether a letter mentions the life event; related: it names the same subject without naming the life event.</summary>
public enum Mention { Yes = 1, No, Related }

/// <summary>One row of table 3: what an agency's allocation letter of a year says of a life event.</summary>
public sealed class LifeEventLetter
{
    public required LifeEventId LifeEvent { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required LifeEventRole Role { get; init; }

    public required int Year { get; init; }

    public required int Order { get; init; }

    public required Mention Mentioned { get; init; }

    /// <summary>The letter gives a concrete assignment.</summary>
    public required bool Assignment { get; init; }

    /// <summary>The letter gives notice that an assignment may come.</summary>
    public required bool Notice { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>What a set of letters adds up to: do all agencies have the same assignment?</summary>
/// <param name="Agencies">Agency roles whose letters were read.</param>
/// <param name="Mentioned">Letters that mention the life event.</param>
/// <param name="Assigned">Letters with a concrete assignment.</param>
/// <param name="Noticed">Letters with notice of one.</param>
public sealed record LetterSummary(int Agencies, int Mentioned, int Assigned, int Noticed)
{
    public int WithoutAssignment => Agencies - Assigned;

    public int NotMentioned => Agencies - Mentioned;

    public static LetterSummary Of(IEnumerable<(Mention Mentioned, bool Assignment, bool Notice)> letters) =>
        letters.Aggregate(new LetterSummary(0, 0, 0, 0), (sum, letter) => new(
            sum.Agencies + 1,
            sum.Mentioned + (letter.Mentioned is Mention.Yes ? 1 : 0),
            sum.Assigned + (letter.Assignment ? 1 : 0),
            sum.Noticed + (letter.Notice ? 1 : 0)));
}
