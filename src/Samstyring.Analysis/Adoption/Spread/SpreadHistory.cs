namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What has been seen of the spread so far: the scenario's quarters are those of the history, and the members stand as they did when it began.</summary>
/// <param name="Model">Members, prices, law and calendar of the history. Its parameters are the prior that the fit begins from.</param>
/// <param name="DecidedAt">By member: the quarter of the history in which it decided; null when it has not, or had before.</param>
/// <param name="InUseAt">By member: the quarter in which it took it into use; null likewise.</param>
public sealed record SpreadHistory(SpreadModel Model, IReadOnlyList<int?> DecidedAt, IReadOnlyList<int?> InUseAt);
