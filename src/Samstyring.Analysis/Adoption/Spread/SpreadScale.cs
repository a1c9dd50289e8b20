namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// Chances as whole numbers, so that a sum is the same in any order, on any number of threads and on any processor. Log-odds are counted in
/// <see cref="OneLogit"/>ths, and a chance belongs to a step of 1/<see cref="StepsOfLogit"/>: it is at most 0.05 per cent of itself away from the exact one.
/// </summary>
internal static class SpreadScale
{
    public const int OneLogit = 1 << 20;

    /// <summary>Log-odds under −16 are never; over 16 they are as 16.</summary>
    public const int Widest = 16;

    public const int StepsOfLogit = 1 << StepBits;

    /// <summary>What a single addition is held within, so that no sum of them overflows.</summary>
    public const float LargestAddition = 64f * OneLogit;

    private const int StepBits = 10;

    private const int Shift = 20 - StepBits;

    private const int Steps = 2 * Widest * StepsOfLogit;

    private const double Words = 4_294_967_296;

    /// <summary>Log-odds in whole <see cref="OneLogit"/>ths; what is beyond 64 is as 64.</summary>
    public static int Fixed(double logits) => (int)Math.Round(Math.Clamp(logits, -64, 64) * OneLogit);

    /// <summary>The step that a sum of log-odds falls on: 0 is never.</summary>
    public static int Step(int score) => Math.Clamp((score + (Widest * OneLogit)) >> Shift, 0, Steps - 1);

    /// <summary>Of the 2³² words that a draw may be, those below this say yes.</summary>
    public static uint Threshold(int step) => step == 0 ? 0 : (uint)Math.Floor(Words / (1 + Math.Exp(Widest - ((step + 0.5) / StepsOfLogit))));

    /// <summary>The threshold of every step.</summary>
    public static uint[] Thresholds() => [.. Enumerable.Range(0, Steps).Select(Threshold)];

    /// <summary>
    /// The bounds of a geometric wait: it is as many quarters as there are bounds that the drawn word is not below.
    /// </summary>
    /// <param name="mean">Of the wait, quarters.</param>
    /// <param name="most">How long a wait need be told apart.</param>
    public static uint[] Waits(double mean, int most) =>
        mean == 0 ? [] : [.. Enumerable.Range(1, most).Select(quarters => (uint)Math.Min(uint.MaxValue, Words * (1 - Math.Pow(mean / (1 + mean), quarters))))];
}
