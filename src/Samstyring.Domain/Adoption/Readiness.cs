namespace Samstyring.Domain.Adoption;

/// <summary>What a municipality must have in place (R-108; 001 §10 p.36 l.709–711).</summary>
public enum ReadinessArea { Leadership = 1, Competence, Capacity, Money, Routines }

/// <summary>One area of a check, and the parts of a starter package that help with it.</summary>
/// <param name="Level">Null where it is not answered.</param>
public sealed record ReadinessAnswer(ReadinessArea Area, ReadinessLevel? Level, IReadOnlyList<StarterKind> Helps);

/// <summary>What a municipality's own check says, and what helps with what is missing.</summary>
public static class ReadinessRules
{
    /// <summary>Parts of a starter package by what they help with: an assumption of the product, shown as such. Money has none but the template, which says what to ask the price of.</summary>
    private static readonly Dictionary<ReadinessArea, StarterKind[]> Helps = new()
    {
        [ReadinessArea.Leadership] = [StarterKind.Communication],
        [ReadinessArea.Competence] = [StarterKind.Training],
        [ReadinessArea.Capacity] = [StarterKind.Handbook],
        [ReadinessArea.Money] = [StarterKind.ProcurementTemplate],
        [ReadinessArea.Routines] = [StarterKind.Handbook, StarterKind.Training],
    };

    /// <summary>All areas in their order. What is in place needs no help.</summary>
    /// <param name="check">Null where the municipality has not made one.</param>
    public static IReadOnlyList<ReadinessAnswer> Of(ReadinessCheck? check) =>
    [
        .. Enum.GetValues<ReadinessArea>().Select(area => (Area: area, Level: LevelOf(check, area)))
            .Select(answer => new ReadinessAnswer(answer.Area, answer.Level, answer.Level is ReadinessLevel.Ready ? [] : Helps[answer.Area])),
    ];

    private static ReadinessLevel? LevelOf(ReadinessCheck? check, ReadinessArea area) => area switch
    {
        ReadinessArea.Leadership => check?.Leadership,
        ReadinessArea.Competence => check?.Competence,
        ReadinessArea.Capacity => check?.Capacity,
        ReadinessArea.Money => check?.Money,
        _ => check?.Routines,
    };
}
