namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>
/// How many runs gave which value, so that percentiles need no memory for each run. Bins are a power of two wide, and one wide wherever the range has room: then
/// percentiles are exact for whole numbers.
/// </summary>
internal sealed class SpreadHistogram
{
    private const int MostBins = 4_096;

    private readonly double _low;
    private readonly double _width = 1;
    private readonly double _binsOfOne;
    private readonly int[] _counts;

    /// <param name="low">The lowest value there may be.</param>
    /// <param name="high">The highest.</param>
    public SpreadHistogram(double low, double high)
    {
        _low = Math.Floor(low);
        while ((high - _low) / _width >= MostBins)
        {
            _width *= 2;
        }

        _binsOfOne = 1 / _width;
        _counts = new int[(int)((high - _low) / _width) + 1];
    }

    /// <summary>How far a percentile may be from the exact one: half a bin, 0 where bins are one wide.</summary>
    public double Coarseness => (_width - 1) / 2;

    public void Add(double value) => _counts[unchecked((int)((value - _low) * _binsOfOne))]++;

    public void Add(SpreadHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    /// <returns>The lowest value that at least this share of the runs do not pass; the middle of its bin.</returns>
    public double Percentile(double share)
    {
        var (bin, left) = (0, Math.Ceiling(share * _counts.Sum(count => (long)count)) - _counts[0]);
        while (left > 0)
        {
            left -= _counts[++bin];
        }

        return _low + (bin * _width) + Coarseness;
    }

    public SpreadPercentiles Percentiles() => SpreadPercentiles.Of(Percentile);
}
