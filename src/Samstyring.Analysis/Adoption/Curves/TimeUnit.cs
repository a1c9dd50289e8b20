namespace Samstyring.Analysis.Adoption.Curves;

/// <summary>The step of a series and of its forecast.</summary>
public enum TimeUnit
{
    Month,
    Quarter,
    Year,

    /// <summary>The periods are plain numbers.</summary>
    Number,
}
