using System.Globalization;
using Samstyring.Domain.Gates;

namespace Samstyring.Domain.Steering;

/// <summary>What letters of allocation say of the life events that an initiative supports.</summary>
public static class SteeringChecks
{
    public static IReadOnlyList<ComputedCheck> All { get; } = [ComputedCheck.Of("assignments-coordinated", AssignmentsCoordinated)];

    /// <summary>
    /// All agencies of its life events have the assignment in their letters (003 §3.4 p.21 l.430, §4.2 p.29 l.614). The last year whose
    /// letters were read counts, and is named: a later letter may say otherwise, so that it does not decide against an answer.
    /// </summary>
    private static CheckResult AssignmentsCoordinated(GateFacts facts)
    {
        var letters = facts.Other<LifeEventLetter>().ToList();
        if (letters is [])
        {
            return CheckResult.Unknown("no-letters");
        }

        var year = letters.Max(letter => letter.Year);
        var summary = LetterSummary.Of(letters.Where(letter => letter.Year == year).Select(letter => (letter.Mentioned, letter.Assignment, letter.Notice)));
        var named = CheckWord.At(year.ToString("D4", CultureInfo.InvariantCulture));
        return summary.WithoutAssignment == 0
            ? CheckResult.Met("all", summary.Agencies, named)
            : CheckResult.Unknown("not-all", summary.Assigned, summary.Agencies, named);
    }
}
