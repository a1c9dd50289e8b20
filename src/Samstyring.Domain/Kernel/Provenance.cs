namespace Samstyring.Domain.Kernel;

/// <summary>How sure a fact is. Which mark it gets on the screen stands in the web's texts under the same name.</summary>
public enum Certainty
{
    /// <summary>The source says so.</summary>
    Stated = 1,

    /// <summary>Worked out from what a source says.</summary>
    Inferred = 2,

    /// <summary>The source can be read in more than one way.</summary>
    Ambiguous = 3,

    /// <summary>The source had it, and it was lost on the way here.</summary>
    Lost = 4,

    /// <summary>One secondary source says so, and nobody has checked it (ADR 0003).</summary>
    Unverified = 5,
}

/// <summary>Where a fact comes from, what time it holds for, and how sure it is .</summary>
/// <param name="Source">References as written in the data files: see <see cref="SourceReference"/>. Never empty.</param>
/// <param name="AsOf">A date, a month or a year: <c>2022-04-02</c>, <c>2021-09</c> or <c>2020</c>.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record Provenance(string Source, string AsOf, Certainty Certainty)
{
    public IReadOnlyList<SourceReference> References() => SourceReference.ParseAll(Source);
}
