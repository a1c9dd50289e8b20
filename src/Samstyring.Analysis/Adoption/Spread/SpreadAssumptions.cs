namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>Codes of what a simulation assumes. The web has a text for each.</summary>
public static class SpreadAssumptions
{
    /// <summary>How the model simplifies, whatever its parameters.</summary>
    public static readonly IReadOnlyList<string> OfTheModel =
    [
        "spread.assumes.peers-in-use",
        "spread.assumes.price-of-one-more",
        "spread.assumes.pays-from-decision",
        "spread.assumes.nobody-goes-back",
        "spread.assumes.no-waits-for-law",
        "spread.assumes.lead-times",
        "spread.assumes.queue-in-order-of-arrival",
    ];

    /// <summary>The code of a parameter that is not fitted, such as <c>spread.default.neighbours</c>.</summary>
    public static string OfDefault(SpreadFactor factor) => "spread.default." + SpreadChecks.Name(factor);

    /// <summary>Every parameter that is not fitted, then <see cref="OfTheModel"/>.</summary>
    public static IReadOnlyList<string> Of(SpreadModel model) =>
        [.. Enum.GetValues<SpreadFactor>().Except(model.Parameters.Fitted).Select(OfDefault), .. OfTheModel];
}
