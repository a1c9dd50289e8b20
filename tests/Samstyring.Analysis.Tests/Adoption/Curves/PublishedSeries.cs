using System.Globalization;
using Samstyring.Analysis.Adoption.Curves;

namespace Samstyring.Analysis.Tests.Adoption.Curves;

/// <summary>A series that others have published: what was sold or adopted in each period.</summary>
internal sealed record PublishedSeries(string Name, string Source, IReadOnlyList<string> Periods, double[] Increments)
{
    private const string SrinivasanMason = "Mahajan, Mason and Srinivasan (1986), as V. Srinivasan and C. H. Mason, Marketing Science 5 (1986), fit it";

    public static PublishedSeries AirConditioners { get; } = Yearly("Room air conditioners", SrinivasanMason + "; thousands, USA", 1949, 96, 195, 238, 380, 1045, 1230, 1267, 1828, 1586, 1673, 1800, 1580, 1500);

    public static PublishedSeries ColourTelevisions { get; } = Yearly("Colour televisions", SrinivasanMason + "; thousands, USA", 1963, 747, 1480, 2646, 5118, 5777, 5982, 5962, 4631);

    public static PublishedSeries Dryers { get; } = Yearly("Clothes dryers", SrinivasanMason + "; thousands, USA", 1949, 106, 319, 492, 635, 737, 890, 1397, 1523, 1294, 1240, 1425, 1260, 1236);

    public static PublishedSeries Ultrasound { get; } = Yearly("Ultrasound", SrinivasanMason + "; hospitals", 1965, 5, 3, 2, 5, 7, 12, 6, 16, 16, 28, 28, 21, 13, 6);

    public static PublishedSeries Mammography { get; } = Yearly("Mammography", SrinivasanMason + "; hospitals", 1965, 2, 2, 2, 3, 4, 9, 7, 16, 23, 24, 15, 6, 5, 1);

    public static PublishedSeries ForeignLanguage { get; } = Yearly("Foreign language in schools", SrinivasanMason, 1952, 1.25, 0.77, 0.86, 0.48, 1.34, 3.56, 3.36, 6.24, 5.95, 6.24, 4.89, 0.25);

    public static PublishedSeries AcceleratedProgrammes { get; } = Yearly("Accelerated programmes in schools", SrinivasanMason, 1952, 0.67, 0.48, 2.11, 0.29, 2.59, 2.21, 16.80, 11.04, 14.40, 6.43, 6.15, 1.15);

    public static PublishedSeries VideoRecorders { get; } = Yearly(
        "Video recorders", "P. S. P. Cowpertwait and A. V. Metcalfe, Introductory Time Series with R (2009), section 3.3.4; thousands, USA", 1980, 840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890);

    public static PublishedSeries Telephones { get; } = Quarterly(
        "iPhones", "P. Rossi, An example of new product forecasting using the Bass model (rpubs.com 793104); millions", 2007, 3,
        0.270, 1.119, 2.315, 1.793, 0.717, 6.892, 4.363, 3.793, 5.288, 7.367, 8.737, 8.752, 8.398, 14.142, 16.235, 18.647, 20.338, 17.073, 37.044, 35.064, 26.028, 25.910, 47.789);

    public static IReadOnlyList<PublishedSeries> All { get; } =
        [AirConditioners, ColourTelevisions, Dryers, Ultrasound, Mammography, ForeignLanguage, AcceleratedProgrammes, VideoRecorders, Telephones];

    /// <summary>Cumulative.</summary>
    public IReadOnlyList<AdoptionPoint> Points { get; } =
        [.. Periods.Select((period, i) => new AdoptionPoint(period, (double)Increments.Take(i + 1).Sum(n => (decimal)n)))];

    private static PublishedSeries Yearly(string name, string source, int first, params double[] increments) =>
        new(name, source, [.. increments.Select((_, i) => (first + i).ToString(CultureInfo.InvariantCulture))], increments);

    private static PublishedSeries Quarterly(string name, string source, int year, int quarter, params double[] increments) =>
        new(name, source, [.. increments.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{year + ((quarter - 1 + i) / 4)}-Q{((quarter - 1 + i) % 4) + 1}"))], increments);
}
